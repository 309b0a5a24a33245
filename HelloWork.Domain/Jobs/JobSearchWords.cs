using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Jobs;

/// <summary>What free words find a job by: title, duties, place, station, business, licences, experience, remarks.</summary>
internal static class JobSearchWords
{
    public static string Of(JobCard card)
    {
        var work = card.Work;
        IEnumerable<string?> parts =
        [
            work.Title, work.Description, Occupations.Find(work.OccupationCode ?? "")?.Name,
            ..work.Workplaces.Select(PlaceName), work.NearestStation, work.WorkFromHome,
            work.ExperienceDetails, work.ComputerSkills, ..work.Licences.Select(l => l.Name), work.OtherLicences,
            card.Company.Business, card.Company.Features, card.Remarks.Remarks, card.Remarks.MessageFromOffice, card.Remarks.Welfare,
            card.Header.Disclosure is Disclosure.NameToAll ? $"{card.Office.Name} {card.Office.NameKana}" : null,
        ];
        return SearchText.Normalise(string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p))));
    }

    private static string? PlaceName(JobCard.Workplace place) =>
        place.Address ?? $"{Prefectures.Find(place.PrefectureCode ?? "")?.Name}{Municipalities.Find(place.MunicipalityCode ?? "")?.Name}";
}
