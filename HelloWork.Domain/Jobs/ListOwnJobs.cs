using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>自社の求人一覧: the office's jobs with the state each has today.</summary>
public sealed class ListOwnJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int Size = 30;

    /// <param name="State">Null: every state.</param>
    /// <param name="Number">Only this one.</param>
    public sealed record Query(EmployerActor Employer, OwnJobState? State = null, int Page = 1, JobNumber? Number = null);

    /// <param name="Counts">Every state with its count.</param>
    public sealed record Result(Page<OwnJob> Jobs, IReadOnlyDictionary<OwnJobState, int> Counts);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);

        // The recorded status alone may lag behind the day: an «active» job past its last day has ended (JO-05).
        var jobs = db.JobOffers.AsNoTracking().Where(j => j.OfficeId == query.Employer.Office && (query.Number == null || j.Number == query.Number))
            .Select(j => new
            {
                Job = j,
                State = j.Status == JobOfferStatus.AwaitingCheck ? OwnJobState.AwaitingCheck
                    : j.Status == JobOfferStatus.Active && j.LastDay >= today ? OwnJobState.Active : OwnJobState.Ended,
            });
        var found = await jobs.GroupBy(j => j.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var counts = Enum.GetValues<OwnJobState>().ToDictionary(s => s, s => found.GetValueOrDefault(s));

        var wanted = query.State is { } state ? jobs.Where(j => j.State == state) : jobs;
        var count = query.State is { } one ? counts[one] : counts.Values.Sum();
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + Size - 1) / Size));
        var rows = await wanted.OrderBy(j => j.State).ThenByDescending(j => j.Job.AcceptedOn).ThenByDescending(j => j.Job.Number)
            .Skip((page - 1) * Size).Take(Size)
            .Select(j => new OwnJob(j.Job.Id, j.Job.Number, j.Job.Title, j.State, j.Job.EndReason, j.Job.Disclosure, j.Job.Staffing, j.Job.WorkplaceNamed,
                j.Job.AcceptsSelfApplication, j.Job.AcceptedOn, j.Job.LastDay, j.Job.ProposedCard != null,
                db.JobChecks.Any(c => c.JobOfferId == j.Job.Id && c.SentBackAt != null)))
            .ToListAsync(ct);
        return new Result(new Page<OwnJob>(rows, count, page, Size), counts);
    }
}

/// <summary>求人の状態, as the employer's own list shows it.</summary>
public enum OwnJobState
{
    /// <summary>有効中</summary>
    Active = 1,
    /// <summary>確認待ち</summary>
    AwaitingCheck = 2,
    /// <summary>終了</summary>
    Ended = 3,
}

/// <summary>One of the office's jobs.</summary>
/// <param name="EndReason">Null while it hasn't been recorded: then it ended with its last day.</param>
/// <param name="ChangeAwaitsCheck">A change waits for its check while the published version stays (JO-01).</param>
/// <param name="SentBack">A counselor sent it, or its change, back to be mended.</param>
public sealed record OwnJob(
    JobOfferId Id, JobNumber Number, string Title, OwnJobState State, JobEndReason? EndReason, Disclosure Disclosure, StaffingKind Staffing, bool WorkplaceNamed,
    bool AcceptsSelfApplication, DateOnly AcceptedOn, DateOnly LastDay, bool ChangeAwaitsCheck, bool SentBack = false)
{
    /// <summary>It can be seen at its address (JO-02).</summary>
    public bool HasPage => State is OwnJobState.Active && Disclosure is not Disclosure.NotPublic;

    /// <summary>Why it couldn't accept self-applications even if the office wished (JO-02, JO-03).</summary>
    public SelfApplicationBar? Bar => this switch
    {
        { Disclosure: Disclosure.WithoutName or Disclosure.NotPublic } => SelfApplicationBar.OfficeNameNotShown,
        { Staffing: not StaffingKind.None, WorkplaceNamed: false } => SelfApplicationBar.WorkplaceNotNamed,
        _ => null,
    };
}
