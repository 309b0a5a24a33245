using System.Buffers.Binary;

namespace HelloWork.Domain.Common;

/// <summary>A key that can't be mistaken for another record's key. Stored as its GUID.</summary>
public interface ITypedId<TSelf> : IParsable<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);
}

/// <summary>
/// New keys, made by us so that a commit whose answer was lost can be tried again with the same key.
/// They grow with time in both orders in which databases sort GUIDs, so that inserts don't scatter over an index, and rows that came together
/// are found together: SQLite goes by the text, SQL Server by the last six bytes first.
/// </summary>
/// <remarks>Version 7: the millisecond in front. At the end the second once more, in four bytes (until 2106); 42 bits are left to chance.</remarks>
public static class NewId
{
    private const int SecondAt = 10;

    public static Guid Next() => From(Guid.CreateVersion7());

    /// <param name="version7">Of the moment.</param>
    public static Guid From(Guid version7)
    {
        Span<byte> id = stackalloc byte[16];
        version7.TryWriteBytes(id, bigEndian: true, out _);
        var milliseconds = BinaryPrimitives.ReadUInt64BigEndian(id) >> 16;
        BinaryPrimitives.WriteUInt32BigEndian(id[SecondAt..], (uint)(milliseconds / 1000));
        return new Guid(id, bigEndian: true);
    }
}
