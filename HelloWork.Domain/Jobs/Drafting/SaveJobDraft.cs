using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人の下書きを保存する: one step's fields as typed, right or wrong; the first saving of a new one makes it. Leaves no audit row: nobody sees it before its check is asked for.</summary>
public sealed class SaveJobDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Typed">Only the step's own fields are taken from it.</param>
    /// <param name="Begins">Asked for by the page that begins a draft. Elsewhere one that is gone – published, thrown away by a colleague – stays gone.</param>
    public sealed record Command(EmployerActor Employer, JobDraftId Draft, JobStep Step, JobDraftValues Typed, bool Begins = false);

    /// <param name="SavedAt">UTC; null where it was refused.</param>
    public sealed record Result(DateTime? SavedAt, SaveJobDraftRefusal? Refusal);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Employer, ct);
        if (!command.Typed.HasRoom())
            return new Result(null, SaveJobDraftRefusal.NoRoom);
        var draft = await db.JobDrafts.SingleOrDefaultAsync(d => d.Id == command.Draft, ct);
        if (draft is null ? !command.Begins : draft.OfficeId != command.Employer.Office)
            return new Result(null, SaveJobDraftRefusal.NotFound);
        if (draft is null)
        {
            if (!await db.HasRoomForDraftAsync(command.Employer.Office, ct))
                return new Result(null, SaveJobDraftRefusal.TooManyDrafts);
            var office = await db.Offices.SingleAsync(o => o.Id == command.Employer.Office, ct);
            var start = await db.StartingValuesAsync(office, ct);
            db.JobDrafts.Add(new JobDraft(command.Draft, office.Id, JobDraftOrigin.New, null, null, start.With(command.Step, command.Typed), now));
            return new Result(now, null);
        }
        var values = draft.Values.With(command.Step, command.Typed);
        // Going through the steps without changing anything leaves what was sent as it was sent.
        if (!Same(values, draft.Values))
            draft.Save(values, now);
        return new Result(draft.SavedAt, null);
    }, ct);

    private static bool Same(JobDraftValues a, JobDraftValues b) =>
        a.ByPath.Count == b.ByPath.Count && a.ByPath.All(v => b.ByPath.TryGetValue(v.Key, out var other) && other == v.Value);
}

/// <summary>Why a draft isn't kept.</summary>
public enum SaveJobDraftRefusal
{
    /// <summary>Another office's, or gone.</summary>
    NotFound = 1,
    /// <summary>More than a draft can hold.</summary>
    NoRoom = 2,
    TooManyDrafts = 3,
}
