using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>職業紹介を開く: the referral and its letter, by the counselor's office, the employer it leads to, or the seeker. The first two leave a trace.</summary>
public sealed class OpenReferral(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Again">False for a page that is brought up to date while it is open: that is no opening of its own.</param>
    public sealed record FromDesk(CounselorActor Counselor, ReferralId Referral, bool Again = true);

    /// <param name="Again">False for a page that is brought up to date while it is open: that is no opening of its own.</param>
    public sealed record FromEmployer(EmployerActor Employer, ReferralId Referral, bool Again = true);

    public sealed record FromSeeker(SeekerActor Seeker, ReferralId Referral);

    /// <returns>Null: the counselor's office has none like it.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<ReferralView?> RunAsync(FromDesk query, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var office = await db.DemandDeskAsync(query.Counselor, ct);
        return await OpenAsync(db, db.Referrals.Where(r => r.Id == query.Referral && r.PlacementOfficeCode == office), query.Counselor.Account, query.Again, ct);
    }, ct);

    /// <returns>Null: none has come to this office, or the seeker hasn't taken it up.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<ReferralView?> RunAsync(FromEmployer query, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAsync(query.Employer, ct);
        return await OpenAsync(db, db.Referrals.Where(r => r.Id == query.Referral && r.OfficeId == query.Employer.Office && r.TakenUpAt != null), query.Employer.Account, query.Again, ct);
    }, ct);

    /// <returns>Null: none was made for this seeker.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<ReferralView?> RunAsync(FromSeeker query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        return await db.ViewAsync(db.Referrals.Where(r => r.Id == query.Referral && r.SeekerId == query.Seeker.Seeker), clock.TodayInJapan(), ct);
    }

    private async Task<ReferralView?> OpenAsync(HelloWorkDbContext db, IQueryable<Referral> one, Guid account, bool again, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var view = await db.ViewAsync(one, Jst.DayOf(now), ct);
        if (view is not null)
            await db.RecordOpeningAsync(now, account, nameof(OpenReferral), nameof(Referral), view.Referral.Id, again, ct);
        return view;
    }
}
