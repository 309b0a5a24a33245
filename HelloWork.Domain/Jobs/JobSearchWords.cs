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

    private static string? PlaceName(JobCard.Workplace place) =>
        place.Address ?? $"{Prefectures.Find(place.PrefectureCode ?? "")?.Name}{Municipalities.Find(place.MunicipalityCode ?? "")?.Name}";
}
