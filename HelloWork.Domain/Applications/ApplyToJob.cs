using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>
/// オンライン自主応募をする (AP-01). By whatever route it comes: within the validity of a request for the same job it answers that
/// request (AP-02), afterwards it is an ordinary one (DR-07).
/// </summary>
public sealed class ApplyToJob(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Seen">Fingerprint of the papers the seeker was shown: nothing unseen is sent.</param>
    public sealed record Command(SeekerActor Seeker, JobNumber Job, string Motivation, string Seen);

    /// <param name="Application">Sent now, or standing already where that is the refusal.</param>
    /// <param name="Answers">The request it answered.</param>
    public sealed record Result(SelfApplicationId? Application, DirectRequestId? Answers, ApplyRefusal? Refusal)
    {
        public static Result No(ApplyRefusal refusal) => new(null, null, refusal);
    }

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var motivation = WrittenText.Tidy(command.Motivation);
        if (motivation.Length == 0)
            return Task.FromResult(Result.No(ApplyRefusal.MotivationMissing));
        if (!WrittenText.Fits(motivation, SelfApplication.LongestMotivation))
            return Task.FromResult(Result.No(ApplyRefusal.MotivationTooLong));
        return contexts.WriteAsync(db => ApplyAsync(db, command, motivation, ct), ct);
    }

    private async Task<Result> ApplyAsync(HelloWorkDbContext db, Command command, string motivation, CancellationToken ct)
    {
        var (account, seeker) = command.Seeker;
        await db.DemandAsync(command.Seeker, ct);
        var now = clock.UtcNow();
        var job = await db.FindJobAsync(command.Job, seeker, ct);
        if (job is null)
            return Result.No(ApplyRefusal.JobNotFound);
        if (await db.BarOfAsync(job, seeker, Jst.DayOf(now), ct) is { } bar)
            return Result.No(bar) with { Application = await db.StandingAsync(job, seeker, ct) };
        var papers = await db.PapersOfAsync(seeker, job.Id, motivation, ct);
        if (papers.Fingerprint() != command.Seen)
            return Result.No(ApplyRefusal.PapersChanged);

        // Held until the end: what was shown is what goes, with nothing added or taken away beside.
        var shown = papers.Documents.Select(d => d.Id).ToList();
        if (await db.DraftDocuments(seeker, job.Id).Where(d => shown.Contains(d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.Slot, d => d.Slot), ct) != shown.Count)
            return Result.No(ApplyRefusal.PapersChanged);

        var request = await db.DirectRequests.Where(r => r.JobOfferId == job.Id && r.SeekerId == seeker).InContext(db).SingleOrDefaultAsync(ct);
        var answered = request is not null && request.IsOpenAt(now) ? request.Request : null;
        answered?.MarkApplied(now);
        var application = new SelfApplication(job, seeker, answered?.Id, papers, account, now);
        db.SelfApplications.Add(application);
        // The application must be there before its files point to it.
        await db.SaveChangesAsync(ct);
        await db.DraftDocuments(seeker, job.Id).Where(d => shown.Contains(d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.SelfApplicationId, application.Id), ct);
        if (await db.ApplicationDrafts.FindAsync([account, job.Id], ct) is { } draft)
            db.ApplicationDrafts.Remove(draft);

        await TellAsync(db, job, application, answered, now, ct);
        db.Record(now, account, nameof(ApplyToJob), nameof(SelfApplication), application.Id, $"job {job.Number}{(answered is null ? "" : $" answers {answered.Id}")}");
        await db.SignalAsync([LiveTopic.Account(account), LiveTopic.Organisation(job.OfficeId.Value), .. answered is null ? Array.Empty<LiveTopic>() : [LiveTopic.Request(answered.Id.Value)]], now, ct);
        return new Result(application.Id, answered?.Id, null);
    }

    /// <summary>One mail each: who sent the request hears that it was answered, the colleagues that an application came.</summary>
    private static async Task TellAsync(HelloWorkDbContext db, JobOffer job, SelfApplication application, DirectRequest? answered, DateTime now, CancellationToken ct)
    {
        foreach (var member in await db.MembersOfAsync(job.OfficeId, ct))
        {
            if (member == answered?.SenderAccountId)
                db.Tell(MailKind.DirectRequestApplied, member, answered.Id, now, ("request", answered.Id.ToString()), ("application", application.Id.ToString()), ("job", job.Number.Value));
            else
                db.Tell(MailKind.ApplicationArrived, member, application.Id, now, ("application", application.Id.ToString()), ("job", job.Number.Value));
        }
    }
}

/// <summary>Why an application isn't sent.</summary>
public enum ApplyRefusal
{
    MotivationMissing = 1,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    MotivationTooLong = 2,
    JobNotFound = 3,
    /// <summary>有効中ではない</summary>
    JobNotActive = 4,
    /// <summary>オンライン自主応募を受け付けていない (JO-02, JO-03)</summary>
    SelfApplicationNotAccepted = 5,
    /// <summary>求職登録が有効でない</summary>
    NoOpenRegistration = 6,
    AlreadyApplied = 7,
    /// <summary>What would be sent isn't what the seeker saw any more: it is shown again first.</summary>
    PapersChanged = 8,
}
