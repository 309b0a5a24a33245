using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>
/// 削除を求める (PR-04): the provider answers within 7 days what became of what it holds. It is blocked by the same act, since it could
/// open the profile again otherwise; the seeker lifts the block when they wish.
/// </summary>
public sealed class AskForDeletion(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProvisionActor Seeker, ConversationId Conversation);

    /// <returns>Null: the demand stands, now or since before.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<DemandRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<DemandRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var (account, seeker) = command.Seeker;
        await db.DemandAsync(command.Seeker, now, ct);
        var talk = await db.Conversations.SingleOrDefaultAsync(c => c.Id == command.Conversation && c.SeekerId == seeker, ct);
        if (talk is null)
            return DemandRefusal.NotFound;
        var held = await db.ObtainedProfiles.SingleOrDefaultAsync(o => o.ProviderId == talk.ProviderId && o.SeekerId == seeker && o.SettledAt == null, ct);
        if (held?.DemandedAt is not null)
            return null;
        if (held is null)
        {
            if (await db.ObtainedProfiles.AnyAsync(o => o.ProviderId == talk.ProviderId && o.SeekerId == seeker, ct))
                return DemandRefusal.Settled;
            // Who wrote from the list alone, without opening the profile, has seen its summary.
            var number = await db.SeekerAliases.Where(a => a.ProviderId == talk.ProviderId && a.SeekerId == seeker).Select(a => a.Number).SingleAsync(ct);
            db.Add(held = new ObtainedProfile(talk.ProviderId, seeker, number, talk.StartedAt));
        }
        held.AskForDeletion(now);
        if (await db.ProviderBlocks.FindAsync([seeker, talk.ProviderId], ct) is null)
            db.ProviderBlocks.Add(new ProviderBlock(seeker, talk.ProviderId, now));
        foreach (var member in await db.MembersAsync([talk.ProviderId], ct))
            db.Tell(MailKind.DeletionDemanded, member.AccountId, held.Id, now);
        db.Record(now, account, nameof(AskForDeletion), nameof(ObtainedProfile), held.Id);
        await db.SignalAsync([LiveTopic.Organisation(talk.ProviderId.Value), LiveTopic.Account(account), LiveTopic.Profile(seeker.Value), LiveTopic.Conversation(talk.Id.Value)], now, ct);
        return null;
    }, ct);
}

/// <summary>Why a deletion isn't demanded.</summary>
public enum DemandRefusal
{
    NotFound = 1,
    /// <summary>The provider has said what became of it: there is nothing to demand.</summary>
    Settled = 2,
}

internal static class ProviderAddressees
{
    /// <summary>The accounts of these providers that can read mail and pages.</summary>
    public static Task<List<ProviderMember>> MembersAsync(this HelloWorkDbContext db, IReadOnlyCollection<ProviderId> providers, CancellationToken ct) =>
        db.ProviderMembers.AsNoTracking().Where(m => providers.Contains(m.ProviderId) && db.Users.Any(a => a.Id == m.AccountId && a.DisabledAt == null && a.ActivatedAt != null)).ToListAsync(ct);
}
