namespace HelloWork.Blazor.Controls;

/// <summary>A step of a procedure; with an address, one can go back to it.</summary>
public sealed record Step(string Text, string? Href = null);
