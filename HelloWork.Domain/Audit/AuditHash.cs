using HelloWork.Domain.Common;

namespace HelloWork.Domain.Audit;

/// <summary>The hash of a batch: over every field of every row, then over that, the former batch's hash and the batch's own numbers.</summary>
internal sealed class AuditHash : IDisposable
{
    /// <summary>What the first batch hangs on.</summary>
    public static readonly string Beginning = new('0', 64);

    private readonly ChainHash _hash = new();

    public void Add(AuditEntry row) =>
        _hash.Add(row.Id).Add(row.At.Ticks).Add(row.AccountId?.ToString()).Add(row.Act).Add(row.RecordType).Add(row.RecordId).Add(row.Detail);

    /// <param name="former">Hash of the batch before.</param>
    public string Finish(string former, long number, long firstId, long lastId, int rows, long totalRows, IdRanges gaps, IdRanges late, DateTime sealedAt)
    {
        var content = _hash.Finish();
        return _hash.Add("hellowork audit 1").Add(former).Add(number).Add(firstId).Add(lastId).Add(rows).Add(totalRows)
            .Add(gaps.ToString()).Add(late.ToString()).Add(sealedAt.Ticks).Add(content).Finish();
    }

    public void Dispose() => _hash.Dispose();
}
