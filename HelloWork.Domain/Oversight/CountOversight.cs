using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>対応を待つ違反の数: for the bureau's menu.</summary>
public sealed class CountOpenViolations(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public async Task<int> RunAsync(BureauActor officer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(officer, ct);
        return await db.Violations.CountAsync(v => v.HandledAt == null, ct);
    }
}

/// <summary>労働局のホーム: what waits for an officer, the most pressing first.</summary>
public sealed class CountOversight(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int Most = 20;

    public sealed record Query(BureauActor Officer);

    /// <param name="ToConfirm">Offices' suspensions that end by themselves unless they are confirmed.</param>
    /// <param name="Proposals">Removals that wait for a second officer.</param>
    public sealed record Result(int OpenViolations, int SuspendedProviders, int Providers, IReadOnlyList<Waiting> ToConfirm, IReadOnlyList<Waiting> Proposals);

    /// <param name="Until">When it ends by itself; null: never.</param>
    /// <param name="IsOwn">Proposed by whoever looks.</param>
    public sealed record Waiting(ProviderId Provider, string Name, DateTime Since, DateTime? Until, bool IsOwn);

    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var officer = query.Officer.Account;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Officer, ct);
        var confirm = await (from s in db.ProviderSuspensions
                             where s.OrderedEndsAt != null && s.ConfirmedAt == null && s.StartsAt <= now && now < s.EndsAt
                             join p in db.Providers on s.ProviderId equals p.Id
                             where p.RemovedAt == null
                             orderby s.EndsAt, s.Id
                             select new Waiting(p.Id, p.Name, s.StartsAt, s.EndsAt, false)).Take(Most).ToListAsync(ct);
        var proposals = await (from r in db.RemovalProposals
                               where r.ApprovedAt == null && r.WithdrawnAt == null
                               join p in db.Providers on r.ProviderId equals p.Id
                               orderby r.ProposedAt, r.Id
                               select new Waiting(p.Id, p.Name, r.ProposedAt, null, r.ProposedBy == officer)).Take(Most).ToListAsync(ct);
        var (providers, good) = (await db.Providers.CountAsync(p => p.RemovedAt == null, ct), await db.ProvidersInGoodStanding(now).CountAsync(ct));
        return new Result(await db.Violations.CountAsync(v => v.HandledAt == null, ct), providers - good, providers, confirm, proposals);
    }
}
