using System.Collections;
using System.Reflection;
using Bunit;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs;

public sealed class JobPageTests : JobsPageContext
{
    [Fact]
    public async Task ThePage_ShowsEveryFieldOfTheCardThatHasAValue_InItsOwnBlock()
    {
        var marks = new List<(int Block, string Mark)>();
        var job = await Given.JobAsync(Employer, _ => Filled(marks));

        var page = At(job);
        var blocks = Enumerable.Range(0, 9).Select(n => page.Find(n is 0 ? "aside" : $"#b{n}").InnerHtml).ToList();

        Assert.True(marks.Count > 120, $"Only {marks.Count} fields were filled.");
        Assert.Equal(Enumerable.Range(0, 9), marks.Select(m => m.Block).Distinct());
        Assert.DoesNotContain(marks, m => !blocks[m.Block].Contains(m.Mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ThePage_LeavesOutWhatNobodyFilled()
    {
        var job = await Given.JobAsync(Employer);

        var page = At(job);

        Assert.Equal(["1", "2", "3", "4", "7"], page.FindAll("article section h2 .num").Select(h => h.TextContent));
        Assert.DoesNotContain("賞与", page.Markup);
    }

    [Fact]
    public async Task TheWage_IsExplainedPartByPart()
    {
        var job = await Given.JobAsync(Employer, card => card with
        {
            Pay = new()
            {
                Form = "月給", TotalFrom = 300_000, TotalTo = 340_000, BaseFrom = 240_000, BaseTo = 280_000, FixedAllowances = [new("職務手当", 20_000, 20_000)],
                FixedOvertime = "あり", FixedOvertimeFrom = 40_000, FixedOvertimeTo = 40_000, OtherAllowances = "家族手当 5,000円",
            },
        });

        var rows = At(job).FindAll("#b3 dl > div").ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent);

        Assert.StartsWith("240,000〜280,000円", rows["基本給（a）"].Trim());
        Assert.StartsWith("職務手当 20,000円", rows["定額的に支払われる手当（b）"].Trim());
        Assert.StartsWith("あり 40,000円", rows["固定残業代（c）"].Trim());
        Assert.StartsWith("300,000〜340,000円", rows["賃金（a＋b＋c）"].Trim());
        Assert.Contains("合計には入っていません", rows["その他の手当（d）"]);
    }

    [Fact, Trait("Rule", "AP-03")]
    public async Task AJobThatAcceptsSelfApplication_LinksToItAndSaysThatItIsNoReferral()
    {
        var job = await Given.JobAsync(Employer);

        var page = At(job);

        var link = page.FindAll("a").Single(a => a.TextContent == "オンライン自主応募をする");
        Assert.Equal($"/seeker/applications/new/{job.Number}", link.GetAttribute("href"));
        Assert.Contains("ハローワークの紹介ではありません", page.Find("aside").TextContent);
        Assert.Contains("給付制限中", page.Find("aside").TextContent);
    }

    [Fact]
    public async Task AnEmployer_IsOfferedNoApplication()
    {
        var job = await Given.JobAsync(Employer);
        SignInAsEmployer();

        Assert.DoesNotContain("オンライン自主応募をする", At(job).Markup);
    }

    [Theory, Trait("Rule", "JO-02"), Trait("Rule", "JO-03")]
    [InlineData(Disclosure.WithoutName, StaffingKind.None, "事業所名を公開していない求人のため")]
    [InlineData(Disclosure.NameToAll, StaffingKind.Dispatch, "実際に働く事業所を前もって示せない")]
    [InlineData(Disclosure.NameToAll, StaffingKind.None, "オンライン自主応募を受け付けていません")]
    public async Task AJobThatDoesNot_SaysWhyAndWhomToAsk(Disclosure disclosure, StaffingKind staffing, string reason)
    {
        var job = await Given.JobAsync(Employer, card => card with
        {
            Header = card.Header with { AcceptsSelfApplication = false, Disclosure = disclosure },
            Work = card.Work with { Staffing = staffing, WorkplaceNamed = staffing is StaffingKind.None },
        });

        var page = At(job);

        Assert.DoesNotContain("オンライン自主応募をする", page.Markup);
        var aside = page.Find("aside").TextContent;
        Assert.Contains(reason, aside);
        Assert.Contains(Domain.ReferenceData.PlacementOffices.Find("13010")!.Phone, aside);
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task AHiddenOffice_IsNowhereInThePageAndSaidToBeHidden()
    {
        var job = await Given.JobAsync(Employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NameToSeekers } });

        var page = At(job);
        Assert.DoesNotContain("見本製作所", page.Markup);
        Assert.DoesNotContain("1301-", page.Markup);
        Assert.Contains("求職者マイページにログインした方に公開しています", page.Find("#b1").TextContent);

        SignIn(await Given.SeekerAsync());
        Assert.Contains("株式会社見本製作所", At(job).Find("#b1").TextContent);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AJobThatEnded_SaysSoAndLeadsToSimilarOnes()
    {
        var job = await Given.JobAsync(Employer, lastDay: new DateOnly(2026, 3, 31));
        Clock.SetJapan(2026, 4, 1);

        var page = At(job);

        Assert.Equal("この求人は終了しました", page.Find("h1").TextContent);
        Assert.Contains("2026年3月31日", page.Markup);
        Assert.Equal("/jobs?pref=13&occ=038", page.FindAll("a").Single(a => a.TextContent == "似た求人をさがす").GetAttribute("href"));
        Assert.DoesNotContain("オンライン自主応募をする", page.Markup);
    }

    [Fact]
    public async Task ASeekerWithoutAnOpenMyPage_ReadsAJobLikeAnybody()
    {
        var job = await Given.JobAsync(Employer);
        SignIn(await Given.ProvidedSeekerAsync(myPage: false));

        Assert.DoesNotContain("保存", At(job).Markup);
    }

    private IRenderedComponent<JobPage> At(JobOffer job)
    {
        var page = Render<JobPage>(p => p.Add(x => x.Number, job.Number.Value));
        page.WaitForElement("h1");
        return page;
    }

    /// <summary>The card with a value of its own in every field; its properties are the blocks 0 to 8 in their order.</summary>
    private static JobCard Filled(List<(int Block, string Mark)> marks)
    {
        var (next, block) = (0, 0);
        var filled = new JobCard();
        foreach (var property in typeof(JobCard).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            property.SetValue(filled, Fill(property.PropertyType, property.Name, null));
            block++;
        }
        return filled with
        {
            Work = filled.Work with { EmploymentType = EmploymentType.NonRegular, Staffing = StaffingKind.Dispatch },
        };

        string Mark(string word)
        {
            marks.Add((block, $"{word}印{++next}終"));
            return marks[^1].Mark;
        }

        object? Fill(Type type, string name, object? usual)
        {
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            if (plain == typeof(string))
                return name is "PrefectureCode" or "MunicipalityCode" or "OccupationCode" or "Code" or "IndustryCode" ? null : Mark(name);
            if (plain == typeof(int) || plain == typeof(decimal))
            {
                var isGrouped = name is "TotalFrom" or "TotalTo" or "BaseFrom" or "BaseTo" or "FixedOvertimeFrom" or "FixedOvertimeTo" or "From" or "To" or "EmployeesInCompany" or "EmployeesAtWorkplace" or "WomenAtWorkplace" or "PartTimersAtWorkplace" or "Headcount";
                marks.Add((block, (20_000 + ++next).ToString(isGrouped ? "N0" : "D0")));
                return plain == typeof(int) ? 20_000 + next : (object)(decimal)(20_000 + next);
            }
            if (plain.IsEnum || plain == typeof(bool))
                return usual;
            if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                var element = plain.GetGenericArguments()[0];
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
                list.Add(Fill(element, name, null));
                list.Add(Fill(element, name, null));
                return list;
            }
            var constructor = plain.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
            var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Fill(p.ParameterType, p.Name!, null))]);
            foreach (var property in plain.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && constructor.GetParameters().All(c => c.Name != p.Name)))
                property.SetValue(made, Fill(property.PropertyType, property.Name, property.GetValue(made)));
            return made;
        }
    }
}
