namespace HelloWork.Blazor.Oversight;

/// <summary>Marks the words for violations and the texts of the bureau's list of them.</summary>
public sealed class ViolationsText;
