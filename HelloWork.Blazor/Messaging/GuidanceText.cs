namespace HelloWork.Blazor.Messaging;

/// <summary>Marks the texts of guidance messages and their template.</summary>
public sealed class GuidanceText;
