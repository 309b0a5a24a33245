using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>プロフィールを見た事業所と利用団体の一覧: which offices and providers opened a seeker's profile and when, newest first (SS-06).</summary>
public sealed class ListProfileViews(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int PageSize = 20;

    public sealed record Query(SeekerActor Seeker, int Page = 1);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<Page<ProfileOpening>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var views = db.ProfileViews.AsNoTracking().Where(v => v.SeekerId == query.Seeker.Seeker);
        var page = Math.Max(query.Page, 1);
        var rows = await views.OrderByDescending(v => v.ViewedAt).ThenByDescending(v => v.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(v => new { v.ViewerOrganisationId, v.ViewerKind, v.ViewedAt }).ToListAsync(ct);
        var offices = rows.Where(r => r.ViewerKind is ViewerKind.Employer).Select(r => new OfficeId(r.ViewerOrganisationId)).Distinct().ToList();
        var providers = rows.Where(r => r.ViewerKind is ViewerKind.Provider).Select(r => new ProviderId(r.ViewerOrganisationId)).Distinct().ToList();
        var names = await db.Offices.AsNoTracking().Where(o => offices.Contains(o.Id)).ToDictionaryAsync(o => o.Id.Value, o => o.Name, ct);
        foreach (var provider in await db.Providers.AsNoTracking().Where(p => providers.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct))
            names.Add(provider.Id.Value, provider.Name);
        return new(rows.ConvertAll(r => new ProfileOpening(names[r.ViewerOrganisationId], r.ViewerKind, r.ViewedAt)), await views.CountAsync(ct), page, PageSize);
    }
}

/// <summary>One opening: who and when.</summary>
/// <param name="Name">The office's or the provider's.</param>
public sealed record ProfileOpening(string Name, ViewerKind Kind, DateTime ViewedAt);
