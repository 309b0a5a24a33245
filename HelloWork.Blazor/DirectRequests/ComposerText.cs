namespace HelloWork.Blazor.DirectRequests;

/// <summary>Marks the texts of the pages on which an employer writes, confirms and sends a direct request.</summary>
public sealed class ComposerText;
