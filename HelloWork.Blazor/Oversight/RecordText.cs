namespace HelloWork.Blazor.Oversight;

/// <summary>Marks the texts of a provider's record and of the bureau's measures.</summary>
public sealed class RecordText;
