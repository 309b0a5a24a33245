using System.Text;
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
        var parts = new StringBuilder();
        Add(JobWordScope.Title, work.Title, Occupations.Find(work.OccupationCode ?? "")?.Name);
        Add(JobWordScope.Office, card.Office.Name, card.Office.NameKana);
        Add(JobWordScope.Duties, work.Description, work.WorkFromHome);
        Add(JobWordScope.Station, work.NearestStation);
        Add(JobWordScope.Place, [.. work.Workplaces.Select(PlaceName)]);
        Add(JobWordScope.Business, card.Company.Business, card.Company.Features);
        Add(JobWordScope.Licence, [.. work.Licences.Select(l => l.Name), work.OtherLicences]);
        Add(JobWordScope.Experience, work.ExperienceDetails, work.ComputerSkills);
        Add(JobWordScope.Other, card.Remarks.Remarks, card.Remarks.MessageFromOffice, card.Remarks.Welfare, number.Value);
        return parts.Append(After(JobWordScope.Other)).ToString();

        void Add(JobWordScope scope, params IReadOnlyList<string?> said) =>
            parts.Append(Before(scope)).Append(SearchText.Normalise(string.Join(' ', said.Where(p => !string.IsNullOrWhiteSpace(p)))));
    }

    /// <summary>
    /// Each part of <see cref="JobOffer.SearchWords"/> stands behind a control character of its own, in the order of the scopes, and one stands
    /// at the end. Normalised text holds none, so a word never reaches over two parts, and one pattern tells in which it is.
    /// </summary>
    public static char Before(JobWordScope scope) => (char)(0x10 + (int)scope);

    private static char After(JobWordScope scope) => (char)(0x11 + (int)scope);

    /// <summary>The parts one by one, in the order of the scopes; text of a former version, which has no parts, as one.</summary>
    public static IReadOnlyList<string> PartsOf(string searchWords)
    {
        if (searchWords.Length == 0 || searchWords[0] != Before(JobWordScope.Title))
            return [searchWords];
        var parts = new string[Scopes];
        for (int part = 0, at = 1; part < Scopes; part++)
        {
            var end = searchWords.IndexOf((char)(Before(JobWordScope.Title) + part + 1), at);
            if (end < 0)
                throw new FormatException("Search words without an end of part.");
            parts[part] = searchWords[at..end];
            at = end + 1;
        }
        return parts;
    }

    private static readonly int Scopes = Enum.GetValues<JobWordScope>().Length;

    public const string Escape = "\\";

    /// <summary>A LIKE pattern, on both databases, for a word within one part.</summary>
    public static string PatternOf(string word, JobWordScope scope)
    {
        var literal = new StringBuilder();
        foreach (var c in word)
            literal.Append(c is '%' or '_' or '[' or '\\' ? "\\" : "").Append(c);
        return $"%{Before(scope)}%{literal}%{After(scope)}%";
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
