using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>プロフィールを見た事業所の一覧: which offices opened a seeker's profile and when, newest first (SS-06).</summary>
public sealed class ListProfileViews(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int PageSize = 20;

    public sealed record Query(SeekerActor Seeker, int Page = 1);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<Page<ProfileOpening>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var views = db.ProfileViews.AsNoTracking().Where(v => v.SeekerId == query.Seeker.Seeker && v.ViewerKind == ViewerKind.Employer);
        var page = Math.Max(query.Page, 1);
        var rows = await views.OrderByDescending(v => v.ViewedAt).ThenByDescending(v => v.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(v => new { v.ViewerOrganisationId, v.ViewedAt }).ToListAsync(ct);
        var offices = rows.Select(r => new OfficeId(r.ViewerOrganisationId)).Distinct().ToList();
        var names = await db.Offices.AsNoTracking().Where(o => offices.Contains(o.Id)).ToDictionaryAsync(o => o.Id.Value, o => o.Name, ct);
        return new(rows.ConvertAll(r => new ProfileOpening(names[r.ViewerOrganisationId], r.ViewedAt)), await views.CountAsync(ct), page, PageSize);
    }
}

/// <summary>One opening: who and when.</summary>
public sealed record ProfileOpening(string OfficeName, DateTime ViewedAt);
