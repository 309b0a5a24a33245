using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>求人検索: active jobs that are public today. Anyone may search; signed-in seekers see more names (JO-02).</summary>
public sealed class SearchJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="seeker">Account of the signed-in seeker who reads; null for anybody else.</param>
    public async Task<JobSearchResult> RunAsync(JobSearchQuery query, Guid? seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.TodayInJapan();
        var toSeeker = await db.IsSeekerAsync(seeker, ct);
        var shown = db.JobOffers.AsNoTracking().ShownOn(today);
        IQueryable<JobOffer> Find(JobSearchQuery asked) => shown.Matching(db.JobOfferPlaces, db.Offices, asked, today, toSeeker);
        var found = Find(query);

        var total = await found.CountAsync(ct);
        var page = Math.Min(query.Page, Math.Max(1, (total + query.Size - 1) / query.Size));
        var rows = await found.Sorted(query).Skip((page - 1) * query.Size).Take(query.Size)
            .Select(j => new { j.Number, j.Card, j.Disclosure, j.AcceptedOn, j.LastDay, j.Traits })
            .ToListAsync(ct);
        var newSince = JobSearchFilter.NewSince(today);
        var jobs = rows.Select(j =>
        {
            var nameShown = j.Disclosure.ShowsOfficeName(toSeeker);
            return new JobSummary(j.Number, nameShown ? j.Card : j.Card.WithoutOfficeName(), nameShown, j.AcceptedOn, j.LastDay, j.AcceptedOn >= newSince, j.Traits);
        }).ToList();

        var counts = await CountAsync(Find, query, today, ct);
        var wider = total > 0 ? [] : await WiderAsync(Find, query, ct);
        return new(query with { Page = page }, new Page<JobSummary>(jobs, total, page, query.Size), counts, wider);
    }

    private static async Task<JobSearchCounts> CountAsync(Func<JobSearchQuery, IQueryable<JobOffer>> find, JobSearchQuery query, DateOnly today, CancellationToken ct)
    {
        var types = await find(query with { Types = [] })
            .GroupBy(j => j.EmploymentType).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(types,
            await CountConditionsAsync(find(query), today, ct),
            await CountMunicipalitiesAsync(find, query, ct),
            await DistributeWagesAsync(find(query with { WageMin = null }), query.WageUnit, ct));
    }

    private static JobTraits CommonTraits { get; } = JobSearchQuery.CommonConditions
        .Where(c => c is not (JobCondition.New or JobCondition.SelfApplication)).Aggregate(JobTraits.None, (all, one) => all | JobSearchFilter.TraitOf(one));

    private static async Task<IReadOnlyDictionary<JobCondition, int>> CountConditionsAsync(IQueryable<JobOffer> found, DateOnly today, CancellationToken ct)
    {
        var newSince = JobSearchFilter.NewSince(today);
        var common = CommonTraits;
        // One row for each combination that occurs: a few hundred at most, whatever the number of jobs.
        var combinations = await found.GroupBy(j => new { Traits = j.Traits & common, j.AcceptsSelfApplication, IsNew = j.AcceptedOn >= newSince })
            .Select(g => new { g.Key.Traits, g.Key.AcceptsSelfApplication, g.Key.IsNew, Count = g.Count() }).ToListAsync(ct);
        return JobSearchQuery.CommonConditions.ToDictionary(condition => condition, condition => combinations
            .Where(g => condition switch
            {
                JobCondition.New => g.IsNew,
                JobCondition.SelfApplication => g.AcceptsSelfApplication,
                _ => g.Traits.HasFlag(JobSearchFilter.TraitOf(condition)),
            })
            .Sum(g => g.Count));
    }

    private static async Task<IReadOnlyList<(string, int)>> CountMunicipalitiesAsync(Func<JobSearchQuery, IQueryable<JobOffer>> find, JobSearchQuery query, CancellationToken ct)
    {
        var prefectures = query.Prefectures.Concat(query.Municipalities.Select(code => code[..2])).Distinct().ToList();
        if (prefectures.Count == 0)
            return [];
        var counts = await find(query with { Municipalities = [], Prefectures = prefectures })
            .SelectMany(j => j.Places).Where(p => prefectures.Contains(p.PrefectureCode) && p.MunicipalityCode != null)
            .GroupBy(p => p.MunicipalityCode!).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return counts.OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count)).ToList();
    }

    private static async Task<WageDistribution?> DistributeWagesAsync(IQueryable<JobOffer> found, WageUnit unit, CancellationToken ct)
    {
        const int mostBars = 12, fewestJobs = 10;
        var step = unit is WageUnit.Month ? 10_000 : 50;
        var paid = found.Where(j => j.WageUnit == unit && j.WageFrom != null);
        var steps = (await paid.GroupBy(j => j.WageFrom!.Value / step).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .OrderBy(g => g.Key).Select(g => (From: g.Key * step, g.Count)).ToList();
        var all = steps.Sum(g => g.Count);
        if (all < fewestJobs)
            return null;

        var median = await paid.OrderBy(j => j.WageFrom).Skip((all - 1) / 2).Select(j => j.WageFrom!.Value).FirstAsync(ct);
        // One odd figure at either end must not stretch the strip: it spans what all but a twentieth of the jobs offer.
        var low = AtShare(1, 20);
        var high = AtShare(19, 20);
        while ((high - low) / step >= mostBars)
            step *= 2;
        var first = low / step * step;
        var last = high / step * step;
        var bars = Enumerable.Range(0, (last - first) / step + 1).Select(i => first + i * step)
            .Select(from => (from, steps.Where(g => g.From >= from && (g.From < from + step || from == last)).Sum(g => g.Count))).ToList();
        return new(unit, step, bars, median);

        int AtShare(int part, int of) => steps.First(g => steps.TakeWhile(h => h.From <= g.From).Sum(h => h.Count) * of >= all * part).From;
    }

    private static async Task<IReadOnlyList<WiderSearch>> WiderAsync(Func<JobSearchQuery, IQueryable<JobOffer>> find, JobSearchQuery query, CancellationToken ct)
    {
        var wider = new List<WiderSearch>();
        foreach (var step in query.Loosened())
            if (await find(step.Query).CountAsync(ct) is > 0 and var count)
                wider.Add(new(step, count));
        return wider.OrderByDescending(w => w.Count).ToList();
    }
}

internal static class SeekerReading
{
    /// <summary>Whether the account is a seeker's that can sign in: the cookie alone doesn't open 公開範囲 2.</summary>
    public static async Task<bool> IsSeekerAsync(this HelloWorkDbContext db, Guid? account, CancellationToken ct) =>
        account is { } id && await db.Users.AnyAsync(a => a.Id == id && a.Role == Role.Seeker && a.DisabledAt == null && a.ActivatedAt != null, ct);
}
