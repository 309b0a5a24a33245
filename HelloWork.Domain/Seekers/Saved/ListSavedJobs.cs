using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>保存した求人を一覧する: the latest first, with those that have ended.</summary>
public sealed class ListSavedJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int PageSize = 20;

    public sealed record Query(SeekerActor Seeker, int Page = 1);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<Page<SavedJobItem>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var today = clock.TodayInJapan();
        var saved = db.SavedJobs.AsNoTracking().Where(s => s.SeekerId == query.Seeker.Seeker);
        var total = await saved.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await saved.Join(db.JobOffers, s => s.JobOfferId, j => j.Id, (s, j) => new { s.SavedAt, s.Slot, j.Number, j.OfficeId, j.Card, j.Disclosure, j.Status, j.EndReason, j.AcceptedOn, j.LastDay, j.Traits })
            .OrderByDescending(r => r.SavedAt).ThenByDescending(r => r.Slot).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new([.. rows.Select(r =>
        {
            var nameShown = r.Disclosure.ShowsOfficeName(toSeeker: true);
            var ended = r.Status is JobOfferStatus.Ended ? r.EndReason : today > r.LastDay ? JobEndReason.LastDayPassed : null;
            return new SavedJobItem(r.Number, r.Disclosure is Disclosure.NotPublic ? null : new JobSummary(r.Number, nameShown ? r.Card : r.Card.WithoutOfficeName(), nameShown,
                r.AcceptedOn, r.LastDay, r.AcceptedOn >= JobSearchFilter.NewSince(today), r.Traits) { Office = r.OfficeId }, ended, r.SavedAt);
        })], total, page, PageSize);
    }
}

/// <param name="Job">As the seeker may see it; null: it isn't public any more (公開範囲 4).</param>
/// <param name="Ended">Why it is no longer active, or null.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record SavedJobItem(JobNumber Number, JobSummary? Job, JobEndReason? Ended, DateTime SavedAt);

/// <summary>保存済みの求人を見分ける: which of some jobs the seeker has saved, by one statement, since every page of a search asks it.</summary>
public sealed class MarkSavedJobs(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>Null: the account isn't this seeker's open MyPage. Public pages ask this too, and who uses the provision site alone reads them like anybody.</returns>
    public async Task<IReadOnlySet<JobNumber>?> RunAsync(SeekerActor seeker, IReadOnlyCollection<JobNumber> jobs, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asked = jobs.ToList();
        var saved = await db.Seekers.AsNoTracking().Where(s => s.Id == seeker.Seeker && s.AccountId == seeker.Account && s.MyPageOpenedAt != null && s.MyPageClosedAt == null
                && db.Users.Any(a => a.Id == s.AccountId && a.Role == Role.Seeker && a.DisabledAt == null && a.ActivatedAt != null))
            .Select(s => new
            {
                s.Id,
                Numbers = db.SavedJobs.Where(j => j.SeekerId == s.Id).Join(db.JobOffers, j => j.JobOfferId, o => o.Id, (_, o) => o.Number).Where(n => asked.Contains(n)).ToList(),
            })
            .SingleOrDefaultAsync(ct);
        return saved?.Numbers.ToHashSet();
    }
}
