using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>自社の問い合わせ一覧: what the office has asked Hello Work about seekers, newest first (SS-05).</summary>
public sealed class ListOwnInquiries(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int Most = 100;

    /// <param name="PlacementOfficeCode">The office that was asked.</param>
    /// <param name="AnsweredAt">Null: no answer yet; how far it is, <paramref name="State"/> says.</param>
    public sealed record Inquiry(
        ContactInquiryId Id, string Number, PublicNumber Seeker, bool SeekerShown, JobNumber Job, string JobTitle, string PlacementOfficeCode,
        string Message, DateTime SentAt, InquiryState State, InquiryResult? Result, DateTime? AnsweredAt, string? Answer);

    /// <param name="seeker">Null: about all seekers.</param>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<IReadOnlyList<Inquiry>> RunAsync(EmployerActor employer, PublicNumber? seeker, CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);

        var own = from inquiry in db.ContactInquiries.AsNoTracking()
                  join profile in db.SeekerProfiles on inquiry.SeekerId equals profile.SeekerId
                  join job in db.JobOffers on inquiry.JobOfferId equals job.Id
                  where inquiry.OfficeId == employer.Office
                  select new { inquiry, profile, job };
        if (seeker is { } number)
            own = own.Where(o => o.profile.PublicNumber == number);
        var rows = await own.OrderByDescending(o => o.inquiry.SentAt).ThenBy(o => o.inquiry.Id).Take(Most)
            .Select(o => new { o.inquiry, o.profile.PublicNumber, Shown = db.ShownToEmployers(today).Any(p => p.SeekerId == o.profile.SeekerId), o.job.Number, o.job.Title })
            .ToListAsync(ct);
        return rows.ConvertAll(r => new Inquiry(r.inquiry.Id, r.inquiry.Number, r.PublicNumber, r.Shown, r.Number, r.Title, r.inquiry.PlacementOfficeCode,
            r.inquiry.Message, r.inquiry.SentAt, r.inquiry.State, r.inquiry.Result, r.inquiry.AnsweredAt, r.inquiry.Answer));
    }
}
