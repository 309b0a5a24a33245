using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>やりとりの数: for the provider's first page and the tabs of its list, with what it has sent of today's 1,000.</summary>
public sealed class CountConversations(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProviderActor Reader);

    /// <param name="Unread">Conversations with a message of the seeker's that nobody at the provider has read.</param>
    /// <param name="SentToday">Guidance messages, by the Japanese day.</param>
    public sealed record Result(int All, int Unread, int Answered, int Wished, int SentToday)
    {
        public int LeftToday => GuidanceCount.MostPerDay - SentToday;

        public int this[ConversationFilter filter] => filter switch
        {
            ConversationFilter.Unread => Unread,
            ConversationFilter.Answered => Answered,
            ConversationFilter.Wished => Wished,
            _ => All,
        };
    }

    /// <returns>Null: the provider may read nothing now.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<Result?> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (provider, today) = (query.Reader.Provider, Jst.DayOf(now));
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.DemandAsync(query.Reader, now, ct) is not ProviderStanding.Good)
            return null;
        return new Result(await CountAsync(ConversationFilter.All), await CountAsync(ConversationFilter.Unread), await CountAsync(ConversationFilter.Answered),
            await CountAsync(ConversationFilter.Wished), await db.GuidanceCounts.Where(c => c.ProviderId == provider && c.Day == today).Select(c => c.Sent).SingleOrDefaultAsync(ct));

        Task<int> CountAsync(ConversationFilter filter) => db.Conversations.Where(c => c.ProviderId == provider).Meeting(filter, db).CountAsync(ct);
    }
}
