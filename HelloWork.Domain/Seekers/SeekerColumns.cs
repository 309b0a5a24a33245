using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Seekers;

/// <summary>What a seeker's profile (求職情報) is found and filtered by, read from its statement.</summary>
internal sealed record SeekerColumns
{
    /// <summary>Grows when something here is read otherwise than before: rows of an older one are read anew (<see cref="RefreshSeekerColumns"/>).</summary>
    public const int CurrentVersion = 1;

    public SeekerTraits Traits { get; private init; }
    public string? Industries { get; private init; }
    public int ExperienceMonths { get; private init; }
    public required string SearchWords { get; init; }

    public static SeekerColumns Of(SeekerStatement s) => new()
    {
        Traits = TraitsOf(s),
        Industries = IndustriesOf(s),
        ExperienceMonths = s.PastWork.Sum(p => Math.Clamp(p.Months ?? 0, 0, 12 * 100)),
        SearchWords = WordsOf(s),
    };

    private static SeekerTraits TraitsOf(SeekerStatement s)
    {
        var all = SeekerTraits.None;
        foreach (var (trait, holds) in new[]
        {
            (SeekerTraits.AcceptsDispatch, s.AcceptsDispatch), (SeekerTraits.AcceptsContract, s.AcceptsContract),
            (SeekerTraits.WantsTwoDaysOffAWeek, s.WantsTwoDaysOffAWeek), (SeekerTraits.CanRelocate, s.CanRelocate), (SeekerTraits.WantsCarCommuting, s.WantsCarCommuting),
            (SeekerTraits.CanWorkAbroad, s.CanWorkAbroad), (SeekerTraits.WantsToReturnToRegion, s.WantsToReturnToRegion), (SeekerTraits.HasDrivingLicence, !string.IsNullOrWhiteSpace(s.DrivingLicence)),
        })
            all |= holds ? trait : SeekerTraits.None;
        return all;
    }

    /// <summary>Divisions between blanks, so that one pattern finds one; null: none is stated.</summary>
    private static string? IndustriesOf(SeekerStatement s)
    {
        var divisions = s.IndustryCodes.Select(code => ReferenceData.Industries.Find(code)?.DivisionCode).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return divisions.Count == 0 ? null : $" {string.Join(' ', divisions)} ";
    }

    // In the order of SeekerWordScope. All texts of both leaflets but the last income, which employers don't see.
    private static string WordsOf(SeekerStatement s) => TextParts.Join(
        Said([s.WishedWork, .. s.OccupationCodes.Select(c => Occupations.Find(c)?.Name), .. s.IndustryCodes.Select(c => ReferenceData.Industries.Find(c)?.Name)]),
        Said([.. s.PastWork.SelectMany(p => new[] { p.Work, p.Details }), s.AppealExperience]),
        Said([s.Education, s.DrivingLicence, .. s.Licences, .. s.LicenceCodes.Select(c => Licences.Find(c)?.Name)]),
        Said(s.Expertise, s.Appeal, s.Remarks),
        Said([.. s.Places.Select(p => $"{Prefectures.Find(p.PrefectureCode)?.Name}{Municipalities.Find(p.MunicipalityCode ?? "")?.Name}"),
            s.WiderArea, s.CommutingMeans, s.WishedHours, s.WishedDaysOff, s.OtherWishes]));

    private static string Said(params IReadOnlyList<string?> said) => SearchText.Normalise(string.Join(' ', said.Where(part => !string.IsNullOrWhiteSpace(part))));

    /// <summary>The parts of <see cref="SeekerProfile.SearchWords"/>, in the order of the scopes.</summary>
    public static ReadOnlyMemory<char>[] PartsOf(string searchWords) => TextParts.Split(searchWords, Enum.GetValues<SeekerWordScope>().Length);

    public static string PatternOf(string word, SeekerWordScope scope) => TextParts.PatternOf(word, scope - SeekerWordScope.WishedWork);
}
