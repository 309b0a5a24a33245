namespace HelloWork.Blazor.Jobs.Machines;

/// <summary>Marks the texts of what programs read, and of the page that explains it.</summary>
public sealed class MachinesText;
