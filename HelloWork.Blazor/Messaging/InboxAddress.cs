using HelloWork.Domain.Messaging;

namespace HelloWork.Blazor.Messaging;

/// <summary>The address of the inbox: /provision/messages?state=&amp;from=&amp;sort=&amp;page=.</summary>
public static class InboxAddress
{
    public const string Path = "/provision/messages";

    private static readonly Dictionary<InboxFilter, string> Filters = new()
    {
        [InboxFilter.Received] = "", [InboxFilter.Unread] = "unread", [InboxFilter.Read] = "read", [InboxFilter.Sent] = "sent",
    };

    private static readonly Dictionary<InboxSort, string> Sorts = new()
    {
        [InboxSort.Newest] = "", [InboxSort.Oldest] = "oldest", [InboxSort.Provider] = "from", [InboxSort.UnreadFirst] = "unread",
    };

    public static string Word(InboxFilter filter) => Filters[filter];

    public static string Word(InboxSort sort) => Sorts[sort];

    public static InboxFilter ReadFilter(string? word) => Filters.FirstOrDefault(f => f.Value == (word ?? "")) is { Value: not null } known ? known.Key : InboxFilter.Received;

    public static InboxSort ReadSort(string? word) => Sorts.FirstOrDefault(s => s.Value == (word ?? "")) is { Value: not null } known ? known.Key : InboxSort.Newest;

    public static string Of(ConversationId conversation) => $"{Path}/{conversation}";
}
