namespace HelloWork.Blazor.Providers;

/// <summary>Marks the words for a provider's standing and kind.</summary>
public sealed class StandingText;
