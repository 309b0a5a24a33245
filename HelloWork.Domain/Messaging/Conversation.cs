using HelloWork.Domain.Common;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Messaging;

/// <summary>やりとり: all messages between one provider and one seeker. Only a provider's guidance message starts it (MS-01).</summary>
public sealed class Conversation
{
    private Conversation() { }

    public Conversation(ProviderId provider, SeekerId seeker, DateTime now)
    {
        Id = new ConversationId(NewId.Next());
        ProviderId = provider;
        SeekerId = seeker;
        StartedAt = now;
        LastMessageAt = now;
    }

    public ConversationId Id { get; private set; }
    public ProviderId ProviderId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public DateTime StartedAt { get; private set; }
    public DateTime LastMessageAt { get; private set; }
    /// <summary>求職申込み希望 (MS-07): when the seeker said so; from then on the procedure is shown.</summary>
    public DateTime? WishedAt { get; private set; }
    public int Version { get; private set; }

    public void NoteMessage(DateTime now)
    {
        LastMessageAt = now;
        Version++;
    }

    public void NoteWish(DateTime now)
    {
        WishedAt ??= now;
        NoteMessage(now);
    }
}

/// <summary>メッセージ (MS-04). Never changed after sending, but for the mark that it was read.</summary>
public sealed class Message
{
    public const int LongestSubject = 100;
    public const int LongestBody = 2000;

    private Message() { }

    /// <param name="id">Drawn with the form, so that one sent twice is one message.</param>
    /// <param name="number">No. in the seeker's list, 1, 2, 3 …</param>
    public Message(Guid id, Conversation conversation, int number, MessageKind kind, Guid sender, string subject, string body, Disclosures? disclosures, DateTime now)
    {
        if ((kind is MessageKind.Guidance) != (disclosures is not null))
            throw new ArgumentException("The first guidance message carries the disclosures, and only it (MS-02).", nameof(disclosures));
        Id = id;
        ConversationId = conversation.Id;
        SeekerId = conversation.SeekerId;
        Number = number;
        Kind = kind;
        SenderAccountId = sender;
        Subject = subject;
        Body = body;
        Disclosures = disclosures;
        SentAt = now;
    }

    public Guid Id { get; private set; }
    public ConversationId ConversationId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public int Number { get; private set; }
    public MessageKind Kind { get; private set; }
    public Guid SenderAccountId { get; private set; }
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";
    public Disclosures? Disclosures { get; private set; }
    public DateTime SentAt { get; private set; }
    /// <summary>読了; by the side that didn't write it.</summary>
    public DateTime? ReadAt { get; private set; }

    public bool FromSeeker => Kind is MessageKind.Reply or MessageKind.Wish;

    public void MarkRead(DateTime now) => ReadAt ??= now;
}

/// <summary>メッセージの種類</summary>
public enum MessageKind
{
    /// <summary>案内メッセージ: the first one of a provider, with the disclosures</summary>
    Guidance = 1,
    /// <summary>利用団体からのその後のメッセージ</summary>
    FollowUp = 2,
    /// <summary>求職者の返信</summary>
    Reply = 3,
    /// <summary>求職申込み希望 (MS-07)</summary>
    Wish = 4,
}

/// <summary>返信の下書き: what one side has typed and not sent yet, per account and conversation.</summary>
public sealed class MessageDraft
{
    private MessageDraft() { }

    public MessageDraft(Guid account, ConversationId conversation)
    {
        AccountId = account;
        ConversationId = conversation;
    }

    public Guid AccountId { get; private set; }
    public ConversationId ConversationId { get; private set; }
    public string Body { get; private set; } = "";
    public DateTime SavedAt { get; private set; }

    public void Save(string body, DateTime now)
    {
        Body = body;
        SavedAt = now;
    }
}
