using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Counselling;

/// <summary>
/// 希望と条件の見くらべ (CO-03): a seeker's wishes beside a job's conditions. It points out where a person has to look; whether they fit, the
/// counselor decides.
/// </summary>
public static class JobFit
{
    public static IReadOnlyList<FitLine> Of(SeekerStatement wishes, JobOffer job) =>
    [
        new(FitPoint.Occupation, Occupation(wishes, job)),
        new(FitPoint.Employment, wishes.WantsRegular && job.EmploymentType is not EmploymentType.Regular ? FitVerdict.Differs : FitVerdict.Fits),
        new(FitPoint.Style, Style(wishes.Style, job.EmploymentType)),
        new(FitPoint.Place, Place(wishes, job)),
        new(FitPoint.Pay, Pay(wishes, job)),
        new(FitPoint.DaysOff, DaysOff(wishes, job.Card.Hours)),
        new(FitPoint.Staffing, Staffing(wishes, job.Staffing)),
        new(FitPoint.Licence, Licence(wishes, job.Card.Work)),
    ];

    /// <summary>By the middle class of the code (3 digits).</summary>
    private static FitVerdict Occupation(SeekerStatement wishes, JobOffer job)
    {
        var offered = job.Card.Work.FurtherOccupationCodes.Append(job.Card.Work.OccupationCode).OfType<string>().Where(c => c.Length >= 3).Select(c => c[..3]).ToList();
        return wishes.OccupationCodes.Count == 0 || offered.Count == 0 ? FitVerdict.Unclear
            : wishes.OccupationCodes.Any(c => offered.Any(o => o.StartsWith(c.Length >= 3 ? c[..3] : c, StringComparison.Ordinal))) ? FitVerdict.Fits : FitVerdict.Differs;
    }

    private static FitVerdict Style(WorkingStyle wished, EmploymentType offered)
    {
        var part = offered is EmploymentType.Part or EmploymentType.PartFixedTermDispatch or EmploymentType.PartPermanentDispatch;
        return wished is WorkingStyle.Either || wished is WorkingStyle.PartTime == part ? FitVerdict.Fits : FitVerdict.Differs;
    }

    private static FitVerdict Place(SeekerStatement wishes, JobOffer job)
    {
        if (wishes.Places.Count == 0 || job.Places.Count == 0)
            return FitVerdict.Unclear;
        if (job.Places.Any(p => wishes.Places.Any(w => w.PrefectureCode == p.PrefectureCode && (w.MunicipalityCode is null || w.MunicipalityCode == p.MunicipalityCode))))
            return FitVerdict.Fits;
        var near = job.Places.Any(p => wishes.Places.Any(w => w.PrefectureCode == p.PrefectureCode));
        return near || wishes.CanRelocate ? FitVerdict.Unclear : FitVerdict.Differs;
    }

    private static FitVerdict Pay(SeekerStatement wishes, JobOffer job)
    {
        var wished = job.WageUnit is WageUnit.Hour ? wishes.WishedHourlyIncome : wishes.WishedMonthlyIncome;
        if (wished is null)
            return wishes.WishedMonthlyIncome is null && wishes.WishedHourlyIncome is null ? FitVerdict.Fits : FitVerdict.Unclear;
        if (job.WageFrom >= wished)
            return FitVerdict.Fits;
        return (job.WageTo ?? job.WageFrom) is { } most && most < wished ? FitVerdict.Differs : FitVerdict.Unclear;
    }

    private static FitVerdict DaysOff(SeekerStatement wishes, JobCard.HoursBlock hours)
    {
        if (!wishes.WantsTwoDaysOffAWeek)
            return string.IsNullOrWhiteSpace(wishes.WishedDaysOff) ? FitVerdict.Fits : FitVerdict.Unclear;
        return hours.TwoDaysOffAWeek is not { Length: > 0 } said ? FitVerdict.Unclear : said.Contains("毎週", StringComparison.Ordinal) ? FitVerdict.Fits : FitVerdict.Differs;
    }

    private static FitVerdict Staffing(SeekerStatement wishes, StaffingKind staffing) => staffing switch
    {
        StaffingKind.None => FitVerdict.Fits,
        StaffingKind.Dispatch => wishes.AcceptsDispatch ? FitVerdict.Fits : FitVerdict.Differs,
        _ => wishes.AcceptsContract ? FitVerdict.Fits : FitVerdict.Differs,
    };

    private static FitVerdict Licence(SeekerStatement wishes, JobCard.WorkBlock work)
    {
        var needed = work.Licences.Where(l => l.Necessity?.Contains("必須", StringComparison.Ordinal) == true).ToList();
        return needed.All(l => (l.Code is { } code && wishes.LicenceCodes.Contains(code)) || wishes.Licences.Append(wishes.DrivingLicence).Contains(l.Name))
            ? FitVerdict.Fits : FitVerdict.Unclear;
    }
}

public sealed record FitLine(FitPoint Point, FitVerdict Verdict);

/// <summary>見くらべる項目</summary>
public enum FitPoint
{
    /// <summary>職種</summary>
    Occupation = 1,
    /// <summary>雇用形態</summary>
    Employment = 2,
    /// <summary>フルタイム・パート</summary>
    Style = 3,
    /// <summary>勤務地</summary>
    Place = 4,
    /// <summary>賃金</summary>
    Pay = 5,
    /// <summary>休日</summary>
    DaysOff = 6,
    /// <summary>派遣・請負</summary>
    Staffing = 7,
    /// <summary>免許・資格</summary>
    Licence = 8,
}

public enum FitVerdict
{
    /// <summary>合う</summary>
    Fits = 1,
    /// <summary>違う</summary>
    Differs = 2,
    /// <summary>確認が必要</summary>
    Unclear = 3,
}
