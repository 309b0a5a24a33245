using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>メモを残す (CO-06): for colleagues of the office only, also on what is done already.</summary>
public sealed class WriteDeskNote(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, DeskItemId Item, string Text);

    /// <returns>Null: it is kept.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<DeskNoteRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<DeskNoteRefusal?>(async db =>
    {
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var text = WrittenText.Tidy(command.Text);
        if (!await db.AtDesk(office).AnyAsync(i => i.Id == command.Item, ct))
            return DeskNoteRefusal.NotFound;
        if (text.Length == 0)
            return DeskNoteRefusal.Empty;
        if (!WrittenText.Fits(text, DeskNote.LongestText))
            return DeskNoteRefusal.TooLong;
        var now = clock.UtcNow();
        db.Add(new DeskNote(command.Item, command.Counselor.Account, text, now));
        await db.DropDeskDraftAsync(command.Counselor, DeskDraftForm.ItemNote, command.Item.Value, ct);
        db.Record(now, command.Counselor.Account, nameof(WriteDeskNote), nameof(DeskItem), command.Item);
        await db.SignalAsync([LiveTopic.Desk(office)], now, ct);
        return null;
    }, ct);
}

/// <summary>Why a note isn't kept.</summary>
public enum DeskNoteRefusal
{
    NotFound = 1,
    Empty = 2,
    /// <summary>Over 1,000 characters, or with signs that can't be kept.</summary>
    TooLong = 3,
}
