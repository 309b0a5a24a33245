using Bunit;
using HelloWork.Blazor.Jobs.Paper;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs.Paper;

public sealed class JobCardPageTests : JobsPageContext
{
    [Fact]
    public async Task WithoutChromium_TheCardIsOfferedForPrintingOnly()
    {
        var job = await Given.JobAsync(Employer);

        var link = Render<JobCardLink>(p => p.Add(x => x.Job, job.Number));
        var page = Render<JobCardPage>(p => p.Add(x => x.Number, job.Number.Value));

        Assert.Equal($"/jobs/{job.Number}/card", Assert.Single(link.FindAll("a")).GetAttribute("href"));
        page.WaitForElement("h1");
        Assert.DoesNotContain("card.pdf", page.Markup);
    }

    [Fact]
    public async Task TheSheet_HasTheBlocksOfTheJobPage_AndACodeThatLeadsThere()
    {
        var job = await Given.JobAsync(Employer);

        var page = Render<JobCardPage>(p => p.Add(x => x.Number, job.Number.Value));
        page.WaitForElement(".jobcard");

        Assert.Equal(["1", "2", "3", "4", "7"], page.FindAll(".jobcard__block h3 span").Select(h => h.TextContent));
        Assert.Contains($"https://portal.example.jp/jobs/{job.Number}", page.Find(".jobcard__foot").TextContent);
        Assert.NotNull(page.Find(".jobcard__code svg[role=img][aria-label]"));
        Assert.Contains("jobcard--1", page.Find(".jobcard").ClassName);
    }
}
