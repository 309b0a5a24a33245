using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>問い合わせを開く: the employer's question with the job and the seeker it is about (CO-03). Who looked is in the trail.</summary>
public sealed class OpenDeskInquiry(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Again">False for a page that is brought up to date while it is open: that is no opening of its own.</param>
    public sealed record Command(CounselorActor Counselor, ContactInquiryId Inquiry, bool Again = true);

    /// <returns>Null: the counselor's office has no such inquiry.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<DeskInquiry?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var inquiry = await db.ContactInquiries.AsNoTracking().SingleOrDefaultAsync(i => i.Id == command.Inquiry && i.PlacementOfficeCode == office, ct);
        if (inquiry is null)
            return null;
        var (seeker, job) = (await db.DeskSeekerAsync(inquiry.SeekerId, today, ct), await db.DeskJobAsync(inquiry.JobOfferId, today, ct));
        var due = await db.DeskItems.Where(i => i.Kind == DeskItemKind.Inquiry && i.RecordId == inquiry.Id.Value && i.ClosedAt == null).Select(i => (DateOnly?)i.DueOn).SingleOrDefaultAsync(ct);
        await db.RecordOpeningAsync(now, command.Counselor.Account, nameof(OpenDeskInquiry), nameof(ContactInquiry), inquiry.Id, command.Again, ct, $"seeker {seeker.Number}");
        return new DeskInquiry(inquiry, due, seeker, job, seeker.Statement is { } wishes ? JobFit.Of(wishes, job.Offer) : []);
    }, ct);
}

/// <param name="DueOn">Null: answered.</param>
public sealed record DeskInquiry(ContactInquiry Inquiry, DateOnly? DueOn, DeskSeeker Seeker, DeskJob Job, IReadOnlyList<FitLine> Fit);
