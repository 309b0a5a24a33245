namespace HelloWork.Blazor.Employers.Drafting;

/// <summary>Marks the texts of the eight steps of an application for a job.</summary>
public sealed class JobDraftText;
