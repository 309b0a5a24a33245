using System.Linq.Expressions;
using HelloWork.Domain.Data;
using HelloWork.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>詳細検索条件 and the words as conditions on columns, the same on both databases.</summary>
internal static class JobSearchDetailFilter
{
    public static IQueryable<JobOffer> With(this IQueryable<JobOffer> jobs, JobSearchDetails asked, IQueryable<Office> offices, DateOnly today)
    {
        if (asked.Since is { } since)
        {
            var first = today.AddDays(1 - (int)since);
            jobs = jobs.Where(j => j.AcceptedOn >= first);
        }
        if (asked.Kinds.Count > 0)
            jobs = jobs.Where(j => asked.Kinds.Contains(j.Kind));
        if (asked.WorkingTime is { } time)
        {
            var part = time is JobWorkingTime.PartTime;
            jobs = jobs.Where(j => j.PartTime == part);
        }
        if (asked.HoursFrom is { } from)
            jobs = jobs.Where(j => j.HoursFrom >= from);
        if (asked.LatestEnd is { } to)
            jobs = jobs.Where(j => j.HoursTo <= to);
        if (asked.DaysOff is not JobDaysOff.None and var days)
            jobs = jobs.Where(j => (j.DaysOff & days) == days);
        if (asked.DaysOffPerYear is { } perYear)
            jobs = jobs.Where(j => j.DaysOffPerYear >= perYear);
        if (asked.OvertimeMost is { } overtime)
            jobs = jobs.Where(j => j.OvertimeHours <= overtime);
        if (asked.Insurance is not JobInsurance.None and var insurance)
            jobs = jobs.Where(j => (j.Insurance & insurance) == insurance);
        if (asked.Age is { } age)
            jobs = jobs.Where(j => (j.AgeFrom == null || j.AgeFrom <= age) && (j.AgeTo == null || j.AgeTo >= age));
        if (asked.Licences.Count > 0)
            jobs = jobs.Where(Predicates.Any(asked.Licences.Select(code => $" {code} ").Select(code => (Expression<Func<JobOffer, bool>>)(j => j.LicenceCodes!.Contains(code)))));
        if (asked.Staffing is { } staffing)
            jobs = jobs.Where(j => j.Staffing == staffing);
        if (asked.Employees is { } employees)
            jobs = jobs.Where(j => j.Employees >= employees);
        if (asked.JobNumbers.Count > 0)
            jobs = jobs.Where(j => asked.JobNumbers.Contains(j.Number));
        if (asked.Office is { } number)
            // A number tells which office it is; jobs that hide that aren't found by it.
            jobs = jobs.Where(j => j.Disclosure == Disclosure.NameToAll && offices.Any(o => o.Id == j.OfficeId && o.Number == number));
        return jobs;
    }

    /// <param name="toSeeker">Words may match the office's name of 公開範囲 2 as well.</param>
    public static IQueryable<JobOffer> WithWords(this IQueryable<JobOffer> jobs, JobSearchQuery query, bool toSeeker)
    {
        var words = query.Words();
        var scopes = query.Details.Scopes;
        if (query.Details.AnyWord && words.Count > 0)
            jobs = jobs.Where(Predicates.Any(words.Select(word => Says(word, scopes, toSeeker))));
        else
            jobs = words.Aggregate(jobs, (left, word) => left.Where(Says(word, scopes, toSeeker)));
        foreach (var word in query.Details.WordsLeftOut())
            jobs = jobs.Where(Predicates.Not(Says(word, scopes, toSeeker)));
        return jobs;
    }

    private static Expression<Func<JobOffer, bool>> Says(string word, IReadOnlyList<JobWordScope> scopes, bool toSeeker)
    {
        var places = scopes.Count == 0
            ? [j => j.SearchWords.Contains(word)]
            : scopes.Select(scope => JobSearchWords.PatternOf(word, scope))
                .Select(pattern => (Expression<Func<JobOffer, bool>>)(j => EF.Functions.Like(j.SearchWords, pattern, TextParts.Escape))).ToList();
        if (toSeeker && (scopes.Count == 0 || scopes.Contains(JobWordScope.Office)))
            places.Add(j => j.Disclosure == Disclosure.NameToSeekers && j.SearchName.Contains(word));
        return Predicates.Any(places);
    }
}
