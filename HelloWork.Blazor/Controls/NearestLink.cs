namespace HelloWork.Blazor.Controls;

/// <summary>A search near to one that found nothing.</summary>
/// <param name="Text">What it changes.</param>
/// <param name="Count">How many it finds, in words.</param>
public sealed record NearestLink(string Href, string Text, string Count);
