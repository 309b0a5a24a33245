namespace HelloWork.Blazor.Oversight;

/// <summary>Marks the texts of a seeker's demand for deletion.</summary>
public sealed class DemandText;
