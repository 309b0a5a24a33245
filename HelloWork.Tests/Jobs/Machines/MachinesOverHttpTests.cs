using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HelloWork.Blazor.Jobs.Machines;
using HelloWork.Blazor.Jobs.Machines.Api;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Access;
using HelloWork.Tests.Support;
using Json.Schema;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs.Machines;

/// <summary>What programs read, asked for as programs do.</summary>
public sealed partial class MachinesOverHttpTests(MachinesOverHttpTests.Portal fixture) : IClassFixture<MachinesOverHttpTests.Portal>, IDisposable
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9", Atom = "http://www.w3.org/2005/Atom";
    private readonly PortalHost _portal = fixture.Host;
    private readonly HttpClient _program = fixture.Host.Visitor();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task TheJobPage_CarriesTheJobAsData_AndItsOneAddress()
    {
        var number = await MakeAsync(Disclosure.NameToAll);

        var page = await _program.GetStringAsync($"/jobs/{number}?from=mail");

        var data = Assert.Single(Data().Matches(page));
        Assert.Equal("株式会社秘密みほん工房", (string?)JsonNode.Parse(data.Groups[1].Value)!["hiringOrganization"]!["name"]);
        Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost:5080/jobs/{number}\"", page);
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task ASeekerWhoSeesTheName_GetsNoDataThatTellsIt()
    {
        var number = await MakeAsync(Disclosure.NameToSeekers);
        using var seeker = await _portal.SignedInAsync("seeker01");

        var data = Data().Match(await seeker.GetStringAsync($"/jobs/{number}")).Groups[1].Value;

        Assert.Contains("\"confidential\"", data);
        Assert.DoesNotContain("秘密みほん", data);
    }

    [Fact, Trait("Rule", "JO-02"), Trait("Rule", "JO-05")]
    public async Task TheSiteMap_LeadsToEachPublicJob_AndToNoOther()
    {
        var (shown, hidden, ended) = (await MakeAsync(Disclosure.WithoutName), await MakeAsync(Disclosure.NotPublic), await MakeAsync(Disclosure.NameToAll, ended: true));
        // What others made meanwhile isn't in a map that was made an hour ago at most.
        _portal.Clock.Advance(MadeOnce.Kept);

        var parts = XDocument.Parse(await _program.GetStringAsync("/sitemap.xml")).Descendants(Map + "loc").Select(loc => new Uri(loc.Value).PathAndQuery).ToList();
        var pages = XDocument.Parse(await _program.GetStringAsync(parts[0])).Descendants(Map + "loc").Select(loc => new Uri(loc.Value).PathAndQuery).ToList();
        List<string> jobs = [];
        foreach (var part in parts.Skip(1))
            jobs.AddRange(XDocument.Parse(await _program.GetStringAsync(part)).Descendants(Map + "url").Select(url => new Uri(url.Element(Map + "loc")!.Value).AbsolutePath));

        Assert.Contains($"/jobs/{shown}", jobs);
        Assert.DoesNotContain($"/jobs/{hidden}", jobs);
        Assert.DoesNotContain($"/jobs/{ended}", jobs);
        Assert.Contains("/guide/accessibility", pages);
        foreach (var page in pages)
            Assert.Equal((page, HttpStatusCode.OK), (page, (await _program.GetAsync(page)).StatusCode));
    }

    [Fact]
    public async Task APartOfTheSiteMapThatNoIndexNamed_IsMadeForWhoAsks_AndNotKept()
    {
        await MakeAsync(Disclosure.NameToAll);
        _portal.Clock.Advance(MadeOnce.Kept);
        var named = XDocument.Parse(await _program.GetStringAsync("/sitemap.xml")).Descendants(Map + "loc").Select(loc => new Uri(loc.Value).PathAndQuery).Last();
        await _program.GetStringAsync(named);
        await _program.GetStringAsync("/sitemaps/jobs.xml?from=13010-1");

        var later = await MakeAsync(Disclosure.NameToAll);

        Assert.DoesNotContain($"/jobs/{later}<", await _program.GetStringAsync(named));
        Assert.Contains($"/jobs/{later}<", await _program.GetStringAsync("/sitemaps/jobs.xml?from=13010-1"));
    }

    [Fact]
    public async Task TheSiteMap_ComesCompressed_AndOnceUntilItChanges()
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, "/sitemap.xml") { Headers = { { "Accept-Encoding", "gzip" } } };

        var answer = await _program.SendAsync(ask);

        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        await using var plain = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Equal("sitemapindex", (await XDocument.LoadAsync(plain, LoadOptions.None, default)).Root!.Name.LocalName);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAgainAsync("/sitemap.xml", answer)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _program.GetAsync("/sitemaps/jobs.xml?from=abc")).StatusCode);
    }

    [Fact]
    public async Task Robots_AreKeptOutOfWhatBelongsToSomebody()
    {
        var rules = await _program.GetStringAsync("/robots.txt");
        var shut = Regex.Matches(rules, @"^Disallow: (\S+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();

        Assert.Contains("Sitemap: http://localhost:5080/sitemap.xml", rules);
        var own = MatrixFile.Read("pages.matrix").Select(row => row.Split(' ')).Where(row => row[2] != "all" && row[0] == "GET").Select(row => row[1]);
        Assert.DoesNotContain(own, address => !shut.Any(s => address.StartsWith(s, StringComparison.Ordinal)));
        var listed = XDocument.Parse(await _program.GetStringAsync("/sitemaps/pages.xml")).Descendants(Map + "loc").Select(loc => new Uri(loc.Value).PathAndQuery).Append("/jobs/13010-1");
        Assert.DoesNotContain(listed, address => shut.Any(s => address.StartsWith(s, StringComparison.Ordinal)));
        Assert.All(["/jobs/*/card", "/jobs/wages", "/jobs/map", "/jobs/compare"], address => Assert.Contains(address, shut));
    }

    [Fact]
    public async Task TheFeedOfASearch_HoldsItsNewestJobs_InTheOrderOfTheSearch()
    {
        var answer = await _program.GetAsync("/feeds/jobs.atom?pref=13&sort=wage&page=2&size=10");
        var feed = (await XDocument.LoadAsync(await answer.Content.ReadAsStreamAsync(), LoadOptions.None, default)).Root!;
        var found = await _program.GetFromJsonAsync<JsonObject>("/api/v1/jobs?pref=13&size=50");

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        // A job that falls out changes the feed and leaves no later time.
        Assert.Null(answer.Content.Headers.LastModified);
        Assert.Equal("http://localhost:5080/feeds/jobs.atom?pref=13", feed.Element(Atom + "id")!.Value);
        Assert.Equal(["http://localhost:5080/feeds/jobs.atom?pref=13", "http://localhost:5080/jobs?pref=13"], feed.Elements(Atom + "link").Select(l => l.Attribute("href")!.Value));
        Assert.Contains("東京都", feed.Element(Atom + "title")!.Value);
        Assert.Equal(found!["jobs"]!.AsArray().Select(job => (string?)job!["html"]), feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
        Assert.All(feed.Elements(Atom + "entry"), entry => Assert.All(["title", "updated", "published", "summary", "author"], name => Assert.NotEqual("", entry.Element(Atom + name)!.Value.Trim())));
        Assert.All(feed.DescendantsAndSelf().Where(e => e.Name == Atom + "updated"), at => Assert.Equal(DateTimeKind.Utc, DateTime.Parse(at.Value, null, System.Globalization.DateTimeStyles.RoundtripKind).Kind));
        Assert.Equal(HttpStatusCode.NotModified, (await AskAgainAsync("/feeds/jobs.atom?pref=13&sort=wage&page=2&size=10", answer)).StatusCode);
    }

    [Fact]
    public async Task TheSearchPage_NamesItsFeedAndItsUsualAddress()
    {
        var page = WebUtility.HtmlDecode(await _program.GetStringAsync("/jobs?type=part&pref=13&more="));

        Assert.Contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feeds/jobs.atom?pref=13&type=part\"", page);
        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost:5080/jobs?pref=13&type=part\"", page);
        Assert.DoesNotContain("rel=\"canonical\"", await _program.GetStringAsync("/jobs"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?pref=13")]
    [InlineData("?q=事務&type=regular&type=part&sort=wage&size=10")]
    [InlineData("?q=&pref=&city=&occ=&type=&wageMin=&wageUnit=&sort=&size=&page=")]
    [InlineData("?wageMin=22万&wageUnit=month&c=no-education&time=full&age=30")]
    public async Task TheApi_CountsWhatThePageCounts(string search)
    {
        var page = await _program.GetStringAsync($"/jobs{search}");
        var answer = await _program.GetFromJsonAsync<JsonObject>($"/api/v1/jobs{search}");

        var count = Regex.Match(page, "role=\"status\"[^>]*><strong[^>]*>([0-9,]+)</strong>").Groups[1].Value;
        Assert.Equal(count, ((int)answer!["total"]!).ToString("N0"));
        Assert.Equal(Math.Min((int)answer["total"]!, (int)answer["size"]!), answer["jobs"]!.AsArray().Count);
    }

    [Fact]
    public async Task TheLinks_LeadFromTheFirstJobToTheLast_EachOnce()
    {
        List<string> numbers = [];
        for (var next = "/api/v1/jobs?size=10"; next is not null;)
        {
            var answer = (await _program.GetFromJsonAsync<JsonObject>(next))!;
            numbers.AddRange(answer["jobs"]!.AsArray().Select(job => (string)job!["number"]!));
            if ((int)answer["page"]! == (int)answer["pageCount"]!)
                Assert.Equal((int)answer["total"]!, numbers.Count);
            next = (string?)answer["links"]!["next"] is { } link ? new Uri(link).PathAndQuery : null;
        }

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        var behind = await _program.GetFromJsonAsync<JsonObject>("/api/v1/jobs?page=9999");
        Assert.Empty(behind!["jobs"]!.AsArray());
        Assert.Null(behind["links"]!["next"]);
    }

    [Theory]
    [InlineData("pref=99", "pref"), InlineData("city=00000", "city"), InlineData("pref=13&city=01101", "city"), InlineData("occ=zz", "occ"), InlineData("type=ceo", "type"), InlineData("wageMin=many", "wageMin")]
    [InlineData("size=31", "size"), InlineData("page=0", "page"), InlineData("from=25:00", "from"), InlineData("lic=そんな資格はない", "lic"), InlineData("jobNo=1", "jobNo"), InlineData("prefecture=13", "prefecture")]
    public async Task WhatCantBeRead_IsNamed(string search, string parameter)
    {
        var answer = await _program.GetAsync($"/api/v1/jobs?{search}");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.BadRequest, ApiEndpoints.Problem), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(parameter, (string?)problem["errors"]![parameter]![0]);
    }

    [Fact]
    public async Task EveryExampleOfAParameter_IsOneThatCanBeRead()
    {
        foreach (var parameter in ApiParameters.All)
            Assert.Equal((parameter.Name, HttpStatusCode.OK), (parameter.Name, (await _program.GetAsync($"/api/v1/jobs?{parameter.Name}={Uri.EscapeDataString(parameter.Example)}")).StatusCode));
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task AnOfficeThatHidesItsName_IsHiddenFromPrograms_EvenOfASeeker()
    {
        var number = await MakeAsync(Disclosure.NameToSeekers);
        using var seeker = await _portal.SignedInAsync("seeker01");

        foreach (var address in (string[])[$"/api/v1/jobs/{number}", $"/api/v1/jobs?jobNo={number}", $"/feeds/jobs.atom?jobNo={number}"])
        {
            var answer = await seeker.GetStringAsync(address);
            Assert.Contains(number.Value, answer);
            Assert.DoesNotContain("秘密みほん", answer);
        }
        Assert.Equal(0, (int)(await seeker.GetFromJsonAsync<JsonObject>("/api/v1/jobs?q=秘密みほん工房&not=株式会社"))!["total"]!);
    }

    [Fact]
    public async Task WhoIsInCharge_StandsOnTheJobsPage_AndNotInWhatProgramsCollect()
    {
        var number = await MakeAsync(Disclosure.NameToAll, selection: new() { ContactName = "秘密 みのり", ContactPhone = "03-0000-4321", Headcount = 1 });

        Assert.Contains("秘密 みのり", await _program.GetStringAsync($"/jobs/{number}"));
        var card = await _program.GetStringAsync($"/api/v1/jobs/{number}");
        Assert.Contains("Selection.Headcount", card);
        Assert.All(["秘密 みのり", "03-0000-4321", "Selection.Contact"], told => Assert.DoesNotContain(told, card));
    }

    [Fact, Trait("Rule", "JO-05"), Trait("Rule", "JO-02")]
    public async Task AJobThatEnded_IsGone_AndOneThatIsntPublicWasNeverThere()
    {
        var (ended, hidden) = (await MakeAsync(Disclosure.NameToAll, ended: true), await MakeAsync(Disclosure.NotPublic));

        var gone = await _program.GetAsync($"/api/v1/jobs/{ended}");

        Assert.Equal((HttpStatusCode.Gone, ApiEndpoints.Problem), (gone.StatusCode, gone.Content.Headers.ContentType!.MediaType));
        Assert.Equal("filled", (string?)JsonNode.Parse(await gone.Content.ReadAsStringAsync())!["endReason"]);
        Assert.Equal(HttpStatusCode.NotFound, (await _program.GetAsync($"/api/v1/jobs/{hidden}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _program.GetAsync("/api/v1/jobs/abc")).StatusCode);
    }

    [Fact]
    public async Task AnAnswer_IsSentOnceUntilItChanges_AndSaysWhatIsLeft()
    {
        var number = await MakeAsync(Disclosure.NameToAll);

        var answer = await _program.GetAsync($"/api/v1/jobs/{number}");

        Assert.Equal(HttpStatusCode.NotModified, (await AskAgainAsync($"/api/v1/jobs/{number}", answer)).StatusCode);
        Assert.Matches("^\"search\";q=[0-9]+;w=3$", answer.Headers.GetValues("RateLimit-Policy").Single());
        Assert.Matches("^\"search\";r=[0-9]+;t=3$", answer.Headers.GetValues("RateLimit").Single());
    }

    [Fact]
    public async Task AScriptOfAnotherSite_MayReadButNotWithCookies()
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, "/api/v1/jobs") { Headers = { { "Origin", "https://elsewhere.example" } } };
        var before = new HttpRequestMessage(HttpMethod.Options, "/api/v1/jobs") { Headers = { { "Origin", "https://elsewhere.example" }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "if-none-match" } } };
        var page = new HttpRequestMessage(HttpMethod.Get, "/jobs") { Headers = { { "Origin", "https://elsewhere.example" } } };

        var (answer, allowed, shut) = (await _program.SendAsync(ask), await _program.SendAsync(before), await _program.SendAsync(page));

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("*", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(shut.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task TheDocument_DescribesEveryParameterAndProperty_InTheReadersLanguage()
    {
        var document = (await _program.GetFromJsonAsync<JsonObject>(ApiDocument.Address))!;

        Assert.StartsWith("3.", (string?)document["openapi"]);
        Assert.Equal(["/api/v1/jobs", "/api/v1/jobs/{jobNumber}"], document["paths"]!.AsObject().Select(path => path.Key).Order());
        var search = document["paths"]!["/api/v1/jobs"]!["get"]!;
        Assert.Equal(ApiParameters.All.Select(p => p.Name).Append("If-None-Match"), search["parameters"]!.AsArray().Select(p => (string)p!["name"]!));
        Assert.All(search["parameters"]!.AsArray(), p => Assert.DoesNotContain("Param.", (string?)p!["description"]));
        var types = document["components"]!["schemas"]!.AsObject().Where(s => s.Key.StartsWith("Api", StringComparison.Ordinal)).ToList();
        Assert.Equal(12, types.Count);
        foreach (var (name, schema) in types)
            Assert.True(schema!["description"] is not null, name);
        using var reader = _portal.Visitor();
        await reader.GetAsync("/guide?lang=en");
        Assert.Equal("Job API", (string?)(await reader.GetFromJsonAsync<JsonObject>(ApiDocument.Address))!["info"]!["title"]);
    }

    [Theory]
    [InlineData("/api/v1/jobs?size=50", "/api/v1/jobs", "200")]
    [InlineData("/api/v1/jobs?page=9999", "/api/v1/jobs", "200")]
    [InlineData("/api/v1/jobs?pref=99", "/api/v1/jobs", "400")]
    [InlineData("/api/v1/jobs/{shown}", "/api/v1/jobs/{jobNumber}", "200")]
    [InlineData("/api/v1/jobs/{withoutName}", "/api/v1/jobs/{jobNumber}", "200")]
    [InlineData("/api/v1/jobs/{ended}", "/api/v1/jobs/{jobNumber}", "410")]
    [InlineData("/api/v1/jobs/13010-99999999", "/api/v1/jobs/{jobNumber}", "404")]
    public async Task TheDocument_SaysWhatIsReallyAnswered(string address, string path, string status)
    {
        address = address.Replace("{shown}", $"{await MakeAsync(Disclosure.NameToAll)}").Replace("{withoutName}", $"{await MakeAsync(Disclosure.WithoutName)}").Replace("{ended}", $"{await MakeAsync(Disclosure.NameToAll, ended: true)}");
        var document = (await _program.GetFromJsonAsync<JsonObject>(ApiDocument.Address))!;

        var answer = await _program.GetAsync(address);

        Assert.Equal(status, $"{(int)answer.StatusCode}");
        var (media, content) = Assert.Single(document["paths"]![path]!["get"]!["responses"]![status]!["content"]!.AsObject());
        Assert.Equal(media, answer.Content.Headers.ContentType!.MediaType);
        // The document's own types beside the one that is meant; nothing that isn't described may be there.
        var schema = new JsonObject { ["$ref"] = content!["schema"]!["$ref"]!.DeepClone(), ["$defs"] = Closed(document["components"]!["schemas"]!.AsObject()) };
        var result = JsonSchema.FromText(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/"))
            .Evaluate(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join('\n', result.Details!.Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}"))));
    }

    /// <summary>Problems may carry more; our own types hold what they name.</summary>
    private static JsonObject Closed(JsonObject types)
    {
        var closed = types.DeepClone().AsObject();
        foreach (var (name, type) in closed)
            if (name.StartsWith("Api", StringComparison.Ordinal))
                type!["additionalProperties"] = false;
        return closed;
    }

    private Task<HttpResponseMessage> AskAgainAsync(string address, HttpResponseMessage answer) =>
        _program.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "gzip" }, { "If-None-Match", answer.Headers.ETag!.ToString() } } });

    private static int _serial = 97_000_000;

    private async Task<JobNumber> MakeAsync(Disclosure disclosure, bool ended = false, JobCard.SelectionBlock? selection = null)
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var office = await db.Offices.OrderBy(o => o.Number).FirstAsync();
        var card = Given.Card("株式会社秘密みほん工房");
        var now = _portal.Clock.GetUtcNow().UtcDateTime;
        var job = new JobOffer(JobNumber.Parse($"13010-{Interlocked.Increment(ref _serial)}"), office,
            card with { Header = card.Header with { Disclosure = disclosure, AcceptsSelfApplication = disclosure is Disclosure.NameToAll }, Selection = selection ?? card.Selection }, new DateOnly(2026, 3, 1), null, now);
        job.Publish(now);
        if (ended)
            job.End(JobEndReason.Filled, now);
        db.Add(job);
        await db.SaveChangesAsync();
        return job.Number;
    }

    [GeneratedRegex("""<script type="application/ld\+json">([^<]*)</script>""")] private static partial Regex Data();

    public sealed class Portal : IDisposable
    {
        // Programs in a hurry: the measure has a test of its own.
        public PortalHost Host { get; } = new(new Dictionary<string, string> { ["Search:PerSecond"] = "1000" });
        public void Dispose() => Host.Dispose();
    }
}
