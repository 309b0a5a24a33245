using HelloWork.Domain.Common;
using HelloWork.Domain.Privacy;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>A free text of the statement.</summary>
/// <param name="Field">The property's name; of a past job <c>PastWork[0].Details</c>.</param>
/// <param name="Most">How many text elements can be published.</param>
public sealed record StatementText(StatementStep Step, string Field, string Text, int Most);

/// <summary>What has to be mended before the statement can be published.</summary>
public sealed record StatementFault(StatementStep Step, string Field, StatementFaultKind Kind, int Most = 0);

public enum StatementFaultKind
{
    Missing = 1,
    /// <summary>Longer than can be published, or with characters that can't be shown.</summary>
    TooLong = 2,
    /// <summary>A number outside of what it can be.</summary>
    OutOfRange = 3,
}

/// <summary>Text by which a reader could tell who the seeker is (PV-04).</summary>
/// <param name="Caught">The place itself, as typed.</param>
public sealed record StatementFinding(StatementStep Step, string Field, string Caught, IdentifyingKind Kind);

/// <summary>What a statement may hold. A draft takes more and worse: nothing typed is lost.</summary>
public static class StatementChecks
{
    public const int LongestLine = 100;
    public const int LongestText = 1000;
    public const int MostPlaces = 20;
    public const int MostCodes = 10;
    public const int MostLicences = 20;
    public const int MostPastWork = 10;
    private const int HighestIncome = 10_000_000;
    private const int LongestCommute = 300;
    private const int LongestCareer = 12 * 70;

    /// <summary>Every free text, in the order of the steps.</summary>
    public static IEnumerable<StatementText> Texts(this SeekerStatement s) => AllTexts(s).Where(t => t.Text.Length > 0);

    /// <summary>Outer blanks gone, blank lines of lists gone, codes known and each once, lists at their most.</summary>
    public static SeekerStatement Tidied(this SeekerStatement s) => s with
    {
        WishedWork = Tidy(s.WishedWork), WishedHours = Tidy(s.WishedHours), WishedDaysOff = Tidy(s.WishedDaysOff), CommutingMeans = Tidy(s.CommutingMeans),
        WiderArea = Tidy(s.WiderArea), OtherWishes = Tidy(s.OtherWishes), Education = Tidy(s.Education), DrivingLicence = Tidy(s.DrivingLicence),
        Expertise = Tidy(s.Expertise), Appeal = Tidy(s.Appeal), AppealExperience = Tidy(s.AppealExperience), Remarks = Tidy(s.Remarks),
        OccupationCodes = [.. s.OccupationCodes.Where(c => Occupations.Find(c) is not null).Distinct().Take(MostCodes)],
        IndustryCodes = [.. s.IndustryCodes.Where(c => Industries.Find(c) is not null).Distinct().Take(MostCodes)],
        LicenceCodes = [.. s.LicenceCodes.Where(c => ReferenceData.Licences.Find(c) is not null).Distinct().Take(MostLicences)],
        Licences = [.. s.Licences.Select(Tidy).OfType<string>().Distinct().Take(MostLicences)],
        Places = [.. s.Places.Where(IsKnown).Distinct().Take(MostPlaces)],
        PastWork = [.. s.PastWork.Select(p => new PastWork(Tidy(p.Work) ?? "", p.Months, Tidy(p.Details))).Where(p => p.Work.Length > 0 || p.Months is not null || p.Details is not null).Take(MostPastWork)],
    };

    public static IReadOnlyList<StatementFault> Faults(this SeekerStatement s)
    {
        var faults = new List<StatementFault>();
        if (string.IsNullOrWhiteSpace(s.WishedWork))
            faults.Add(new(StatementStep.Work, nameof(s.WishedWork), StatementFaultKind.Missing));
        faults.AddRange(s.Texts().Where(t => !WrittenText.Fits(t.Text, t.Most)).Select(t => new StatementFault(t.Step, t.Field, StatementFaultKind.TooLong, t.Most)));
        Range(StatementStep.Place, nameof(s.CommutingMinutes), s.CommutingMinutes, LongestCommute);
        Range(StatementStep.Place, nameof(s.WishedMonthlyIncome), s.WishedMonthlyIncome, HighestIncome);
        Range(StatementStep.Place, nameof(s.WishedHourlyIncome), s.WishedHourlyIncome, HighestIncome);
        for (var i = 0; i < s.PastWork.Count; i++)
        {
            if (s.PastWork[i].Work.Length == 0)
                faults.Add(new(StatementStep.Career, $"{nameof(s.PastWork)}[{i}].{nameof(PastWork.Work)}", StatementFaultKind.Missing));
            Range(StatementStep.Career, $"{nameof(s.PastWork)}[{i}].Years", s.PastWork[i].Months, LongestCareer);
        }
        Range(StatementStep.Career, nameof(s.LastMonthlyIncome), s.LastMonthlyIncome, HighestIncome);
        return faults;

        void Range(StatementStep step, string field, int? value, int most)
        {
            if (value < 0 || value > most)
                faults.Add(new(step, field, StatementFaultKind.OutOfRange, most));
        }
    }

    /// <summary>Whether a draft can hold it: four times what can be published.</summary>
    public static bool HasRoom(this SeekerStatement s) => s.Texts().All(t => t.Text.Length <= 4 * t.Most && WrittenText.IsClean(t.Text));

    public static IReadOnlyList<StatementFinding> Identifying(this SeekerStatement s) =>
        [.. s.Texts().SelectMany(t => IdentifyingText.Find(t.Text).Select(f => new StatementFinding(t.Step, t.Field, t.Text.Substring(f.Start, f.Length), f.Kind)))];

    private static IEnumerable<StatementText> AllTexts(SeekerStatement s)
    {
        yield return new(StatementStep.Work, nameof(s.WishedWork), s.WishedWork ?? "", LongestLine);
        yield return new(StatementStep.Work, nameof(s.WishedHours), s.WishedHours ?? "", LongestLine);
        yield return new(StatementStep.Work, nameof(s.WishedDaysOff), s.WishedDaysOff ?? "", LongestLine);
        yield return new(StatementStep.Place, nameof(s.CommutingMeans), s.CommutingMeans ?? "", LongestLine);
        yield return new(StatementStep.Place, nameof(s.WiderArea), s.WiderArea ?? "", LongestLine);
        yield return new(StatementStep.Place, nameof(s.OtherWishes), s.OtherWishes ?? "", LongestText);
        yield return new(StatementStep.Education, nameof(s.Education), s.Education ?? "", LongestText);
        yield return new(StatementStep.Education, nameof(s.DrivingLicence), s.DrivingLicence ?? "", LongestLine);
        foreach (var licence in s.Licences)
            yield return new(StatementStep.Education, nameof(s.Licences), licence, LongestLine);
        for (var i = 0; i < s.PastWork.Count; i++)
        {
            yield return new(StatementStep.Career, $"{nameof(s.PastWork)}[{i}].{nameof(PastWork.Work)}", s.PastWork[i].Work, LongestLine);
            yield return new(StatementStep.Career, $"{nameof(s.PastWork)}[{i}].{nameof(PastWork.Details)}", s.PastWork[i].Details ?? "", LongestText);
        }
        yield return new(StatementStep.Appeal, nameof(s.Expertise), s.Expertise ?? "", LongestText);
        yield return new(StatementStep.Appeal, nameof(s.Appeal), s.Appeal ?? "", LongestText);
        yield return new(StatementStep.Appeal, nameof(s.AppealExperience), s.AppealExperience ?? "", LongestText);
        yield return new(StatementStep.Appeal, nameof(s.Remarks), s.Remarks ?? "", LongestText);
    }

    private static bool IsKnown(WishedPlace place) => Prefectures.Find(place.PrefectureCode) is not null
        && (place.MunicipalityCode is null || Municipalities.Find(place.MunicipalityCode)?.PrefectureCode == place.PrefectureCode);

    private static string? Tidy(string? typed) => WrittenText.Tidy(typed) is { Length: > 0 } text ? text : null;
}
