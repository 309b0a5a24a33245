using Bunit;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Domain.ReferenceData;
using HelloWork.Tests.Commands;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Jobs;

/// <summary>Wages and the map: what they say, from the index and from the database, and what they don't say of too few.</summary>
public sealed class JobFiguresTests : JobsPageContext
{
    [Fact]
    public async Task WagesAndPrefectures_AreTheSameFromTheIndexAndFromTheDatabase()
    {
        Assert.True(await DemoDataTests.Demo(Database, Clock).FillAsync(400, 0, 1, new Progress<int>(), default));
        var index = new JobIndex(Database, new(Database));
        await index.LoadAsync(default);

        foreach (var query in (JobSearchQuery[])[new(), new() { FreeWords = "介護" }, new() { Prefectures = ["13"], WageMin = 220_000 }, new() { WageUnit = WageUnit.Hour, Types = [EmploymentType.Part] }, new() { FreeWords = "ない言葉" }])
        {
            var fromIndex = await new ReadWages(Database, Clock, index).RunAsync(query, null, default);
            var fromDatabase = await new ReadWages(Database, Clock).RunAsync(query, null, default);
            Assert.Equal(Told(fromDatabase), Told(fromIndex));
            if (fromIndex.ByMonth is { } month)
                Assert.Equal(month.Jobs, month.Bars.Sum(b => b.Count));

            var map = await new CountJobsByPrefecture(Database, Clock, index).RunAsync(query, null, default);
            var mapFromDatabase = await new CountJobsByPrefecture(Database, Clock).RunAsync(query, null, default);
            Assert.Equal(mapFromDatabase.Jobs, map.Jobs);
            Assert.Equal(Prefectures.All.Select(p => mapFromDatabase.In(p.Code)), Prefectures.All.Select(p => map.In(p.Code)));
            var tokyo = await new SearchJobs(Database, Clock).RunAsync(query with { Prefectures = ["13"] }, null, default);
            Assert.Equal(tokyo.Jobs.TotalCount, map.In("13"));
        }
    }

    [Theory]
    [InlineData(190_000, WageRank.Low)]
    [InlineData(225_000, WageRank.BelowMiddle)]
    [InlineData(250_000, WageRank.Middle)]
    [InlineData(276_000, WageRank.AboveMiddle)]
    [InlineData(400_000, WageRank.High)]
    public async Task AJobsWage_HasItsPlaceAmongThoseOfItsOccupationAndPrefecture(int wage, WageRank rank)
    {
        for (var i = 0; i < 11; i++)
            await PaidAsync(200_000 + 10_000 * i);
        await PaidAsync(900_000, card => card with { Work = card.Work with { Workplaces = [new() { PrefectureCode = "27", Address = "大阪府大阪市" }] } });
        await PaidAsync(900_000, card => card with { Work = card.Work with { OccupationCode = "023-01" } });
        var job = await PaidAsync(wage);

        var place = await new CompareWage(Database, Clock).RunAsync(job.Number, default);

        Assert.Equal((rank, 12, wage), (place!.Rank, place.Spread.Jobs, place.Wage));
        var index = new JobIndex(Database, new(Database));
        Assert.Null(await new CompareWage(Database, Clock, index).RunAsync(job.Number, default));
        await index.LoadAsync(default);
        Assert.Equal(place.Rank, (await new CompareWage(Database, Clock, index).RunAsync(job.Number, default))!.Rank);
    }

    [Fact]
    public async Task AJobWithFewLikeIt_OrThatIsNotPublic_IsComparedWithNothing()
    {
        var job = await PaidAsync(250_000);
        for (var i = 0; i < WageDistribution.FewestJobs - 2; i++)
            await PaidAsync(240_000);
        var hidden = await PaidAsync(240_000, card => card with { Header = card.Header with { Disclosure = Disclosure.NotPublic, AcceptsSelfApplication = false } });

        Assert.Null(await new CompareWage(Database, Clock).RunAsync(job.Number, default));
        await PaidAsync(240_000);
        Assert.Equal(WageRank.High, (await new CompareWage(Database, Clock).RunAsync(job.Number, default))!.Rank);
        Assert.Null(await new CompareWage(Database, Clock).RunAsync(hidden.Number, default));
    }

    [Fact]
    public async Task TheJobPage_SaysInWordsAndInAPictureWhereItsWageStands()
    {
        for (var i = 0; i < 11; i++)
            await PaidAsync(200_000 + 10_000 * i);
        var job = await PaidAsync(276_000);

        var page = Render<JobPage>(p => p.Add(x => x.Number, job.Number.Value));

        var picture = page.WaitForElement("#wage-place");
        Assert.Contains("似た求人の真ん中より少し上です", picture.TextContent);
        Assert.Equal("wage-place-says", picture.QuerySelector("svg[role=img]")!.GetAttribute("aria-labelledby"));
        Assert.Equal("この求人", picture.QuerySelector("svg text.marked")!.TextContent);
        Assert.Equal("/jobs/wages?pref=13&occ=038", picture.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task TheWages_AreAPicture_ATable_AndAFileOfTheSameSearch()
    {
        for (var i = 0; i < 12; i++)
            await PaidAsync(200_000 + 10_000 * i);

        var page = At<JobWagesPage>("/jobs/wages?pref=13&wageMin=220000&sort=wage&page=2");

        var picture = page.WaitForElement("#wages-month");
        Assert.Contains("12件の真ん中は250,000円です", picture.TextContent);
        Assert.Equal("/jobs/wages.csv?pref=13&wageMin=220000", picture.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Equal(12, picture.QuerySelectorAll("tbody td:nth-child(2)").Sum(td => int.Parse(td.TextContent)));
        Assert.Equal(2, picture.QuerySelectorAll("rect.t3").Length);
        Assert.Contains("時給の求人が10件より少ない", page.Markup);
        Assert.Contains("条件：東京都、", page.Markup);
    }

    [Fact]
    public async Task TheMap_LinksEachPrefectureInTheOrderOfItsCode_AndTheTableCanBeSorted()
    {
        await PaidAsync(240_000);
        await PaidAsync(240_000);
        await PaidAsync(240_000, card => card with { Work = card.Work with { Workplaces = [new() { PrefectureCode = "27", Address = "大阪府大阪市" }] } });

        var page = At<JobMapPage>("/jobs/map?type=regular&pref=13&order=count");

        var links = page.WaitForElements("svg a");
        Assert.Equal(Prefectures.All.Select(p => $"/jobs?pref={p.Code}&type=regular"), links.Select(a => a.GetAttribute("href")!));
        Assert.Equal("東京都 2件", links[12].QuerySelector("desc")!.TextContent);
        Assert.Equal(["東京都", "大阪府", "北海道"], page.FindAll("tbody th").Take(3).Select(th => th.TextContent));
        Assert.Equal("descending", page.Find("th.r").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task ThePictures_OfASearchThatFindsNothing_SaySo()
    {
        await PaidAsync(240_000);

        Assert.Contains("条件に合う求人はありません", At<JobMapPage>("/jobs/map?q=zzz").WaitForElement("svg").ParentElement!.TextContent);
        Assert.Contains("月給の求人が10件より少ない", At<JobWagesPage>("/jobs/wages?q=zzz").Markup);
    }

    private IRenderedComponent<TPage> At<TPage>(string address) where TPage : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<TPage>();
    }

    private Task<JobOffer> PaidAsync(int wage, Func<JobCard, JobCard>? change = null) => Given.JobAsync(Employer, card =>
    {
        var paid = card with { Pay = new() { Form = "月給", BaseFrom = wage, TotalFrom = wage } };
        return change?.Invoke(paid) ?? paid;
    });

    private static string Told(WagesOfSearch wages) => $"{Told(wages.ByMonth)} {Told(wages.ByHour)}";

    private static string? Told(WageSpread? s) => s is null ? null : $"{s.Jobs} {s.Step} {s.LowerQuarter} {s.Median} {s.UpperQuarter} {string.Join(',', s.Bars)}";
}
