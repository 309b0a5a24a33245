namespace HelloWork.Domain.Common;

/// <summary>A key that can't be mistaken for another record's key. Stored as its GUID.</summary>
public interface ITypedId<TSelf> : IParsable<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);
}

/// <summary>
/// New keys, made by us so that a commit whose answer was lost can be tried again with the same key.
/// They grow with time in the order SQL Server sorts GUIDs (the last six bytes first), so inserts don't scatter.
/// </summary>
public static class NewId
{
    public static Guid Next()
    {
        Span<byte> version7 = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(version7, bigEndian: true, out _);
        Span<byte> id = stackalloc byte[16];
        version7[6..].CopyTo(id);
        version7[..6].CopyTo(id[10..]);
        return new Guid(id, bigEndian: true);
    }
}
