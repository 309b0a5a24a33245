namespace HelloWork.Domain.Jobs.Import;

/// <summary>What is imported: opened anew for each of the passes, never held in memory.</summary>
public sealed class ImportSource(Func<Stream> open)
{
    /// <summary>A file on disk.</summary>
    public static ImportSource File(string path) => new(() => OpenFile(path));

    /// <exception cref="ImportFileException">It isn't there or can't be read.</exception>
    internal Stream Open()
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImportFileException(FileRefusal.NotFound);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new ImportFileException(FileRefusal.NotReadable, detail: e.Message);
        }
    }

    private static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path))
            throw new ImportFileException(FileRefusal.IsFolder);

        var stream = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.SequentialScan, BufferSize = 0 });
        if (stream.CanSeek)
            return stream;
        stream.Dispose();
        throw new ImportFileException(FileRefusal.NotAFile);
    }
}

/// <summary>Ends the reading of a file; never leaves the import.</summary>
internal sealed class ImportFileException(FileRefusal refusal, int? line = null, string? detail = null) : Exception
{
    public FileProblem Problem { get; } = new(refusal, line, detail is null ? null : VisibleText.Of(detail, 200));
}
