using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers;

/// <summary>All that decides about one seeker in a search, as it stands in the database.</summary>
internal sealed record KnownSeeker(SeekerId Id, PublicNumber Number, DateTime ChangedAt, SeekerStatement Statement, SeekerRegistration? Open, ProvisionService? Service,
    bool MyPage, Handling Wanted, bool MarkOnly, IReadOnlySet<ProviderId> Blocked)
{
    public List<(SeekerWordScope Scope, string Text)> Texts { get; } = [.. SeekerOracle.TextsOf(Statement).Select(t => (t.Scope, SearchText.Normalise(t.Text)))];

    public static async Task<KnownSeeker> ReadAsync(HelloWorkDbContext db, SeekerId id)
    {
        var profile = await db.SeekerProfiles.AsNoTracking().SingleAsync(p => p.SeekerId == id);
        var conditions = await db.ReceiveConditions.AsNoTracking().Include(c => c.Codes).SingleOrDefaultAsync(c => c.SeekerId == id);
        return new(id, profile.PublicNumber, profile.ChangedAt, profile.Statement,
            await db.SeekerRegistrations.AsNoTracking().SingleOrDefaultAsync(r => r.SeekerId == id && r.EndedAt == null),
            await db.ProvisionServices.AsNoTracking().SingleOrDefaultAsync(s => s.SeekerId == id), (await db.Seekers.AsNoTracking().SingleAsync(s => s.Id == id)).HasMyPage,
            conditions?.Wanted ?? Handling.Everything, conditions?.PrivacyMarkOnly ?? false,
            (await db.ProviderBlocks.Where(b => b.SeekerId == id).Select(b => b.ProviderId).ToListAsync()).ToHashSet());
    }
}

/// <summary>Which providers there are, as a search meets them.</summary>
internal sealed record KnownProvider(ProviderActor Actor, ProviderGroup Group, Handling Handles, bool Mark);

/// <summary>The seekers' search again, one seeker after the other and from what they stated: it knows neither columns nor index nor the policy's query.</summary>
internal static class SeekerOracle
{
    public static List<KnownSeeker> Find(IEnumerable<KnownSeeker> all, SeekerConditions query, KnownProvider? provider, DateOnly today)
    {
        IReadOnlyList<string> words = SearchText.Words(query.Words), not = SearchText.Words(query.NotWords);
        return [.. all.Where(s => Sees(s, provider, today) && Meets(s, query, words, not, today)).OrderByDescending(s => s.ChangedAt).ThenBy(s => s.Number.Value, StringComparer.Ordinal)];
    }

    private static bool Sees(KnownSeeker seeker, KnownProvider? provider, DateOnly today)
    {
        if (seeker.Open is not { } registration || !registration.IsOpenOn(today))
            return false;
        if (provider is null)
            return registration.ShownToEmployers;
        return seeker.Service is { PublishedAt: not null, StoppedAt: null } service && service.RegistrationId == registration.Id
            && (registration.ProvisionChoice is ProvisionChoice.Both
                || registration.ProvisionChoice == (provider.Group is ProviderGroup.LocalGovernments ? ProvisionChoice.LocalGovernmentsOnly : ProvisionChoice.PrivateAgenciesOnly))
            && !seeker.Blocked.Contains(provider.Actor.Provider) && (provider.Mark || !seeker.MarkOnly)
            && Fits(seeker.Wanted.Prefectures, provider.Handles.Prefectures) && Fits(seeker.Wanted.Industries, provider.Handles.Industries)
            && Fits(seeker.Wanted.Occupations, provider.Handles.Occupations);

        static bool Fits(IReadOnlyList<string> wanted, IReadOnlyList<string> handled) => wanted.Count == 0 || handled.Count == 0 || wanted.Intersect(handled).Any();
    }

    private static bool Meets(KnownSeeker seeker, SeekerConditions query, IReadOnlyList<string> words, IReadOnlyList<string> not, DateOnly today)
    {
        var s = seeker.Statement;
        bool Said(string word) => seeker.Texts.Exists(t => (query.Scopes.Count == 0 || query.Scopes.Contains(t.Scope)) && t.Text.Contains(word, StringComparison.Ordinal));
        return (words.Count == 0 || (query.AnyWord ? words.Any(Said) : words.All(Said)))
            && !not.Any(Said)
            && (query.Prefectures.Count + query.Municipalities.Count == 0 || s.Places.Any(place => Wanted(place, query)))
            && (query.Occupations.Count == 0 || s.OccupationCodes.Any(code => query.Occupations.Any(o => o == code || Occupations.Covering(code).Any(group => group.Code == o))))
            && (query.Industries.Count == 0 || s.IndustryCodes.Any(code => query.Industries.Contains(Industries.Find(code)!.DivisionCode)))
            && (query.Licences.Count == 0 || LicencesOf(s).Intersect(query.Licences).Any())
            && (query.Style is null || s.Style == query.Style || s.Style is WorkingStyle.Either)
            && (!query.RegularOnly || s.WantsRegular)
            && (query.Traits & ~TraitsOf(s)) == 0
            && (query.WageMax is null || (query.WageUnit is WageUnit.Hour ? s.WishedHourlyIncome : s.WishedMonthlyIncome) <= query.WageMax || (s.WishedHourlyIncome ?? s.WishedMonthlyIncome) is null)
            && (query.ExperienceYears is null || s.PastWork.Sum(p => p.Months ?? 0) >= query.ExperienceYears * 12)
            && (query.CommutingMinutes is null || s.CommutingMinutes >= query.CommutingMinutes)
            && (query.Since is null || Jst.DayOf(seeker.ChangedAt).AddDays((int)query.Since - 1) >= today)
            && (query is not SearchSeekers.Query { WithMyPageOnly: true } || seeker.MyPage)
            && (query is not SearchProvidedSeekers.Query { LastIncomeMin: { } least } || s.LastMonthlyIncome >= least);
    }

    private static bool Wanted(WishedPlace place, SeekerConditions query)
    {
        var cities = query.Municipalities.SelectMany(c => Municipalities.FindCity(c)?.Wards.Select(w => w.Code) ?? [c]).ToList();
        var around = cities.Select(c => c[..2]).ToList();
        if (place.MunicipalityCode is { } city ? cities.Contains(city) : around.Contains(place.PrefectureCode))
            return true;
        return query.Prefectures.Contains(place.PrefectureCode) && !around.Contains(place.PrefectureCode);
    }

    private static IEnumerable<string> LicencesOf(SeekerStatement s) =>
        s.LicenceCodes.Concat(s.Licences.Append(s.DrivingLicence).Select(name => Licences.ByName(name)?.Code).OfType<string>());

    private static SeekerTraits TraitsOf(SeekerStatement s) =>
        (s.AcceptsDispatch ? SeekerTraits.AcceptsDispatch : 0) | (s.AcceptsContract ? SeekerTraits.AcceptsContract : 0) | (s.WantsTwoDaysOffAWeek ? SeekerTraits.WantsTwoDaysOffAWeek : 0)
        | (s.CanRelocate ? SeekerTraits.CanRelocate : 0) | (s.WantsCarCommuting ? SeekerTraits.WantsCarCommuting : 0) | (s.CanWorkAbroad ? SeekerTraits.CanWorkAbroad : 0)
        | (s.WantsToReturnToRegion ? SeekerTraits.WantsToReturnToRegion : 0) | (string.IsNullOrEmpty(s.DrivingLicence) ? 0 : SeekerTraits.HasDrivingLicence);

    public static IEnumerable<(SeekerWordScope Scope, string? Text)> TextsOf(SeekerStatement s) =>
    [
        (SeekerWordScope.WishedWork, s.WishedWork), .. s.OccupationCodes.Select(c => (SeekerWordScope.WishedWork, Occupations.Find(c)?.Name)),
        .. s.IndustryCodes.Select(c => (SeekerWordScope.WishedWork, Industries.Find(c)?.Name)),
        .. s.PastWork.SelectMany(p => new[] { (SeekerWordScope.Experience, (string?)p.Work), (SeekerWordScope.Experience, p.Details) }), (SeekerWordScope.Experience, s.AppealExperience),
        (SeekerWordScope.Licence, s.Education), (SeekerWordScope.Licence, s.DrivingLicence), .. s.Licences.Select(l => (SeekerWordScope.Licence, (string?)l)),
        .. s.LicenceCodes.Select(c => (SeekerWordScope.Licence, Licences.Find(c)?.Name)),
        (SeekerWordScope.Appeal, s.Expertise), (SeekerWordScope.Appeal, s.Appeal), (SeekerWordScope.Appeal, s.Remarks),
        .. s.Places.Select(p => (SeekerWordScope.Conditions, (string?)(Prefectures.Find(p.PrefectureCode)?.Name + Municipalities.Find(p.MunicipalityCode ?? "")?.Name))),
        (SeekerWordScope.Conditions, s.WiderArea), (SeekerWordScope.Conditions, s.CommutingMeans), (SeekerWordScope.Conditions, s.WishedHours), (SeekerWordScope.Conditions, s.WishedDaysOff),
        (SeekerWordScope.Conditions, s.OtherWishes),
    ];
}
