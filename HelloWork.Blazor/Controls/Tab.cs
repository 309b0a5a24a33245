namespace HelloWork.Blazor.Controls;

public sealed record Tab(string Text, string Href, bool Current, int? Count = null);
