using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Jobs;

/// <summary>What free words find a job by: title, duties, place, station, business, licences, experience, remarks.</summary>
internal static class JobSearchWords
{
    /// <param name="card">As anyone may read it: where the office's name isn't shown to all, without it (JO-02).</param>
    public static string Of(JobNumber number, JobCard card)
    {
        var work = card.Work;
        return TextParts.Join(
            Said(work.Title, Occupations.Find(work.OccupationCode ?? "")?.Name),
            Said(card.Office.Name, card.Office.NameKana),
            Said(work.Description, work.WorkFromHome),
            Said(work.NearestStation),
            Said([.. work.Workplaces.Select(PlaceName)]),
            Said(card.Company.Business, card.Company.Features),
            Said([.. work.Licences.Select(l => l.Name), work.OtherLicences]),
            Said(work.ExperienceDetails, work.ComputerSkills),
            Said(card.Remarks.Remarks, card.Remarks.MessageFromOffice, card.Remarks.Welfare, number.Value));

        static string Said(params IReadOnlyList<string?> said) => SearchText.Normalise(string.Join(' ', said.Where(p => !string.IsNullOrWhiteSpace(p))));
    }

    /// <summary>The parts of <see cref="JobOffer.SearchWords"/>, in the order of the scopes.</summary>
    public static ReadOnlyMemory<char>[] PartsOf(string searchWords) => TextParts.Split(searchWords, Scopes);

    private static readonly int Scopes = Enum.GetValues<JobWordScope>().Length;

    /// <summary>A LIKE pattern, on both databases, for a word within one part.</summary>
    public static string PatternOf(string word, JobWordScope scope) => TextParts.PatternOf(word, scope - JobWordScope.Title);

    /// <summary>The card with nothing but what is searched: taking a name out of the rest of it would be for nothing.</summary>
    public static JobCard Only(JobCard card) => new()
    {
        Office = card.Office,
        Work = new()
        {
            Title = card.Work.Title, Description = card.Work.Description, OccupationCode = card.Work.OccupationCode, Workplaces = card.Work.Workplaces,
            NearestStation = card.Work.NearestStation, WorkFromHome = card.Work.WorkFromHome, ExperienceDetails = card.Work.ExperienceDetails,
            ComputerSkills = card.Work.ComputerSkills, Licences = card.Work.Licences, OtherLicences = card.Work.OtherLicences,
        },
        Company = new() { Business = card.Company.Business, Features = card.Company.Features },
        Remarks = new() { Remarks = card.Remarks.Remarks, MessageFromOffice = card.Remarks.MessageFromOffice, Welfare = card.Remarks.Welfare },
    };

    private static string? PlaceName(JobCard.Workplace place) =>
        place.Address ?? $"{Prefectures.Find(place.PrefectureCode ?? "")?.Name}{Municipalities.Find(place.MunicipalityCode ?? "")?.Name}";
}
