namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人票の充実度: what seekers look for in a card. None of it is demanded.</summary>
public enum JobQuality
{
    WageRange = 1,
    Hours = 2,
    DaysOff = 3,
    Overtime = 4,
    Description = 5,
    Workplace = 6,
    Access = 7,
    Smoke = 8,
    Scope = 9,
    Insurance = 10,
    Selection = 11,
    Answer = 12,
    Message = 13,
}

/// <param name="Path">The field that would mend it.</param>
public sealed record JobQualityLine(JobQuality Quality, bool Met, JobStep Step, string Path);

public static class JobQualityList
{
    private const int LongDescription = 120;

    public static IReadOnlyList<JobQualityLine> Quality(this JobCard card) =>
    [
        new(JobQuality.WageRange, card.Pay is { BaseFrom: not null, BaseTo: not null }, JobStep.Pay, "Pay.BaseTo"),
        new(JobQuality.Hours, card.Hours.Shifts.Count > 0 || Says(card.Hours.OrBetween), JobStep.Hours, "Hours.Shifts[0].From"),
        new(JobQuality.DaysOff, Says(card.Hours.DaysOff) && card.Hours.DaysOffPerYear is not null, JobStep.Hours, "Hours.DaysOff"),
        new(JobQuality.Overtime, Says(card.Hours.Overtime), JobStep.Hours, "Hours.Overtime"),
        new(JobQuality.Description, card.Work.Description?.Length >= LongDescription, JobStep.Work, "Work.Description"),
        new(JobQuality.Workplace, card.Work.Workplaces.Any(w => Says(w.Address)), JobStep.Work, "Work.Workplaces[0].Address"),
        new(JobQuality.Access, Says(card.Work.NearestStation) || Says(card.Work.CarCommuting), JobStep.Work, "Work.NearestStation"),
        new(JobQuality.Smoke, Says(card.Work.SmokePrevention), JobStep.Work, "Work.SmokePrevention"),
        new(JobQuality.Scope, Says(card.Work.ScopeOfChange) && Says(card.Work.WorkplaceScopeOfChange), JobStep.Work, "Work.ScopeOfChange"),
        new(JobQuality.Insurance, card.Conditions.Insurance.Count > 0, JobStep.Conditions, "Conditions.Insurance"),
        new(JobQuality.Selection, card.Selection.Methods.Count > 0, JobStep.Selection, "Selection.Methods"),
        new(JobQuality.Answer, card.Selection.DaysToDocumentResult is not null || card.Selection.DaysToInterviewResult is not null || Says(card.Selection.ResultTiming), JobStep.Selection, "Selection.ResultTiming"),
        new(JobQuality.Message, Says(card.Remarks.MessageFromOffice), JobStep.Appeal, "Remarks.MessageFromOffice"),
    ];

    private static bool Says(string? text) => !string.IsNullOrWhiteSpace(text);
}
