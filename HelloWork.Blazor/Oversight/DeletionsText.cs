namespace HelloWork.Blazor.Oversight;

/// <summary>Marks the texts of a provider's pages about deletion.</summary>
public sealed class DeletionsText;
