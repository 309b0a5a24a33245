namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>Marks the texts of the provider's pages about seekers.</summary>
public sealed class ProvidedText;
