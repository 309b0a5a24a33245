namespace HelloWork.Domain.ReferenceData;

/// <summary>Reads the tab-separated data files embedded beside this class.</summary>
internal static class ReferenceFile
{
    /// <summary>The rows of a file without its comment lines, cut at tabs.</summary>
    /// <exception cref="InvalidOperationException">The file isn't embedded.</exception>
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(ReferenceFile).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} isn't embedded in {typeof(ReferenceFile).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line is not ['#', ..] and not "")
                yield return line.Split('\t');
    }
}
