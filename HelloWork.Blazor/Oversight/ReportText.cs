namespace HelloWork.Blazor.Oversight;

/// <summary>Marks the texts of a seeker's report of a provider.</summary>
public sealed class ReportText;
