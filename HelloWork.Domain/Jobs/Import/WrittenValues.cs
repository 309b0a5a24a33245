using System.Globalization;
using System.Text.RegularExpressions;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>Dates, amounts and times as the layout and the people behind it write them: any width, with or without units, either calendar.</summary>
internal static partial class WrittenValues
{
    /// <summary>2026/03/22, 2026-3-22, 20260322, 2026年3月22日, 令和8年3月22日, R8.3.22.</summary>
    public static bool TryDate(string written, out DateOnly date)
    {
        date = default;
        var match = DateShape().Match(Plain(written));
        if (!match.Success)
            return false;

        int Part(string group) => match.Groups[group].Value is "元" ? 1 : int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var year = Part("y") + (match.Groups["era"].Success ? YearsBefore(match.Groups["era"].Value) : 0);
        var (month, day) = (Part("m"), Part("d"));
        if (year is < 1868 or > 2099 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>1985, 1985年, 昭和60年.</summary>
    public static bool TryYear(string written, out int year)
    {
        var match = YearShape().Match(Plain(written));
        year = 0;
        if (!match.Success)
            return false;
        year = (match.Groups["y"].Value is "元" ? 1 : int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture))
            + (match.Groups["era"].Success ? YearsBefore(match.Groups["era"].Value) : 0);
        return true;
    }

    /// <summary>120, １２０, 245,000円, 20.5日, 約15人.</summary>
    public static bool TryNumber(string written, out decimal number)
    {
        // Most files say plain digits.
        if (written.Length <= 9 && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            number = whole;
            return true;
        }
        number = 0;
        var match = NumberShape().Match(Plain(written));
        return match.Success && decimal.TryParse(match.Groups["n"].Value.Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>180,000円〜250,000円, 180000円, 1,200円~.</summary>
    public static bool TryRange(string written, out decimal from, out decimal? to)
    {
        to = null;
        from = 0;
        var match = RangeShape().Match(Plain(written));
        if (!match.Success || !TryNumber(match.Groups["from"].Value, out from))
            return false;
        if (match.Groups["to"].Value is { Length: > 0 } upper)
        {
            if (!TryNumber(upper, out var number))
                return false;
            to = number;
        }
        return true;
    }

    /// <summary>8:30, 08:30, 8時30分, 0830, 翌9:00 as <c>HH:mm</c>; 24:00 is a time.</summary>
    public static bool TryTime(string written, out string time)
    {
        time = "";
        var match = TimeShape().Match(Plain(written));
        if (!match.Success)
            return false;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Value is { Length: > 0 } written60 ? int.Parse(written60, CultureInfo.InvariantCulture) : 0;
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
            return false;
        time = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
        return true;
    }

    /// <summary>8:30〜17:15</summary>
    public static bool TryTimes(string written, out string from, out string to)
    {
        from = to = "";
        return Plain(written).Split(Waves, 2, StringSplitOptions.TrimEntries) is [var first, var second] && TryTime(first, out from) && TryTime(second, out to);
    }

    /// <summary>Half-width, without surrounding blanks.</summary>
    public static string Plain(string written) => CodeText.Clean(written);

    private static readonly char[] Waves = ['〜', '~', '～', '-', '－', '―', '–'];

    private static int YearsBefore(string era) => era switch
    {
        "令和" or "R" or "r" => 2018,
        "平成" or "H" or "h" => 1988,
        "昭和" or "S" or "s" => 1925,
        "大正" or "T" or "t" => 1911,
        _ => 1867,
    };

    [GeneratedRegex(@"\A(?:(?<y>[0-9]{4})[/\-.年]\s?(?<m>[0-9]{1,2})[/\-.月]\s?(?<d>[0-9]{1,2})日?|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})|(?<era>令和|平成|昭和|大正|明治|[RHSTMrhstm])\s?(?<y>元|[0-9]{1,2})[/\-.年]\s?(?<m>[0-9]{1,2})[/\-.月]\s?(?<d>[0-9]{1,2})日?)\z")]
    private static partial Regex DateShape();

    [GeneratedRegex(@"\A(?:(?<y>[0-9]{4})|(?<era>令和|平成|昭和|大正|明治|[RHSTMrhstm])\s?(?<y>元|[0-9]{1,2}))年?\z")]
    private static partial Regex YearShape();

    [GeneratedRegex(@"\A(?:約|月平均)?\s?(?<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,12}(?:\.[0-9]+)?)\s?(?:円|人|名|日|分|時間|歳|才|回|年|ヶ月|か月)?(?:以内|程度)?\z")]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"\A(?<from>[0-9,.]+\s?円?)\s?(?:[〜~～\-－―–]\s?(?<to>[0-9,.]+\s?円?)?)?\z")]
    private static partial Regex RangeShape();

    [GeneratedRegex(@"\A翌?日?\s?(?:(?<h>[0-9]{1,2})(?::|時)(?<m>[0-9]{1,2})?分?|(?<h>[0-9]{2})(?<m>[0-9]{2}))\z")]
    private static partial Regex TimeShape();
}
