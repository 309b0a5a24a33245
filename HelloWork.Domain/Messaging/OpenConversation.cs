using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>やりとりを開く: all messages with one provider, oldest first; those of the other side count as read from now on (読了).</summary>
public sealed class OpenConversation(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record BySeeker(ProvisionActor Reader, ConversationId Conversation);

    public sealed record ByProvider(ProviderActor Reader, ConversationId Conversation);

    /// <returns>Null: there is none of this key that is the seeker's.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<SeekersConversation?> RunAsync(BySeeker command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var state = await db.DemandAsync(command.Reader, now, ct);
        var found = await (from c in db.Conversations
                           where c.Id == command.Conversation && c.SeekerId == command.Reader.Seeker
                           join p in db.Providers on c.ProviderId equals p.Id
                           join a in db.SeekerAliases on new { c.ProviderId, c.SeekerId } equals new { a.ProviderId, a.SeekerId }
                           select new { Conversation = c, Provider = p, a.Number, Blocked = db.ProviderBlocks.Any(b => b.SeekerId == c.SeekerId && b.ProviderId == c.ProviderId) }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;

        await db.Entry(found.Provider).Collection(p => p.Handling).LoadAsync(ct);
        var messages = await ReadAsync(db, found.Conversation.Id, fromSeeker: false, LiveTopic.Account(command.Reader.Account), now, ct);
        var reachable = await db.ProviderContacts(now).AnyAsync(c => c.SeekerId == command.Reader.Seeker && c.ProviderId == found.Provider.Id, ct);
        var bar = reachable ? (ContactBar?)null : await BarOfAsync(db, state, found.Blocked, found.Provider.Id, now, ct);
        var draft = await db.MessageDrafts.FindAsync([command.Reader.Account, found.Conversation.Id], ct);
        return new SeekersConversation(found.Conversation.Id, found.Number, found.Provider.Id, found.Provider.Name, found.Provider.Kind, found.Provider.Group, found.Provider.Licence, found.Provider.About,
            found.Provider.PrivacyMark, Handling.Of(found.Provider.Handling), messages, messages.Single(m => m.Disclosures is not null).Disclosures!, found.Conversation.WishedAt, found.Blocked, bar, draft?.Body, draft?.SavedAt);
    }, ct);

    /// <param name="Conversation">Null: none of this key that is the provider's, or the provider may read nothing now.</param>
    public sealed record ForProvider(ProviderStanding Standing, ProvidersConversation? Conversation);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<ForProvider> RunAsync(ByProvider command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var standing = await db.DemandAsync(command.Reader, now, ct);
        if (standing is not ProviderStanding.Good)
            return new ForProvider(standing, null);
        var found = await (from c in db.Conversations
                           where c.Id == command.Conversation && c.ProviderId == command.Reader.Provider
                           join a in db.SeekerAliases on new { c.ProviderId, c.SeekerId } equals new { a.ProviderId, a.SeekerId }
                           select new { Conversation = c, a.Number }).SingleOrDefaultAsync(ct);
        if (found is null)
            return new ForProvider(standing, null);

        var messages = await ReadAsync(db, found.Conversation.Id, fromSeeker: true, LiveTopic.Organisation(command.Reader.Provider.Value), now, ct);
        var shown = await db.ProviderContacts(now).AnyAsync(c => c.SeekerId == found.Conversation.SeekerId && c.ProviderId == found.Conversation.ProviderId, ct)
            // What was deleted isn't opened again from here (PR-03): who finds it anew in the search holds it anew.
            && (!await db.ObtainedProfiles.AnyAsync(o => o.ProviderId == found.Conversation.ProviderId && o.SeekerId == found.Conversation.SeekerId && o.Outcome == ObtainedOutcome.Deleted, ct)
                || await db.ObtainedProfiles.AnyAsync(o => o.ProviderId == found.Conversation.ProviderId && o.SeekerId == found.Conversation.SeekerId && o.SettledAt == null, ct));
        var draft = await db.MessageDrafts.FindAsync([command.Reader.Account, found.Conversation.Id], ct);
        return new ForProvider(standing, new ProvidersConversation(found.Conversation.Id, found.Number, messages, found.Conversation.WishedAt, shown, draft?.Body, draft?.SavedAt));
    }, ct);

    private static async Task<IReadOnlyList<ConversationMessage>> ReadAsync(HelloWorkDbContext db, ConversationId id, bool fromSeeker, LiveTopic owner, DateTime now, CancellationToken ct)
    {
        var messages = await db.Messages.Where(m => m.ConversationId == id).OrderBy(m => m.Number).ToListAsync(ct);
        var fresh = messages.Where(m => m.FromSeeker == fromSeeker && m.ReadAt is null).Select(m => m.Id).ToHashSet();
        foreach (var message in messages.Where(m => fresh.Contains(m.Id)))
            message.MarkRead(now);
        // The other side's page shows that it was read, one's own lists and numbers that less is unread.
        if (fresh.Count > 0)
            await db.SignalAsync([LiveTopic.Conversation(id.Value), owner], now, ct);
        return messages.ConvertAll(m => new ConversationMessage(m.Id, m.Number, m.Kind, m.Subject, m.Body, m.Disclosures, m.SentAt, m.ReadAt, fresh.Contains(m.Id)));
    }

    private static async Task<ContactBar> BarOfAsync(HelloWorkDbContext db, ProvisionState state, bool blocked, ProviderId provider, DateTime now, CancellationToken ct) => (state, blocked) switch
    {
        (ProvisionState.Stopped, _) => ContactBar.ServiceStopped,
        (ProvisionState.RegistrationEnded, _) => ContactBar.RegistrationEnded,
        (ProvisionState.NoProviderChosen, _) => ContactBar.ChoiceOrConditions,
        (_, true) => ContactBar.Blocked,
        (ProvisionState.Unpublished, _) => ContactBar.NotPublished,
        _ => await db.ProvidersInGoodStanding(now).AnyAsync(p => p.Id == provider, ct) ? ContactBar.ChoiceOrConditions : ContactBar.ProviderUnavailable,
    };
}

/// <summary>One message as either side sees it.</summary>
/// <param name="IsNew">Unread until this opening.</param>
public sealed record ConversationMessage(Guid Id, int Number, MessageKind Kind, string Subject, string Body, Disclosures? Disclosures, DateTime SentAt, DateTime? ReadAt, bool IsNew)
{
    public bool FromSeeker => Kind is MessageKind.Reply or MessageKind.Wish;
}

/// <summary>A conversation on the seeker's page.</summary>
/// <param name="Number">By which the provider knows the seeker: what it asks for when they meet.</param>
/// <param name="Disclosures">As they stood in the first guidance message.</param>
/// <param name="Bar">Why nothing can be written now; null: it can.</param>
public sealed record SeekersConversation(ConversationId Id, AliasNumber Number, ProviderId Provider, string ProviderName, ProviderKind ProviderKind, ProviderGroup Group, LicenceNumber Licence, string About,
    PrivacyMarkNumber? PrivacyMark, Handling Handling, IReadOnlyList<ConversationMessage> Messages, Disclosures Disclosures, DateTime? WishedAt, bool IsBlocked, ContactBar? Bar, string? Draft, DateTime? DraftSavedAt);

/// <summary>A conversation on the provider's page. Whether and why the seeker is gone, it doesn't tell (MS-05).</summary>
/// <param name="ProfileShown">The profile can be opened.</param>
public sealed record ProvidersConversation(ConversationId Id, AliasNumber Seeker, IReadOnlyList<ConversationMessage> Messages, DateTime? WishedAt, bool ProfileShown, string? Draft, DateTime? DraftSavedAt);

/// <summary>Why a seeker can't write to a provider now; for the seeker's eyes only.</summary>
public enum ContactBar
{
    /// <summary>提供を停止している (PV-07)</summary>
    ServiceStopped = 1,
    /// <summary>登録の有効期間が終わった (PV-05)</summary>
    RegistrationEnded = 2,
    /// <summary>公開を取りやめている</summary>
    NotPublished = 3,
    /// <summary>ブロックしている (MS-05)</summary>
    Blocked = 4,
    /// <summary>提供先の区分か受信条件の外にある団体 (PV-02, PV-06)</summary>
    ChoiceOrConditions = 5,
    /// <summary>団体の側が利用できない (OV-03)</summary>
    ProviderUnavailable = 6,
}
