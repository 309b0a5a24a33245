namespace HelloWork.Blazor.Controls;

/// <summary>A bar of a <c>ColumnChart</c>, or some beside each other.</summary>
/// <param name="Label">Beneath it; null where there is no room for each.</param>
/// <param name="Off">Outside of what is asked for.</param>
/// <param name="Mark">Words above it: this is the one that is meant.</param>
public sealed record ChartColumn(string? Label, IReadOnlyList<int> Values, bool Off = false, string? Mark = null);

/// <summary>A lying bar of a <c>RowChart</c>, in parts.</summary>
public sealed record ChartRow(string Label, IReadOnlyList<int> Values);

/// <summary>A square of a <c>TileMap</c>.</summary>
/// <param name="Name">As there is room for it on a wide screen.</param>
/// <param name="Short">Five letters at most, three wide ones.</param>
/// <param name="Number">As there is room for it: 1.2万.</param>
/// <param name="Says">Whole name and exact number, for whoever hears the square.</param>
/// <param name="Step">Depth of its colour, 0 to 4.</param>
public sealed record MapTile(int Column, int Row, string Name, string Short, string Number, string Says, string Href, int Step);
