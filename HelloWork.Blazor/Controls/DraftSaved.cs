namespace HelloWork.Blazor.Controls;

/// <summary>What an address given as DraftUrl answers once the fields are kept.</summary>
public sealed record DraftSaved(DateTimeOffset SavedAt)
{
    /// <summary>False: something typed couldn't be kept there (letters in a number), so the tab keeps its copy.</summary>
    public bool Whole { get; init; } = true;
}
