namespace HelloWork.Blazor.Controls;

public sealed record Stat(string Text, int Number, string? Href = null);
