using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>案内メッセージの下書きを保存する: by itself while typing. Whatever is typed is kept, right or wrong; no audit row, as nothing has left the sender's hands.</summary>
public sealed class SaveGuidanceDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProviderActor Sender, IReadOnlyList<AliasNumber> Recipients, string Subject, string Body);

    /// <returns>When it was kept (UTC); null: longer than a draft may be, or with characters that can't be stored.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<DateTime?> RunAsync(Command command, CancellationToken ct)
    {
        var (subject, body) = ((command.Subject ?? "").ReplaceLineEndings("\n"), (command.Body ?? "").ReplaceLineEndings("\n"));
        if (body.Length > GuidanceDraft.Room || subject.Length > GuidanceDraft.SubjectRoom || !WrittenText.IsClean(body) || !WrittenText.IsClean(subject))
            return Task.FromResult<DateTime?>(null);

        return contexts.WriteAsync<DateTime?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Sender, now, ct);
            var draft = await db.GuidanceDrafts.FindAsync([command.Sender.Account], ct);
            if (draft is null)
                db.Add(draft = new GuidanceDraft(command.Sender.Account));
            draft.Save([.. command.Recipients.Distinct().Take(GuidanceDraft.MostRecipients)], subject, body, now);
            return now;
        }, ct);
    }
}

/// <summary>案内メッセージの下書きを読む.</summary>
public sealed class ReadGuidanceDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProviderActor Sender);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<GuidanceDraft?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Sender, clock.UtcNow(), ct);
        return await db.GuidanceDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == query.Sender.Account, ct);
    }
}
