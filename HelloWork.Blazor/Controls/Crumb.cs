namespace HelloWork.Blazor.Controls;

/// <summary>A page above the current one.</summary>
public sealed record Crumb(string Text, string Href);
