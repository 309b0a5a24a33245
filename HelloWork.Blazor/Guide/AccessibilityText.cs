namespace HelloWork.Blazor.Guide;

/// <summary>Marks the texts of the accessibility statement.</summary>
public sealed class AccessibilityText;
