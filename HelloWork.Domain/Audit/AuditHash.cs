using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HelloWork.Domain.Audit;

/// <summary>
/// The hash of a batch: over the former hash, the batch's own numbers, and every field of every row. Each text stands with its length before it, so
/// that nothing can be moved from one field to the next.
/// </summary>
internal sealed class AuditHash : IDisposable
{
    /// <summary>What the first batch hangs on.</summary>
    public static readonly string Beginning = new('0', 64);

    private readonly IncrementalHash _rows = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _number = new byte[8];

    public void Add(AuditEntry row)
    {
        Add(row.Id);
        Add(row.At.Ticks);
        Add(row.AccountId?.ToString());
        Add(row.Act);
        Add(row.RecordType);
        Add(row.RecordId);
        Add(row.Detail);
    }

    /// <param name="former">Hash of the batch before.</param>
    public string Finish(string former, long number, long firstId, long lastId, int rows, long totalRows, IdRanges gaps, IdRanges late, DateTime sealedAt)
    {
        var inner = Convert.ToHexStringLower(_rows.GetHashAndReset());
        Add("hellowork audit 1");
        Add(former);
        Add(number);
        Add(firstId);
        Add(lastId);
        Add(rows);
        Add(totalRows);
        Add(gaps.ToString());
        Add(late.ToString());
        Add(sealedAt.Ticks);
        Add(inner);
        return Convert.ToHexStringLower(_rows.GetHashAndReset());
    }

    public void Dispose() => _rows.Dispose();

    private void Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_number, number);
        _rows.AppendData(_number);
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _rows.AppendData(bytes);
    }
}
