using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>
/// 新着求人をお知らせする: in the Japanese morning, each due search that found jobs published since it last told. Looked for outside of any
/// transaction; what is told, and through when, is written in one with the mail, so that neither two sweeps nor a restart tell anything twice.
/// Each search has its own mail, which its own press stops; a job that several of a seeker's searches find stands in the first one's alone.
/// </summary>
public sealed class SendSearchAlerts(IDbContextFactory<HelloWorkDbContext> contexts, FindNewJobs find, TimeProvider clock)
{
    /// <summary>Nobody is woken, and after an outage nobody is written to in the evening.</summary>
    private static readonly TimeOnly First = new(7, 0), Last = new(20, 0);

    private const int PerStep = 50, MostSteps = 400;

    /// <summary>What was published so shortly ago waits for the next time: its transaction may commit after others that began later.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(10);

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many mails were put into the outbox.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var time = TimeOnly.FromDateTime(Jst.ToJapan(now));
        // It rings again in ten minutes.
        if (time < First || time >= Last || !find.IsReady)
            return 0;

        var (today, through, told) = (Jst.DayOf(now), SavedSearch.Minute(now - Settle), 0);
        for (var step = 0; step < MostSteps; step++)
        {
            var due = await DueAsync(today, ct);
            var known = await KnownAsync(due, ct);
            var found = new List<(Due Search, NewJobs New)>();
            foreach (var search in due)
            {
                var jobs = search.Stands ? await find.RunAsync(search.Query, search.ToldThrough, through, search.Account, known[search.Seeker], ct) : NewJobs.None;
                known[search.Seeker].UnionWith(jobs.Jobs);
                found.Add((search, jobs));
            }
            if (due.Count > 0)
                told += await contexts.WriteAsync(db => TellAsync(db, found, today, through, now, ct), ct);
            if (due.Count < PerStep)
                break;
        }
        return told;
    }

    private async Task<List<Due>> DueAsync(DateOnly today, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SavedSearches.AsNoTracking().Where(s => s.NextAlertOn <= today).OrderBy(s => s.NextAlertOn).ThenBy(s => s.SeekerId).ThenBy(s => s.Slot).Take(PerStep)
            .Join(db.Seekers, s => s.SeekerId, p => p.Id, (s, p) => new
            {
                s.Id, s.Version, s.Query, s.ToldThrough, s.NextAlertOn, s.SeekerId, s.Slot, p.AccountId,
                Stands = p.MyPageOpenedAt != null && p.MyPageClosedAt == null && db.Users.Any(a => a.Id == p.AccountId && a.Role == Role.Seeker && a.DisabledAt == null && a.ActivatedAt != null),
            })
            .OrderBy(s => s.NextAlertOn).ThenBy(s => s.SeekerId).ThenBy(s => s.Slot)
            .Select(s => new Due(s.Id, s.Version, s.Query, s.ToldThrough, s.SeekerId, s.AccountId, s.Stands)).ToListAsync(ct);
    }

    /// <summary>What each of these seekers has been told, as far as their searches could find it again.</summary>
    private async Task<Dictionary<SeekerId, HashSet<JobNumber>>> KnownAsync(IReadOnlyList<Due> due, CancellationToken ct)
    {
        var known = due.Select(d => d.Seeker).Distinct().ToDictionary(seeker => seeker, _ => new HashSet<JobNumber>());
        if (known.Count == 0)
            return known;
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Nothing is told before it is published.
        var (seekers, since) = (known.Keys.ToList(), Jst.DayOf(due.Min(d => d.ToldThrough)));
        foreach (var told in await db.ToldJobOffers.AsNoTracking().Where(t => seekers.Contains(t.SeekerId) && t.Day >= since).Select(t => new { t.SeekerId, t.Number }).ToListAsync(ct))
            known[told.SeekerId].Add(told.Number);
        return known;
    }

    private static async Task<int> TellAsync(HelloWorkDbContext db, IReadOnlyList<(Due Search, NewJobs New)> found, DateOnly today, DateTime through, DateTime now, CancellationToken ct)
    {
        var ids = found.Select(f => f.Search.Id).ToList();
        var searches = await db.SavedSearches.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var (seekers, numbers) = (found.Select(f => f.Search.Seeker).Distinct().ToList(), found.SelectMany(f => f.New.Jobs).Distinct().ToList());
        var known = (await db.ToldJobOffers.Where(t => seekers.Contains(t.SeekerId) && numbers.Contains(t.Number)).Select(t => new { t.SeekerId, t.Number }).ToListAsync(ct)).Select(t => (t.SeekerId, t.Number)).ToHashSet();
        var (told, lookAgain) = (0, new HashSet<SeekerId>());
        foreach (var (asked, jobs) in found)
        {
            // Removed, changed, or told by another node meanwhile. What was left out of this seeker's other searches for its sake may be theirs now: looked for anew with the next ring.
            if (lookAgain.Contains(asked.Seeker) || searches.GetValueOrDefault(asked.Id) is not { } search || search.Version != asked.Version || jobs.Jobs.Any(number => known.Contains((asked.Seeker, number))))
            {
                lookAgain.Add(asked.Seeker);
                continue;
            }
            search.HaveTold(through, today);
            if (jobs.Count == 0 || asked.Account is not { } account)
                continue;
            db.SearchAlerts.Add(new(search.Id, today, jobs.Count));
            db.SearchAlertJobs.AddRange(jobs.Jobs.Select((number, i) => new SearchAlertJob(search.Id, number, today, i + 1)));
            db.ToldJobOffers.AddRange(jobs.Jobs.Select(number => new ToldJobOffer(asked.Seeker, number, today)));
            db.Tell(MailKind.SearchAlert, account, $"{search.Id.Value:N}:{today:yyMMdd}", now, ("search", search.Id.ToString()), ("alertday", today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
            db.Record(now, null, nameof(SendSearchAlerts), nameof(SavedSearch), search.Id, $"{jobs.Count} jobs");
            told++;
        }
        return told;
    }

    private sealed record Due(SavedSearchId Id, int Version, JobSearchQuery Query, DateTime ToldThrough, SeekerId Seeker, Guid? Account, bool Stands);
}
