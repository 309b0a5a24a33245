using System.Globalization;

namespace HelloWork.Domain.Audit;

/// <summary>
/// 監査記録の封: a batch of audit rows with a hash that hangs on the batch before (OV-05). Whoever changes, removes or slips in a row breaks
/// the hash of its batch; whoever makes the hashes anew breaks with the heads that are kept outside the database (<see cref="AuditHeads"/>).
/// </summary>
public sealed class AuditSeal
{
    /// <summary>Rows of one batch at most.</summary>
    public const int MostRows = 1000;
    /// <summary>Characters of <see cref="Gaps"/> and of <see cref="Late"/>.</summary>
    public const int Room = 4000;

    private AuditSeal() { }

    internal AuditSeal(long number, long firstId, long lastId, int rows, long totalRows, IdRanges gaps, IdRanges late, DateTime sealedAt, string hash)
    {
        Number = number;
        FirstId = firstId;
        LastId = lastId;
        Rows = rows;
        TotalRows = totalRows;
        Gaps = gaps.ToString();
        Late = late.ToString();
        SealedAt = sealedAt;
        Hash = hash;
    }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Number { get; private set; }
    /// <summary>The one after the last of the batch before.</summary>
    public long FirstId { get; private set; }
    /// <summary>One less than <see cref="FirstId"/>: only late rows.</summary>
    public long LastId { get; private set; }
    /// <summary>Late ones included.</summary>
    public int Rows { get; private set; }
    /// <summary>Rows of this and all batches before.</summary>
    public long TotalRows { get; private set; }
    /// <summary>Ids within the batch that no row had, for instance 17,20-24. SQL Server doesn't give back the ids of a failed transaction.</summary>
    public string Gaps { get; private set; } = "";
    /// <summary>Ids out of the gaps of former batches: rows of transactions that committed only after their batch was sealed.</summary>
    public string Late { get; private set; } = "";
    public DateTime SealedAt { get; private set; }
    /// <summary>SHA-256 in hexadecimal, see <see cref="AuditHash"/>.</summary>
    public string Hash { get; private set; } = "";
}

/// <summary>Ids as people write page numbers: 17,20-24.</summary>
internal sealed class IdRanges
{
    private readonly List<(long First, long Last)> _ranges = [];
    private int _length;

    public IReadOnlyList<(long First, long Last)> All => _ranges;

    public static IdRanges Parse(string written)
    {
        var ranges = new IdRanges();
        foreach (var part in written.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            ranges.Add(Number(ends[0]), Number(ends[^1]));
        }
        return ranges;

        static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;
    }

    /// <summary>Whether one more range surely fits into the column.</summary>
    public bool HasRoom => _length <= AuditSeal.Room - 42;

    public void Add(long first, long last)
    {
        _ranges.Add((first, last));
        _length += Written((first, last)).Length + 1;
    }

    public bool Contains(long id) => _ranges.Exists(r => r.First <= id && id <= r.Last);

    public override string ToString() => string.Join(',', _ranges.Select(Written));

    private static string Written((long First, long Last) range) =>
        range.First == range.Last ? range.First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}");
}
