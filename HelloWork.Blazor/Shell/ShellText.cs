namespace HelloWork.Blazor.Shell;

/// <summary>Marks the texts of the frame and of the error pages.</summary>
public sealed class ShellText;
