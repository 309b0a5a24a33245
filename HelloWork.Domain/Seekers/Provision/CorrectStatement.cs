using System.Text.Json;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// 求職情報を直す (CO-01): a counselor writes down what the seeker says at the window. What providers see changes only once the seeker has
/// seen that very page (PV-03): at the window, or else it becomes the seeker's draft, to be reviewed and published by themselves.
/// </summary>
public sealed class CorrectStatement(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Version">Of the profile the counselor had before their eyes; 0: there was none.</param>
    /// <param name="KeepsIdentifyingText">The seeker was shown what identifies them and keeps it (PV-04).</param>
    /// <param name="Shown">The <see cref="StatementChanges.Fingerprint"/> of what was shown as others will see it: nothing else is taken.</param>
    /// <param name="ReviewedAtWindow">The seeker saw that very page (PV-03).</param>
    public sealed record Command(CounselorActor Counselor, SeekerRegistrationId Registration, int Version, SeekerStatement Stated, string Shown, bool KeepsIdentifyingText, bool ReviewedAtWindow);

    /// <param name="AwaitsSeeker">Kept as the seeker's draft.</param>
    public sealed record Result(CorrectionRefusal? Refusal, bool AwaitsSeeker = false);

    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var stated = command.Stated.Tidied();
        if (stated.Faults().Count > 0)
            return Task.FromResult(new Result(CorrectionRefusal.Faulty));
        if (!command.KeepsIdentifyingText && stated.Identifying().Count > 0)
            return Task.FromResult(new Result(CorrectionRefusal.IdentifyingText));
        return contexts.WriteAsync(db => CorrectAsync(db, command, stated, ct), ct);
    }

    private async Task<Result> CorrectAsync(HelloWorkDbContext db, Command command, SeekerStatement stated, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.OwnRegistrationAsync(command.Counselor, command.Registration, ct) is not { } registration)
            return new(CorrectionRefusal.NotFound);
        if (!registration.IsOpenOn(Jst.DayOf(now)))
            return new(CorrectionRefusal.Ended);
        if (command.Shown != stated.Fingerprint())
            return new(CorrectionRefusal.NotAsShown);
        var seeker = registration.SeekerId;
        var profile = await db.SeekerProfiles.AsNoTracking().Where(p => p.SeekerId == seeker).Select(p => new { p.Statement, p.Version }).SingleOrDefaultAsync(ct);
        var before = profile?.Statement ?? new SeekerStatement();
        var changed = before.ChangesTo(stated);
        if (changed.Count == 0)
            return new(null);
        if ((profile?.Version ?? 0) != command.Version)
            return new(CorrectionRefusal.ChangedSince);

        var awaits = !command.ReviewedAtWindow && registration.ProvisionChoice is not ProvisionChoice.Neither
            && await db.ProvisionServices.AnyAsync(s => s.SeekerId == seeker && s.PublishedAt != null && s.StoppedAt == null, ct);
        if (awaits && (await db.StatementInHandAsync(seeker, ct)).DraftSavedAt is not null)
            return new(CorrectionRefusal.SeekerIsWriting);
        if (awaits)
        {
            var draft = await db.StatementDrafts.FindAsync([seeker], ct);
            if (draft is null)
                db.Add(draft = new StatementDraft(seeker));
            draft.Save(stated, now);
        }
        else
            await db.StateAsync(seeker, stated, now, ct);
        var detail = $"{(awaits ? "draft" : "in force")}, changed {string.Join(' ', changed)}";
        db.Record(now, command.Counselor.Account, nameof(CorrectStatement), nameof(SeekerRegistration), registration.Id, detail.Length > 400 ? detail[..400] : detail);
        if (await db.Seekers.Where(s => s.Id == seeker).Select(s => s.AccountId).SingleAsync(ct) is { } account)
        {
            var parts = Enum.GetValues<StatementStep>().Where(step => before.ChangesTo(before.With(step, stated)).Count > 0);
            db.Tell(awaits ? MailKind.StatementToReview : MailKind.StatementCorrected, account, $"{registration.Id}:{now:yyyyMMddHHmmssfffffff}", now, ("fields", string.Join(',', parts)));
        }
        await db.SignalAsync(registration, now, ct);
        return new(null, awaits);
    }
}

/// <summary>Why a statement isn't corrected.</summary>
public enum CorrectionRefusal
{
    /// <summary>The counselor's office has none like it.</summary>
    NotFound = 1,
    /// <summary>The registration is over.</summary>
    Ended = 2,
    /// <summary>The seeker or a colleague has changed it meanwhile.</summary>
    ChangedSince = 3,
    /// <summary>Something has to be mended first.</summary>
    Faulty = 4,
    /// <summary>Something identifies the seeker, and they haven't said that they keep it.</summary>
    IdentifyingText = 5,
    /// <summary>A draft of the seeker's own waits: only what they review at the window may replace it.</summary>
    SeekerIsWriting = 6,
    /// <summary>It was changed after it was shown as others will see it.</summary>
    NotAsShown = 7,
}

public static class StatementChanges
{
    /// <summary>Tells whether what is saved is what was looked at.</summary>
    public static string Fingerprint(this SeekerStatement statement) => Common.Fingerprint.Of(statement.Tidied());

    /// <summary>The names of the fields that differ, never what stands in them.</summary>
    public static IReadOnlyList<string> ChangesTo(this SeekerStatement before, SeekerStatement after) =>
        [.. typeof(SeekerStatement).GetProperties().Where(p => JsonSerializer.Serialize(p.GetValue(before), p.PropertyType) != JsonSerializer.Serialize(p.GetValue(after), p.PropertyType)).Select(p => p.Name)];
}
