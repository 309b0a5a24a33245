using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>利用団体のやりとりの一覧: those with unread messages first, then the latest.</summary>
public sealed class ListConversations(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int PageSize = 30;

    public sealed record Query(ProviderActor Reader, ConversationFilter Filter = ConversationFilter.All, int Page = 1);

    public sealed record Result(ProviderStanding Standing, Page<ConversationRow> Rows);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var standing = await db.DemandAsync(query.Reader, clock.UtcNow(), ct);
        if (standing is not ProviderStanding.Good)
            return new Result(standing, Page<ConversationRow>.Empty(PageSize));

        var conversations = db.Conversations.AsNoTracking().Where(c => c.ProviderId == query.Reader.Provider).Meeting(query.Filter, db);
        var count = await conversations.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var rows = await (from c in conversations
                          join a in db.SeekerAliases on new { c.ProviderId, c.SeekerId } equals new { a.ProviderId, a.SeekerId }
                          let unread = db.Messages.Count(m => m.ConversationId == c.Id && m.Kind > MessageKind.FollowUp && m.ReadAt == null)
                          orderby unread > 0 ? 0 : 1, c.LastMessageAt descending, c.Id
                          select new ConversationRow(c.Id, a.Number, db.Messages.Where(m => m.ConversationId == c.Id && m.Kind == MessageKind.Guidance).Select(m => m.Subject).Single(),
                              c.StartedAt, c.LastMessageAt, c.WishedAt, unread, db.Messages.Count(m => m.ConversationId == c.Id && m.Kind > MessageKind.FollowUp)))
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new Result(standing, new Page<ConversationRow>(rows, count, page, PageSize));
    }
}

internal static class ConversationFilters
{
    public static IQueryable<Conversation> Meeting(this IQueryable<Conversation> conversations, ConversationFilter filter, HelloWorkDbContext db) => filter switch
    {
        ConversationFilter.Unread => conversations.Where(c => db.Messages.Any(m => m.ConversationId == c.Id && m.Kind > MessageKind.FollowUp && m.ReadAt == null)),
        ConversationFilter.Answered => conversations.Where(c => db.Messages.Any(m => m.ConversationId == c.Id && m.Kind > MessageKind.FollowUp)),
        ConversationFilter.Wished => conversations.Where(c => c.WishedAt != null),
        _ => conversations,
    };
}

/// <param name="Unread">The seeker's messages the provider hasn't read.</param>
/// <param name="Answers">The seeker's messages in all.</param>
public sealed record ConversationRow(ConversationId Id, AliasNumber Seeker, string Subject, DateTime StartedAt, DateTime LastMessageAt, DateTime? WishedAt, int Unread, int Answers);

/// <summary>一覧のしぼり込み</summary>
public enum ConversationFilter
{
    /// <summary>すべて</summary>
    All = 1,
    /// <summary>未読あり</summary>
    Unread = 2,
    /// <summary>返信あり</summary>
    Answered = 3,
    /// <summary>求職申込み希望</summary>
    Wished = 4,
}
