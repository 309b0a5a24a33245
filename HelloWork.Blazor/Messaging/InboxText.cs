namespace HelloWork.Blazor.Messaging;

/// <summary>Marks the texts of the seeker's inbox and conversations on the provision site.</summary>
public sealed class InboxText;
