namespace HelloWork.Domain.Seekers.Provision;

/// <summary>求職情報の入力の手順: named like the official application's own steps, so that people who know those find theirs.</summary>
public enum StatementStep
{
    /// <summary>希望職種・時間等</summary>
    Work = 1,
    /// <summary>希望勤務地・賃金</summary>
    Place = 2,
    /// <summary>学歴・資格</summary>
    Education = 3,
    /// <summary>経歴</summary>
    Career = 4,
    /// <summary>自己PR</summary>
    Appeal = 5,
}

public static class StatementSteps
{
    /// <summary>The statement with one step's fields as typed; those of the other steps stay, so that two windows on two steps lose nothing.</summary>
    public static SeekerStatement With(this SeekerStatement kept, StatementStep step, SeekerStatement typed) => step switch
    {
        StatementStep.Work => kept with
        {
            WishedWork = typed.WishedWork, OccupationCodes = typed.OccupationCodes, IndustryCodes = typed.IndustryCodes, Style = typed.Style, WantsRegular = typed.WantsRegular,
            WishedHours = typed.WishedHours, AcceptsDispatch = typed.AcceptsDispatch, AcceptsContract = typed.AcceptsContract,
            WishedDaysOff = typed.WishedDaysOff, WantsTwoDaysOffAWeek = typed.WantsTwoDaysOffAWeek,
        },
        StatementStep.Place => kept with
        {
            Places = typed.Places, CommutingMeans = typed.CommutingMeans, CommutingMinutes = typed.CommutingMinutes, WantsCarCommuting = typed.WantsCarCommuting,
            CanRelocate = typed.CanRelocate, WiderArea = typed.WiderArea, WantsToReturnToRegion = typed.WantsToReturnToRegion, CanWorkAbroad = typed.CanWorkAbroad,
            WishedMonthlyIncome = typed.WishedMonthlyIncome, WishedHourlyIncome = typed.WishedHourlyIncome, OtherWishes = typed.OtherWishes,
        },
        StatementStep.Education => kept with
        {
            Education = typed.Education, DrivingLicence = typed.DrivingLicence, Licences = typed.Licences, LicenceCodes = typed.LicenceCodes,
        },
        StatementStep.Career => kept with { PastWork = typed.PastWork, LastMonthlyIncome = typed.LastMonthlyIncome },
        StatementStep.Appeal => kept with
        {
            Expertise = typed.Expertise, Appeal = typed.Appeal, AppealExperience = typed.AppealExperience, Remarks = typed.Remarks,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}
