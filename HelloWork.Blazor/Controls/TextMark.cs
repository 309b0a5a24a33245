namespace HelloWork.Blazor.Controls;

/// <summary>A place in a text, in UTF-16 units.</summary>
public readonly record struct TextMark(int Start, int Length);
