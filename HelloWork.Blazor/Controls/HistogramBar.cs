namespace HelloWork.Blazor.Controls;

/// <param name="In">Whether the current search takes it in.</param>
public sealed record HistogramBar(int Count, bool In);
