namespace HelloWork.Blazor.Messaging;

/// <summary>Marks the names of what a provider discloses (MS-02), on both sides' pages.</summary>
public sealed class DisclosuresText;
