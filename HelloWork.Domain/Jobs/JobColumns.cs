using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Jobs;

/// <summary>What a job offer (求人) is found, filtered and sorted by, read from its card: the costly part of taking a card over, and one that can be done ahead.</summary>
internal sealed record JobColumns
{
    /// <summary>Grows when something here is read otherwise than before: rows of an older one are read anew (<see cref="RefreshJobColumns"/>).</summary>
    public const int CurrentVersion = 1;

    public required JobDetailColumns Details { get; init; }
    public string? OccupationCode { get; private init; }
    public string? OccupationMajor { get; private init; }
    public string? OccupationMiddle { get; private init; }
    public JobTraits Traits { get; private init; }
    public (WageUnit? Unit, int? From, int? To) Wage { get; private init; }
    public required string SearchTitle { get; init; }
    public required string SearchWords { get; init; }
    public required string SearchName { get; init; }

    public static JobColumns Of(JobNumber number, JobCard card)
    {
        var occupation = Occupations.Normalise(card.Work.OccupationCode);
        var groups = Occupations.Covering(occupation);
        var shown = card.Header.Disclosure is Disclosure.NameToAll ? card : JobSearchWords.Only(card).WithoutOfficeName();
        return new()
        {
            Details = JobDetailColumns.Of(card),
            OccupationCode = occupation,
            OccupationMajor = groups.ElementAtOrDefault(0)?.Code,
            OccupationMiddle = groups.ElementAtOrDefault(1)?.Code,
            Traits = JobTraitReading.TraitsOf(card),
            Wage = SearchableWage.Of(card.Pay),
            SearchName = SearchText.Normalise($"{card.Office.Name} {card.Office.NameKana}"),
            SearchTitle = SearchText.Normalise(shown.Work.Title),
            SearchWords = JobSearchWords.Of(number, shown),
        };
    }
}
