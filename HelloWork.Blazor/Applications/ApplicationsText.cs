namespace HelloWork.Blazor.Applications;

/// <summary>Marks the texts of the pages about applications, on both sides.</summary>
public sealed class ApplicationsText;
