using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>希望と条件の確認を記録する (CO-03). The employer sees that the office is at it.</summary>
public sealed class CheckInquiry(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, ContactInquiryId Inquiry);

    /// <returns>Null: recorded, now or already.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<InquiryRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<InquiryRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var inquiry = await db.OwnInquiryAsync(command.Counselor, command.Inquiry, ct);
        if (inquiry is null)
            return InquiryRefusal.NotFound;
        if (inquiry.AnsweredAt is not null)
            return InquiryRefusal.Answered;
        if (inquiry.CheckedAt is not null)
            return null;
        inquiry.Check(now);
        await db.MoveDeskWorkAsync(DeskItemKind.Inquiry, inquiry.Id.Value, DeskItemState.InProgress, now, ct);
        db.Record(now, command.Counselor.Account, nameof(CheckInquiry), nameof(ContactInquiry), inquiry.Id);
        await db.SignalAsync([LiveTopic.Organisation(inquiry.OfficeId.Value)], now, ct);
        return null;
    }, ct);
}

internal static class DeskInquiryAccess
{
    /// <returns>Null: the counselor's office has no such inquiry.</returns>
    public static async Task<ContactInquiry?> OwnInquiryAsync(this HelloWorkDbContext db, CounselorActor counselor, ContactInquiryId id, CancellationToken ct)
    {
        var office = await db.DemandDeskAsync(counselor, ct);
        return await db.ContactInquiries.SingleOrDefaultAsync(i => i.Id == id && i.PlacementOfficeCode == office, ct);
    }
}

/// <summary>Why a step of an inquiry isn't recorded.</summary>
public enum InquiryRefusal
{
    /// <summary>The counselor's office has none like it.</summary>
    NotFound = 1,
    /// <summary>It was answered, perhaps by a colleague.</summary>
    Answered = 2,
    /// <summary>希望と条件を確かめていない</summary>
    NotChecked = 3,
    /// <summary>求職者に伝えていない</summary>
    SeekerNotTold = 4,
    /// <summary>伝えた方法 isn't chosen.</summary>
    WayMissing = 5,
    /// <summary>A day before the question came, or one to come.</summary>
    DayImpossible = 6,
    ResultMissing = 7,
    AnswerMissing = 8,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    AnswerTooLong = 9,
}
