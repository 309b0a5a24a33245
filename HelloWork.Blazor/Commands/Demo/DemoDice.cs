namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Repeatable chance: the same seed, kind and number always draw the same, whatever was drawn for others and by how many threads.</summary>
internal sealed class DemoDice(int seed, int kind, int number)
{
    // SplitMix64: a few nanoseconds a draw and nothing to set up, which counts where every record has dice of its own.
    private ulong _state = unchecked(((ulong)(uint)seed << 32 | (uint)number) * 0xD1342543DE82EF95UL + (ulong)kind * 0x9E3779B97F4A7C15UL);

    public bool Chance(double of) => (Next() >> 11) * (1.0 / (1UL << 53)) < of;

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => (int)(from + (long)((Next() >> 32) * (ulong)((long)to - from + 1) >> 32));

    public T One<T>(IReadOnlyList<T> of) => of[Between(0, of.Count - 1)];

    /// <summary>Different ones, in their own order of drawing; fewer where there are fewer.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> of, int count)
    {
        count = Math.Min(count, of.Count);
        if (count <= 0)
            return [];
        T[] left = [.. of];
        for (var i = 0; i < count; i++)
        {
            var drawn = Between(i, left.Length - 1);
            (left[i], left[drawn]) = (left[drawn], left[i]);
        }
        return left[..count];
    }

    /// <summary>Drawn by weight.</summary>
    public T Weighted<T>(IReadOnlyList<T> of, Func<T, int> weight)
    {
        var left = Between(1, of.Sum(weight));
        foreach (var item in of)
            if ((left -= weight(item)) <= 0)
                return item;
        return of[^1];
    }

    public int Rounded(int from, int to, int step) => from >= to ? from : from + Between(0, (to - from) / step) * step;

    private ulong Next()
    {
        var mixed = _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return mixed ^ (mixed >> 31);
    }
}
