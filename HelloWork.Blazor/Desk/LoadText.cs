namespace HelloWork.Blazor.Desk;

/// <summary>Marks the texts about how much waits at the desk.</summary>
public sealed class LoadText;
