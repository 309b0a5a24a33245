using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>受付をひらく (CO-06): one item with its notes and what was done to it.</summary>
public sealed class OpenDeskItem(IDbContextFactory<HelloWorkDbContext> contexts)
{
    private const int MostShown = 200;

    public sealed record Query(CounselorActor Reader, DeskItemId Item);

    public sealed record Result(string PlacementOfficeCode, DeskRow Item, IReadOnlyList<DeskNoteRow> Notes, IReadOnlyList<DeskStepRow> Steps, IReadOnlyList<DeskColleague> Colleagues, bool UsesShortcuts);

    /// <returns>Null: no such item at the counselor's office.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<Result?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(query.Reader, ct);
        if (await db.AtDesk(office).AsNoTracking().Where(i => i.Id == query.Item).AsRows(db).SingleOrDefaultAsync(ct) is not { } item)
            return null;
        var notes = await db.DeskNotes.AsNoTracking().Where(n => n.DeskItemId == query.Item).OrderByDescending(n => n.WrittenAt).ThenBy(n => n.Id).Take(MostShown)
            .Join(db.Users, n => n.AuthorId, a => a.Id, (n, a) => new DeskNoteRow(n.Id, a.DisplayName, n.Text, n.WrittenAt)).ToListAsync(ct);
        var steps = await (from s in db.DeskSteps.AsNoTracking().Where(s => s.DeskItemId == query.Item)
                           join who in db.Users on s.AccountId equals who.Id
                           select new DeskStepRow(s.Id, s.At, who.DisplayName, s.Kind, db.Users.Where(a => a.Id == s.AssigneeId).Select(a => a.DisplayName).FirstOrDefault(), s.DueOn, s.State))
            .ToListAsync(ct);
        var shortcutsOff = await db.StaffPosts.AnyAsync(p => p.AccountId == query.Reader.Account && p.ShortcutsOff, ct);
        return new(office, item, [.. notes.OrderBy(n => n.WrittenAt)], [.. steps.OrderByDescending(s => s.At).Take(MostShown)], await db.ColleaguesAsync(office, ct), !shortcutsOff);
    }
}

/// <summary>メモ</summary>
public sealed record DeskNoteRow(Guid Id, string Author, string Text, DateTime WrittenAt);

/// <summary>経過</summary>
/// <param name="By">Who did it.</param>
/// <param name="Assignee">With <see cref="DeskStepKind.Assigned"/>; null: given back.</param>
public sealed record DeskStepRow(Guid Id, DateTime At, string By, DeskStepKind Kind, string? Assignee, DateOnly? DueOn, DeskItemState? State);
