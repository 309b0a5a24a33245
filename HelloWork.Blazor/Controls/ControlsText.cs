namespace HelloWork.Blazor.Controls;

/// <summary>Marks the texts that the controls bring themselves.</summary>
public sealed class ControlsText;
