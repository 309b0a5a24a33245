using AngleSharp.Dom;
using Bunit;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Tests.Commands;
using HelloWork.Tests.Languages;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Jobs;

public sealed class JobSearchPageTests : JobsPageContext
{
    /// <summary>js/submits.js leaves a list that stands at its first choice out of the address.</summary>
    [Fact]
    public async Task EachList_StandsAtItsFirstChoice_WhereTheAddressNamesNone()
    {
        await Given.JobAsync(Employer);

        var lists = At("/jobs?more=detail").FindAll("select");

        Assert.Contains(lists, list => list.GetAttribute("name") == "sort");
        Assert.Contains(lists, list => list.GetAttribute("name") == "wageUnit");
        Assert.All(lists, list => Assert.Null(list.QuerySelector("option[selected]:not(:first-child)")));
    }

    [Fact]
    public async Task Results_AreACountAndAListOfArticlesWhoseHeadingLinksToTheJob()
    {
        var job = await Given.JobAsync(Employer);
        await Given.JobAsync(Employer, card => card with { Work = card.Work with { EmploymentType = EmploymentType.Part } });

        var page = At("/jobs?type=regular");

        Assert.Equal("1件", page.FindAll("[role=status]")[0].TextContent);
        var article = Assert.Single(page.FindAll("ul[role=list] > li > article"));
        var link = article.QuerySelector("h3 a")!;
        Assert.Equal(("経理事務", $"/jobs/{job.Number}"), (link.TextContent, link.GetAttribute("href")));
        Assert.Contains("株式会社見本製作所", article.TextContent);
        Assert.Contains("月給 248,000〜310,000円", article.TextContent);
        Assert.Contains("東京都千代田区", article.TextContent);
        Assert.Contains("9時00分〜17時45分", article.TextContent);
        Assert.Contains("年間休日124日", article.TextContent);
        Assert.Contains("受付 3月22日", article.TextContent);
    }

    [Fact]
    public async Task WhileTheIndexLoads_ThePageSaysSo_AndShowsWhatThereIs()
    {
        await Given.JobAsync(Employer);
        Services.AddTransient(_ => new SearchJobs(Database, Clock, new JobIndex(Database, new(Database))));

        var page = At("/jobs");

        Assert.Contains("検索の準備をしています", page.Markup);
        Assert.Equal("1件", page.FindAll("[role=status]")[0].TextContent);
    }

    [Fact]
    public async Task BesidePrefecturesAndOccupations_StandsHowManyJobsThereAre()
    {
        await Given.JobAsync(Employer);
        var index = new JobIndex(Database, new(Database));
        await index.LoadAsync(default);
        Services.AddTransient(_ => new SearchJobs(Database, Clock, index));

        var page = At("/jobs?more=pref&more=occ&more=detail");

        Assert.Equal("1", Beside("pref", "13"));
        Assert.Equal("0", Beside("pref", "27"));
        Assert.Equal("1", Beside("occ", "06"));
        Assert.Contains("1週間以内（1件）", page.Find("select[name=since]").TextContent);

        string Beside(string name, string value) => page.Find($"input[name={name}][value='{value}'] ~ b").TextContent;
    }

    [Fact]
    public async Task BesideTheDetails_StandsHowManyJobsThereAre_OnlyWhereTheyAreShown()
    {
        await Given.JobAsync(Employer, card => card with
        {
            Header = card.Header with { FullOrPart = "パート" }, Hours = card.Hours with { DaysOff = "土・日" }, Conditions = new() { Insurance = ["雇用"] },
            Work = card.Work with { Licences = [new("看護師", "必須")] }, Company = card.Company with { EmployeesInCompany = 120 },
        });
        await Given.JobAsync(Employer);
        var index = new JobIndex(Database, new(Database));
        await index.LoadAsync(default);
        Services.AddTransient(_ => new SearchJobs(Database, Clock, index));

        var page = At("/jobs?more=detail");

        Assert.Equal(["1", "1", "0", "2"], new[] { ("off", "sat"), ("ins", "employment"), ("ins", "health"), ("c", "no-shifts") }.Select(c => Beside(c.Item1, c.Item2)));
        Assert.Equal("看護師 1", page.FindAll("input[name=lic][type=checkbox]").Single().ParentElement!.TextContent);
        Assert.Contains("パート（1件）", page.Find("select[name=time]").TextContent);
        Assert.Contains("（1件）", page.Find("select[name=staff] option[value='100']").TextContent);
        var nurse = Domain.ReferenceData.Licences.ByName("看護師")!.Code;
        page = At($"/jobs?lic={nurse}&ins=health");
        Assert.Equal(("0", true), (Beside("lic", nurse), page.Find($"input[name=lic][value='{nurse}']").HasAttribute("checked")));
        Assert.True(string.IsNullOrEmpty(page.Find("input[name=lic]:not([type=checkbox])").GetAttribute("value")));
        Assert.Null((await Services.GetRequiredService<SearchJobs>().RunAsync(new(), null, default)).Counts.Details);

        string Beside(string name, string value) => page.Find($"input[name={name}][value='{value}'] ~ b").TextContent;
    }

    [Fact]
    public async Task BesideEachStepOfTheWage_StandsHowManyPayThatMuch_AndPressingItGoesBeforeWhatIsTyped()
    {
        await Given.JobAsync(Employer);
        await Given.JobAsync(Employer, card => card with { Pay = new() { Form = "月給", BaseFrom = 190_000, TotalFrom = 205_000 } });
        var index = new JobIndex(Database, new(Database));
        await index.LoadAsync(default);
        Services.AddTransient(_ => new SearchJobs(Database, Clock, index));

        var page = At("/jobs?wageMin=200000");

        Assert.Equal([("180000", "18万円以上 2"), ("200000", "20万円以上 2"), ("220000", "22万円以上 1"), ("250000", "25万円以上 0"), ("300000", "30万円以上 0")],
            page.FindAll("button[name=wageMin]").Select(b => (b.GetAttribute("value")!, b.TextContent)));
        Assert.Equal("200000", page.Find("button[aria-current]").GetAttribute("value"));
        Assert.Equal(220_000, JobSearchAddress.Read("/jobs?wageMin=220000&wageMin=250%2C000").Query.WageMin);
        Assert.NotEqual("BUTTON", page.FindAll("form#filters [name=wageMin]")[^1].TagName);
    }

    [Fact]
    public async Task WhatFewPeopleNeed_ComesWhenTheAddressAsksForIt_AndWhatIsChosenOfItIsAlwaysThere()
    {
        await Given.JobAsync(Employer);

        var page = At("/jobs?pref=13&pref=14&occ=06&occ=08&daysOff=100");

        Assert.Equal(["14"], page.FindAll("form#filters input[name=pref]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["08"], page.FindAll("form#filters input[name=occ]").Select(i => i.GetAttribute("value")));
        Assert.Equal("100", page.Find("input[name=daysOff]").GetAttribute("value"));
        Assert.Empty(page.FindAll("input[name=age]"));
        Assert.Equal(["pref", "occ", "detail"], page.FindAll("form#filters button[name=more]").Select(b => b.GetAttribute("value")));
        foreach (var part in new[] { "pref", "occ", "detail" })
        {
            var more = At($"/jobs?pref=13&pref=14&occ=06&occ=08&daysOff=100&more={part}").Find($"#more-{part}");
            Assert.Empty(more.QuerySelectorAll("button[name=more]"));
            Assert.Equal(part, more.QuerySelector("input[type=hidden][name=more]")!.GetAttribute("value"));
            Assert.InRange(more.QuerySelectorAll("input").Length, 14, 60);
        }
    }

    [Fact]
    [Trait("Rule", "JO-02")]
    public async Task Cards_SayTheSameFromTheIndexAsFromTheDatabase_ThoughLessOfThemIsRead()
    {
        Assert.True(await DemoDataTests.Demo(Database, Clock).FillAsync(300, 0, 1, new Progress<int>(), default));
        var index = new JobIndex(Database, new(Database));
        await index.LoadAsync(default);

        for (var page = 1; page <= 4; page++)
        {
            var query = new JobSearchQuery { Size = 50, Page = page, Sort = JobSort.Deadline };
            var whole = Cards(await new SearchJobs(Database, Clock).RunAsync(query, null, default));
            Assert.Equal(whole, Cards(await new SearchJobs(Database, Clock, index).RunAsync(query, null, default)));
            Assert.Equal(50, whole.Split("<article>").Length - 1);
        }

        string Cards(JobSearchResult result) => Render<JobList>(list => list.Add(l => l.Jobs, result.Jobs.Items)).Markup;
    }

    [Fact]
    public async Task ACardThatWasWrittenBefore_IsWrittenAnew_WhereAnotherReaderSeesItOtherwise()
    {
        await Given.JobAsync(Employer);
        var index = new JobIndex(Database, new(Database));
        await index.LoadAsync(default);
        var search = new SearchJobs(Database, Clock, index);
        await search.RunAsync(new(), null, default);
        var job = Assert.Single((await search.RunAsync(new(), null, default)).Jobs.Items);
        Assert.Same(job.Card, Assert.Single((await search.RunAsync(new(), null, default)).Jobs.Items).Card);
        var written = Card(job);

        Assert.Contains("受付", written);
        TextsTests.InLanguage(Language.English, () => Assert.Contains("Accepted", Card(job)));
        Assert.Contains("新着", Card(job with { IsNew = true }));
        Assert.DoesNotContain("新着", Card(job with { IsNew = false }));
        Assert.Contains("転勤なし", Card(job with { Traits = JobTraits.NoTransfer }));
        Assert.DoesNotContain("転勤なし", Card(job with { Traits = JobTraits.None }));
        Assert.Contains("★", Card(job, new HashSet<JobNumber> { job.Number }));
        Assert.Contains("☆", Card(job, new HashSet<JobNumber>()));
        Assert.Equal(written, Card(job));

        string Card(JobSummary shown, IReadOnlySet<JobNumber>? saved = null) => Render<JobList>(list => list.Add(l => l.Jobs, [shown]).Add(l => l.Saved, saved)).Markup;
    }

    [Fact]
    public async Task WhatAnOfficeWrites_IsTextOnACard_AndNothingElse()
    {
        await Given.JobAsync(Employer, card => card with
        {
            Office = card.Office with { Name = "<b>見本</b>\"&" },
            Work = card.Work with { Title = "<script>alert('1')</script>", NearestStation = "</article><img src=x>" },
        });

        var card = At("/jobs").Find("article");

        Assert.Equal("<script>alert('1')</script>", card.QuerySelector("h3 a")!.TextContent);
        Assert.Equal("<b>見本</b>\"&", card.QuerySelector("h3 + p")!.TextContent);
        Assert.Empty(card.QuerySelectorAll("script, img"));
        Assert.Contains("</article><img src=x>", card.QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public void TheSearch_IsOnePlainFormThatTheContractNamesFit()
    {
        var page = At("/jobs?q=事務&pref=13&occ=06&sort=wage&size=50");

        var form = page.Find("form#filters");
        Assert.Equal(("/jobs", "get"), (form.GetAttribute("action"), form.GetAttribute("method")));
        Assert.Equal("事務", Labelled(page, "フリーワード").GetAttribute("value"));
        Assert.Equal("text", Labelled(page, "フリーワード").GetAttribute("type"));
        var submit = page.FindAll("button[type=submit]").Single(b => b.TextContent == "検索する");
        foreach (var outside in new[] { Labelled(page, "フリーワード"), Labelled(page, "都道府県"), Labelled(page, "職種"), submit })
            Assert.Equal("filters", outside.GetAttribute("form"));
        Assert.Equal("13", Labelled(page, "都道府県").QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal("06", Labelled(page, "職種").QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(15 + Domain.ReferenceData.Occupations.Beneath("06").Count() + 1, Labelled(page, "職種").QuerySelectorAll("option").Length);
        Assert.Equal(("filters", "wage"), (Labelled(page, "並び順").GetAttribute("form"), Labelled(page, "並び順").QuerySelector("option[selected]")!.GetAttribute("value")));
        Assert.Equal("filters", page.FindAll("button[type=submit]").Single(b => b.TextContent == "並べ替える").GetAttribute("form"));
        Assert.Equal([("size", "50")], form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)));
    }

    [Fact]
    public void EveryCondition_IsTakenOffByItsOwnLink()
    {
        var page = At("/jobs?q=介護 夜勤&pref=13&city=13101&occ=08&type=part&wageMin=1200&wageUnit=hour&c=home&page=3");

        var chips = page.FindAll("a.chip--filter").ToDictionary(a => a.TextContent.Replace("条件をはずす：", ""), a => JobSearchAddress.Read(a.GetAttribute("href")!).Query);

        var all = JobSearchAddress.Read("/jobs?q=介護 夜勤&pref=13&city=13101&occ=08&type=part&wageMin=1200&wageUnit=hour&c=home").Query;
        Assert.Equal(["「介護」", "「夜勤」", "東京都", "東京都千代田区", "福祉・介護の職業", "パート労働者", "時給1,200円以上", "在宅勤務ができる"], chips.Keys);
        AssertSame(all with { FreeWords = "夜勤" }, chips["「介護」"]);
        AssertSame(all with { Prefectures = [], Municipalities = [] }, chips["東京都"]);
        AssertSame(all with { Municipalities = [] }, chips["東京都千代田区"]);
        AssertSame(all with { Occupations = [] }, chips["福祉・介護の職業"]);
        AssertSame(all with { Types = [] }, chips["パート労働者"]);
        AssertSame(all with { WageMin = null }, chips["時給1,200円以上"]);
        AssertSame(all with { Conditions = [] }, chips["在宅勤務ができる"]);
    }

    [Fact]
    public async Task AnEmptyResult_OffersWhatEachConditionLessWouldFind()
    {
        await Given.JobAsync(Employer);

        var page = At("/jobs?q=経理&pref=47");

        Assert.Equal("0件", page.Find("[role=status]").TextContent);
        var link = page.FindAll(".empty a").First();
        Assert.Equal("勤務地を全国にひろげる", link.TextContent);
        Assert.Contains("1件", link.ParentElement!.TextContent);
        Assert.Equal("1件", At(link.GetAttribute("href")!).Find("[role=status]").TextContent);
    }

    [Fact]
    public void AWordThatNamesAPlace_IsOfferedAsAFilter_UnlessItIsOneAlready()
    {
        var link = Assert.Single(At("/jobs?q=経理 新宿区&type=regular").FindAll("a"), a => a.TextContent == "場所「東京都新宿区」で絞る");

        Assert.Equal("/jobs?q=%E7%B5%8C%E7%90%86&city=13104&type=regular", link.GetAttribute("href"));
        Assert.DoesNotContain("で絞る", At("/jobs?q=新宿区&city=13104").Markup);
        Assert.DoesNotContain("で絞る", At("/jobs?q=残業なし").Markup);
        Assert.True(At("/jobs").Find("#filters-q, input[name=q]").HasAttribute("data-suggest"));
    }

    [Fact]
    public void ASearchWithAnyCondition_CanBeSaved_ByVisitorsAndSeekersAlike()
    {
        Assert.Equal("/seeker/saved/searches/new?q=%E7%B5%8C%E7%90%86&pref=13", Assert.Single(At("/jobs?q=経理&pref=13&sort=wage&page=2").FindAll("a"), a => a.TextContent == "この条件を保存する").GetAttribute("href"));
        Assert.DoesNotContain("この条件を保存する", At("/jobs?sort=wage").Markup);
        SignInAsEmployer();
        Assert.DoesNotContain("この条件を保存する", At("/jobs?q=経理").Markup);
    }

    [Fact]
    public async Task ASeekerWithoutAnOpenMyPage_SearchesLikeAnybody_AndIsOfferedNothingToSave()
    {
        await Given.JobAsync(Employer);
        SignIn(await Given.ProvidedSeekerAsync(myPage: false));

        var page = At("/jobs?q=経理&pref=13");

        Assert.Equal("1件", page.FindAll("[role=status]")[0].TextContent);
        Assert.DoesNotContain("保存", page.Markup);
    }

    [Fact]
    public async Task WhatWasJustSaved_IsSaidAfterTheCount()
    {
        var job = await Given.JobAsync(Employer);
        var seeker = await Given.SeekerAsync();
        SignIn(seeker);
        Assert.Equal(["1件"], At($"/jobs?saved=kept&about={job.Number}").FindAll("[role=status]").Select(s => s.TextContent));
        await new Domain.Seekers.Saved.SaveJob(Database, Clock).RunAsync(new(seeker.Actor, job.Number), default);

        var page = At($"/jobs?saved=kept&about={job.Number}");

        Assert.Equal(["1件", "求人を保存しました"], page.FindAll("[role=status]").Select(s => s.TextContent.Trim()));
        Assert.Equal($"/seeker/saved/jobs/{job.Number}", page.Find("button[name=drop]").GetAttribute("formaction"));
    }

    [Fact]
    public async Task WhatWasSeenLately_IsOneLinkAway()
    {
        await Given.JobAsync(Employer);

        Assert.Equal("最近見た求人", At("/jobs").Find("a[href='/jobs/recent']").TextContent);
    }

    [Fact]
    public void AWageThatCantBeRead_IsSaidAndKept()
    {
        var page = At("/jobs?wageMin=たくさん");

        Assert.Contains("賃金の下限「たくさん」", page.Find("[role=alert]").TextContent);
        Assert.Equal("たくさん", page.Find("input[name=wageMin]").GetAttribute("value"));
    }

    [Fact]
    public async Task MunicipalitiesOfTheChosenPrefecture_StandWithTheirCounts()
    {
        await Given.JobAsync(Employer);

        var page = At("/jobs?pref=13&city=13104");

        Assert.Equal([("13104", "新宿区0"), ("13101", "千代田区1")],
            page.FindAll("input[type=checkbox][name=city]").Select(i => (i.GetAttribute("value")!, string.Concat(i.ParentElement!.TextContent.Where(c => !char.IsWhiteSpace(c))))));
        Assert.True(page.Find("input[type=checkbox][name=city]").HasAttribute("checked"));
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task AHiddenOffice_IsNamedToSignedInSeekersOnly()
    {
        await Given.JobAsync(Employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NameToSeekers } });

        Assert.DoesNotContain("見本製作所", At("/jobs").Markup);
        SignInAsEmployer();
        Assert.DoesNotContain("見本製作所", At("/jobs").Markup);
        SignIn(await Given.SeekerAsync());
        Assert.Contains("株式会社見本製作所", At("/jobs").Markup);
    }

    [Fact]
    public void EveryChoice_HasAText()
    {
        var text = Services.GetRequiredService<IStringLocalizer<JobsText>>();
        IEnumerable<string> keys =
        [
            .. Keys<EmploymentType>("Type"), .. Keys<JobCondition>("Condition"), .. Keys<JobSort>("Sort"), .. Keys<WageUnit>("Unit"), .. Keys<WageUnit>("Wages"),
            .. Keys<JobEndReason>("Ended"), .. Keys<Disclosure>("Disclosure"), .. Keys<StaffingKind>("Staffing"), .. Keys<SelfApplicationBar>("Bar"),
            .. Keys<JobDetail>("Detail"), .. Keys<JobSince>("Since"), .. Keys<JobWorkingTime>("WorkingTime"), .. Keys<StaffingKind>("StaffingFilter"),
            .. Keys<JobWordScope>("Scope"), .. Keys<JobKind>("Kind"), .. Keys<JobDaysOff>("DayOff").Skip(1), .. Keys<JobInsurance>("Insurance").Skip(1),
            .. Keys<LooseningKind>("Loosen").Where(key => key is not "Loosen.Detail"), .. typeof(JobsText).Assembly.GetType("HelloWork.Blazor.Jobs.JobPoint")!.GetEnumNames().Select(n => $"Point.{n}"),
        ];

        var finding = Services.GetRequiredService<IStringLocalizer<FindingText>>();
        Assert.DoesNotContain(keys, key => text[key].ResourceNotFound && finding[key].ResourceNotFound);

        static IEnumerable<string> Keys<T>(string group) where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{group}.{name}");
    }

    private IRenderedComponent<JobSearchPage> At(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render<JobSearchPage>();
        page.WaitForElement("[role=status]");
        return page;
    }

    private static IElement Labelled(IRenderedComponent<JobSearchPage> page, string label) =>
        page.Find($"#{page.FindAll("label").Single(l => l.TextContent == label).GetAttribute("for")}");

    private static void AssertSame(JobSearchQuery expected, JobSearchQuery actual) => Assert.Equal(JobSearchAddress.Of(expected), JobSearchAddress.Of(actual));
}
