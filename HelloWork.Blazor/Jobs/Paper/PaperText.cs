namespace HelloWork.Blazor.Jobs.Paper;

/// <summary>Marks the texts of the job card on paper.</summary>
public sealed class PaperText;
