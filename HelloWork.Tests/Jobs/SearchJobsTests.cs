using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs;

public sealed class SearchJobsTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("カイゴ")]
    [InlineData("ｶｲｺﾞ")]
    [InlineData("かいご")]
    [InlineData("  かいご　")]
    public async Task Search_ForAWordInAnyWidthOrKana_FindsTheSameJob(string words)
    {
        var job = await TitledAsync("カイゴ職員");
        await TitledAsync("経理事務");

        Assert.Equal([job.Number], await NumbersAsync(new() { FreeWords = words }));
    }

    [Theory]
    [InlineData("Excel 365")]
    [InlineData("ＥＸＣＥＬ　３６５")]
    [InlineData("excel\t365")]
    public async Task Search_TakesLettersAndDigitsOfBothWidthsAsEqual(string words)
    {
        var job = await TitledAsync("事務（Ｅｘｃｅｌ３６５）");

        Assert.Equal([job.Number], await NumbersAsync(new() { FreeWords = words }));
    }

    [Fact]
    public async Task Search_ForSeveralWords_WantsAllOfThem()
    {
        var both = await TitledAsync("夜勤の介護職員");
        await TitledAsync("介護職員");
        await TitledAsync("夜勤の警備員");

        Assert.Equal([both.Number], await NumbersAsync(new() { FreeWords = "介護 夜勤" }));
    }

    [Theory]
    [InlineData("100%")]
    [InlineData("A_B")]
    [InlineData("[急募]")]
    [InlineData(@"C:\data")]
    [InlineData("O'Neil")]
    public async Task Search_ForCharactersThatMeanSomethingToADatabase_TakesThemAsWritten(string written)
    {
        var job = await TitledAsync($"事務 {written} 担当");
        await TitledAsync("事務 100円 AxB 急 C:xdata ONeil 担当");

        Assert.Equal([job.Number], await NumbersAsync(new() { FreeWords = written }));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("★☆")]
    public async Task Search_ForASymbolNoJobHas_FindsNothing(string words)
    {
        await TitledAsync("経理事務");

        Assert.Empty(await NumbersAsync(new() { FreeWords = words }));
    }

    [Fact]
    public async Task Search_ForWordsNoPersonTypes_AnswersPlainly()
    {
        var job = await TitledAsync("経理事務");

        Assert.Empty(await NumbersAsync(new() { FreeWords = new string('語', 500) }));
        Assert.Empty(await NumbersAsync(new() { FreeWords = new string('a', 20_000) }));
        Assert.Empty(await NumbersAsync(new() { FreeWords = new string('\uFDFA', 20_000) }));
        Assert.Empty(await NumbersAsync(new() { FreeWords = string.Join(' ', Enumerable.Range(0, 300)) }));
        Assert.Equal([job.Number], await NumbersAsync(new() { FreeWords = "\uD800 経理 \uDC00" }));
        Assert.Equal([job.Number], await NumbersAsync(new() { FreeWords = "\0\u200B\u3000" }));
    }

    [Theory]
    [InlineData("13010-00000001")]
    [InlineData("１３０１０－００００００１")]
    public async Task Search_ForAJobNumber_FindsTheJob(string words)
    {
        var job = await TitledAsync("経理事務");

        var typed = words.Replace(words[6..], words[0] == '1' ? job.Number.Value[6..] : Wide(job.Number.Value[6..]));

        Assert.Equal([job.Number], await NumbersAsync(new() { FreeWords = typed }));

        static string Wide(string digits) => string.Concat(digits.Select(d => (char)(d - '0' + '０')));
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task Search_JustAfterMidnightInJapan_HidesTheJobThatEndedYesterday()
    {
        var job = await _given.JobAsync(_employer, lastDay: new DateOnly(2026, 3, 31));

        _clock.SetJapan(2026, 3, 31, 23, 59, 59);
        Assert.Equal([job.Number], await NumbersAsync(new()));
        Assert.Equal(1, await new CountPublicJobs(_database, _clock).RunAsync(default));

        _clock.SetJapan(2026, 4, 1);
        Assert.Empty(await NumbersAsync(new()));
        Assert.Equal(0, await new CountPublicJobs(_database, _clock).RunAsync(default));
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task Search_ShowsNoJobThatAwaitsItsCheckOrHasEnded()
    {
        await _given.JobAsync(_employer, published: false);
        var filled = await _given.JobAsync(_employer);
        await using (var db = _database.CreateDbContext())
        {
            var job = (await db.JobOffers.FindAsync(filled.Id))!;
            job.End(JobEndReason.Filled, _clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        }

        Assert.Empty(await NumbersAsync(new()));
    }

    [Fact]
    public async Task Search_InSeveralPrefectures_FindsThoseOfEach()
    {
        var tokyo = await PlacedAsync(("13", "13101"));
        var yokohama = await PlacedAsync(("14", "14101"));
        var both = await PlacedAsync(("27", "27102"), ("14", "14102"));

        Assert.Equal(Set(tokyo), await SetAsync(new() { Prefectures = ["13"] }));
        Assert.Equal(Set(tokyo, yokohama, both), await SetAsync(new() { Prefectures = ["13", "14"] }));
        Assert.Equal(Set(both), await SetAsync(new() { Prefectures = ["27"] }));
    }

    [Fact]
    public async Task Search_InAMunicipality_NarrowsItsOwnPrefectureOnly()
    {
        var chiyoda = await PlacedAsync(("13", "13101"));
        await PlacedAsync(("13", "13104"));
        var yokohama = await PlacedAsync(("14", "14101"));

        Assert.Equal(Set(chiyoda), await SetAsync(new() { Prefectures = ["13"], Municipalities = ["13101"] }));
        Assert.Equal(Set(chiyoda), await SetAsync(new() { Municipalities = ["13101"] }));
        Assert.Equal(Set(chiyoda, yokohama), await SetAsync(new() { Prefectures = ["13", "14"], Municipalities = ["13101"] }));
    }

    [Fact]
    public async Task Search_InADesignatedCity_FindsAllItsWards()
    {
        var tsurumi = await PlacedAsync(("14", "14101"));
        await PlacedAsync(("14", "14131"));

        Assert.Equal(Set(tsurumi), await SetAsync(new() { Municipalities = ["14100"] }));
    }

    [Theory]
    [InlineData("08", true)]
    [InlineData("050", true)]
    [InlineData("050-01", true)]
    [InlineData("05001", true)]
    [InlineData("050-77", false)]
    [InlineData("049", false)]
    [InlineData("05", false)]
    public async Task Search_ForAnOccupation_TakesAGroupOfAnyLevel(string occupation, bool finds)
    {
        var job = await _given.JobAsync(_employer, card => card with { Work = card.Work with { OccupationCode = "050-01" } });

        Assert.Equal(finds ? [job.Number] : [], await NumbersAsync(new() { Occupations = [occupation] }));
    }

    [Fact]
    public async Task Search_ByEmploymentType_CountsTheOthersBesideIt()
    {
        var regular = await TypedAsync(EmploymentType.Regular);
        await TypedAsync(EmploymentType.Part);
        await TypedAsync(EmploymentType.Part);

        var result = await RunAsync(new() { Types = [EmploymentType.Regular], FreeWords = "経理" });

        Assert.Equal([regular.Number], result.Jobs.Items.Select(j => j.Number));
        Assert.Equal(1, result.Jobs.TotalCount);
        Assert.Equal(1, result.Counts.Types[EmploymentType.Regular]);
        Assert.Equal(2, result.Counts.Types[EmploymentType.Part]);
        Assert.False(result.Counts.Types.ContainsKey(EmploymentType.NonRegular));
    }

    [Fact]
    public async Task Search_ByLeastWage_ComparesTheLowerBoundOfTheSameUnit()
    {
        var enough = await PaidAsync("月給", 220_000, 260_000);
        await PaidAsync("月給", 219_999, 400_000);
        var hourly = await PaidAsync("時給", 1_300, 1_300);

        Assert.Equal(Set(enough), await SetAsync(new() { WageMin = 220_000 }));
        Assert.Equal(Set(hourly), await SetAsync(new() { WageMin = 1_200, WageUnit = WageUnit.Hour }));
    }

    [Fact]
    public async Task Search_WithConditions_WantsAllAndCountsEach()
    {
        var easy = await _given.JobAsync(_employer, card => card with
        {
            Work = card.Work with
            {
                Experience = "不問", Education = "不問", WorkFromHome = "週3日まで可", Transfer = "なし", CarCommuting = "可", AccessMeans = "徒歩", AccessMinutes = 10,
            },
            Hours = card.Hours with { DaysOff = "土日祝", TwoDaysOffAWeek = "毎週" },
        });
        await _given.JobAsync(_employer, acceptedOn: new DateOnly(2026, 3, 19), change: card => card with
        {
            Header = card.Header with { AcceptsSelfApplication = false },
            Work = card.Work with
            {
                Experience = "必須", Education = "必須", WorkFromHome = "なし", Transfer = "あり", Licences = [new("介護福祉士", "必須")],
                CarCommuting = "不可", AccessMeans = "徒歩", AccessMinutes = 11,
            },
            Hours = card.Hours with { DaysOff = "日・祝・その他", TwoDaysOffAWeek = "その他" },
        });

        foreach (var condition in JobSearchQuery.CommonConditions)
            Assert.Equal([easy.Number], await NumbersAsync(new() { Conditions = [condition] }));
        var all = await RunAsync(new() { Conditions = JobSearchQuery.CommonConditions });
        Assert.Equal([easy.Number], all.Jobs.Items.Select(j => j.Number));
        Assert.All((await RunAsync(new())).Counts.Conditions, counted => Assert.Equal(1, counted.Value));
    }

    [Theory]
    [InlineData("土日", null, true)]
    [InlineData("土曜日・日曜日・祝日", "毎週", true)]
    [InlineData("土、日、祝", "毎週", true)]
    [InlineData("土日祝", "その他", false)]
    [InlineData("日・祝", "毎週", false)]
    [InlineData("土曜日・祝日", "毎週", false)]
    [InlineData("シフトによる", "毎週", false)]
    public async Task WeekendsOff_AreThoseWithBothDays(string daysOff, string? twoDays, bool expected)
    {
        var job = await _given.JobAsync(_employer, card => card with { Hours = new() { DaysOff = daysOff, TwoDaysOffAWeek = twoDays } });

        Assert.Equal(expected, job.Traits.HasFlag(JobTraits.WeekendsOff));
    }

    [Fact]
    public async Task Search_InAPrefecture_CountsItsMunicipalities()
    {
        await PlacedAsync(("13", "13101"), ("14", "14101"));
        await PlacedAsync(("13", "13101"));
        await PlacedAsync(("13", "13104"));
        await PlacedAsync(("14", "14102"));

        var counts = (await RunAsync(new() { Prefectures = ["13"], Municipalities = ["13104"] })).Counts.Municipalities;

        Assert.Equal([("13101", 2), ("13104", 1)], counts);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_SaysWhatEachConditionLessWouldFind()
    {
        await _given.JobAsync(_employer, card => card with { Work = card.Work with { Title = "介護職員", Description = null } });
        await PlacedAsync(("14", "14101"));

        var result = await RunAsync(new() { FreeWords = "介護 宇宙", Prefectures = ["14"], WageMin = 900_000 });

        Assert.Equal(0, result.Jobs.TotalCount);
        Assert.Empty(result.WiderSearches);

        result = await RunAsync(new() { FreeWords = "介護", Prefectures = ["14"] });

        // All of Japan finds no more than the region.
        Assert.Equal([(LooseningKind.Region, 1), (LooseningKind.Word, 1)], result.WiderSearches.Select(w => (w.Step.Kind, w.Count)));
        foreach (var wider in result.WiderSearches)
            Assert.Equal(wider.Count, (await RunAsync(wider.Step.Query)).Jobs.TotalCount);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_OffersWhatLiesNearest_AndTwoStepsOnlyWhereOneDoesntHelp()
    {
        await PaidAsync("月給", 210_000, 250_000);

        var near = (await RunAsync(new() { WageMin = 220_000, Occupations = ["038-01"], Prefectures = ["13"] })).WiderSearches;
        var far = (await RunAsync(new() { WageMin = 900_000, Types = [EmploymentType.Part], Prefectures = ["13"] })).WiderSearches;

        Assert.Contains(near, w => w.Step is { Kind: LooseningKind.WageLower, Query.WageMin: 200_000, Also: null } && w.Count == 1);
        Assert.DoesNotContain(near, w => w.Step.Kind is LooseningKind.Wage);
        var two = Assert.Single(far);
        Assert.Equal((LooseningKind.Wage, LooseningKind.Types, 1), (two.Step.Kind, two.Step.Also!.Kind, two.Count));
        Assert.Equal(1, (await RunAsync(two.Step.Query)).Jobs.TotalCount);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_OffersWhatKeepsAConditionBeforeWhatGivesItUp()
    {
        await _given.JobAsync(_employer, card => card with { Work = card.Work with { EmploymentType = EmploymentType.Part }, Pay = new() { Form = "月給", TotalFrom = 210_000, TotalTo = 210_000 } });
        for (var i = 0; i < 3; i++)
            await PaidAsync("月給", 250_000, 250_000);

        var wider = (await RunAsync(new() { WageMin = 220_000, Types = [EmploymentType.Part], Prefectures = ["13"] })).WiderSearches;

        Assert.Equal([(LooseningKind.WageLower, 1), (LooseningKind.Types, 3)], wider.Select(w => (w.Step.Kind, w.Count)));
    }

    [Fact]
    public async Task Search_ForWages_ShowsHowTheyAreSpread()
    {
        foreach (var wage in Enumerable.Range(0, 40))
            await PaidAsync("月給", 200_000 + wage * 5_000, 400_000);
        await PaidAsync("月給", 9_000_000, 9_000_000);
        await PaidAsync("時給", 1_200, 1_300);

        var wages = (await RunAsync(new() { WageMin = 280_000 })).Counts.Wages!;

        Assert.Equal([(200_000, 4), (220_000, 4), (240_000, 4), (260_000, 4), (280_000, 4), (300_000, 4), (320_000, 4), (340_000, 4), (360_000, 4), (380_000, 5)], wages.Bars);
        Assert.Equal(300_000, wages.Median);
        Assert.Null((await RunAsync(new() { WageUnit = WageUnit.Hour })).Counts.Wages);
    }

    private Task<JobOffer> TitledAsync(string title) =>
        _given.JobAsync(_employer, card => card with { Work = card.Work with { Title = title, Description = null, OccupationCode = null } });

    private Task<JobOffer> TypedAsync(EmploymentType type) =>
        _given.JobAsync(_employer, card => card with { Work = card.Work with { EmploymentType = type } });

    private Task<JobOffer> PaidAsync(string form, int from, int to) =>
        _given.JobAsync(_employer, card => card with { Pay = new() { Form = form, TotalFrom = from, TotalTo = to } });

    private Task<JobOffer> PlacedAsync(params (string Prefecture, string Municipality)[] places) =>
        _given.JobAsync(_employer, card => card with
        {
            Work = card.Work with { Workplaces = [.. places.Select(p => new JobCard.Workplace { PrefectureCode = p.Prefecture, MunicipalityCode = p.Municipality })] },
        });

    private static HashSet<JobNumber> Set(params JobOffer[] jobs) => [.. jobs.Select(j => j.Number)];

    private async Task<HashSet<JobNumber>> SetAsync(JobSearchQuery query) => [.. await NumbersAsync(query)];

    private async Task<IEnumerable<JobNumber>> NumbersAsync(JobSearchQuery query)
    {
        var result = await RunAsync(query);
        Assert.Equal(result.Jobs.Items.Count, result.Jobs.TotalCount);
        return result.Jobs.Items.Select(j => j.Number);
    }

    private Task<JobSearchResult> RunAsync(JobSearchQuery query) => new SearchJobs(_database, _clock).RunAsync(query, null, default);
}
