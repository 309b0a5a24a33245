using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// 求職情報を提供先に公開する (PV-03): what was reviewed and nothing else; in force at once. The statement is the one employers see as well,
/// where the seeker is shown to them.
/// </summary>
public sealed class PublishProfile(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Reviewed">The <see cref="StatementInHand.Fingerprint"/> of what the review showed.</param>
    /// <param name="KeepsIdentifyingText">The seeker saw what identifies them and keeps it (PV-04).</param>
    public sealed record Command(ProvisionActor Seeker, string Reviewed, bool KeepsIdentifyingText);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<PublishRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(db => PublishAsync(db, command, ct), ct);

    private async Task<PublishRefusal?> PublishAsync(HelloWorkDbContext db, Command command, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var seeker = command.Seeker.Seeker;
        var barred = await db.DemandAsync(command.Seeker, now, ct) switch
        {
            ProvisionState.Stopped => PublishRefusal.Stopped,
            ProvisionState.RegistrationEnded => PublishRefusal.RegistrationEnded,
            ProvisionState.NoProviderChosen => PublishRefusal.NoProviderChosen,
            _ => (PublishRefusal?)null,
        };
        if (barred is not null)
            return barred;

        var inHand = await db.StatementInHandAsync(seeker, ct);
        if (inHand.Fingerprint != command.Reviewed)
            return PublishRefusal.ChangedSinceReview;
        if (inHand.Statement.Faults().Count > 0)
            return PublishRefusal.Faulty;
        var identifying = inHand.Statement.Identifying().Count;
        if (identifying > 0 && !command.KeepsIdentifyingText)
            return PublishRefusal.IdentifyingText;

        if (inHand.DraftSavedAt is not null)
            await db.StateAsync(seeker, inHand.Statement, now, ct);
        (await db.ProvisionServices.SingleAsync(s => s.SeekerId == seeker, ct)).Publish(now);
        db.Record(now, command.Seeker.Account, nameof(PublishProfile), nameof(SeekerProfile), seeker, $"{command.Reviewed}, {identifying} places kept");
        await db.SignalAsync([LiveTopic.Profile(command.Seeker.Seeker.Value), LiveTopic.Account(command.Seeker.Account)], now, ct);
        return null;
    }
}

/// <summary>Why a profile isn't published.</summary>
public enum PublishRefusal
{
    /// <summary>利用停止中</summary>
    Stopped = 1,
    /// <summary>求職登録が終わっている</summary>
    RegistrationEnded = 2,
    /// <summary>どちらにも提供しない</summary>
    NoProviderChosen = 3,
    /// <summary>Another window typed on after the review.</summary>
    ChangedSinceReview = 4,
    /// <summary>Something has to be mended first.</summary>
    Faulty = 5,
    /// <summary>Something identifies the seeker, and they haven't said that they keep it.</summary>
    IdentifyingText = 6,
}
