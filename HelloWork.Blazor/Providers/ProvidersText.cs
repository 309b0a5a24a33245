namespace HelloWork.Blazor.Providers;

/// <summary>Marks the texts of a provider's first page.</summary>
public sealed class ProvidersText;
