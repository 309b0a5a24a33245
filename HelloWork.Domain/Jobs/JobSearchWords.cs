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
        IEnumerable<string?> parts =
        [
            work.Title, work.Description, Occupations.Find(work.OccupationCode ?? "")?.Name,
            ..work.Workplaces.Select(PlaceName), work.NearestStation, work.WorkFromHome,
            work.ExperienceDetails, work.ComputerSkills, ..work.Licences.Select(l => l.Name), work.OtherLicences,
            card.Company.Business, card.Company.Features, card.Remarks.Remarks, card.Remarks.MessageFromOffice, card.Remarks.Welfare,
            card.Office.Name, card.Office.NameKana, number.Value,
        ];
        return SearchText.Normalise(string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p))));
    }

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
