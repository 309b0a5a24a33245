using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接の日時の返事を待つ応募: the seeker's applications whose employer offers times of which one is still to come, the most pressing first. What others have taken meanwhile isn't counted, as on the page.</summary>
public sealed class ListTimesToPick(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>More are never named; nobody has so many.</summary>
    public const int Most = 20;

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<IReadOnlyList<TimesToPick>> RunAsync(SeekerActor seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(seeker, ct);
        var now = clock.UtcNow();
        var offers = await (
            from interview in db.ToPick(seeker.Seeker, now)
            join application in db.SelfApplications on interview.SelfApplicationId equals application.Id
            join job in db.JobOffers on application.JobOfferId equals job.Id
            join office in db.Offices on job.OfficeId equals office.Id
            orderby interview.Times.Max(t => t.StartsAt), application.Id
            select new { interview.Id, Application = application.Id, job.Title, Office = office.Id, office.Name }).Take(Most).ToListAsync(ct);
        var waiting = new List<TimesToPick>(offers.Count);
        foreach (var offer in offers)
            waiting.Add(new(offer.Application, offer.Title, offer.Name, (await db.ToBePickedAsync(offer.Id, offer.Office, now, ct)).Select(at => (DateTime?)at).LastOrDefault()));
        return [.. waiting.OrderBy(w => w.Until)];
    }
}

/// <param name="Until">UTC: the last of the times that can be picked; null: others have taken all that are still to come, and the employer waits to be told so.</param>
public sealed record TimesToPick(SelfApplicationId Application, string JobTitle, string OfficeName, DateTime? Until);

/// <summary>選べる日時を読む: for a mail, when it is sent: what of the times offered has neither passed nor gone to another applicant.</summary>
public sealed class ReadTimesToPick(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <returns>UTC, the earliest first; none where there is no such offer.</returns>
    public async Task<IReadOnlyList<DateTime>> RunAsync(InterviewId interview, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Interviews.Where(i => i.Id == interview).Select(i => (SelfApplicationId?)i.SelfApplicationId).SingleOrDefaultAsync(ct);
        return found is { } application ? await db.ToBePickedAsync(interview, await db.OfficeOfAsync(application, ct), clock.UtcNow(), ct) : [];
    }
}
