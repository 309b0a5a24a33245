namespace HelloWork.Blazor.Commands.Demo.Words;

/// <summary>An embedded word list: lines under [sections], # for comments.</summary>
internal sealed class WordFile
{
    private const string Prefix = "Words/";

    private readonly Dictionary<string, List<string>> _sections = [];

    private WordFile(string name, Stream stream)
    {
        Name = name;
        using var reader = new StreamReader(stream);
        List<string>? section = null;
        while (reader.ReadLine() is { } line)
        {
            if (line is "" or ['#', ..])
                continue;
            if (line is ['[', .. var title, ']'])
                _sections.Add(title, section = []);
            else
                (section ?? throw new InvalidOperationException($"{name}: \"{line}\" stands before the first section.")).Add(line);
        }
    }

    public string Name { get; }

    public static WordFile Open(string name) =>
        new(name, typeof(WordFile).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"{Prefix}{name} isn't embedded."));

    /// <summary>The files of a folder in the order of their names.</summary>
    public static IEnumerable<WordFile> OpenAll(string folder) =>
        typeof(WordFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Prefix}{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => Open(name[Prefix.Length..]));

    public IReadOnlyList<string> this[string section] =>
        _sections.TryGetValue(section, out var lines) ? lines : throw new InvalidOperationException($"{Name} has no section [{section}].");

    /// <summary>The lines cut at " | ".</summary>
    public IEnumerable<string[]> Rows(string section) => this[section].Select(line => line.Split(" | "));
}
