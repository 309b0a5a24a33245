using Bogus;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Repeatable chance: the same seed, kind and number always draw the same, whatever was drawn for others and by how many threads.</summary>
internal sealed class DemoDice(int seed, int kind, int number)
{
    private readonly Randomizer _chance = new(SeedOf(seed, kind, number));

    public bool Chance(double of) => _chance.Double() < of;

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => _chance.Number(from, to);

    public T One<T>(IReadOnlyList<T> of) => of[Between(0, of.Count - 1)];

    /// <summary>Different ones, in their own order of drawing; fewer where there are fewer.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> of, int count) => count <= 0 ? [] : [.. _chance.Shuffle(of).Take(count)];

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

    // Neighbours must not draw alike: the last step of MurmurHash3.
    private static int SeedOf(int seed, int kind, int number)
    {
        var mixed = unchecked((uint)number + (uint)seed * 0x9E3779B1u + (uint)kind * 0x85EBCA77u);
        mixed = unchecked((mixed ^ (mixed >> 16)) * 0x85EBCA6Bu);
        mixed = unchecked((mixed ^ (mixed >> 13)) * 0xC2B2AE35u);
        return unchecked((int)(mixed ^ (mixed >> 16)));
    }
}
