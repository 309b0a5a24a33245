namespace HelloWork.Domain.Common;

/// <summary>
/// Japanese civil days (日本標準時). Deadlines are Japanese days whatever the server's zone; instants are stored in UTC.
/// Japan has stood at +9 without daylight saving since 1951, and nothing before that is ever turned into an instant here.
/// </summary>
public static class Jst
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The day it is in Japan now.</summary>
    public static DateOnly TodayInJapan(this TimeProvider clock) => DayOf(clock.UtcNow());

    /// <summary>Now, in UTC, as it is stored.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>The Japanese day an instant (UTC) falls on.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToJapan(utc));

    /// <summary>The wall-clock time in Japan of an instant (UTC), for showing to people.</summary>
    public static DateTime ToJapan(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The first instant (UTC) of a Japanese day.</summary>
    public static DateTime StartOf(DateOnly day) =>
        DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>24:00 of a Japanese day as an instant (UTC): the first instant that is no longer that day.</summary>
    public static DateTime EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>午前9時 of a Japanese day (UTC): from when people are told what will end.</summary>
    public static DateTime MorningOf(DateOnly day) => StartOf(day).AddHours(9);

    /// <summary>翌々月末: the last day of the month two months after the day's own (JO-05, PV-05).</summary>
    public static DateOnly EndOfMonthAfterNext(DateOnly day) =>
        new DateOnly(day.Year, day.Month, 1).AddMonths(3).AddDays(-1);
}
