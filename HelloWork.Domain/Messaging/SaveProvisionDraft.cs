using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>やりとりの下書きを保存する: by itself while typing, either side. No audit row, as nothing has left the writer's hands.</summary>
public sealed class SaveProvisionDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record BySeeker(ProvisionActor Writer, ConversationId Conversation, string Body);

    public sealed record ByProvider(ProviderActor Writer, ConversationId Conversation, string Body);

    /// <param name="SavedAt">UTC; null: no such conversation of the writer's, or with <paramref name="NoRoom"/> a text that can't be kept.</param>
    public sealed record Result(DateTime? SavedAt, bool NoRoom = false);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<Result> RunAsync(BySeeker command, CancellationToken ct) => SaveAsync(command.Body, command.Writer.Account, async (db, now) =>
    {
        await db.DemandAsync(command.Writer, now, ct);
        return db.Conversations.Where(c => c.Id == command.Conversation && c.SeekerId == command.Writer.Seeker);
    }, ct);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<Result> RunAsync(ByProvider command, CancellationToken ct) => SaveAsync(command.Body, command.Writer.Account, async (db, now) =>
    {
        await db.DemandAsync(command.Writer, now, ct);
        return db.Conversations.Where(c => c.Id == command.Conversation && c.ProviderId == command.Writer.Provider);
    }, ct);

    private Task<Result> SaveAsync(string typed, Guid account, Func<HelloWorkDbContext, DateTime, Task<IQueryable<Conversation>>> demand, CancellationToken ct)
    {
        var body = (typed ?? "").ReplaceLineEndings("\n");
        if (body.Length > GuidanceDraft.Room || !WrittenText.IsClean(body))
            return Task.FromResult(new Result(null, NoRoom: true));
        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            var found = await (await demand(db, now)).Select(c => (ConversationId?)c.Id).SingleOrDefaultAsync(ct);
            if (found is not { } conversation)
                return new Result(null);
            var draft = await db.MessageDrafts.FindAsync([account, conversation], ct);
            if (draft is null)
                db.Add(draft = new MessageDraft(account, conversation));
            draft.Save(body, now);
            return new Result(now);
        }, ct);
    }
}
