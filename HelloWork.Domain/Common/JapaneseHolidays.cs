using System.Collections.Frozen;
using System.Globalization;

namespace HelloWork.Domain.Common;

/// <summary>Japanese public holidays (国民の祝日・休日) from 2000 to 2050, and the days on which offices and the help desk are closed.</summary>
public static class JapaneseHolidays
{
    /// <summary>The first day the table knows.</summary>
    public static readonly DateOnly FirstDay = new(2000, 1, 1);

    /// <summary>The last day the table knows.</summary>
    public static readonly DateOnly LastDay = new(2050, 12, 31);

    private static readonly FrozenDictionary<DateOnly, string> Names = Read().ToFrozenDictionary();

    /// <summary>Whether it is a public holiday, 振替休日 and 国民の休日 included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside <see cref="FirstDay"/> to <see cref="LastDay"/>.</exception>
    public static bool IsHoliday(DateOnly day) => NameOf(day) is not null;

    /// <summary>The holiday's name, or null on other days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside <see cref="FirstDay"/> to <see cref="LastDay"/>.</exception>
    public static string? NameOf(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, FirstDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, LastDay);
        return Names.GetValueOrDefault(day);
    }

    /// <summary>年末年始: 29 December to 3 January.</summary>
    public static bool IsYearEnd(DateOnly day) => day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };

    /// <summary>Days on which Hello Work offices (閉庁日) and the help desk are closed: Saturdays, Sundays, holidays, 年末年始.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside <see cref="FirstDay"/> to <see cref="LastDay"/>.</exception>
    public static bool IsClosed(DateOnly day) =>
        NameOf(day) is not null || IsYearEnd(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The day itself when offices are open, else the next open one.</summary>
    public static DateOnly OpenDayFrom(DateOnly day)
    {
        while (IsClosed(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself when offices are open, else the last open one before it.</summary>
    public static DateOnly OpenDayUntil(DateOnly day)
    {
        while (IsClosed(day))
            day = day.AddDays(-1);
        return day;
    }

    private static IEnumerable<KeyValuePair<DateOnly, string>> Read()
    {
        using var reader = new StreamReader(typeof(JapaneseHolidays).Assembly.GetManifestResourceStream("JapaneseHolidays.tsv")!);
        while (reader.ReadLine() is { } line)
            if (line is not ['#', ..] && line.Split('\t') is [var day, var name])
                yield return new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), name);
    }
}
