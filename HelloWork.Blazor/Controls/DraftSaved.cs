namespace HelloWork.Blazor.Controls;

/// <summary>What an address given as DraftUrl answers once the fields are kept.</summary>
public sealed record DraftSaved(DateTimeOffset SavedAt);
