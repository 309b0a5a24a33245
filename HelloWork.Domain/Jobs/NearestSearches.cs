namespace HelloWork.Domain.Jobs;

/// <summary>近い検索条件: for a search that found nothing, those nearest to it that find something, with how many.</summary>
internal static class NearestSearches
{
    /// <summary>So many steps are tried in twos: each pair is one more count.</summary>
    private const int InPairs = 6;

    private const int Most = 8;

    /// <summary>One step by itself; only where none helps, two together. What keeps a condition and widens it comes before what gives it up, then the most jobs.</summary>
    public static async Task<IReadOnlyList<WiderSearch>> OfAsync(JobSearchQuery query, Func<JobSearchQuery, Task<int>> count)
    {
        var steps = query.Loosened().ToList();
        var found = await CountedAsync(steps, count);
        if (found.Count == 0)
        {
            var dropped = steps.Where(step => !step.IsWidened).Take(InPairs).ToList();
            found = await CountedAsync(dropped.SelectMany((first, i) => dropped.Skip(i + 1).SelectMany(second => first.Then(second))), count);
        }
        // Where the wider of two steps finds no more, the nearer one says it all.
        return [.. found.Where((wider, i) => !found.Take(i).Any(nearer => nearer.Step.Also is null && wider.Step.Also is null && nearer.Step.About is not null && nearer.Step.About == wider.Step.About && nearer.Count == wider.Count))
            .OrderByDescending(w => w.Step.IsWidened).ThenByDescending(w => w.Count).Take(Most)];
    }

    private static async Task<List<WiderSearch>> CountedAsync(IEnumerable<JobLoosening> steps, Func<JobSearchQuery, Task<int>> count)
    {
        var found = new List<WiderSearch>();
        foreach (var step in steps)
            if (await count(step.Query) is > 0 and var jobs)
                found.Add(new(step, jobs));
        return found;
    }
}
