using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>書きかけ: what a counselor has typed into a form of the desk and not sent yet. Nobody else sees it.</summary>
public sealed class DeskDraft
{
    /// <summary>Four units for each of the 1,000 characters that the forms take.</summary>
    public const int Room = 4000;

    private DeskDraft() { }

    public DeskDraft(Guid account, DeskDraftForm form, Guid record) => (AccountId, Form, RecordId) = (account, form, record);

    public Guid AccountId { get; private set; }
    public DeskDraftForm Form { get; private set; }
    /// <summary>Key of what it is about: a desk item, a complaint, a question.</summary>
    public Guid RecordId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime SavedAt { get; private set; }

    public void Save(string text, DateTime now) => (Text, SavedAt) = (text, now);
}

/// <summary>Which form. Stored: none is renumbered.</summary>
public enum DeskDraftForm : byte
{
    /// <summary>受付のメモ</summary>
    ItemNote = 1,
    /// <summary>通報のメモ</summary>
    ComplaintNote = 2,
    /// <summary>問い合わせの回答</summary>
    InquiryAnswer = 3,
    /// <summary>相談の回答</summary>
    ConsultationAnswer = 4,
}

/// <summary>書きかけを保存する: by itself while typing. Leaves no audit row: nobody else sees it.</summary>
public sealed class SaveDeskDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, DeskDraftForm Form, Guid Record, string? Text);

    /// <returns>When it was kept (UTC); null: it can't be.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<DateTime?> RunAsync(Command command, CancellationToken ct)
    {
        var text = (command.Text ?? "").ReplaceLineEndings("\n");
        return !Enum.IsDefined(command.Form) || text.Length > DeskDraft.Room || !WrittenText.IsClean(text) ? Task.FromResult<DateTime?>(null) : contexts.WriteAsync<DateTime?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandDeskAsync(command.Counselor, ct);
            var draft = await db.DeskDrafts.FindAsync([command.Counselor.Account, command.Form, command.Record], ct);
            if (text.Trim().Length == 0)
            {
                if (draft is not null)
                    db.Remove(draft);
                return now;
            }
            if (draft is null)
                db.Add(draft = new DeskDraft(command.Counselor.Account, command.Form, command.Record));
            draft.Save(text, now);
            return now;
        }, ct);
    }
}

/// <summary>書きかけを読む: one's own.</summary>
public sealed class ReadDeskDraft(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record Query(CounselorActor Counselor, DeskDraftForm Form, Guid Record);

    public sealed record Result(string Text, DateTime SavedAt);

    /// <returns>Null: nothing is kept.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<Result?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandDeskAsync(query.Counselor, ct);
        return await db.DeskDrafts.Where(d => d.AccountId == query.Counselor.Account && d.Form == query.Form && d.RecordId == query.Record)
            .Select(d => new Result(d.Text, d.SavedAt)).SingleOrDefaultAsync(ct);
    }
}

internal static class DeskDrafts
{
    /// <summary>It is sent, in the transaction at hand.</summary>
    public static async Task DropDeskDraftAsync(this HelloWorkDbContext db, CounselorActor counselor, DeskDraftForm form, Guid record, CancellationToken ct)
    {
        if (await db.DeskDrafts.FindAsync([counselor.Account, form, record], ct) is { } draft)
            db.Remove(draft);
    }
}
