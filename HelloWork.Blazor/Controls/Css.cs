namespace HelloWork.Blazor.Controls;

internal static class Css
{
    /// <summary>Joins class names, leaving out what doesn't apply.</summary>
    internal static string Join(params ReadOnlySpan<string?> names)
    {
        var joined = new List<string>(names.Length);
        foreach (var name in names)
            if (!string.IsNullOrEmpty(name)) joined.Add(name);
        return string.Join(' ', joined);
    }
}
