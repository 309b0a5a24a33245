namespace HelloWork.Blazor.Controls;

public sealed record FilterChip(string Text, string Href);
