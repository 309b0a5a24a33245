using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers.Saved;

public sealed class SearchAlertsTests : IAsyncLifetime
{
    private static readonly JobSearchQuery InTokyo = new() { Prefectures = ["13"], FreeWords = "経理" };

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private JobIndex _index = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private GivenSeeker _seeker = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _index = new JobIndex(_database, new(_database));
        (_employer, _seeker) = (await _given.EmployerAsync(), await _given.SeekerAsync());
        await _index.LoadAsync(default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task TheSameConditions_AreSavedOnce_WhateverPageAndOrderTheyWereSeenIn()
    {
        Assert.Null(await SaveAsync(InTokyo));
        Assert.Equal(SavedSearchRefusal.AlreadySaved, await SaveAsync(InTokyo with { Page = 3, Sort = JobSort.WageFrom, Size = 50 }));
        Assert.Equal(SavedSearchRefusal.NothingChosen, await SaveAsync(new() { Sort = JobSort.Deadline }));
        Assert.Equal(SavedSearchRefusal.NameMissing, await SaveAsync(new() { FreeWords = "介護" }, name: "　\r\n "));
        Assert.Equal(SavedSearchRefusal.NameTooLong, await SaveAsync(new() { FreeWords = "介護" }, name: new string('あ', 61)));
    }

    [Fact]
    public async Task EveryConditionOfASearch_IsThereAgain()
    {
        var all = new JobSearchQuery
        {
            FreeWords = "経理 在宅", Prefectures = ["13", "14"], Municipalities = ["13101"], Occupations = ["06", "038-01"], Types = [EmploymentType.Part, EmploymentType.Regular], WageMin = 1_200, WageUnit = WageUnit.Hour,
            Conditions = [JobCondition.WorkFromHome, JobCondition.New],
            Details = new() { Since = JobSince.Week, NotWords = "夜勤", AnyWord = true, Scopes = [JobWordScope.Title], HoursFrom = 540, HoursTo = 1080, DaysOff = (JobDaysOff)3, Age = 40, JobNumbers = [JobNumber.Parse("13010-12")], Office = OfficeNumber.Parse("1301-000001-7") },
        };
        await SaveAsync(all);

        var kept = Assert.Single(await ListAsync()).Query;

        Assert.Equal(SavedSearch.KeyOf(all), SavedSearch.KeyOf(kept));
        Assert.Equal(Blazor.Jobs.JobSearchAddress.Of(all), Blazor.Jobs.JobSearchAddress.Of(kept));
    }

    [Fact]
    public async Task TwentySearches_AreTheMost()
    {
        for (var i = 0; i < SavedSearch.Most; i++)
            Assert.Null(await SaveAsync(new() { FreeWords = $"経理{i}" }));

        Assert.Equal(SavedSearchRefusal.TooMany, await SaveAsync(new() { FreeWords = "介護" }));
        Assert.True(await new RemoveSavedSearch(_database, _clock).RunAsync(new(_seeker.Actor, (await ListAsync())[3].Id), default));
        Assert.Null(await SaveAsync(new() { FreeWords = "介護" }));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task InTheMorning_JobsPublishedSinceAreToldOnce_HoweverManySweep(bool byIndex)
    {
        await _given.JobAsync(_employer);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await SaveAsync(InTokyo);
        _clock.Advance(TimeSpan.FromHours(1));
        var fresh = await _given.JobAsync(_employer, acceptedOn: new DateOnly(2026, 3, 10));
        await CookAsync();

        _clock.SetJapan(2026, 3, 23, 6, 59);
        Assert.Equal(0, await SweepAsync(byIndex));
        _clock.SetJapan(2026, 3, 23, 7, 5);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SweepAsync(byIndex)));
        _clock.SetJapan(2026, 3, 24, 7, 5);
        Assert.Equal(0, await SweepAsync(byIndex));

        await using var db = _database.CreateDbContext();
        var mail = Assert.Single(await db.OutboxMails.Where(m => m.Kind == MailKind.SearchAlert).ToListAsync());
        Assert.Equal(_seeker.Account, mail.RecipientAccountId);
        Assert.Equal([fresh.Number], await db.SearchAlertJobs.Select(j => j.Number).ToListAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == nameof(SendSearchAlerts)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task WhatASearchSaysOfNewJobs_LosesNoneThatWaitedToBePublished(bool byIndex)
    {
        await SaveAsync(InTokyo with { Conditions = [JobCondition.New], Details = new() { Since = JobSince.Yesterday } });
        await _given.JobAsync(_employer, acceptedOn: new DateOnly(2026, 3, 2));
        _clock.SetJapan(2026, 3, 23, 8);

        Assert.Equal(1, await SweepAsync(byIndex));
    }

    [Fact]
    public async Task WhileTheIndexLoads_NothingIsLookedFor_AndItComesWithTheNextRing()
    {
        await SaveAsync(InTokyo);
        await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 23, 8);

        Assert.Equal(0, await new SendSearchAlerts(_database, new FindNewJobs(_database, _clock, new JobIndex(_database, new(_database))), _clock).RunAsync(default));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task WhatWasToldLongAgo_Goes_ButEachSearchKeepsItsLastDay()
    {
        await SaveAsync(InTokyo);
        for (var day = 23; day <= 25; day++)
        {
            await _given.JobAsync(_employer);
            _clock.SetJapan(2026, 3, day, 8);
            Assert.Equal(1, await SweepAsync());
        }
        var remove = new RemoveOldSearchAlerts(_database, _clock);

        _clock.SetJapan(2026, 5, 23, 3);
        Assert.Equal(3, await remove.RunAsync(default));
        _clock.SetJapan(2026, 8, 1, 3);
        // Two jobs, of the search and of the seeker, and one day; the last day stays for its owner.
        Assert.Equal(5, await remove.RunAsync(default));
        Assert.Equal(0, await remove.RunAsync(default));
        Assert.Equal(new DateOnly(2026, 3, 25), Assert.Single(await ListAsync()).LastToldOn);
    }

    [Fact]
    public async Task HourByHour_EachJobIsToldExactlyOnce_AndWeeklySearchesOnceAWeek()
    {
        await SaveAsync(InTokyo);
        await SaveAsync(new() { Prefectures = ["13"] }, AlertFrequency.Weekly);
        await SaveAsync(new() { FreeWords = "経理" }, AlertFrequency.Off);
        var (published, others) = (new List<JobNumber>(), new List<JobNumber>());

        for (var at = new DateTime(2026, 3, 22, 15, 0, 0); at < new DateTime(2026, 4, 6); at = at.AddHours(1))
        {
            _clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            // At the very minute of a sweep, and at others.
            if (at.Hour is 7 or 11 && at.Day % 2 == 0)
            {
                published.Add((await _given.JobAsync(_employer)).Number);
                others.Add((await CookAsync()).Number);
            }
            await SweepAsync();
        }

        await using var db = _database.CreateDbContext();
        var (daily, weekly) = (await IdAsync(AlertFrequency.Daily), await IdAsync(AlertFrequency.Weekly));
        Assert.Equal(published.Select(n => n.Value).Order(StringComparer.Ordinal), (await db.SearchAlertJobs.Where(j => j.SavedSearchId == daily).Select(j => j.Number).ToListAsync()).Select(n => n.Value).Order(StringComparer.Ordinal));
        // The weekly one finds them too, and tells what the daily one hasn't.
        Assert.Equal(others.Select(n => n.Value).Order(StringComparer.Ordinal), (await db.SearchAlertJobs.Where(j => j.SavedSearchId == weekly).Select(j => j.Number).ToListAsync()).Select(n => n.Value).Order(StringComparer.Ordinal));
        Assert.Equal([new DateOnly(2026, 3, 29), new DateOnly(2026, 4, 5)], await db.SearchAlerts.Where(a => a.SavedSearchId == weekly).OrderBy(a => a.Day).Select(a => a.Day).ToListAsync());
        Assert.Equal(2, await db.SearchAlerts.Select(a => a.SavedSearchId).Distinct().CountAsync());
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AJobThatEndedBeforeTheMailGoes_IsntNamed_AndAloneMakesNoMail()
    {
        await SaveAsync(InTokyo);
        var (ends, stays) = (await _given.JobAsync(_employer), await _given.JobAsync(_employer));
        _clock.SetJapan(2026, 3, 23, 8);
        await SweepAsync();
        await new EndJobOffer(_database, _clock).RunAsync(new(_employer, ends.Number, JobEndReason.Filled), default);

        Assert.Equal([stays.Number], (await ReadAsync())!.Jobs.Select(j => j.Number));
        await new EndJobOffer(_database, _clock).RunAsync(new(_employer, stays.Number, JobEndReason.Filled), default);
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task TheKeyOfAMail_StopsThatSearchAlone_AndNothingMoreIsSent()
    {
        await SaveAsync(InTokyo);
        await SaveAsync(new() { Prefectures = ["13"] });
        await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 23, 8);
        await SweepAsync();
        await using var db = _database.CreateDbContext();
        var search = await db.SavedSearches.OrderBy(s => s.Slot).FirstAsync();

        Assert.False(await new StopSearchAlert(_database, _clock).RunAsync($"{search.StopKey[..^1]}!", default));
        Assert.True(await new StopSearchAlert(_database, _clock).RunAsync(search.StopKey, default));
        Assert.True(await new StopSearchAlert(_database, _clock).RunAsync(search.StopKey, default));

        Assert.Equal([AlertFrequency.Daily, AlertFrequency.Off], (await ListAsync()).Select(s => s.Alert));
        Assert.Null(await new ReadSearchAlert(_database, _clock).RunAsync(search.Id, new DateOnly(2026, 3, 23), default));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == nameof(StopSearchAlert)));
        await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 24, 8);
        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task TheKeyOfAMail_TakesItsOwnStopBack_AndNothingThatCameMeanwhileIsMissed()
    {
        await SaveAsync(InTokyo);
        var key = await KeyAsync();
        _clock.SetJapan(2026, 3, 23, 8);
        await StopAsync(key);
        var fresh = await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 24, 9);
        Assert.Equal(0, await SweepAsync());

        Assert.False(await ResumeAsync($"{key[..^1]}!"));
        Assert.True(await ResumeAsync(key));
        Assert.True(await ResumeAsync(key));

        Assert.Equal(AlertFrequency.Daily, Assert.Single(await ListAsync()).Alert);
        Assert.Equal(1, await SweepAsync());
        await using var db = _database.CreateDbContext();
        Assert.Equal([fresh.Number], await db.SearchAlertJobs.Select(j => j.Number).ToListAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == nameof(ResumeSearchAlert)));
    }

    [Fact]
    public async Task AWeeklyStopTakenBackAtOnce_MissesNothingOfTheWeekBeforeIt()
    {
        await SaveAsync(InTokyo, AlertFrequency.Weekly);
        var key = await KeyAsync();
        var fresh = await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 29, 6, 55);
        await StopAsync(key);

        Assert.True(await ResumeAsync(key));

        _clock.SetJapan(2026, 3, 29, 8);
        Assert.Equal(1, await SweepAsync());
        await using var db = _database.CreateDbContext();
        Assert.Equal([fresh.Number], await db.SearchAlertJobs.Select(j => j.Number).ToListAsync());
    }

    [Fact]
    public async Task TakenBackMuchLater_ItBeginsAnew_AndWhatItsOwnerTurnedOffStaysOff()
    {
        await SaveAsync(InTokyo, AlertFrequency.Weekly);
        var key = await KeyAsync();
        await StopAsync(key);
        await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 4, 20, 9);
        Assert.True(await ResumeAsync(key));
        Assert.Equal((AlertFrequency.Weekly, new DateOnly(2026, 4, 27)), (Assert.Single(await ListAsync()).Alert, Assert.Single(await ListAsync()).NextAlertOn));
        _clock.SetJapan(2026, 4, 27, 9);
        Assert.Equal(0, await SweepAsync());

        await StopAsync(key);
        await new ChangeSavedSearch(_database, _clock).RunAsync(new(_seeker.Actor, Assert.Single(await ListAsync()).Id, "経理", AlertFrequency.Off), default);
        Assert.False(await ResumeAsync(key));
        Assert.False((await new ViewSearchAlert(_database).RunAsync(key, default))!.CanResume);
        Assert.Equal(AlertFrequency.Off, Assert.Single(await ListAsync()).Alert);
    }

    [Fact]
    public async Task WhileTurnedOff_NothingIsGatheredForLater()
    {
        await SaveAsync(InTokyo, AlertFrequency.Off);
        await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 24, 12);
        var search = Assert.Single(await ListAsync());
        await new ChangeSavedSearch(_database, _clock).RunAsync(new(_seeker.Actor, search.Id, "経理", AlertFrequency.Daily), default);
        _clock.SetJapan(2026, 3, 25, 8);

        Assert.Equal(0, await SweepAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task AJobThatTwoSearchesFind_IsToldByTheFirstAlone_AndTheOthersCountWithoutIt(bool byIndex)
    {
        await SaveAsync(InTokyo);
        await SaveAsync(new() { Prefectures = ["13"] });
        var other = await _given.SeekerAsync();
        await new SaveSearch(_database, _clock).RunAsync(new(other.Actor, "経理", InTokyo, AlertFrequency.Daily), default);
        var (both, second) = ((await _given.JobAsync(_employer)).Number, (await CookAsync()).Number);
        _clock.SetJapan(2026, 3, 23, 8);

        // Two mails of one person that have nothing in common, and one of somebody else, who is told the same job.
        Assert.Equal(3, await SweepAsync(byIndex));

        await using var db = _database.CreateDbContext();
        var told = await db.SearchAlertJobs.Join(db.SavedSearches.Where(s => s.SeekerId == _seeker.Id), j => j.SavedSearchId, s => s.Id, (j, _) => j.Number).ToListAsync();
        Assert.Equal(new[] { both, second }.Select(n => n.Value).Order(), told.Select(n => n.Value).Order());
        Assert.Equal([1, 1, 1], await db.SearchAlerts.Select(a => a.Count).ToListAsync());
        Assert.Equal([both], await db.ToldJobOffers.Where(t => t.SeekerId == other.Id).Select(t => t.Number).ToListAsync());
        // What both find alone makes no second mail.
        await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 24, 8);
        Assert.Equal(2, await SweepAsync(byIndex));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task WhatARemovedSearchHasTold_IsntToldByAnother(bool byIndex)
    {
        await SaveAsync(InTokyo);
        await SaveAsync(new() { Prefectures = ["13"] }, AlertFrequency.Weekly);
        await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 23, 8);
        Assert.Equal(1, await SweepAsync(byIndex));

        await new RemoveSavedSearch(_database, _clock).RunAsync(new(_seeker.Actor, await IdAsync(AlertFrequency.Daily)), default);
        _clock.SetJapan(2026, 3, 29, 8);

        Assert.Equal(0, await SweepAsync(byIndex));
    }

    [Fact]
    public async Task WhatWasToldBetweenLookingAndTelling_WaitsForTheNextRing_AndIsntToldTwice()
    {
        await SaveAsync(InTokyo);
        await SaveAsync(new() { Prefectures = ["13"] });
        var job = await _given.JobAsync(_employer);
        _clock.SetJapan(2026, 3, 23, 8);
        await using var db = _database.CreateDbContext();
        // As another node would: after this one has looked, which asks for days from the last telling on.
        db.Add(new ToldJobOffer(_seeker.Id, job.Number, new DateOnly(2026, 3, 1)));
        await db.SaveChangesAsync();

        Assert.Equal(0, await SweepAsync());

        Assert.Empty(await db.OutboxMails.Where(m => m.Kind == MailKind.SearchAlert).ToListAsync());
        Assert.Equal(2, await db.SavedSearches.CountAsync(s => s.NextAlertOn == new DateOnly(2026, 3, 23)));
    }

    [Fact]
    public async Task SomebodyElsesSearch_CantBeChangedOrRemoved()
    {
        await SaveAsync(InTokyo);
        var search = Assert.Single(await ListAsync());
        var other = await _given.SeekerAsync();

        Assert.Equal(SavedSearchRefusal.NotThere, await new ChangeSavedSearch(_database, _clock).RunAsync(new(other.Actor, search.Id, "経理", AlertFrequency.Off), default));
        Assert.False(await new RemoveSavedSearch(_database, _clock).RunAsync(new(other.Actor, search.Id), default));
    }

    /// <summary>A job in Tokyo that isn't bookkeeping.</summary>
    private Task<JobOffer> CookAsync() => _given.JobAsync(_employer, card => card with { Work = card.Work with { Title = "調理", Description = "給食をつくる仕事", OccupationCode = "055-01" }, Remarks = new() });

    private async Task<ToldSearch?> ReadAsync() => await new ReadSearchAlert(_database, _clock).RunAsync(Assert.Single(await ListAsync()).Id, _clock.TodayInJapan(), default);

    private async Task<string> KeyAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.SavedSearches.Select(s => s.StopKey).SingleAsync();
    }

    private async Task StopAsync(string key) => Assert.True(await new StopSearchAlert(_database, _clock).RunAsync(key, default));

    private Task<bool> ResumeAsync(string key) => new ResumeSearchAlert(_database, _clock).RunAsync(key, default);

    private async Task<SavedSearchId> IdAsync(AlertFrequency alert) => (await ListAsync()).Single(s => s.Alert == alert).Id;

    private Task<int> SweepAsync(bool byIndex = true) => new SendSearchAlerts(_database, new FindNewJobs(_database, _clock, byIndex ? _index : null), _clock).RunAsync(default);

    private Task<SavedSearchRefusal?> SaveAsync(JobSearchQuery query, AlertFrequency alert = AlertFrequency.Daily, string name = "経理の求人") =>
        new SaveSearch(_database, _clock).RunAsync(new(_seeker.Actor, name, query, alert), default);

    private Task<IReadOnlyList<SavedSearchItem>> ListAsync() => new ListSavedSearches(_database).RunAsync(new(_seeker.Actor), default);
}
