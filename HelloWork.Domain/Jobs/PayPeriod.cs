namespace HelloWork.Domain.Jobs;

/// <summary>賃金の単位: what the amounts of a job card are paid for.</summary>
public enum PayPeriod
{
    Hour = 1,
    Day = 2,
    Month = 3,
    Year = 4,
}

public static class PayPeriods
{
    /// <summary>From the form of pay (賃金形態), and from the amount where the form alone doesn't tell.</summary>
    public static PayPeriod Of(JobCard.PayBlock pay) => (Form: pay.Form ?? "", From: pay.TotalFrom ?? pay.BaseFrom) switch
    {
        { Form: var form } when form.Contains('時') => PayPeriod.Hour,
        // The layout already states a + b as a monthly figure for day wages; a sum below 50,000 yen can only be a day's.
        { Form: var form, From: < 50_000 } when form.Contains('日') && !form.Contains('月') => PayPeriod.Day,
        { Form: var form, From: > 1_500_000 } when form.Contains('年') => PayPeriod.Year,
        _ => PayPeriod.Month,
    };
}
