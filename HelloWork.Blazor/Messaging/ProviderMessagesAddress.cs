using HelloWork.Domain.Messaging;

namespace HelloWork.Blazor.Messaging;

/// <summary>The addresses of a provider's conversations: /provider/messages?show=&amp;page=.</summary>
public static class ProviderMessagesAddress
{
    public const string Path = "/provider/messages";

    private static readonly Dictionary<ConversationFilter, string> Words = new()
    {
        [ConversationFilter.All] = "", [ConversationFilter.Unread] = "unread", [ConversationFilter.Answered] = "answered", [ConversationFilter.Wished] = "wished",
    };

    public static string Of(ConversationId conversation) => $"{Path}/{conversation}";

    public static string Of(ConversationFilter filter) => filter is ConversationFilter.All ? Path : $"{Path}?show={Words[filter]}";

    /// <summary>What isn't known is all.</summary>
    public static ConversationFilter Read(string? word) => Words.FirstOrDefault(w => w.Value == word, new(ConversationFilter.All, "")).Key;
}
