using HelloWork.Domain.Common;

namespace HelloWork.Domain.ReferenceData;

/// <summary>ヘルプデスク (IN-01): weekdays from 9:30 to 18:00, closed at weekends, on public holidays and at the turn of the year. Its number and address are fictitious.</summary>
public static class HelpDesk
{
    public static readonly TimeOnly Opens = new(9, 30);
    public static readonly TimeOnly Closes = new(18, 0);
    public const string Phone = "0570-000-000";
    public const string Email = "helpdesk@hellowork.example";

    /// <summary>Whether it is open, and what changes next.</summary>
    /// <param name="utc">Now.</param>
    public static HelpDeskState StateAt(DateTime utc)
    {
        var japan = Jst.ToJapan(utc);
        var (day, time) = (DateOnly.FromDateTime(japan), TimeOnly.FromDateTime(japan));
        if (!JapaneseHolidays.IsClosed(day) && time < Closes)
            return new(time >= Opens, day, Why(day));
        return new(false, JapaneseHolidays.OpenDayFrom(day.AddDays(1)), Why(day));
    }

    private static HelpDeskClosed Why(DateOnly day) =>
        JapaneseHolidays.IsYearEnd(day) ? HelpDeskClosed.YearEnd
        : JapaneseHolidays.IsHoliday(day) ? HelpDeskClosed.Holiday
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? HelpDeskClosed.Weekend : HelpDeskClosed.Hours;
}

/// <param name="Day">Open: today, until 18:00. Closed: the day on which it opens next, at 9:30.</param>
/// <param name="Reason">Why it is closed.</param>
public sealed record HelpDeskState(bool IsOpen, DateOnly Day, HelpDeskClosed Reason)
{
    /// <summary>UTC: when this is no longer so.</summary>
    public DateTime ChangesAt => Jst.StartOf(Day) + (IsOpen ? HelpDesk.Closes : HelpDesk.Opens).ToTimeSpan();
}

/// <summary>休みの理由</summary>
public enum HelpDeskClosed
{
    /// <summary>受付時間外</summary>
    Hours = 1,
    /// <summary>土曜・日曜</summary>
    Weekend = 2,
    /// <summary>祝日</summary>
    Holiday = 3,
    /// <summary>年末年始</summary>
    YearEnd = 4,
}
