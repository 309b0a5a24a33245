using Bunit;
using HelloWork.Blazor.Home;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Home;

public sealed class HomePageTests : JobsPageContext
{
    [Fact]
    public async Task TheCount_IsThatOfTheJobsAnyoneCanFind()
    {
        await Given.JobAsync(Employer);
        await Given.JobAsync(Employer, published: false);
        await Given.JobAsync(Employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NotPublic, AcceptsSelfApplication = false } });

        Assert.Contains("求人 1件から", Home().Find(".hero").TextContent);
    }

    [Fact]
    public void TheQuickSearch_AsksTheJobSearchWithItsOwnNames()
    {
        var form = Home().Find("form[role=search]");

        Assert.Equal(("/jobs", "get"), (form.GetAttribute("action"), form.GetAttribute("method")));
        Assert.Equal(["q", "pref", "type"], form.QuerySelectorAll("input, select").Select(f => f.GetAttribute("name")!));
        Assert.Equal("検索する", form.QuerySelector("button")!.TextContent);
        Assert.All(form.QuerySelectorAll("select[name=type] option[value]:not([value=''])"),
            option => Assert.Single(JobSearchAddress.Read($"/jobs?type={option.GetAttribute("value")}").Query.Types));
    }

    [Fact]
    public void QuickConditions_AreSearchesThatNarrow() =>
        Assert.All(Home().FindAll(".hero__more a"), link => Assert.False(JobSearchAddress.Read(link.GetAttribute("href")!).Query.IsEmpty));

    [Fact]
    public async Task EachRole_HasItsWayIn()
    {
        Assert.Contains(Home().FindAll("a"), a => a.TextContent == "求職者マイページにログイン" && a.GetAttribute("href") == "/account/login?returnUrl=%2Fseeker");
        SignInAsEmployer();
        Assert.Contains(Home().FindAll("a"), a => a.TextContent == "求人者マイページを開く" && a.GetAttribute("href") == "/employer");
        SignIn(await Given.SeekerAsync());
        Assert.Contains(Home().FindAll("a"), a => a.TextContent == "求職者マイページを開く" && a.GetAttribute("href") == "/seeker");
    }

    private IRenderedComponent<HomePage> Home() => Render<HomePage>();
}
