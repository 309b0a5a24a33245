using System.Globalization;
using System.Text.RegularExpressions;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人申込みの項目: one thing the form asks for.</summary>
/// <param name="Path">Where it stands in the card: <c>Work.Title</c>; of a list <c>Hours.Shifts[].From</c>, in a form <c>Hours.Shifts[0].From</c>.</param>
/// <param name="Row">The line of the printed card it belongs to. A counselor comments on lines or on single fields.</param>
/// <param name="Most">Text elements of a text, the highest value of a number.</param>
public sealed partial record JobField(JobStep Step, string Path, JobFieldKind Kind, string Row, int Most = 0, bool Required = false, IReadOnlyList<string>? Options = null)
{
    public bool IsOfList => Path.Contains("[]", StringComparison.Ordinal);

    public JobField At(int index) => this with { Path = Path.Replace("[]", $"[{index.ToString(CultureInfo.InvariantCulture)}]", StringComparison.Ordinal) };

    /// <summary><c>Hours.Shifts[].From</c> of <c>Hours.Shifts[2].From</c>, and the 2.</summary>
    public static (string Path, int? Index) Split(string path) => Numbered().Match(path) is { Success: true } found
        ? (Numbered().Replace(path, "[]"), int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) : (path, null);

    [GeneratedRegex(@"\[([0-9]{1,2})\]")] private static partial Regex Numbered();
}

public enum JobFieldKind
{
    /// <summary>One line</summary>
    Line = 1,
    /// <summary>Several lines</summary>
    Text = 2,
    Number = 3,
    /// <summary>With one decimal place</summary>
    Decimal = 4,
    /// <summary>Hours and minutes</summary>
    Time = 5,
    /// <summary>One of the field's options, in their own words</summary>
    Choice = 6,
    /// <summary>Some of the field's options</summary>
    Choices = 7,
    Flag = 8,
    Disclosure = 9,
    EmploymentType = 10,
    Staffing = 11,
    /// <summary>職業分類</summary>
    Occupation = 12,
    /// <summary>産業分類</summary>
    Industry = 13,
    /// <summary>Not asked for, but kept when a job is copied</summary>
    Kept = 14,
}
