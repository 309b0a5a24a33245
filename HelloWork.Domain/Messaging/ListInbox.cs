using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>メッセージ一覧 (MS-04): every message from and to providers, with its No., state and body, newest first.</summary>
public sealed class ListInbox(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int PageSize = 30;

    public sealed record Query(ProvisionActor Reader)
    {
        public InboxFilter Filter { get; init; } = InboxFilter.Received;
        /// <summary>Only the messages exchanged with this provider.</summary>
        public ProviderId? Provider { get; init; }
        public InboxSort Sort { get; init; } = InboxSort.Newest;
        public int Page { get; init; } = 1;
    }

    /// <param name="Providers">All who ever wrote, for the filter.</param>
    public sealed record Result(ProvisionState State, Page<InboxRow> Rows, InboxCounts Counts, IReadOnlyList<InboxProvider> Providers);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var state = await db.DemandAsync(query.Reader, clock.UtcNow(), ct);
        var seeker = query.Reader.Seeker;
        var all = db.Messages.AsNoTracking().Where(m => m.SeekerId == seeker);
        var counts = new InboxCounts(await all.CountAsync(m => m.Kind <= MessageKind.FollowUp, ct),
            await all.CountAsync(m => m.Kind <= MessageKind.FollowUp && m.ReadAt == null, ct), await all.CountAsync(m => m.Kind > MessageKind.FollowUp, ct));
        var rows = query.Filter switch
        {
            InboxFilter.Unread => all.Where(m => m.Kind <= MessageKind.FollowUp && m.ReadAt == null),
            InboxFilter.Read => all.Where(m => m.Kind <= MessageKind.FollowUp && m.ReadAt != null),
            InboxFilter.Sent => all.Where(m => m.Kind > MessageKind.FollowUp),
            _ => all.Where(m => m.Kind <= MessageKind.FollowUp),
        };
        if (query.Provider is { } provider)
            rows = rows.Where(m => db.Conversations.Any(c => c.Id == m.ConversationId && c.ProviderId == provider));
        var count = await rows.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var found = await (from m in rows
                           join c in db.Conversations on m.ConversationId equals c.Id
                           join p in db.Providers on c.ProviderId equals p.Id
                           select new { Message = m, Provider = p, Blocked = db.ProviderBlocks.Any(b => b.SeekerId == seeker && b.ProviderId == p.Id) })
            .OrderedBy(query.Sort, r => r.Message.Number, r => r.Provider.Name, r => r.Message.ReadAt != null)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(r => new InboxRow(r.Message.Id, r.Message.ConversationId, r.Message.Number, r.Message.Kind, r.Provider.Id, r.Provider.Name, r.Provider.Group,
                r.Message.SentAt, r.Message.ReadAt, r.Message.Subject, r.Message.Body, r.Blocked)).ToListAsync(ct);
        var writers = await (from c in db.Conversations
                             where c.SeekerId == seeker
                             join p in db.Providers on c.ProviderId equals p.Id
                             orderby p.Name, p.Id
                             select new InboxProvider(p.Id, p.Name)).ToListAsync(ct);
        return new Result(state, new Page<InboxRow>(found, count, page, PageSize), counts, writers);
    }
}

file static class Sorting
{
    public static IQueryable<T> OrderedBy<T>(this IQueryable<T> rows, InboxSort sort, System.Linq.Expressions.Expression<Func<T, int>> number,
        System.Linq.Expressions.Expression<Func<T, string>> provider, System.Linq.Expressions.Expression<Func<T, bool>> read) => sort switch
    {
        InboxSort.Oldest => rows.OrderBy(number),
        InboxSort.Provider => rows.OrderBy(provider).ThenByDescending(number),
        InboxSort.UnreadFirst => rows.OrderBy(read).ThenByDescending(number),
        _ => rows.OrderByDescending(number),
    };
}

/// <summary>One row of the list.</summary>
/// <param name="Number">No.</param>
/// <param name="ReadAt">Null: 未読.</param>
/// <param name="IsBlocked">The seeker blocks the provider now (MS-05).</param>
public sealed record InboxRow(Guid Message, ConversationId Conversation, int Number, MessageKind Kind, ProviderId Provider, string ProviderName, ProviderGroup Group,
    DateTime SentAt, DateTime? ReadAt, string Subject, string Body, bool IsBlocked)
{
    public bool FromSeeker => Kind is MessageKind.Reply or MessageKind.Wish;
}

public sealed record InboxProvider(ProviderId Id, string Name);

/// <summary>How many stand under each tab.</summary>
public sealed record InboxCounts(int Received, int Unread, int Sent);

/// <summary>一覧のしぼり込み</summary>
public enum InboxFilter
{
    /// <summary>受信したもの</summary>
    Received = 1,
    /// <summary>未読のもの</summary>
    Unread = 2,
    /// <summary>送信したもの</summary>
    Sent = 3,
    /// <summary>読了のもの</summary>
    Read = 4,
}

/// <summary>並び順</summary>
public enum InboxSort
{
    /// <summary>新しい順</summary>
    Newest = 1,
    /// <summary>古い順</summary>
    Oldest = 2,
    /// <summary>送信元の順</summary>
    Provider = 3,
    /// <summary>未読が先</summary>
    UnreadFirst = 4,
}

/// <summary>未読の数: for the menu, either side.</summary>
public sealed class CountUnreadMessages(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>0 also where the account doesn't use the site: it is a number in a menu, not an access.</returns>
    public async Task<int> RunAsync(ProvisionActor reader, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Messages.CountAsync(m => m.SeekerId == reader.Seeker && m.Kind <= MessageKind.FollowUp && m.ReadAt == null
            && db.Seekers.Any(s => s.Id == m.SeekerId && s.AccountId == reader.Account), ct);
    }

    /// <returns>0 also where the account doesn't act for the provider.</returns>
    public async Task<int> RunAsync(ProviderActor reader, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Conversations.Where(c => c.ProviderId == reader.Provider && db.ProviderMembers.Any(m => m.AccountId == reader.Account && m.ProviderId == c.ProviderId))
            .Join(db.Messages, c => c.Id, m => m.ConversationId, (_, m) => m).CountAsync(m => m.Kind > MessageKind.FollowUp && m.ReadAt == null, ct);
    }
}
