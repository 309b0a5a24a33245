using HelloWork.Domain.Common;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>前日のお知らせ: when both sides are reminded of an interview.</summary>
public static class Reminding
{
    /// <summary>午後5時, the day before: early enough to look up the way, and to call.</summary>
    public const int Hour = 17;

    /// <summary>UTC</summary>
    public static DateTime MomentFor(DateTime startsAt) => Jst.StartOf(Jst.DayOf(startsAt).AddDays(-1)).AddHours(Hour);
}
