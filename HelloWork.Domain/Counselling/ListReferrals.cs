using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>職業紹介の一覧: of an office at Hello Work, of an employer, of a seeker; those that await an outcome first, then the newest (CO-04).</summary>
public sealed class ListReferrals(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int PageSize = 30;

    /// <param name="Awaited">True: without an outcome; false: with one; null: all.</param>
    public sealed record OfDesk(CounselorActor Counselor, bool? Awaited = null, int Page = 1);

    public sealed record OfEmployer(EmployerActor Employer, int Page = 1);

    public sealed record OfSeeker(SeekerActor Seeker, int Page = 1);

    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public async Task<DeskReferrals> RunAsync(OfDesk query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(query.Counselor, ct);
        var here = db.Referrals.Where(r => r.PlacementOfficeCode == office);
        var awaited = await here.CountAsync(r => r.OutcomeAt == null, ct);
        var wanted = query.Awaited switch { true => here.Where(r => r.OutcomeAt == null), false => here.Where(r => r.OutcomeAt != null), null => here };
        return new(await db.ListAsync(wanted, named: false, query.Page, PageSize, ct), awaited);
    }

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<Page<ReferralItem>> RunAsync(OfEmployer query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        return await db.ListAsync(db.Referrals.Where(r => r.OfficeId == query.Employer.Office && r.TakenUpAt != null), named: true, query.Page, PageSize, ct);
    }

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<Page<ReferralItem>> RunAsync(OfSeeker query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        return await db.ListAsync(db.Referrals.Where(r => r.SeekerId == query.Seeker.Seeker), named: false, query.Page, PageSize, ct);
    }
}

/// <param name="Awaited">How many of the office await an outcome.</param>
public sealed record DeskReferrals(Page<ReferralItem> Page, int Awaited);
