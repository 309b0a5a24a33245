using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>案内メッセージの下書きを保存する: by itself while typing. Whatever is typed is kept, right or wrong; no audit row, as nothing has left the sender's hands.</summary>
public sealed class SaveGuidanceDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Recipients">Whom it shall go to.</param>
    /// <param name="Asked">Whom it was begun for; none: nobody in particular.</param>
    public sealed record Command(ProviderActor Sender, IReadOnlyList<AliasNumber> Recipients, string Subject, string Body, IReadOnlyList<AliasNumber>? Asked = null);

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
            var (account, key) = (command.Sender.Account, GuidanceDraft.KeyOf(command.Asked ?? []));
            var draft = await db.GuidanceDrafts.FindAsync([account, key], ct);
            if (subject.Trim().Length == 0 && body.Trim().Length == 0)
            {
                if (draft is not null)
                    db.Remove(draft);
                return now;
            }
            if (draft is null)
            {
                var own = db.GuidanceDrafts.Where(d => d.AccountId == account);
                if (await own.CountAsync(ct) >= GuidanceDraft.Most)
                    db.Remove(await own.OrderBy(d => d.SavedAt).ThenBy(d => d.Key).FirstAsync(ct));
                db.Add(draft = new GuidanceDraft(account, key));
            }
            IReadOnlyList<AliasNumber> recipients = [.. command.Recipients.Distinct().Take(GuidanceDraft.MostRecipients)];
            // Begun for nobody in particular, it has none but these to lead to its composer.
            draft.Save(recipients.Count == 0 && key.Length == 0 ? draft.Recipients : recipients, subject, body, now);
            return now;
        }, ct);
    }
}

/// <summary>案内メッセージの下書きを読む.</summary>
public sealed class ReadGuidanceDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Asked">Whom it was begun for; none: nobody in particular.</param>
    public sealed record Query(ProviderActor Sender, IReadOnlyList<AliasNumber>? Asked = null);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<GuidanceDraft?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Sender, clock.UtcNow(), ct);
        var key = GuidanceDraft.KeyOf(query.Asked ?? []);
        return await db.GuidanceDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == query.Sender.Account && d.Key == key, ct);
    }
}

/// <summary>書きかけの案内メッセージを一覧する: one's own, the latest first, by those they were begun for; not where each of them has been written to (MS-03).</summary>
public sealed class ListGuidanceDrafts(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProviderActor Sender);

    /// <param name="Asked">Whom it was begun for; none: nobody in particular, or in a former version.</param>
    /// <param name="SavedAt">UTC.</param>
    public sealed record Draft(IReadOnlyList<AliasNumber> Asked, IReadOnlyList<AliasNumber> Recipients, string Subject, DateTime SavedAt);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<IReadOnlyList<Draft>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Sender, clock.UtcNow(), ct);
        var own = await db.GuidanceDrafts.AsNoTracking().Where(d => d.AccountId == query.Sender.Account).OrderByDescending(d => d.SavedAt).ThenBy(d => d.Key).Take(GuidanceDraft.Most).ToListAsync(ct);
        var written = await db.WrittenAsync(query.Sender.Provider, own.SelectMany(d => d.Asked), ct);
        return [.. own.Where(d => d.Asked.Count == 0 || !d.Asked.All(written.Contains)).Select(d => new Draft(d.Asked, d.Recipients, d.Subject, d.SavedAt))];
    }
}

/// <summary>書きかけの案内メッセージを捨てる</summary>
public sealed class DiscardGuidanceDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProviderActor Sender, IReadOnlyList<AliasNumber> Asked);

    /// <returns>False: there is none.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAsync(command.Sender, clock.UtcNow(), ct);
        if (await db.GuidanceDrafts.FindAsync([command.Sender.Account, GuidanceDraft.KeyOf(command.Asked)], ct) is not { } draft)
            return false;
        db.Remove(draft);
        return true;
    }, ct);
}

internal static class WrittenNumbers
{
    /// <summary>Those of them the provider has a conversation with: a first message can't be sent to them any more (MS-03).</summary>
    public static async Task<HashSet<AliasNumber>> WrittenAsync(this HelloWorkDbContext db, ProviderId provider, IEnumerable<AliasNumber> numbers, CancellationToken ct)
    {
        var asked = numbers.Distinct().ToList();
        return asked.Count == 0 ? [] : [.. await (from a in db.SeekerAliases
                                                  where a.ProviderId == provider && asked.Contains(a.Number)
                                                  join c in db.Conversations on new { a.ProviderId, a.SeekerId } equals new { c.ProviderId, c.SeekerId }
                                                  select a.Number).ToListAsync(ct)];
    }
}
