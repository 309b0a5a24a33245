using HelloWork.Domain.Messaging;

namespace HelloWork.Blazor.Messaging;

/// <summary>Where the evidence of a conversation is had: the seeker's own, and for Hello Work what was reported.</summary>
public static class EvidenceAddress
{
    public static string ForSeeker(ConversationId id) => $"{InboxAddress.Of(id)}/evidence";

    public static string ForStaff(ConversationId id) => $"/desk/evidence/{id}";

    public static string Json(string page) => $"{page}.json";

    public static string Pdf(string page) => $"{page}.pdf";
}
