namespace HelloWork.Domain.Jobs;

/// <summary>
/// The wage a job is searched and sorted by: the official layout's a + b. Hourly wages stay hourly; a daily wage is turned into a month
/// by the card's own monthly working days (21 where it says none), a yearly one by twelve.
/// </summary>
internal static class SearchableWage
{
    private const decimal UsualWorkingDays = 21m;

    public static (WageUnit?, int?, int?) Of(JobCard.PayBlock pay)
    {
        var from = pay.TotalFrom ?? pay.BaseFrom;
        var to = pay.TotalTo ?? pay.BaseTo ?? from;
        if (from is null)
            return (null, null, null);

        return PayPeriods.Of(pay) switch
        {
            PayPeriod.Hour => (WageUnit.Hour, from, to),
            PayPeriod.Day => (WageUnit.Month, ByDays(from), ByDays(to)),
            PayPeriod.Year => (WageUnit.Month, from / 12, to / 12),
            _ => (WageUnit.Month, from, to),
        };

        int? ByDays(int? daily) => daily is null ? null : (int)(daily.Value * (pay.MonthlyWorkingDays ?? UsualWorkingDays));
    }
}
