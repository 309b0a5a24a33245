namespace HelloWork.Blazor.Desk;

/// <summary>Marks the texts of the work queue.</summary>
public sealed class DeskText;
