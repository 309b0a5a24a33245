using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>問い合わせに回答する (CO-03): the employer sees the result and the words; the mail names the job alone.</summary>
public sealed class AnswerInquiry(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, ContactInquiryId Inquiry, InquiryResult Result, string? Answer);

    /// <returns>Null: answered.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<InquiryRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var answer = WrittenText.Tidy(command.Answer);
        if (!Enum.IsDefined(command.Result))
            return Task.FromResult<InquiryRefusal?>(InquiryRefusal.ResultMissing);
        if (answer.Length == 0)
            return Task.FromResult<InquiryRefusal?>(InquiryRefusal.AnswerMissing);
        if (!WrittenText.Fits(answer, ContactInquiry.LongestAnswer))
            return Task.FromResult<InquiryRefusal?>(InquiryRefusal.AnswerTooLong);
        return contexts.WriteAsync(db => AnswerAsync(db, command, answer, ct), ct);
    }

    private async Task<InquiryRefusal?> AnswerAsync(HelloWorkDbContext db, Command command, string answer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var inquiry = await db.OwnInquiryAsync(command.Counselor, command.Inquiry, ct);
        if (inquiry is null)
            return InquiryRefusal.NotFound;
        if (inquiry.AnsweredAt is not null)
            // The same form sent twice answers once.
            return (inquiry.Result, inquiry.Answer) == (command.Result, answer) ? null : InquiryRefusal.Answered;
        if (inquiry.MissingBefore(command.Result) is { } missing)
            return missing is InquiryState.Checked ? InquiryRefusal.NotChecked : InquiryRefusal.SeekerNotTold;

        inquiry.AnswerWith(command.Result, answer, now);
        await db.FinishDeskWorkAsync(DeskItemKind.Inquiry, inquiry.Id.Value, now, ct);
        var job = await db.JobOffers.Where(j => j.Id == inquiry.JobOfferId).Select(j => j.Number).SingleAsync(ct);
        db.Tell(MailKind.InquiryAnswered, inquiry.SenderAccountId, inquiry.Id, now, ("job", job.Value));
        await db.DropDeskDraftAsync(command.Counselor, DeskDraftForm.InquiryAnswer, inquiry.Id.Value, ct);
        db.Record(now, command.Counselor.Account, nameof(AnswerInquiry), nameof(ContactInquiry), inquiry.Id, $"{command.Result}");
        await db.SignalAsync([LiveTopic.Organisation(inquiry.OfficeId.Value)], now, ct);
        return null;
    }
}
