namespace HelloWork.Domain.Search.Indexing;

/// <summary>Memory that building a segment needs: tens of megabytes for a large one, used for each field and for the next segment, and then let go.</summary>
internal sealed class BuildSpace
{
    private int[] _numbers = [];
    private byte[] _bytes = [];

    public int[] Numbers(int least) => _numbers.Length >= least ? _numbers : _numbers = GC.AllocateUninitializedArray<int>(least);

    public byte[] Bytes(int least) => _bytes.Length >= least ? _bytes : _bytes = GC.AllocateUninitializedArray<byte>(least);
}
