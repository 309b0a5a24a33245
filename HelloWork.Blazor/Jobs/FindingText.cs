namespace HelloWork.Blazor.Jobs;

/// <summary>Marks the texts that help in finding: similar and recommended jobs and seekers, comparing, suggestions.</summary>
public sealed class FindingText;
