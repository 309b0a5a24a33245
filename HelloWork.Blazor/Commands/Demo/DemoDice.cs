using Bogus;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Repeatable chance: the same seed, kind and number always draw the same, whatever was drawn for others.</summary>
internal sealed class DemoDice(int seed, int kind, int number)
{
    // A plain mix, since HashCode differs from one process to the next.
    private readonly Randomizer _random = new(unchecked(((seed * 31 + kind) * 1_000_003 + number) * 16_777_619 ^ 0x5bd1e995));

    public bool Chance(double of) => _random.Double() < of;

    public int Between(int from, int to) => _random.Int(from, to);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Int(0, of.Count - 1)];

    /// <summary>Different ones, in their own order of drawing; fewer where there are fewer.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> of, int count) => [.. _random.Shuffle(of).Take(count)];

    /// <summary>Drawn by weight.</summary>
    public T Weighted<T>(IReadOnlyList<T> of, Func<T, int> weight)
    {
        var left = _random.Int(1, of.Sum(weight));
        foreach (var item in of)
            if ((left -= weight(item)) <= 0)
                return item;
        return of[^1];
    }

    public int Rounded(int from, int to, int step) => from >= to ? from : from + Between(0, (to - from) / step) * step;
}
