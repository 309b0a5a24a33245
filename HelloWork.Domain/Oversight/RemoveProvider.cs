using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>
/// 利用を解除する (OV-02): on repetition or malice, by two different officers. One proposes with a reason, another approves; from that instant
/// the provider sees nothing of anybody, and all it obtained falls due (OV-03, PR-03).
/// </summary>
public sealed class RemoveProvider(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>再度の違反 takes at least so many on record.</summary>
    public const int Repeated = 2;

    public sealed record Propose(BureauActor Officer, ProviderId Provider, RemovalGround? Ground, string Reason);

    public sealed record Approve(BureauActor Officer, RemovalProposalId Proposal);

    public sealed record Withdraw(BureauActor Officer, RemovalProposalId Proposal);

    /// <returns>Null: another officer can approve now.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<RemovalRefusal?> RunAsync(Propose command, CancellationToken ct)
    {
        var reason = WrittenText.Tidy(command.Reason);
        RemovalRefusal? refusal = command.Ground is not { } ground || !Enum.IsDefined(ground) ? RemovalRefusal.GroundMissing
            : reason.Length == 0 ? RemovalRefusal.ReasonMissing : WrittenText.Fits(reason, RemovalProposal.LongestReason) ? null : RemovalRefusal.ReasonTooLong;
        return refusal is { } no ? Task.FromResult<RemovalRefusal?>(no) : contexts.WriteAsync<RemovalRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Officer, ct);
            if (await db.Providers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Provider, ct) is not { } provider)
                return RemovalRefusal.NotFound;
            if (provider.RemovedAt is not null)
                return RemovalRefusal.Removed;
            if (await db.RemovalProposals.AnyAsync(p => p.ProviderId == provider.Id && p.ApprovedAt == null && p.WithdrawnAt == null, ct))
                return RemovalRefusal.AlreadyProposed;
            if (command.Ground is RemovalGround.Repetition && await db.Violations.CountAsync(v => v.ProviderId == provider.Id && !v.Dismissed, ct) < Repeated)
                return RemovalRefusal.NotRepeated;
            var proposal = new RemovalProposal(provider.Id, command.Ground!.Value, reason, command.Officer.Account, now);
            db.Add(proposal);
            db.Record(now, command.Officer.Account, nameof(RemoveProvider), nameof(RemovalProposal), proposal.Id, $"proposed {proposal.Ground}");
            await db.SignalAsync([LiveTopic.Bureau], now, ct);
            return null;
        }, ct);
    }

    /// <returns>Null: the provider is removed.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<RemovalRefusal?> RunAsync(Approve command, CancellationToken ct) => contexts.WriteAsync<RemovalRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Officer, ct);
        if (await db.RemovalProposals.SingleOrDefaultAsync(p => p.Id == command.Proposal, ct) is not { } proposal)
            return RemovalRefusal.NotFound;
        if (!proposal.IsOpen)
            return RemovalRefusal.Decided;
        if (proposal.ProposedBy == command.Officer.Account)
            return RemovalRefusal.SameOfficer;
        var provider = await db.Providers.SingleAsync(p => p.Id == proposal.ProviderId, ct);
        proposal.Approve(command.Officer.Account, now);
        provider.Remove(now);
        foreach (var violation in await db.Violations.Where(v => v.ProviderId == provider.Id && v.HandledAt == null).ToListAsync(ct))
        {
            violation.Accept(command.Officer.Account, now);
            await db.DropFormDraftsAsync(DraftForm.ViolationEnd, violation.Id.ToString(), ct);
        }
        await db.DropFormDraftsAsync(DraftForm.BureauOrder, provider.Id.ToString(), ct);
        var members = await db.MembersAsync([provider.Id], ct);
        foreach (var member in members)
            db.Tell(MailKind.ProviderRemoved, member.AccountId, proposal.Id, now);
        db.Record(now, command.Officer.Account, nameof(RemoveProvider), nameof(Provider), provider.Id, $"removed, proposed by {proposal.ProposedBy}");
        await db.SignalAsync([LiveTopic.Organisation(provider.Id.Value), LiveTopic.Bureau, .. members.Select(m => LiveTopic.Account(m.AccountId))], now, ct);
        return null;
    }, ct);

    /// <returns>Null when withdrawn.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<RemovalRefusal?> RunAsync(Withdraw command, CancellationToken ct) => contexts.WriteAsync<RemovalRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Officer, ct);
        if (await db.RemovalProposals.SingleOrDefaultAsync(p => p.Id == command.Proposal, ct) is not { } proposal)
            return RemovalRefusal.NotFound;
        if (!proposal.IsOpen)
            return RemovalRefusal.Decided;
        proposal.Withdraw(command.Officer.Account, now);
        db.Record(now, command.Officer.Account, nameof(RemoveProvider), nameof(RemovalProposal), proposal.Id, "withdrawn");
        await db.SignalAsync([LiveTopic.Bureau], now, ct);
        return null;
    }, ct);
}

/// <summary>Why a provider isn't removed, or not proposed to be.</summary>
public enum RemovalRefusal
{
    NotFound = 1,
    GroundMissing = 2,
    ReasonMissing = 3,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    ReasonTooLong = 4,
    /// <summary>Fewer than two violations are on record.</summary>
    NotRepeated = 5,
    /// <summary>A proposal waits already.</summary>
    AlreadyProposed = 6,
    /// <summary>利用解除 has happened.</summary>
    Removed = 7,
    /// <summary>Whoever proposed can't approve.</summary>
    SameOfficer = 8,
    /// <summary>Approved or withdrawn meanwhile.</summary>
    Decided = 9,
}
