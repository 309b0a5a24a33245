using System.Linq.Expressions;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>The job search as conditions on columns, the same on both databases.</summary>
internal static class JobSearchFilter
{
    /// <summary>What the public may see on a Japanese day: active whether or not the scheduler has run, never 公開範囲 4.</summary>
    public static IQueryable<JobOffer> ShownOn(this IQueryable<JobOffer> jobs, DateOnly today) =>
        jobs.Where(j => j.Status == JobOfferStatus.Active && j.LastDay >= today && j.Disclosure != Disclosure.NotPublic);

    /// <param name="jobs">What may be found at all.</param>
    /// <param name="places">Every job's places.</param>
    /// <param name="toSeeker">Words may match the office's name of 公開範囲 2 as well.</param>
    /// <param name="offices">Every office, for a search by its number.</param>
    public static IQueryable<JobOffer> Matching(
        this IQueryable<JobOffer> jobs, IQueryable<JobOfferPlace> places, IQueryable<Office> offices, JobSearchQuery query, DateOnly today, bool toSeeker)
    {
        jobs = jobs.WithWords(query, toSeeker).With(query.Details, offices, today).At(places, query);
        if (query.Occupations.Count > 0)
        {
            string[] majors = [.. query.Occupations.Where(o => o.Length == 2)], middles = [.. query.Occupations.Where(o => o.Length == 3)],
                minors = [.. query.Occupations.Where(o => o.Length > 3)];
            jobs = jobs.Where(j => majors.Contains(j.OccupationMajor) || middles.Contains(j.OccupationMiddle) || minors.Contains(j.OccupationCode));
        }
        if (query.Types.Count > 0)
            jobs = jobs.Where(j => query.Types.Contains(j.EmploymentType));
        if (query.WageMin is { } least)
            jobs = query.Details.WageBaseOnly
                ? jobs.Where(j => j.WageUnit == query.WageUnit && j.WageBaseFrom >= least)
                : jobs.Where(j => j.WageUnit == query.WageUnit && j.WageFrom >= least);
        return query.Conditions.Aggregate(jobs, (left, condition) => left.Where(Holds(condition, today)));
    }

    public static Expression<Func<JobOffer, bool>> Holds(JobCondition condition, DateOnly today)
    {
        if (condition is JobCondition.SelfApplication)
            return j => j.AcceptsSelfApplication;
        var since = NewSince(today);
        if (condition is JobCondition.New)
            return j => j.AcceptedOn >= since;
        var trait = TraitOf(condition);
        return IsAbsence(condition) ? j => (j.Traits & trait) == 0 : j => (j.Traits & trait) == trait;
    }

    /// <summary>直近3日: today and the two days before.</summary>
    public static DateOnly NewSince(DateOnly today) => today.AddDays(-2);

    public static IQueryable<JobOffer> Sorted(this IQueryable<JobOffer> jobs, JobSearchQuery query)
    {
        var unit = query.WageUnit;
        var words = query.Words();
        // Both databases put null below everything: jobs without a wage come last.
        var sorted = query.Sort switch
        {
            JobSort.WageFrom => jobs.OrderByDescending(j => j.WageUnit == unit).ThenByDescending(j => j.WageFrom).ThenByDescending(j => j.AcceptedOn),
            JobSort.WageTo => jobs.OrderByDescending(j => j.WageUnit == unit).ThenByDescending(j => j.WageTo).ThenByDescending(j => j.AcceptedOn),
            JobSort.Deadline => jobs.OrderBy(j => j.LastDay).ThenByDescending(j => j.AcceptedOn),
            JobSort.Match when words.Count > 0 => jobs.OrderByDescending(Predicates.HowMany<JobOffer>(words.Select(WordInTitle))).ThenByDescending(j => j.AcceptedOn),
            _ => jobs.OrderByDescending(j => j.AcceptedOn),
        };
        return sorted.ThenBy(j => j.Number);
    }

    // IN and not EXISTS: SQLite would walk a whole prefecture again for each job.
    private static IQueryable<JobOffer> At(this IQueryable<JobOffer> jobs, IQueryable<JobOfferPlace> places, JobSearchQuery query)
    {
        var (whole, single) = query.Places();
        if (whole.Count == 0 && single.Count == 0)
            return jobs;
        var wanted = places.Where(p => whole.Contains(p.PrefectureCode) || single.Contains(p.MunicipalityCode)).Select(p => p.JobOfferId);
        return jobs.Where(j => wanted.Contains(j.Id));
    }

    public static JobTraits TraitOf(JobCondition condition) => condition switch
    {
        JobCondition.NoExperience => JobTraits.NoExperience,
        JobCondition.NoEducation => JobTraits.NoEducation,
        JobCondition.NoLicence => JobTraits.NoLicence,
        JobCondition.WeekendsOff => JobTraits.WeekendsOff,
        JobCondition.WorkFromHome => JobTraits.WorkFromHome,
        JobCondition.NoTransfer => JobTraits.NoTransfer,
        JobCondition.CarCommuting => JobTraits.CarCommuting,
        JobCondition.NearStation => JobTraits.NearStation,
        JobCondition.Bonus => JobTraits.Bonus,
        JobCondition.NoOvertime => JobTraits.NoOvertime,
        JobCondition.TwoDaysOffAWeek => JobTraits.TwoDaysOffAWeek,
        JobCondition.Housing => JobTraits.Housing,
        JobCondition.Childcare => JobTraits.Childcare,
        JobCondition.Promotion => JobTraits.Promotion,
        JobCondition.SmokeFree => JobTraits.SmokeFree,
        JobCondition.TrialEmployment => JobTraits.TrialEmployment,
        JobCondition.ReturnToRegion => JobTraits.ReturnToRegion,
        JobCondition.NoAgeLimit => JobTraits.NoAgeLimit,
        JobCondition.NoDocumentScreening => JobTraits.NoDocumentScreening,
        JobCondition.NoShifts => JobTraits.Shifts,
        JobCondition.NoDiscretionary => JobTraits.Discretionary,
        JobCondition.NoVariableHours => JobTraits.VariableHours,
        JobCondition.Renewal => JobTraits.Renewal,
        JobCondition.NoRetirementAge => JobTraits.NoRetirementAge,
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "Not a trait of the card."),
    };

    /// <summary>のぞく: the trait is what the job may not have.</summary>
    public static bool IsAbsence(JobCondition condition) => condition is JobCondition.NoShifts or JobCondition.NoDiscretionary or JobCondition.NoVariableHours;

    private static Expression<Func<JobOffer, bool>> WordInTitle(string word) => j => j.SearchTitle.Contains(word);
}
