namespace HelloWork.Blazor.Messaging;

/// <summary>Marks the texts of the provider's side of conversations.</summary>
public sealed class ProviderMessagingText;
