namespace HelloWork.Domain.Search;

/// <summary>近い検索条件: for a search that found nothing, those nearest to it that find something, with how many.</summary>
internal static class NearestSearches
{
    /// <summary>So many steps are tried in twos: each pair is one more count.</summary>
    private const int InPairs = 6;

    private const int Most = 8;

    /// <summary>One step by itself; only where none helps, two together. What keeps a condition and widens it comes before what gives it up, then the most found.</summary>
    /// <param name="loosened">A search's single steps, the most natural first, the nearer of two alike before the farther.</param>
    public static async Task<IReadOnlyList<WiderSearch<TStep>>> OfAsync<TQuery, TStep>(TQuery query, Func<TQuery, IEnumerable<TStep>> loosened, Func<TQuery, Task<int>> count)
        where TStep : Loosening<TQuery, TStep>
    {
        var steps = loosened(query).ToList();
        var found = await CountedAsync<TQuery, TStep>(steps, count);
        if (found.Count == 0)
        {
            var dropped = steps.Where(step => !step.IsWidened).Take(InPairs).ToList();
            found = await CountedAsync<TQuery, TStep>(dropped.SelectMany((first, i) => dropped.Skip(i + 1).SelectMany(second => Both(first, second, loosened))), count);
        }
        // Where the wider of two steps finds no more, the nearer one says it all.
        return [.. found.Where((wider, i) => !found.Take(i).Any(nearer => nearer.Step.Also is null && wider.Step.Also is null && nearer.Step.About is { } about && about.Equals(wider.Step.About) && nearer.Count == wider.Count))
            .OrderByDescending(w => w.Step.IsWidened).ThenByDescending(w => w.Count).Take(Most)];
    }

    /// <summary>None where the second was part of the first.</summary>
    private static IEnumerable<TStep> Both<TQuery, TStep>(TStep first, TStep second, Func<TQuery, IEnumerable<TStep>> loosened) where TStep : Loosening<TQuery, TStep> =>
        loosened(first.Query).Where(step => step.DoesAs(second)).Select(step => first with { Query = step.Query, Also = second });

    private static async Task<List<WiderSearch<TStep>>> CountedAsync<TQuery, TStep>(IEnumerable<TStep> steps, Func<TQuery, Task<int>> count) where TStep : Loosening<TQuery, TStep>
    {
        var found = new List<WiderSearch<TStep>>();
        foreach (var step in steps)
            if (await count(step.Query) is > 0 and var some)
                found.Add(new(step, some));
        return found;
    }
}
