using System.Text.Json;
using HelloWork.Blazor.Commands.Demo;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Domain.ReferenceData;
using HelloWork.Tests.Commands;
using HelloWork.Tests.Data;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

/// <summary>The job search from the index: what the database would answer, at once after every change, and never more than may be seen.</summary>
public sealed class JobIndexTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private JobIndex _index = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
        _index = new(_database, new(_database));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Search_FromTheIndex_SaysWhatTheDatabaseSays_WhateverIsAsked()
    {
        await FillAsync();
        var seeker = await _given.SeekerAsync();
        var dice = new Random(20261126);

        for (var round = 0; round < 40; round++)
        {
            var query = Asked(dice);
            var reader = dice.Next(2) == 0 ? (Guid?)null : seeker.Account;
            var fromIndex = await IndexedAsync(query, reader);
            var fromDatabase = await new SearchJobs(_database, _clock).RunAsync(query, reader, default);

            Assert.False(fromIndex.IndexIsLoading);
            Assert.Equal(Told(fromDatabase, query), Told(fromIndex, query));
            if (round % 8 == 0)
                await AgreeOnDetailsAsync(query, reader);
        }
    }

    /// <summary>Beside each choice of the details stands what the search with it finds.</summary>
    private async Task AgreeOnDetailsAsync(JobSearchQuery query, Guid? reader)
    {
        var asked = await IndexedAsync(query with { Counting = JobCounting.All }, reader);
        var counts = asked.Counts.Details!;
        foreach (var (code, count) in asked.Counts.Prefectures.Take(8))
            await SameAsync(count, query with { Prefectures = [code], Municipalities = [] });
        foreach (var (code, count) in asked.Counts.Occupations.Take(8))
            await SameAsync(count, query with { Occupations = [code] });
        await EachAsync(asked.Counts.Since, (d, since) => d with { Since = since });

        foreach (var (condition, count) in counts.Conditions)
            await SameAsync(count, query with { Conditions = [.. query.Conditions, condition] });
        await EachAsync(counts.Kinds, (d, kind) => d with { Kinds = [kind] });
        await EachAsync(counts.Times, (d, time) => d with { WorkingTime = time });
        await EachAsync(counts.DaysOff, (d, day) => d with { DaysOff = d.DaysOff | day });
        await EachAsync(counts.Insurance, (d, insurance) => d with { Insurance = d.Insurance | insurance });
        await EachAsync(counts.Staffings, (d, staffing) => d with { Staffing = staffing });
        await EachAsync(counts.Employees, (d, least) => d with { Employees = least });
        await EachAsync(counts.Licences.Take(8).ToDictionary(l => l.Code, l => l.Count), (d, code) => d with { Licences = [code] });

        async Task EachAsync<T>(IReadOnlyDictionary<T, int> each, Func<JobSearchDetails, T, JobSearchDetails> chosen)
        {
            foreach (var (choice, count) in each)
                await SameAsync(count, query with { Details = chosen(query.Details, choice) });
        }
        async Task SameAsync(int count, JobSearchQuery other) =>
            Assert.Equal((JobSearchAddress.Of(other), (await IndexedAsync(other, reader)).Jobs.TotalCount), (JobSearchAddress.Of(other), count));
    }

    [Fact]
    public async Task Search_RightAfterAChange_KnowsIt()
    {
        await _index.LoadAsync(default);
        var job = await _given.JobAsync(_employer);
        Assert.Equal([job.Number], await NumbersAsync());

        await ChangeAsync(job, j => j.End(JobEndReason.Filled, _clock.GetUtcNow().UtcDateTime));
        Assert.Empty(await NumbersAsync());

        var other = await _given.JobAsync(_employer);
        Assert.Equal([other.Number], await NumbersAsync());
    }

    [Fact]
    public async Task Search_OnTheDayAfterTheLast_NoLongerFindsTheJob()
    {
        await _given.JobAsync(_employer, lastDay: new DateOnly(2026, 4, 1));
        await _index.LoadAsync(default);
        Assert.Single(await NumbersAsync());

        _clock.Advance(TimeSpan.FromDays(60));

        Assert.Empty(await NumbersAsync());
    }

    [Fact]
    [Trait("Rule", "JO-02")]
    public async Task Words_OfANameThatOnlySeekersSee_FindNothingForOthers()
    {
        var job = await _given.JobAsync(_employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NameToSeekers } });
        var seeker = await _given.SeekerAsync();
        await _index.LoadAsync(default);

        var toOthers = await IndexedAsync(new() { FreeWords = "見本製作所" }, null);
        var toSeeker = await IndexedAsync(new() { FreeWords = "見本製作所" }, seeker.Account);

        Assert.Equal(0, toOthers.Jobs.TotalCount);
        Assert.Equal(0, toOthers.Counts.Types.Values.Sum());
        Assert.Equal(job.Number, Assert.Single(toSeeker.Jobs.Items).Number);
    }

    [Fact]
    public async Task Search_BeforeTheIndexIsLoaded_IsAnsweredByTheDatabase_AndSaysSo()
    {
        var job = await _given.JobAsync(_employer);

        var result = await IndexedAsync(new(), null);

        Assert.True(result.IndexIsLoading);
        Assert.Equal(job.Number, Assert.Single(result.Jobs.Items).Number);
        Assert.False(_index.IsReady);
    }

    [Fact]
    public async Task Search_WhenTheFeedWasCutOff_FallsBackToTheDatabase_UntilAllIsReadAnew()
    {
        await _index.LoadAsync(default);
        await _given.JobAsync(_employer);
        var prune = new PruneChanges(_database, new(_database), _clock);
        for (var day = 0; day < 4; day++)
        {
            await prune.RunAsync(default);
            _clock.Advance(TimeSpan.FromDays(2));
        }

        Assert.True((await IndexedAsync(new(), null)).IndexIsLoading);
        await _index.LoadAsync(default);
        Assert.False((await IndexedAsync(new(), null)).IndexIsLoading);
    }

    [Fact]
    public async Task Facets_CountEachPrefectureOccupationAndDay_WithoutTheirOwnChoice()
    {
        await _given.JobAsync(_employer, acceptedOn: new DateOnly(2026, 3, 18));
        await _given.JobAsync(_employer);
        await _index.LoadAsync(default);

        var counts = (await IndexedAsync(new() { Prefectures = ["47"], Details = new() { Since = JobSince.Yesterday }, Counting = JobCounting.All }, null)).Counts;

        Assert.Equal(1, counts.Prefectures.Values.Sum());
        Assert.Equal(0, counts.Since.Values.Sum());
        counts = (await IndexedAsync(new() { Details = new() { Since = JobSince.Yesterday }, Counting = JobCounting.All }, null)).Counts;
        Assert.Equal(1, counts.Since[JobSince.Yesterday]);
        Assert.Equal(2, counts.Since[JobSince.Week]);
        Assert.Equal(1, counts.Occupations.Values.Sum());
    }

    [Fact]
    public async Task Facets_AreCountedWhereTheyAreAskedFor_AndNowhereElse()
    {
        await FillAsync();

        var usual = (await IndexedAsync(new(), null)).Counts;
        var none = await IndexedAsync(new() { Counting = JobCounting.None }, null);
        var all = (await IndexedAsync(new() { Counting = JobCounting.All }, null)).Counts;

        Assert.NotEmpty(usual.Types);
        Assert.Equal((0, 0, 0, null), (usual.Prefectures.Count, usual.Occupations.Count, usual.Since.Count, usual.Details));
        Assert.Equal((0, 0, null), (none.Counts.Types.Count, none.Counts.WageBands.Count, none.Counts.Wages));
        Assert.Equal((await IndexedAsync(new(), null)).Jobs.TotalCount, none.Jobs.TotalCount);
        Assert.True(all is { Prefectures.Count: > 0, Occupations.Count: > 0, Since.Count: 3, Details: not null });
    }

    [Theory]
    [InlineData("", WageUnit.Month, false)]
    [InlineData("介護", WageUnit.Hour, false)]
    [InlineData("", WageUnit.Month, true)]
    [InlineData("", WageUnit.Hour, true)]
    public async Task Facets_CountForEachStepOfTheWage_WhatASearchByItFinds(string words, WageUnit unit, bool baseOnly)
    {
        await FillAsync();
        var query = new JobSearchQuery { FreeWords = words, WageUnit = unit, WageMin = 1_250, Details = new() { WageBaseOnly = baseOnly } };

        var bands = (await IndexedAsync(query, null)).Counts.WageBands;

        Assert.Equal(WageBands.Of(unit), bands.Select(b => b.Least));
        Assert.Contains(bands, b => b.Count > 0);
        foreach (var (least, count) in bands)
            Assert.Equal((least, (await IndexedAsync(query with { WageMin = least }, null)).Jobs.TotalCount), (least, count));
    }

    private static JobSearchQuery Asked(Random dice)
    {
        string[] words = ["介護", "事務", "看護師", "営業", "夜勤", "の", "パソコン", "経験", "c", "13", "東京", "株式会社", "正社員登用", "ない言葉"];
        T[] Some<T>(int oneIn, IReadOnlyList<T> from) => dice.Next(oneIn) > 0 ? [] : [.. Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => from[dice.Next(from.Count)])];
        T? Maybe<T>(int oneIn, params T[] from) where T : struct => dice.Next(oneIn) > 0 ? null : from[dice.Next(from.Length)];
        string[] prefectures = [.. Prefectures.All.Select(p => p.Code)];
        return new()
        {
            FreeWords = string.Join(' ', Some(2, words)),
            Prefectures = Some(4, prefectures),
            Municipalities = Some(8, ["13101", "13104", "27100", "01100", "14100"]),
            Occupations = Some(4, [.. Occupations.Majors.Select(o => o.Code), .. Occupations.Middles.Select(o => o.Code), .. Occupations.Minors.Take(60).Select(o => o.Code)]),
            Types = Some(4, Enum.GetValues<EmploymentType>()),
            WageMin = Maybe(3, 1_000, 1_200, 200_000, 230_000, int.MaxValue),
            WageUnit = dice.Next(3) == 0 ? WageUnit.Hour : WageUnit.Month,
            Conditions = Some(4, Enum.GetValues<JobCondition>()),
            Sort = new[] { JobSort.New, JobSort.WageFrom, JobSort.WageTo, JobSort.Deadline }[dice.Next(4)],
            Size = dice.Next(2) == 0 ? 10 : 50,
            Page = dice.Next(3) == 0 ? dice.Next(1, 6) : 1,
            Details = dice.Next(2) == 0 ? JobSearchDetails.None : new()
            {
                Since = Maybe(6, Enum.GetValues<JobSince>()), NotWords = string.Join(' ', Some(4, words)), AnyWord = dice.Next(4) == 0, Scopes = Some(3, Enum.GetValues<JobWordScope>()),
                Kinds = Some(8, Enum.GetValues<JobKind>()), WorkingTime = Maybe(5, Enum.GetValues<JobWorkingTime>()), WageBaseOnly = dice.Next(2) == 0,
                HoursFrom = Maybe(6, 480, 540), HoursTo = Maybe(6, 420, 1080), DaysOff = Maybe(6, JobDaysOff.Saturday, JobDaysOff.Sunday | JobDaysOff.PublicHolidays) ?? JobDaysOff.None,
                DaysOffPerYear = Maybe(6, 105, 120), OvertimeMost = Maybe(6, 0, 10, 20), Insurance = Maybe(6, JobInsurance.Health, JobInsurance.Employment | JobInsurance.Pension) ?? JobInsurance.None,
                Age = Maybe(6, 18, 40, 64), Licences = Some(6, [.. Licences.All.Take(30).Select(l => l.Code)]), Staffing = Maybe(8, Enum.GetValues<StaffingKind>()), Employees = Maybe(8, 10, 100, 300),
            },
        };
    }

    [Fact]
    public void WhatTheSearchSaysToSqlServer_IsTSqlOverTablesThatExist()
    {
        using var server = OfflineSqlServer.CreateContext();
        var schema = TSqlSchema.Read(server.Database.GenerateCreateScript());

        Assert.All(JobSearchStatements.OnSqlServer, statement => Assert.Empty(TSqlCheck.ProblemsOf(statement, schema)));
        Assert.All(JobSearchStatements.OnSqlServer, statement => Assert.NotEmpty(TSqlCheck.ProblemsOf(statement.Replace("Disclosure", "Secrecy"), schema)));
    }

    [Fact]
    [Trait("Rule", "JO-02")]
    public async Task ACardThatIsRemembered_IsReadAnewWhenTheJobHasChanged()
    {
        var job = await _given.JobAsync(_employer);
        var seeker = await _given.SeekerAsync();
        await _index.LoadAsync(default);
        Assert.Equal("経理事務", (await IndexedAsync(new(), null)).Jobs.Items[0].Card.Work.Title);
        Assert.NotNull((await IndexedAsync(new(), null)).Jobs.Items[0].Card.Office.Name);

        await ChangeAsync(job, j => j.Revise(j.Card with { Work = j.Card.Work with { Title = "総務" }, Header = j.Card.Header with { Disclosure = Disclosure.NameToSeekers } }, _clock.GetUtcNow().UtcDateTime));

        Assert.Equal(("総務", null), (await IndexedAsync(new(), null)).Jobs.Items[0].Card is { } card ? (card.Work.Title, card.Office.Name) : default);
        Assert.NotNull((await IndexedAsync(new(), seeker.Account)).Jobs.Items[0].Card.Office.Name);
        Assert.Null((await IndexedAsync(new(), null)).Jobs.Items[0].Card.Office.Name);
    }

    [Fact]
    public async Task ATraitReadFromTheCardAnew_IsShown_ThoughTheJobHasNoNewVersion()
    {
        var job = await _given.JobAsync(_employer);
        await _index.LoadAsync(default);
        Assert.False((await IndexedAsync(new(), null)).Jobs.Items[0].Traits.HasFlag(JobTraits.Bonus));

        await using var db = _database.CreateDbContext();
        await db.JobOffers.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Traits, j => j.Traits | JobTraits.Bonus));

        Assert.True((await IndexedAsync(new(), null)).Jobs.Items[0].Traits.HasFlag(JobTraits.Bonus));
    }

    [Fact]
    [Trait("Rule", "JO-02")]
    public async Task Rows_AreShownByWhatTheDatabaseSays_EvenIfTheIndexWereNeverTold()
    {
        var job = await _given.JobAsync(_employer);
        var hidden = await _given.JobAsync(_employer);
        var ended = await _given.JobAsync(_employer);
        await _index.LoadAsync(default);
        await using var db = _database.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        await using var untold = db.Database.GetDbConnection().CreateCommand();
        untold.CommandText = TestDatabase.Server is null ? "DROP TRIGGER TR_JobOffers_Feed_Update" : "DROP TRIGGER TR_JobOffers_Feed";
        await untold.ExecuteNonQueryAsync();

        await ChangeAsync(hidden, j => j.Revise(j.Card with { Header = j.Card.Header with { Disclosure = Disclosure.NotPublic, AcceptsSelfApplication = false } }, _clock.GetUtcNow().UtcDateTime));
        await ChangeAsync(ended, j => j.End(JobEndReason.Filled, _clock.GetUtcNow().UtcDateTime));

        Assert.Equal([job.Number], await NumbersAsync());
    }

    [Fact]
    [Trait("Rule", "JO-02")]
    public async Task PublicJobs_AreCountedInTheIndex_AsTheDatabaseCountsThem()
    {
        await FillAsync();
        await _given.JobAsync(_employer);
        await _given.JobAsync(_employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NotPublic, AcceptsSelfApplication = false } });

        var counted = await new CountPublicJobs(_database, _clock, _index).RunAsync(default);

        Assert.Equal(await new CountPublicJobs(_database, _clock).RunAsync(default), counted);
        Assert.Equal((await IndexedAsync(new(), null)).Jobs.TotalCount, counted);
    }

    private async Task FillAsync()
    {
        Assert.True(await DemoDataTests.Demo(_database, _clock).FillAsync(400, 0, 1, new Progress<int>(), default));
        await _index.LoadAsync(default);
        Assert.InRange(_index.Count, 300, 500);
    }

    /// <summary>Everything that is shown of a result, but for what the database doesn't count.</summary>
    private static string Told(JobSearchResult result, JobSearchQuery query) => JsonSerializer.Serialize(new
    {
        query, result.Query.Page, result.Jobs.TotalCount, Jobs = result.Jobs.Items.Select(j => (j.Number.Value, j.OfficeNameShown, j.IsNew).ToString()),
        Types = result.Counts.Types.OrderBy(t => t.Key).Select(t => t.ToString()), Conditions = result.Counts.Conditions.OrderBy(t => t.Key).Select(t => t.ToString()),
        Places = result.Counts.Municipalities.Select(m => m.ToString()), Wages = result.Counts.Wages is { } w ? $"{w.Step} {w.Median} {string.Join(',', w.Bars)}" : "",
        Wider = result.WiderSearches.Select(w => $"{w.Step.Kind} {w.Step.Word} {w.Step.Condition} {w.Step.Detail} {w.Count}"),
    });

    private Task<JobSearchResult> IndexedAsync(JobSearchQuery query, Guid? reader) => new SearchJobs(_database, _clock, _index).RunAsync(query, reader, default);

    private async Task<List<JobNumber>> NumbersAsync() => [.. (await IndexedAsync(new(), null)).Jobs.Items.Select(j => j.Number)];

    private async Task ChangeAsync(JobOffer job, Action<JobOffer> change)
    {
        await using var db = _database.CreateDbContext();
        change(await db.JobOffers.Include(j => j.Places).SingleAsync(j => j.Id == job.Id));
        await db.SaveChangesAsync();
    }
}
