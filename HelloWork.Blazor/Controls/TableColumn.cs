namespace HelloWork.Blazor.Controls;

/// <summary>A column's heading.</summary>
/// <param name="Right">Numbers: set to the right.</param>
/// <param name="Sort">ascending or descending, if the rows are sorted by it.</param>
/// <param name="Href">Leads to the list sorted by it.</param>
/// <param name="Hidden">For readers only.</param>
public sealed record TableColumn(string Title, bool Right = false, string? Sort = null, string? Href = null, bool Hidden = false)
{
    public static implicit operator TableColumn(string title) => new(title);
}
