using HelloWork.Domain.Common;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接のお知らせ: when both sides are reminded of an interview, and the applicant of choosing a time for it.</summary>
public static class Reminding
{
    /// <summary>午後5時, the day before: early enough to look up the way, and to call.</summary>
    public const int Hour = 17;

    /// <summary>3時間前, where it was agreed on too late for the day before.</summary>
    public const int HoursBefore = 3;

    /// <summary>午前9時, the day before the last time one can choose.</summary>
    public const int ChoiceHour = 9;

    /// <param name="last">UTC: the last of the times offered.</param>
    /// <returns>UTC; null: offered so late that the applicant has just been told.</returns>
    public static DateTime? ChoiceMomentFor(DateTime last, DateTime now) =>
        Jst.StartOf(Jst.DayOf(last).AddDays(-1)).AddHours(ChoiceHour) is var eve && eve > now ? eve : null;

    /// <returns>UTC; null: it begins so soon that whoever agrees on it knows it by heart.</returns>
    public static DateTime? MomentFor(DateTime startsAt, DateTime now)
    {
        var eve = Jst.StartOf(Jst.DayOf(startsAt).AddDays(-1)).AddHours(Hour);
        if (eve > now)
            return eve;
        return startsAt.AddHours(-HoursBefore) is var shortly && shortly > now ? shortly : null;
    }
}
