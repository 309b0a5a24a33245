using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>通報にメモを書く・違反ではないとして終える (CO-05).</summary>
public sealed class WorkOnComplaint(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>メモ, for colleagues only.</summary>
    public sealed record Note(CounselorActor Counselor, ComplaintId Complaint, string Text);

    /// <summary>違反とは認められない</summary>
    /// <param name="Reason">The seeker reads it.</param>
    public sealed record NotAViolation(CounselorActor Counselor, ComplaintId Complaint, string Reason);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account works at no desk.</exception>
    public Task<ComplaintRefusal?> RunAsync(Note command, CancellationToken ct)
    {
        var text = WrittenText.Tidy(command.Text);
        return Judge(text, DeskNote.LongestText) is { } no ? Task.FromResult<ComplaintRefusal?>(no) : contexts.WriteAsync<ComplaintRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            if (await db.OwnComplaintAsync(command.Counselor, command.Complaint, ct) is not { } complaint)
                return ComplaintRefusal.NotFound;
            var record = complaint.Id.Value;
            var item = await db.DeskItems.Where(i => i.Kind == DeskItemKind.Complaint && i.RecordId == record).OrderByDescending(i => i.OpenedAt).FirstAsync(ct);
            db.Add(new DeskNote(item.Id, command.Counselor.Account, text, now));
            if (item.State is DeskItemState.New)
                item.Move(DeskItemState.InProgress);
            await db.DropDeskDraftAsync(command.Counselor, DeskDraftForm.ComplaintNote, record, ct);
            db.Record(now, command.Counselor.Account, nameof(WorkOnComplaint), nameof(Complaint), complaint.Id, "note");
            await db.SignalAsync([LiveTopic.Desk(complaint.PlacementOfficeCode)], now, ct);
            return null;
        }, ct);
    }

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account works at no desk.</exception>
    public Task<ComplaintRefusal?> RunAsync(NotAViolation command, CancellationToken ct)
    {
        var reason = WrittenText.Tidy(command.Reason);
        return Judge(reason, Complaint.LongestAnswer) is { } no ? Task.FromResult<ComplaintRefusal?>(no) : contexts.WriteAsync<ComplaintRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            if (await db.OwnComplaintAsync(command.Counselor, command.Complaint, ct) is not { } complaint)
                return ComplaintRefusal.NotFound;
            if (complaint.DecidedAt is not null)
                return ComplaintRefusal.Decided;
            await db.DecideAsync(complaint, ComplaintDecision.NotAViolation, reason, command.Counselor, now, ct);
            db.Record(now, command.Counselor.Account, nameof(WorkOnComplaint), nameof(Complaint), complaint.Id, nameof(ComplaintDecision.NotAViolation));
            await db.SignalAsync([LiveTopic.Account(complaint.ReporterAccountId)], now, ct);
            return null;
        }, ct);
    }

    private static ComplaintRefusal? Judge(string text, int most) => text.Length == 0 ? ComplaintRefusal.TextMissing : WrittenText.Fits(text, most) ? null : ComplaintRefusal.TextTooLong;
}

/// <summary>Why nothing is written or decided.</summary>
public enum ComplaintRefusal
{
    /// <summary>None of this key has reached the counselor's office.</summary>
    NotFound = 1,
    TextMissing = 2,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    TextTooLong = 3,
    /// <summary>A colleague has decided meanwhile.</summary>
    Decided = 4,
}

internal static class Complaints
{
    public static async Task<Complaint?> OwnComplaintAsync(this HelloWorkDbContext db, CounselorActor counselor, ComplaintId id, CancellationToken ct)
    {
        var office = await db.DemandDeskAsync(counselor, ct);
        return await db.Complaints.SingleOrDefaultAsync(c => c.Id == id && c.PlacementOfficeCode == office, ct);
    }

    /// <summary>Takes it off the desk and tells the seeker.</summary>
    public static async Task DecideAsync(this HelloWorkDbContext db, Complaint complaint, ComplaintDecision decision, string answer, CounselorActor counselor, DateTime now, CancellationToken ct)
    {
        await db.DropFormDraftsAsync(DraftForm.OfficeOrder, complaint.Id.ToString(), ct);
        complaint.Decide(decision, answer, counselor.Account, now);
        await db.FinishDeskWorkAsync(DeskItemKind.Complaint, complaint.Id.Value, now, ct);
        db.Tell(MailKind.ComplaintDecided, complaint.ReporterAccountId, complaint.Id, now, ("conversation", complaint.ConversationId.ToString()));
    }
}
