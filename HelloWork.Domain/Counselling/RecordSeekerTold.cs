using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>求職者への連絡を記録する (CO-03): how and when the seeker was told of the employer's question.</summary>
public sealed class RecordSeekerTold(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, ContactInquiryId Inquiry, TellingWay Way, DateOnly On);

    /// <returns>Null: recorded.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<InquiryRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<InquiryRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var inquiry = await db.OwnInquiryAsync(command.Counselor, command.Inquiry, ct);
        if (inquiry is null)
            return InquiryRefusal.NotFound;
        if (inquiry.AnsweredAt is not null)
            return InquiryRefusal.Answered;
        if (inquiry.CheckedAt is null)
            return InquiryRefusal.NotChecked;
        if (!Enum.IsDefined(command.Way))
            return InquiryRefusal.WayMissing;
        if (command.On < Jst.DayOf(inquiry.SentAt) || command.On > Jst.DayOf(now))
            return InquiryRefusal.DayImpossible;
        inquiry.Tell(command.Way, command.On);
        await db.MoveDeskWorkAsync(DeskItemKind.Inquiry, inquiry.Id.Value, DeskItemState.Waiting, now, ct);
        db.Record(now, command.Counselor.Account, nameof(RecordSeekerTold), nameof(ContactInquiry), inquiry.Id, $"{command.Way} {command.On:yyyy-MM-dd}");
        await db.SignalAsync([LiveTopic.Organisation(inquiry.OfficeId.Value)], now, ct);
        return null;
    }, ct);
}
