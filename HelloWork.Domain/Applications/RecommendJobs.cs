using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>
/// おすすめの求人: active jobs that fit what the seeker wishes for by their own statement, each with the reasons, without those they applied to or saved.
/// Nothing else is known of the person or looked at, and nothing is kept.
/// </summary>
public sealed class RecommendJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, JobIndex? index = null)
{
    public const int Most = 4;

    private const int MostLeftOut = 300;

    public sealed record Query(SeekerActor Seeker);

    /// <returns>The best fitting first; none where neither work nor place is wished for.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<IReadOnlyList<JobNearby>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var wishes = await db.SeekerProfiles.AsNoTracking().Where(p => p.SeekerId == query.Seeker.Seeker).Select(p => p.Statement).SingleOrDefaultAsync(ct);
        if (wishes is null || (wishes.OccupationCodes.Count == 0 && wishes.Places.Count == 0))
            return [];

        var known = await db.SelfApplications.Where(a => a.SeekerId == query.Seeker.Seeker).Join(db.JobOffers, a => a.JobOfferId, j => j.Id, (_, j) => j.Number)
            .Union(db.SavedJobs.Where(s => s.SeekerId == query.Seeker.Seeker).Join(db.JobOffers, s => s.JobOfferId, j => j.Id, (_, j) => j.Number)).OrderBy(number => number).Take(MostLeftOut).ToListAsync(ct);
        var byHour = wishes.Style is WorkingStyle.PartTime && wishes.WishedHourlyIncome is not null;
        var like = new JobLikeness
        {
            Occupations = wishes.OccupationCodes, Prefectures = [.. wishes.Places.Select(p => p.PrefectureCode).Distinct()], Municipalities = [.. wishes.Places.Select(p => p.MunicipalityCode).OfType<string>().Distinct()],
            Types = TypesOf(wishes), WageUnit = byHour ? WageUnit.Hour : WageUnit.Month, WageFrom = byHour ? wishes.WishedHourlyIncome : wishes.WishedMonthlyIncome,
            Traits = (wishes.WantsTwoDaysOffAWeek ? JobTraits.TwoDaysOffAWeek : 0) | (wishes.WantsCarCommuting ? JobTraits.CarCommuting : 0),
        };
        var all = new JobSearchQuery
        {
            Occupations = like.Occupations, Prefectures = like.Prefectures, Municipalities = like.Municipalities, Types = like.Types, WageMin = like.WageFrom, WageUnit = like.WageUnit ?? WageUnit.Month,
            Conditions = [.. wishes.WantsTwoDaysOffAWeek ? [JobCondition.TwoDaysOffAWeek] : (JobCondition[])[], .. wishes.WantsCarCommuting ? [JobCondition.CarCommuting] : (JobCondition[])[]],
        };
        var middles = all with { Occupations = [.. like.Occupations.Select(code => code.Length > 3 ? code[..3] : code)] };
        List<JobSearchQuery> searches = [all, middles, middles with { Conditions = [] }, middles with { Conditions = [], Municipalities = [] }, middles with { Conditions = [], Municipalities = [], WageMin = null }];
        // What fits in one of the two only isn't worth a person's time, unless they named only one.
        return await NearbyJobs.FindAsync(db, index, like, Most, known, searches, clock.TodayInJapan(), toSeeker: true, ct);
    }

    private static IReadOnlyList<EmploymentType> TypesOf(SeekerStatement wishes)
    {
        var full = wishes.Style is not WorkingStyle.PartTime;
        var part = wishes.Style is not WorkingStyle.FullTime;
        List<EmploymentType> types = [];
        if (full)
            types.AddRange(wishes.WantsRegular ? [EmploymentType.Regular] : [EmploymentType.Regular, EmploymentType.NonRegular]);
        if (part)
            types.Add(EmploymentType.Part);
        if (wishes.AcceptsDispatch && full && !wishes.WantsRegular)
            types.AddRange([EmploymentType.FixedTermDispatch, EmploymentType.PermanentDispatch]);
        if (wishes.AcceptsDispatch && part)
            types.AddRange([EmploymentType.PartFixedTermDispatch, EmploymentType.PartPermanentDispatch]);
        return types;
    }
}
