namespace HelloWork.Blazor.Jobs;

/// <summary>Marks the texts of the pictures about jobs: wages and the map.</summary>
public sealed class JobFiguresText;
