using HelloWork.Domain.Common;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Shell;

/// <summary>Marks the words for days, times and deadlines.</summary>
public sealed class WhenText;

/// <summary>Days and times as people say them, in Japan's time; the year is told where it isn't this year's.</summary>
public static class When
{
    /// <summary>3月22日（日）14時05分</summary>
    public static string Moment(this IStringLocalizer<WhenText> text, DateTime utc, DateOnly today) =>
        text["Moment", text.Day(Jst.DayOf(utc), today), Jst.ToJapan(utc)];

    /// <summary>An end: 3月29日（日）24時, or to the minute where it isn't midnight.</summary>
    public static string End(this IStringLocalizer<WhenText> text, DateTime utc, DateOnly today) =>
        Jst.StartOf(Jst.DayOf(utc)) == utc ? text["End", text.Day(Jst.DayOf(utc).AddDays(-1), today)] : text.Moment(utc, today);

    /// <summary>3月29日（日）</summary>
    public static string Day(this IStringLocalizer<WhenText> text, DateOnly day, DateOnly today) =>
        text[day.Year == today.Year ? "Day" : "Day.WithYear", day];

    /// <summary>2026年3月29日</summary>
    public static string FullDay(this IStringLocalizer<WhenText> text, DateOnly day) => text["Day.Full", day];

    /// <summary>3月29日（日）24時まで; on the day itself 今日24時まで.</summary>
    public static string Until(this IStringLocalizer<WhenText> text, DateOnly lastDay, DateOnly today) =>
        lastDay == today ? text["Until.Today"] : text["Until", text.Day(lastDay, today)];

    /// <summary>あと4日; on the day itself which day that is, and null once it is over.</summary>
    public static string? Left(this IStringLocalizer<WhenText> text, DateOnly lastDay, DateOnly today) =>
        lastDay < today ? null : lastDay == today ? text.Day(lastDay, today) : text["Left", lastDay.DayNumber - today.DayNumber];

    /// <summary>3月29日（日）24時まで／あと4日</summary>
    public static string UntilAndLeft(this IStringLocalizer<WhenText> text, DateOnly lastDay, DateOnly today) =>
        text.Left(lastDay, today) is { } left ? text["UntilAndLeft", text.Until(lastDay, today), left] : text.Until(lastDay, today);
}
