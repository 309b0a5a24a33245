using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>応募の下書きを保存する: the motivation as typed so far, also one that is still too long to send.</summary>
public sealed class SaveApplicationDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>What the column holds, in UTF-16 units.</summary>
    public const int MostKept = 4000;

    public sealed record Command(SeekerActor Seeker, JobNumber Job, string Motivation);

    /// <returns>When it was saved (UTC); null: no such job for this seeker, applied already, or more than can be kept.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<DateTime?> RunAsync(Command command, CancellationToken ct)
    {
        var motivation = WrittenText.Tidy(command.Motivation);
        if (motivation.Length > MostKept || !WrittenText.IsClean(motivation))
            return Task.FromResult<DateTime?>(null);
        return contexts.WriteAsync(db => SaveAsync(db, command, motivation, ct), ct);
    }

    private async Task<DateTime?> SaveAsync(HelloWorkDbContext db, Command command, string motivation, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var job = await db.FindJobAsync(command.Job, command.Seeker.Seeker, ct);
        if (job is null || await db.StandingAsync(job, command.Seeker.Seeker, ct) is not null)
            return null;
        var now = clock.UtcNow();
        var draft = await db.ApplicationDrafts.FindAsync([command.Seeker.Account, job.Id], ct);
        if (draft is null)
            db.ApplicationDrafts.Add(draft = new ApplicationDraft(command.Seeker.Account, job.Id));
        draft.Save(motivation, now);
        return now;
    }
}
