using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

/// <summary>詳細検索条件: each alone, on the columns that a card leaves.</summary>
public sealed class JobSearchDetailsTests : IAsyncLifetime
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

    [Fact]
    public async Task EachDetail_FindsTheJobThatFits_AndNotTheOther()
    {
        var fits = await _given.JobAsync(_employer, card => card with
        {
            Header = card.Header with { Kind = "新卒・既卒", FullOrPart = "パート" },
            Work = card.Work with { Age = "制限あり", AgeFrom = 18, AgeTo = 64, Licences = [new("看護師", "必須")] },
            Pay = new() { Form = "月給", BaseFrom = 200_000, TotalFrom = 230_000 },
            Hours = new() { Shifts = [new("08:30", "17:15"), new("10:00", "19:00")], OvertimeHoursPerMonth = 10, DaysOff = "土・日・祝", DaysOffPerYear = 120 },
            Conditions = new() { Insurance = ["雇用", "労災", "健康", "厚生年金"], RetirementAllowance = "あり" },
            Company = card.Company with { EmployeesInCompany = 300 },
        });
        await _given.JobAsync(_employer, acceptedOn: new DateOnly(2026, 3, 10), change: card => card with
        {
            Header = card.Header with { Kind = "一般", FullOrPart = "フルタイム", AcceptsSelfApplication = false },
            Work = card.Work with { Age = "制限あり", AgeFrom = null, AgeTo = 29, Licences = [new("調理師", "必須")], Staffing = StaffingKind.Dispatch },
            Pay = new() { Form = "月給", BaseFrom = 180_000, TotalFrom = 240_000 },
            Hours = new() { Shifts = [new("22:00", "07:00")], OvertimeHoursPerMonth = 11, DaysOff = "日・その他", DaysOffPerYear = 119 },
            Conditions = new() { Insurance = ["雇用", "労災"], RetirementAllowance = "なし" },
            Company = card.Company with { EmployeesInCompany = 299 },
        });

        foreach (var details in new JobSearchDetails[]
        {
            new() { Since = JobSince.Week }, new() { Kinds = [JobKind.Graduate] }, new() { WorkingTime = JobWorkingTime.PartTime }, new() { HoursFrom = 510, HoursTo = 1140 }, new() { HoursTo = 1140 },
            new() { DaysOff = JobDaysOff.Saturday | JobDaysOff.Sunday | JobDaysOff.PublicHolidays }, new() { DaysOffPerYear = 120 }, new() { OvertimeMost = 10 },
            new() { Insurance = JobInsurance.Health | JobInsurance.Pension }, new() { Insurance = JobInsurance.RetirementAllowance }, new() { Age = 64 },
            new() { Licences = [HelloWork.Domain.ReferenceData.Licences.ByName("看護師")!.Code] }, new() { Staffing = StaffingKind.None }, new() { Employees = 300 }, new() { JobNumbers = [fits.Number] },
        })
            Assert.Equal((details, fits.Number), (details, (await FindAsync(new() { Details = details })).Single()));

        Assert.Equal([fits.Number], await FindAsync(new() { WageMin = 190_000, Details = new() { WageBaseOnly = true } }));
        Assert.Equal(2, (await FindAsync(new() { WageMin = 190_000 })).Count);
        Assert.Equal(2, (await FindAsync(new() { Details = new() { Age = 20 } })).Count);
        Assert.Empty(await FindAsync(new() { Details = new() { Age = 65 } }));
    }

    [Fact]
    public async Task HoursOverMidnight_LieInAWindowThatEndsTheNextDay()
    {
        var night = await _given.JobAsync(_employer, card => card with { Hours = new() { Shifts = [new("22:00", "07:00")] } });
        await _given.JobAsync(_employer, card => card with { Hours = new() { Shifts = [new("9:00", "18:00")] } });
        var agreed = await _given.JobAsync(_employer, card => card with { Hours = new() { OrBetween = "10時00分〜16時00分の間の4時間" } });

        Assert.Equal([night.Number], await FindAsync(new() { Details = new() { HoursFrom = 21 * 60, HoursTo = 8 * 60 } }));
        Assert.Equal([agreed.Number], await FindAsync(new() { Details = new() { HoursFrom = 10 * 60, HoursTo = 17 * 60 } }));
    }

    [Fact]
    public async Task Words_MeetByAndByOrByNot_InThePartsThatAreAskedFor()
    {
        var cook = await SaidAsync("調理師", "まかないの調理。");
        var driver = await SaidAsync("配送ドライバー", "調理器具の配送。");
        var clerk = await SaidAsync("一般事務", "100%電話です。");

        Assert.Equal(Set(cook, driver), await SetAsync("調理", new()));
        Assert.Equal(Set(cook), await SetAsync("調理", new() { Scopes = [JobWordScope.Title] }));
        Assert.Equal(Set(cook, driver), await SetAsync("調理", new() { Scopes = [JobWordScope.Title, JobWordScope.Duties] }));
        Assert.Empty(await SetAsync("調理 事務", new()));
        Assert.Equal(Set(cook, driver, clerk), await SetAsync("調理 事務", new() { AnyWord = true }));
        Assert.Equal(Set(driver), await SetAsync("調理", new() { NotWords = "まかない" }));
        Assert.Equal(Set(driver, clerk), await SetAsync("", new() { NotWords = "調理", Scopes = [JobWordScope.Title] }));
        // What means something in a pattern means itself.
        Assert.Equal(Set(clerk), await SetAsync("100%", new() { Scopes = [JobWordScope.Duties] }));
        Assert.Empty(await SetAsync("_%", new() { Scopes = [JobWordScope.Duties] }));
        Assert.Empty(await SetAsync("[一]", new() { Scopes = [JobWordScope.Title] }));
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task AnOffice_IsFoundByItsNumberAndName_OnlyWhereItIsShown()
    {
        var open = await _given.JobAsync(_employer);
        var toSeekers = await _given.JobAsync(_employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NameToSeekers } });
        await using var db = _database.CreateDbContext();
        var number = (await db.Offices.FindAsync(_employer.Office))!.Number;
        var seeker = await _given.SeekerAsync();
        var byName = new JobSearchQuery { FreeWords = "見本製作所", Details = new() { Scopes = [JobWordScope.Office] } };

        Assert.Equal([open.Number], await FindAsync(new() { Details = new() { Office = number } }));
        Assert.Equal([open.Number], await FindAsync(byName));
        var seen = await new SearchJobs(_database, _clock).RunAsync(byName, seeker.Account, default);
        Assert.Equal([open.Number, toSeekers.Number], seen.Jobs.Items.Select(j => j.Number).OrderBy(n => n.Value));
    }

    [Fact]
    public async Task AnEmptyResult_SaysWhichDetailToLoosen()
    {
        await _given.JobAsync(_employer);

        var result = await RunAsync(new() { Details = new() { DaysOffPerYear = 365 } });

        Assert.Equal([(LooseningKind.Detail, JobDetail.DaysOffPerYear, 1)], result.WiderSearches.Select(w => (w.Step.Kind, w.Step.Detail!.Value, w.Count)));
    }

    [Fact]
    public async Task RowsOfFormerVersions_AreReadAnew_OnceAndWithoutAChange()
    {
        var job = await _given.JobAsync(_employer, card => card with { Hours = card.Hours with { DaysOffPerYear = 125 } });
        await _given.JobAsync(_employer);
        await using var db = _database.CreateDbContext();
        await db.JobOffers.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.ColumnsVersion, 0).SetProperty(j => j.DaysOffPerYear, (int?)null).SetProperty(j => j.Kind, (JobKind)0).SetProperty(j => j.SearchWords, ""));

        Assert.Equal(1, await new RefreshJobColumns(_database).RunAsync(default));

        Assert.Equal(0, await new RefreshJobColumns(_database).RunAsync(default));
        var now = await db.JobOffers.AsNoTracking().SingleAsync(j => j.Id == job.Id);
        Assert.Equal((125, JobKind.General, job.SearchWords, job.Version, job.ChangedAt), (now.DaysOffPerYear, now.Kind, now.SearchWords, now.Version, now.ChangedAt));
    }

    [Fact]
    public void TheAddress_SaysEveryDetailAndIsReadBack()
    {
        const string address = "/jobs?q=%E4%BB%8B%E8%AD%B7&since=7&not=%E5%A4%9C%E5%8B%A4&any=1&in=title&in=duties&kind=general&time=part&base=1&from=9:00&to=18:30&off=sat&off=holiday"
            + "&daysOff=120&overtime=0&ins=health&ins=mutual-aid&age=45&lic=1001&staffing=none&staff=100&jobNo=13010-12345678&officeNo=1301-123456-7";

        var asked = JobSearchAddress.Read(address);

        Assert.Empty(asked.Unread);
        Assert.Equal(Enum.GetValues<JobDetail>(), asked.Query.Details.Set());
        Assert.Equal(address.Replace(":", "%3A"), JobSearchAddress.Of(asked.Query));
        Assert.All(Enum.GetValues<JobDetail>(), detail => Assert.DoesNotContain(detail, asked.Query.Details.Without(detail).Set()));
    }

    [Theory]
    [InlineData("age=１８歳", JobDetail.Age, "１８歳")]
    [InlineData("from=朝", JobDetail.HoursFrom, "朝")]
    [InlineData("to=25:00", JobDetail.HoursTo, "25:00")]
    [InlineData("lic=宇宙飛行士", JobDetail.Licences, "宇宙飛行士")]
    [InlineData("jobNo=12", JobDetail.JobNumbers, "12")]
    [InlineData("officeNo=x", JobDetail.Office, "x")]
    [InlineData("daysOff=400", JobDetail.DaysOffPerYear, "400")]
    public void WhatCantBeRead_IsToldAndNarrowsNothing(string typed, JobDetail detail, string value)
    {
        var asked = JobSearchAddress.Read($"/jobs?{typed}");

        Assert.Equal([KeyValuePair.Create(detail, value)], asked.Unread);
        Assert.True(asked.Query.IsEmpty);
    }

    [Fact]
    public void TimesAndLicences_AreTakenAsPeopleWriteThem()
    {
        var details = JobSearchAddress.Read("/jobs?from=９時&to=17時30分&lic=看護師、簿記&age=４５").Query.Details;

        Assert.Equal((540, 1050, 45), (details.HoursFrom, details.HoursTo, details.Age));
        Assert.Contains(HelloWork.Domain.ReferenceData.Licences.ByName("看護師")!.Code, details.Licences);
        Assert.True(details.Licences.Count > 1);
    }

    private Task<JobOffer> SaidAsync(string title, string duties) =>
        _given.JobAsync(_employer, card => card with { Work = card.Work with { Title = title, Description = duties, OccupationCode = null } });

    private static HashSet<JobNumber> Set(params JobOffer[] jobs) => [.. jobs.Select(j => j.Number)];

    private async Task<HashSet<JobNumber>> SetAsync(string words, JobSearchDetails details) => [.. await FindAsync(new() { FreeWords = words, Details = details })];

    private async Task<List<JobNumber>> FindAsync(JobSearchQuery query) => [.. (await RunAsync(query)).Jobs.Items.Select(j => j.Number)];

    private Task<JobSearchResult> RunAsync(JobSearchQuery query) => new SearchJobs(_database, _clock).RunAsync(query, null, default);
}
