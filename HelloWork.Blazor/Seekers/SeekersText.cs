namespace HelloWork.Blazor.Seekers;

/// <summary>Marks the texts of the employer's pages about seekers.</summary>
public sealed class SeekersText;
