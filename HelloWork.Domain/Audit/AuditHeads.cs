using System.Globalization;
using System.Text;

namespace HelloWork.Domain.Audit;

/// <summary>The section «Audit» of the settings.</summary>
public sealed class AuditSettings
{
    /// <summary>Where the heads of the chain are kept; null: nowhere, and a cut-off tail isn't found.</summary>
    public string? HeadFile { get; set; }
    /// <summary>How old a row has to be before it is sealed on SQL Server, where a transaction may commit after one with a higher id. SQLite's writers queue.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>The end of the chain at some moment.</summary>
public sealed record AuditHead(long Number, long TotalRows, DateTime SealedAt, string Hash);

/// <summary>鎖の先頭の控え: the heads of the chain outside of the database, one line each, only ever added.</summary>
public sealed class AuditHeads(string? file)
{
    public string? File { get; } = file;

    public bool Exist => File is not null && System.IO.File.Exists(File);

    public void Append(AuditHead head)
    {
        if (File is null)
            return;
        var line = string.Create(CultureInfo.InvariantCulture, $"{head.Number} {head.TotalRows} {head.SealedAt:O} {head.Hash}\n");
        using var stream = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(Encoding.ASCII.GetBytes(line));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Null: none is kept, or the last line is no head.</summary>
    public AuditHead? Last()
    {
        if (!Exist)
            return null;
        using var stream = new FileStream(File!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-Math.Min(stream.Length, 400), SeekOrigin.End);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.., var line] ? Parse(line) : null;
    }

    /// <summary>Every line as it stands; null: it is no head.</summary>
    public IEnumerable<AuditHead?> ReadAll()
    {
        if (!Exist)
            yield break;
        using var stream = new FileStream(File!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        while (reader.ReadLine() is { } line)
            yield return Parse(line);
    }

    private static AuditHead? Parse(string line) =>
        line.Split(' ') is [var number, var total, var at, { Length: 64 } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && long.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
        && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var sealedAt) ? new AuditHead(n, rows, sealedAt, hash) : null;
}
