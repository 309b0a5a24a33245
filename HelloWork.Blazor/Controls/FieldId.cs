using System.Text.RegularExpressions;

namespace HelloWork.Blazor.Controls;

/// <summary>
/// The id of a field in the page, from the name it is posted under: "Input.Message" and "Message" are both "Message".
/// So a page may name a field in <see cref="FormErrors"/> without the prefix of its form model.
/// </summary>
public static partial class FieldId
{
    public static string From(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return Unsafe().Replace(dot < 0 ? name : name[(dot + 1)..], "-").Trim('-');
    }

    [GeneratedRegex("[^A-Za-z0-9_-]+")] private static partial Regex Unsafe();
}
