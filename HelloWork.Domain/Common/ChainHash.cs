using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HelloWork.Domain.Common;

/// <summary>SHA-256 over fields: each text stands with its length before it, so that nothing can be moved from one field to the next unseen.</summary>
internal sealed class ChainHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _number = new byte[8];

    public ChainHash Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_number, number);
        _hash.AppendData(_number);
        return this;
    }

    public ChainHash Add(string? text)
    {
        if (text is null)
            return Add(-1);
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>In hexadecimal; begins anew afterwards.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
