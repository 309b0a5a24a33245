using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>利用団体の求職情報検索 (PR-02): finds anonymous profiles among those that choice, conditions and blocks let the provider see.</summary>
public sealed class SearchProvidedSeekers(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>What is searched for, and by whom. A 提供番号 among the words finds its profile.</summary>
    public sealed record Query(ProviderActor Viewer) : SeekerConditions;

    /// <param name="Found">Empty where the provider may see nothing now. Its count is exact; pages past <see cref="SeekerConditions.MostPages"/> aren't given.</param>
    public sealed record Result(ProviderStanding Standing, Page<ProvidedSummary> Found)
    {
        public int ReachablePages => Math.Min(Found.PageCount, SeekerConditions.MostPages);

        /// <summary>Whose profiles the page holds, for the signals of an open page; never shown.</summary>
        public IReadOnlyList<SeekerId> Seekers { get; init; } = [];
    }

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var provider = query.Viewer.Provider;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var standing = await db.DemandAsync(query.Viewer, now, ct);
        if (standing is not ProviderStanding.Good)
            return new Result(standing, Page<ProvidedSummary>.Empty(SeekerConditions.UsualSize));

        var seen = db.ShownToProvider(provider, now);
        if (AliasNumber.TryParse(query.Words, out var number))
        {
            seen = seen.Where(p => db.SeekerAliases.Any(a => a.ProviderId == provider && a.SeekerId == p.SeekerId && a.Number == number));
            query = query with { Words = null };
        }
        var (page, rows) = await seen.PageAsync(query, found => found.Select(p => new { p.SeekerId, p.ChangedAt, p.Statement }), ct);
        var aliases = await AliasesOfAsync(db, provider, rows.ConvertAll(r => r.SeekerId), ct);
        return new Result(standing, new(rows.ConvertAll(r => ProvidedSummary.Of(aliases[r.SeekerId], r.ChangedAt, r.Statement)), page.Count, page.Number, page.Size)) { Seekers = rows.ConvertAll(r => r.SeekerId) };
    }

    /// <summary>The profiles of these numbers, as far as the provider may see them now: for a page that writes to several.</summary>
    public sealed record ByNumbers(ProviderActor Viewer, IReadOnlyList<AliasNumber> Numbers);

    /// <returns>In no order; a number that can't be seen (any more) has none.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<IReadOnlyList<ProvidedSummary>> RunAsync(ByNumbers query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var provider = query.Viewer.Provider;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.DemandAsync(query.Viewer, now, ct) is not ProviderStanding.Good)
            return [];
        var rows = await db.ShownToProvider(provider, now).AsNoTracking()
            .Join(db.SeekerAliases.Where(a => a.ProviderId == provider && query.Numbers.Contains(a.Number)), p => p.SeekerId, a => a.SeekerId, (p, a) => new { a.Number, p.ChangedAt, p.Statement })
            .ToListAsync(ct);
        return rows.ConvertAll(r => ProvidedSummary.Of(r.Number, r.ChangedAt, r.Statement));
    }

    /// <summary>Only who comes across a profile for the first time writes: a number for it.</summary>
    private async Task<IReadOnlyDictionary<SeekerId, AliasNumber>> AliasesOfAsync(HelloWorkDbContext db, ProviderId provider, List<SeekerId> seekers, CancellationToken ct)
    {
        var known = await db.SeekerAliases.AsNoTracking().Where(a => a.ProviderId == provider && seekers.Contains(a.SeekerId)).ToDictionaryAsync(a => a.SeekerId, a => a.Number, ct);
        return known.Count == seekers.Count ? known : await contexts.WriteAsync(fresh => fresh.AliasesAsync(provider, seekers, ct), ct);
    }
}

/// <summary>求職情報の要約 for a provider: its own number for the profile, and each field named, so that one added to the statement isn't shown by itself.</summary>
public sealed record ProvidedSummary(AliasNumber Number, DateTime ChangedAt, string? WishedWork, IReadOnlyList<string> OccupationCodes, WorkingStyle Style, bool WantsRegular,
    IReadOnlyList<WishedPlace> Places, int? WishedMonthlyIncome, int? WishedHourlyIncome, IReadOnlyList<PastWork> PastWork, string? DrivingLicence, IReadOnlyList<string> Licences)
{
    internal static ProvidedSummary Of(AliasNumber number, DateTime changedAt, SeekerStatement s) => new(number, changedAt, s.WishedWork, s.OccupationCodes, s.Style, s.WantsRegular,
        s.Places, s.WishedMonthlyIncome, s.WishedHourlyIncome, s.PastWork, s.DrivingLicence, s.Licences);
}
