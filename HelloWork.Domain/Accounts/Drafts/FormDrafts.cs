using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts.Drafts;

/// <summary>書きかけを保存する: by itself while typing. Leaves no audit row: nobody else sees it. With nothing typed there is no draft.</summary>
public sealed class SaveFormDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(Guid Account, DraftForm Form, string Record, TypedFields Fields);

    /// <returns>When it was kept (UTC); null: it can't be.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in any more, or such a form isn't for its role.</exception>
    public Task<DateTime?> RunAsync(Command command, CancellationToken ct) => !CanKeep(command) ? Task.FromResult<DateTime?>(null) : contexts.WriteAsync<DateTime?>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandFormAsync(command.Account, command.Form, ct);
        var draft = await db.FormDrafts.FindAsync([command.Account, command.Form, command.Record], ct);
        if (command.Fields.IsEmpty)
        {
            if (draft is not null)
                db.Remove(draft);
            return now;
        }
        if (draft is null)
        {
            var own = db.FormDrafts.Where(d => d.AccountId == command.Account);
            if (await own.CountAsync(ct) >= FormDraft.Most)
                db.Remove(await own.OrderBy(d => d.SavedAt).ThenBy(d => d.Form).ThenBy(d => d.Record).FirstAsync(ct));
            db.Add(draft = new FormDraft(command.Account, command.Form, command.Record));
        }
        draft.Save(command.Fields, now);
        return now;
    }, ct);

    private static bool CanKeep(Command command)
    {
        var values = command.Fields.Values;
        return Enum.IsDefined(command.Form) && command.Record.Length <= FormDraft.LongestRecord && command.Record.All(char.IsAscii) && values.Count <= FormDraft.MostFields
            && values.Sum(v => (long)v.Key.Length + v.Value.Sum(typed => (long)typed.Length)) <= FormDraft.Room
            && values.All(v => WrittenText.IsClean(v.Key) && v.Value.All(WrittenText.IsClean));
    }
}

/// <summary>
/// 書きかけを開く: one's own, for the page of its form. What is being posted to it is kept first, whatever becomes of it; the verb that takes it removes it again.
/// </summary>
public sealed class OpenFormDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Posted">What is being posted just now; null: the page is only visited.</param>
    public sealed record Query(Guid Account, DraftForm Form, string Record, TypedFields? Posted = null);

    /// <param name="SavedAt">UTC.</param>
    public sealed record Result(TypedFields Fields, DateTime SavedAt);

    /// <returns>Null: nothing is kept.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in any more, or such a form isn't for its role.</exception>
    public async Task<Result?> RunAsync(Query query, CancellationToken ct)
    {
        if (query.Posted is { } posted)
            await new SaveFormDraft(contexts, clock).RunAsync(new(query.Account, query.Form, query.Record, posted), ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandFormAsync(query.Account, query.Form, ct);
        var kept = await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == query.Account && d.Form == query.Form && d.Record == query.Record, ct);
        return kept is null ? null : new(kept.Fields, kept.SavedAt);
    }
}

/// <summary>書きかけを捨てる</summary>
public sealed class DiscardFormDraft(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record Command(Guid Account, DraftForm Form, string Record);

    /// <exception cref="NotAllowedException">The account can't sign in any more, or such a form isn't for its role.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandFormAsync(command.Account, command.Form, ct);
        return await db.DropFormDraftAsync(command.Account, command.Form, command.Record, ct);
    }, ct);
}

/// <summary>古い書きかけを消す: nobody has touched them for half a year; guidance that was begun too.</summary>
public sealed class RemoveOldFormDrafts(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow().AddDays(-FormDraft.DaysKept);
        return await contexts.SweepAsync(async db =>
        {
            var old = await db.GuidanceDrafts.Where(d => d.SavedAt < before).OrderBy(d => d.SavedAt).ThenBy(d => d.AccountId).ThenBy(d => d.Key).Take(Sweeping.RowsPerStep).ToListAsync(ct);
            db.RemoveRange(old);
            return old.Count;
        }, ct) + await contexts.SweepAsync(async db =>
        {
            var old = await db.FormDrafts.Where(d => d.SavedAt < before).OrderBy(d => d.SavedAt).ThenBy(d => d.AccountId).ThenBy(d => d.Form).ThenBy(d => d.Record).Take(Sweeping.RowsPerStep).ToListAsync(ct);
            db.RemoveRange(old);
            return old.Count;
        }, ct);
    }
}

internal static class FormDraftAccess
{
    private static Role RoleFor(DraftForm form) => form switch
    {
        DraftForm.InterviewOffer or DraftForm.InterviewMove or DraftForm.ApplicationStep or DraftForm.Inquiry or DraftForm.ReferralOutcome => Role.Employer,
        DraftForm.GuidanceTemplate => Role.Provider,
        DraftForm.ProviderReport => Role.Seeker,
        DraftForm.OfficeOrder or DraftForm.ReturnSlip or DraftForm.OfficeCheck => Role.Counselor,
        DraftForm.BureauOrder or DraftForm.ViolationEnd or DraftForm.Admission => Role.BureauOfficer,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
    };

    /// <exception cref="NotAllowedException">The account can't sign in any more, or such a form isn't for its role.</exception>
    public static async Task DemandFormAsync(this HelloWorkDbContext db, Guid account, DraftForm form, CancellationToken ct)
    {
        var role = RoleFor(form);
        if (!await db.Users.AnyAsync(a => a.Id == account && a.Role == role && a.DisabledAt == null && a.ActivatedAt != null, ct))
            throw new NotAllowedException($"The account doesn't act as {role}.");
    }

    /// <summary>It is sent, in the transaction at hand.</summary>
    /// <returns>False: there was none.</returns>
    public static async Task<bool> DropFormDraftAsync(this HelloWorkDbContext db, Guid account, DraftForm form, string record, CancellationToken ct)
    {
        if (await db.FormDrafts.FindAsync([account, form, record], ct) is not { } draft)
            return false;
        db.Remove(draft);
        return true;
    }

    /// <summary>Nobody can send such a form about this record any more.</summary>
    public static async Task DropFormDraftsAsync(this HelloWorkDbContext db, DraftForm form, string record, CancellationToken ct) =>
        db.RemoveRange(await db.FormDrafts.Where(d => d.Form == form && d.Record == record).ToListAsync(ct));
}
