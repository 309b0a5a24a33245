namespace HelloWork.Blazor.Jobs.Desk;

/// <summary>Marks the texts of the counselor's checking of jobs.</summary>
public sealed class DeskJobsText;
