namespace HelloWork.Domain.Notifications;

/// <summary>
/// 更新の対象: something an open page may show and a verb may change (MS-08). A verb signals it, a page watches it; a topic says that
/// something changed, never what, so it needs no access of its own.
/// </summary>
public readonly record struct LiveTopic(LiveTopicKind Kind, Guid Id)
{
    /// <summary>All that concerns one person: their numbers in the menu, their lists, whether their sign-in still stands.</summary>
    public static LiveTopic Account(Guid account) => new(LiveTopicKind.Account, account);

    /// <summary>All that an office, later also a provider, shares among its accounts.</summary>
    public static LiveTopic Organisation(Guid organisation) => new(LiveTopicKind.Organisation, organisation);

    public static LiveTopic Job(Guid jobOffer) => new(LiveTopicKind.Job, jobOffer);

    public static LiveTopic Request(Guid directRequest) => new(LiveTopicKind.Request, directRequest);

    public static LiveTopic Application(Guid selfApplication) => new(LiveTopicKind.Application, selfApplication);

    /// <summary>Whether and how a seeker's profile is shown (PV-08).</summary>
    public static LiveTopic Profile(Guid seeker) => new(LiveTopicKind.Profile, seeker);

    public static LiveTopic Conversation(Guid conversation) => new(LiveTopicKind.Conversation, conversation);

    /// <summary>受付一覧: the queue of a placement office, told by its 5-digit code.</summary>
    public static LiveTopic Desk(string placementOfficeCode) =>
        new(LiveTopicKind.Desk, new Guid(int.Parse(placementOfficeCode, System.Globalization.CultureInfo.InvariantCulture), 0, 0, new byte[8]));

    /// <summary>労働局: what waits for its officers. One for all, as they share their work.</summary>
    public static LiveTopic Bureau { get; } = new(LiveTopicKind.Bureau, Guid.Empty);

    /// <summary>As it is stored.</summary>
    public string Key => $"{Kind}:{Id:N}";

    public static LiveTopic Parse(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return new(Enum.Parse<LiveTopicKind>(key[..colon]), Guid.ParseExact(key[(colon + 1)..], "N"));
    }
}

/// <summary>Part of what is stored: none is renamed.</summary>
public enum LiveTopicKind : byte
{
    Account = 1,
    Organisation = 2,
    Job = 3,
    Request = 4,
    Application = 5,
    Profile = 6,
    Conversation = 7,
    Desk = 8,
    Bureau = 9,
}
