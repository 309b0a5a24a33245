namespace HelloWork.Domain.Common;

/// <summary>One page of a longer list, with the exact count of the whole.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int TotalCount, int Number, int Size)
{
    public int PageCount => TotalCount == 0 ? 1 : (TotalCount + Size - 1) / Size;

    public static Page<T> Empty(int size) => new([], 0, 1, size);
}
