namespace HelloWork.Blazor.Commands;

/// <summary>Wording of the command line.</summary>
public sealed class CommandsText;
