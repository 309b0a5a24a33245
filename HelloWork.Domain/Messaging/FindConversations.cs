using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>送付済みかを確かめる: to which of these seekers the provider has written before, with the conversation.</summary>
public sealed class FindConversations(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProviderActor Reader, IReadOnlyList<AliasNumber> Seekers);

    /// <returns>Empty too where the provider may read nothing now.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<IReadOnlyDictionary<AliasNumber, ConversationId>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.DemandAsync(query.Reader, clock.UtcNow(), ct) is not ProviderStanding.Good)
            return new Dictionary<AliasNumber, ConversationId>();
        return await (from a in db.SeekerAliases
                      where a.ProviderId == query.Reader.Provider && query.Seekers.Contains(a.Number)
                      join c in db.Conversations on new { a.ProviderId, a.SeekerId } equals new { c.ProviderId, c.SeekerId }
                      select new { a.Number, c.Id }).ToDictionaryAsync(r => r.Number, r => r.Id, ct);
    }
}
