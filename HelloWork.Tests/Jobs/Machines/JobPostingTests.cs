using System.Text.Json.Nodes;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Jobs.Machines;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs.Machines;

public sealed class JobPostingTests : IAsyncLifetime
{
    private static readonly Uri Address = new("https://portal.example.jp/jobs/1");
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task AJob_SaysAllThatSearchEnginesAskFor()
    {
        var posting = await PostingAsync(card => card with
        {
            Work = card.Work with { Description = "月次決算。\n請求書の処理。" }, Office = card.Office with { Homepage = "https://mihon.example.jp/" },
        });

        Assert.Equal("JobPosting", (string?)posting["@type"]);
        Assert.Equal("経理事務", (string?)posting["title"]);
        Assert.StartsWith("<p>月次決算。<br>請求書の処理。</p>", (string?)posting["description"]);
        Assert.Matches(@"\A\d{4}-\d{2}-\d{2}\z", (string?)posting["datePosted"]);
        Assert.Matches(@"\A\d{4}-\d{2}-\d{2}T23:59:59\+09:00\z", (string?)posting["validThrough"]);
        Assert.Equal("FULL_TIME", (string?)posting["employmentType"]![0]);
        Assert.Equal(("Organization", "株式会社見本製作所", "https://mihon.example.jp/"), ((string?)posting["hiringOrganization"]!["@type"], (string?)posting["hiringOrganization"]!["name"], (string?)posting["hiringOrganization"]!["sameAs"]));
        var place = posting["jobLocation"]!["address"]!;
        Assert.Equal(("JP", "東京都", "千代田区", "神田神保町1-1"), ((string?)place["addressCountry"], (string?)place["addressRegion"], (string?)place["addressLocality"], (string?)place["streetAddress"]));
        var pay = posting["baseSalary"]!;
        Assert.Equal(("JPY", 248_000, 310_000, "MONTH"), ((string?)pay["currency"], (int)pay["value"]!["minValue"]!, (int)pay["value"]!["maxValue"]!, (string?)pay["value"]!["unitText"]));
        Assert.Matches(@"\A13010-", (string?)posting["identifier"]!["value"]);
        Assert.True((bool)posting["directApply"]!);
        Assert.Equal(1, (int)posting["totalJobOpenings"]!);
    }

    [Theory, Trait("Rule", "JO-02")]
    [InlineData(Disclosure.NameToSeekers, false)]
    [InlineData(Disclosure.NameToSeekers, true)]
    [InlineData(Disclosure.WithoutName, true)]
    public async Task AnOfficeWhoseNameIsntShownToAll_IsConfidential_WhoeverLooks(Disclosure disclosure, bool toSeeker)
    {
        var reader = toSeeker ? (await _given.SeekerAsync()).Account : (Guid?)null;

        var posting = await PostingAsync(card => card with
        {
            Header = card.Header with { Disclosure = disclosure, AcceptsSelfApplication = false }, Work = card.Work with { Description = "見本製作所で働きます。" },
        }, reader);

        Assert.Equal("confidential", (string?)posting["hiringOrganization"]);
        Assert.DoesNotContain("見本製作所", posting.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Null(posting["jobLocation"]!["address"]!["streetAddress"]);
        Assert.Equal("千代田区", (string?)posting["jobLocation"]!["address"]!["addressLocality"]);
    }

    [Fact]
    public async Task WordsThatWouldEndTheElement_CantDoSo()
    {
        const string title = "</script><script>alert(1)</script>&<!--";
        var job = await ViewAsync(card => card with { Work = card.Work with { Title = title, Description = title } }, null);

        var json = new JobPosting(new InJapanese<JobsText>()).Json(job, Address);

        Assert.DoesNotContain("<", json);
        var read = JsonNode.Parse(json)!;
        Assert.Equal(title, (string?)read["title"]);
        Assert.DoesNotContain("<script", (string?)read["description"]);
    }

    [Theory]
    [InlineData("時給", 1_200, "HOUR")]
    [InlineData("日給", 9_800, "DAY")]
    [InlineData("日給", 210_000, "MONTH")]
    [InlineData("月給（日給月給）", 210_000, "MONTH")]
    [InlineData("年俸制", 4_200_000, "YEAR")]
    [InlineData("年俸制", 350_000, "MONTH")]
    [InlineData(null, 210_000, "MONTH")]
    public async Task TheWage_IsPaidForWhatItsFormAndItsAmountSay(string? form, int from, string unit)
    {
        var posting = await PostingAsync(card => card with { Pay = new() { Form = form, TotalFrom = from } });

        Assert.Equal(unit, (string?)posting["baseSalary"]!["value"]!["unitText"]);
    }

    [Fact]
    public async Task AJobWithoutAPlace_IsAtHomeOrSomewhereInJapan()
    {
        var anywhere = await PostingAsync(card => card with { Work = card.Work with { Workplaces = [] } });
        var home = await PostingAsync(card => card with { Work = card.Work with { Workplaces = [], WorkFromHome = "可" } });

        Assert.Equal("JP", (string?)anywhere["jobLocation"]!["address"]!["addressCountry"]);
        Assert.Equal("TELECOMMUTE", (string?)home["jobLocationType"]);
        Assert.Equal("JP", (string?)home["applicantLocationRequirements"]!["name"]);
    }

    private async Task<JsonObject> PostingAsync(Func<JobCard, JobCard> change, Guid? reader = null) =>
        new JobPosting(new InJapanese<JobsText>()).Of(await ViewAsync(change, reader), Address);

    private async Task<JobView> ViewAsync(Func<JobCard, JobCard> change, Guid? reader)
    {
        var job = await _given.JobAsync(await _given.EmployerAsync(), change);
        return (await new ViewJob(_database, _clock).RunAsync(job.Number, reader, default))!;
    }
}
