namespace HelloWork.Blazor.Jobs;

/// <summary>Marks the texts of the job search and the job page.</summary>
public sealed class JobsText;
