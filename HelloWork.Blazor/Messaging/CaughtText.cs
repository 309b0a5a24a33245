namespace HelloWork.Blazor.Messaging;

/// <summary>Marks the words for text that identifies a person (MS-06).</summary>
public sealed class CaughtText;
