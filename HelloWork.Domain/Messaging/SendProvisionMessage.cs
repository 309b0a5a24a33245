using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>
/// やりとりにメッセージを送る: a seeker's reply or wish, a provider's follow-up. Neither starts a conversation (MS-01); both need that the
/// provider may see and write to the seeker at this instant (PV-08, MS-05), and no text may say who the seeker is (MS-06).
/// </summary>
public sealed class SendProvisionMessage(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Message">Drawn with the form: sent twice it is one message.</param>
    public sealed record Reply(ProvisionActor Sender, ConversationId Conversation, Guid Message, string Body);

    /// <summary>求職申込み希望 (MS-07).</summary>
    /// <param name="FeesAccepted">The fees were explained, and the seeker accepts them.</param>
    /// <param name="Body">A word to it; may be empty.</param>
    public sealed record Wish(ProvisionActor Sender, ConversationId Conversation, Guid Message, bool FeesAccepted, string Body);

    public sealed record FollowUp(ProviderActor Sender, ConversationId Conversation, Guid Message, string Body);

    /// <returns>Null: sent.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<WriteRefusal?> RunAsync(Reply command, CancellationToken ct) =>
        RefusalOf(command.Body) is { } no ? No(no)
        : contexts.WriteAsync(db => FromSeekerAsync(db, command.Sender, command.Conversation, command.Message, MessageKind.Reply, WrittenText.Tidy(command.Body), ct), ct);

    /// <returns>Null: sent.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<WriteRefusal?> RunAsync(Wish command, CancellationToken ct)
    {
        if (!command.FeesAccepted)
            return No(WriteRefusal.FeesNotAccepted);
        var word = WrittenText.Tidy(command.Body);
        if (word.Length > 0 && RefusalOf(word) is { } no)
            return No(no);
        return contexts.WriteAsync(db => FromSeekerAsync(db, command.Sender, command.Conversation, command.Message, MessageKind.Wish, word, ct), ct);
    }

    /// <returns>Null: sent.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<WriteRefusal?> RunAsync(FollowUp command, CancellationToken ct) =>
        RefusalOf(command.Body) is { } no ? No(no)
        : contexts.WriteAsync(db => FromProviderAsync(db, command, WrittenText.Tidy(command.Body), ct), ct);

    private static Task<WriteRefusal?> No(WriteRefusal refusal) => Task.FromResult<WriteRefusal?>(refusal);

    private static WriteRefusal? RefusalOf(string body) => MessageText.JudgeBody(body).Refusal switch
    {
        null => null,
        TextRefusal.Missing => WriteRefusal.BodyMissing,
        TextRefusal.TooLong => WriteRefusal.BodyTooLong,
        _ => WriteRefusal.Identifying,
    };

    private async Task<WriteRefusal?> FromSeekerAsync(HelloWorkDbContext db, ProvisionActor sender, ConversationId id, Guid message, MessageKind kind, string body, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.DemandAsync(sender, now, ct);
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == id && c.SeekerId == sender.Seeker, ct);
        if (conversation is null)
            return WriteRefusal.NotFound;
        if (kind is MessageKind.Wish && conversation.WishedAt is not null && !await db.Messages.AnyAsync(m => m.Id == message, ct))
            return WriteRefusal.AlreadyWished;
        return await SendAsync(db, conversation, message, kind, sender.Account, body, now, nameof(Reply), ct);
    }

    private async Task<WriteRefusal?> FromProviderAsync(HelloWorkDbContext db, FollowUp command, string body, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.DemandAsync(command.Sender, now, ct) is not ProviderStanding.Good)
            return WriteRefusal.NotInGoodStanding;
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == command.Conversation && c.ProviderId == command.Sender.Provider, ct);
        return conversation is null
            ? WriteRefusal.NotFound
            : await SendAsync(db, conversation, command.Message, MessageKind.FollowUp, command.Sender.Account, body, now, nameof(FollowUp), ct);
    }

    private static async Task<WriteRefusal?> SendAsync(HelloWorkDbContext db, Conversation conversation, Guid id, MessageKind kind, Guid account, string body, DateTime now, string detail, CancellationToken ct)
    {
        if (await db.Messages.AnyAsync(m => m.Id == id, ct))
            return await db.Messages.AnyAsync(m => m.Id == id && m.ConversationId == conversation.Id && m.SenderAccountId == account, ct) ? null : WriteRefusal.NotFound;
        if (!await db.ProviderContacts(now).AnyAsync(c => c.SeekerId == conversation.SeekerId && c.ProviderId == conversation.ProviderId, ct))
            return WriteRefusal.Undeliverable;

        var first = await db.Messages.Where(m => m.ConversationId == conversation.Id && m.Kind == MessageKind.Guidance).Select(m => m.Subject).SingleAsync(ct);
        var number = (await db.LastNumbersAsync([conversation.SeekerId], ct))[conversation.SeekerId] + 1;
        db.Messages.Add(new Message(id, conversation, number, kind, account, AnswerTo(first), body, null, now));
        if (kind is MessageKind.Wish)
            conversation.NoteWish(now);
        else
            conversation.NoteMessage(now);
        if (await db.MessageDrafts.FindAsync([account, conversation.Id], ct) is { } draft)
            db.MessageDrafts.Remove(draft);
        db.Record(now, account, nameof(SendProvisionMessage), nameof(Conversation), conversation.Id, kind is MessageKind.Wish ? nameof(Wish) : detail);
        var person = await db.Seekers.Where(s => s.Id == conversation.SeekerId).Select(s => s.AccountId!.Value).SingleAsync(ct);
        await db.SignalAsync([LiveTopic.Conversation(conversation.Id.Value), LiveTopic.Account(person), LiveTopic.Organisation(conversation.ProviderId.Value)], now, ct);
        return null;
    }

    private static string AnswerTo(string subject)
    {
        var answer = $"Re: {subject}";
        return WrittenText.Length(answer) <= Message.LongestSubject ? answer : subject;
    }
}

/// <summary>Why a message isn't sent.</summary>
public enum WriteRefusal
{
    NotFound = 1,
    BodyMissing = 2,
    /// <summary>Over 2,000 characters, or with characters that can't be shown.</summary>
    BodyTooLong = 3,
    /// <summary>Text that identifies a person (MS-06); <see cref="MessageText.JudgeBody"/> says where.</summary>
    Identifying = 4,
    /// <summary>お届けできません: to a provider with no reason (MS-05); a seeker's page says which it is.</summary>
    Undeliverable = 5,
    /// <summary>手数料の説明を受け、同意したことの確認がない (MS-07)</summary>
    FeesNotAccepted = 6,
    /// <summary>The wish was told before; the procedure is shown.</summary>
    AlreadyWished = 7,
    /// <summary>利用停止中・利用解除 (OV-03)</summary>
    NotInGoodStanding = 8,
}
