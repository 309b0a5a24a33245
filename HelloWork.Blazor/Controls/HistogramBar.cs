namespace HelloWork.Blazor.Controls;

/// <summary>One width of values.</summary>
/// <param name="Text">Read instead of the bar: 22万円以上、この幅に116件.</param>
/// <param name="In">Within what is being searched.</param>
public sealed record HistogramBar(int Count, string Text, string Href, bool In);
