using System.Globalization;
using System.Text;

namespace HelloWork.Blazor.Controls;

/// <summary>A day as a person types it in three boxes; kept as typed, so that nothing is lost on an error.</summary>
public sealed class DateParts
{
    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Day { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Year) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day);

    public static DateParts From(DateOnly? date) => new()
    {
        Year = date?.Year.ToString(CultureInfo.InvariantCulture),
        Month = date?.Month.ToString(CultureInfo.InvariantCulture),
        Day = date?.Day.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The day, if there is one; full-width digits are read as well.</summary>
    public bool TryToDate(out DateOnly date)
    {
        date = default;
        if (!TryRead(Year, 1, 9999, out var year) || !TryRead(Month, 1, 12, out var month)
            || !TryRead(Day, 1, DateTime.DaysInMonth(year, month), out var day)) return false;

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryRead(string? typed, int from, int to, out int value) =>
        int.TryParse(typed?.Normalize(NormalizationForm.FormKC), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value)
        && value >= from && value <= to;
}
