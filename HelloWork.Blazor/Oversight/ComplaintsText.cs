namespace HelloWork.Blazor.Oversight;

/// <summary>Marks the texts of the office's pages about reports.</summary>
public sealed class ComplaintsText;
