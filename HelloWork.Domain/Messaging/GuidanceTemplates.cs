using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>案内の定型を読む: the provider's disclosures as they stand (MS-02).</summary>
public sealed class ReadGuidanceTemplate(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProviderActor Reader);

    /// <param name="Disclosures">Empty ones where nothing has been kept.</param>
    public sealed record Result(ProviderStanding Standing, Disclosures Disclosures, DateTime? ChangedAt);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var standing = await db.DemandAsync(query.Reader, clock.UtcNow(), ct);
        var template = await db.GuidanceTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.ProviderId == query.Reader.Provider, ct);
        return new Result(standing, template?.Disclosures ?? new(), template?.ChangedAt);
    }
}

/// <summary>案内の定型を保存する: complete or not; what is missing keeps guidance from being sent, not from being kept (MS-02).</summary>
public sealed class SaveGuidanceTemplate(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProviderActor Editor, Disclosures Disclosures);

    /// <param name="Faults">What keeps guidance from being sent; none: complete.</param>
    public sealed record Result(TemplateRefusal? Refusal, IReadOnlyList<DisclosureFault> Faults);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var disclosures = command.Disclosures.Tidied();
        var faults = disclosures.Faults();
        // A text that is too long can't be kept for sending; one that is missing may follow later.
        return faults.Any(f => f.TooLong)
            ? Task.FromResult(new Result(TemplateRefusal.TooLong, faults))
            : contexts.WriteAsync(db => SaveAsync(db, command.Editor, disclosures, faults, ct), ct);
    }

    private async Task<Result> SaveAsync(HelloWorkDbContext db, ProviderActor editor, Disclosures disclosures, IReadOnlyList<DisclosureFault> faults, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.DemandAsync(editor, now, ct) is not ProviderStanding.Good)
            return new Result(TemplateRefusal.NotInGoodStanding, faults);

        var template = await db.GuidanceTemplates.FindAsync([editor.Provider], ct);
        if (template is null)
            db.Add(template = new GuidanceTemplate(editor.Provider));
        template.Save(disclosures, now);
        // Colleagues' too: begun over the former template, they would hide this one and overwrite it.
        db.RemoveRange(await db.FormDrafts.Where(d => d.Form == DraftForm.GuidanceTemplate && db.ProviderMembers.Any(m => m.ProviderId == editor.Provider && m.AccountId == d.AccountId)).ToListAsync(ct));
        db.Record(now, editor.Account, nameof(SaveGuidanceTemplate), nameof(GuidanceTemplate), editor.Provider, faults.Count == 0 ? "complete" : $"{faults.Count} missing");
        return new Result(null, faults);
    }
}

/// <summary>Why a template isn't kept.</summary>
public enum TemplateRefusal
{
    /// <summary>A text is longer than it may be, or has characters that can't be shown; the faults say which.</summary>
    TooLong = 1,
    /// <summary>利用停止中・利用解除 (OV-03)</summary>
    NotInGoodStanding = 2,
}
