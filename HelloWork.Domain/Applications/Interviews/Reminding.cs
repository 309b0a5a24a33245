using HelloWork.Domain.Common;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接のお知らせ: when both sides are reminded of an interview.</summary>
public static class Reminding
{
    /// <summary>午後5時, the day before: early enough to look up the way, and to call.</summary>
    public const int Hour = 17;

    /// <summary>3時間前, where it was agreed on too late for the day before.</summary>
    public const int HoursBefore = 3;

    /// <returns>UTC; null: it begins so soon that whoever agrees on it knows it by heart.</returns>
    public static DateTime? MomentFor(DateTime startsAt, DateTime now)
    {
        var eve = Jst.StartOf(Jst.DayOf(startsAt).AddDays(-1)).AddHours(Hour);
        if (eve > now)
            return eve;
        return startsAt.AddHours(-HoursBefore) is var shortly && shortly > now ? shortly : null;
    }
}
