using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>受信条件を見る (PV-06): as they are saved.</summary>
public sealed class ViewReceiveConditions(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProvisionActor Seeker);

    public sealed record Result(Handling Wanted, bool PrivacyMarkOnly);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, clock.UtcNow(), ct);
        var saved = await db.ReceiveConditions.AsNoTracking().Include(c => c.Codes).SingleOrDefaultAsync(c => c.SeekerId == query.Seeker.Seeker, ct);
        return saved is null ? new(Handling.Everything, false) : new(saved.Wanted, saved.PrivacyMarkOnly);
    }
}

/// <summary>条件にあう団体を数える: how many providers of each group would remain with these conditions, saved or not.</summary>
public sealed class CountMeetingProviders(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProvisionActor Seeker, Handling Wanted, bool PrivacyMarkOnly);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public async Task<MeetingProviders> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.UtcNow();
        var seeker = query.Seeker.Seeker;
        await db.DemandAsync(query.Seeker, now, ct);
        var choice = await db.ProvisionServices.Where(s => s.SeekerId == seeker)
            .Join(db.SeekerRegistrations, s => s.RegistrationId, r => r.Id, (_, r) => r.ProvisionChoice).SingleAsync(ct);
        var counts = await db.ProvidersMeeting(seeker, choice, query.Wanted, query.PrivacyMarkOnly, now).CountByGroupAsync(ct);
        return new(counts, await db.ProvidersInGoodStanding(now).CountAsync(ct), choice);
    }
}

/// <param name="Admitted">All providers that may use the site today.</param>
public sealed record MeetingProviders(ProviderCounts Counts, int Admitted, ProvisionChoice Choice);

/// <summary>団体の数 of each group.</summary>
public sealed record ProviderCounts(int PrivateAgencies, int LocalGovernments)
{
    public int All => PrivateAgencies + LocalGovernments;
}

internal static class ProviderCounting
{
    public static async Task<ProviderCounts> CountByGroupAsync(this IQueryable<Provider> providers, CancellationToken ct)
    {
        var groups = await providers.GroupBy(p => p.Group).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(groups.GetValueOrDefault(ProviderGroup.PrivateAgencies), groups.GetValueOrDefault(ProviderGroup.LocalGovernments));
    }
}
