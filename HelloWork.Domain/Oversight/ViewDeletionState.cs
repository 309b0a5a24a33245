using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>対処状況を見る (PR-04): for the seeker, what one provider holds or what became of it.</summary>
public sealed class ViewDeletionState(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, DeletionRules rules)
{
    public sealed record Query(ProvisionActor Seeker, ConversationId Conversation);

    /// <returns>Null: no such conversation of the seeker's.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public async Task<DeletionState?> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (seeker, id) = (query.Seeker.Seeker, query.Conversation);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, now, ct);
        if (await db.Conversations.Where(c => c.Id == id && c.SeekerId == seeker).Select(c => new { c.ProviderId }).SingleOrDefaultAsync(ct) is not { } talk)
            return null;
        // What is held comes first, then what was settled last.
        var last = await db.ObtainedProfiles.AsNoTracking().Where(o => o.ProviderId == talk.ProviderId && o.SeekerId == seeker)
            .OrderBy(o => o.SettledAt != null).ThenByDescending(o => o.SettledAt).FirstOrDefaultAsync(ct);
        return last switch
        {
            null => new DeletionState(true, null, null, false, null, null, null),
            { SettledAt: null, DemandedAt: { } demanded } => new(false, demanded, rules.AnswerBy(demanded), rules.AnswerBy(demanded) < Jst.DayOf(now), null, null, null),
            { SettledAt: null } => new(true, null, null, false, null, null, null),
            _ => new(false, last.DemandedAt, null, false, last.Outcome, last.SettledAt, last.RegisteredOn),
        };
    }
}

/// <param name="CanDemand">Nothing is demanded, and something may be held.</param>
/// <param name="AnswerBy">While a demand waits: the last day for the provider's answer.</param>
/// <param name="IsLate">That day is over.</param>
public sealed record DeletionState(bool CanDemand, DateTime? DemandedAt, DateOnly? AnswerBy, bool IsLate, ObtainedOutcome? Outcome, DateTime? SettledAt, DateOnly? RegisteredOn);
