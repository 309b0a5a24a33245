using System.Net;
using System.Text;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

public sealed class SearchOverHttpTests(SearchOverHttpTests.Portal fixture) : IClassFixture<SearchOverHttpTests.Portal>
{
    private readonly PortalHost portal = fixture.Host;

    [Theory]
    [InlineData("/")]
    [InlineData("/jobs")]
    [InlineData("/jobs?q=&pref=&city=&occ=&type=&wageMin=&wageUnit=&sort=&size=&page=")]
    [InlineData("/jobs?pref=99&city=abc&occ=%FF&type=ceo&wageMin=-1&sort=best&size=7&page=-1")]
    [InlineData("/jobs?page=999999999")]
    [InlineData("/jobs?q=%25_%5B%5D%27%22%3Cscript%3E")]
    [InlineData("/jobs?q=%ED%A0%80%00%F0%9F%98%80")]
    [InlineData("/jobs?q=%ZZ&&==&%")]
    public async Task AnyAddress_IsAnsweredWithAPage(string address)
    {
        using var visitor = portal.Visitor();

        var answer = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task TheNode_IsReadyOnceItsIndexIsLoaded_AndThenSaysNothingOfLoading()
    {
        using var visitor = portal.Visitor();
        while ((await visitor.GetAsync("/health/ready")).StatusCode is not HttpStatusCode.OK)
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);

        var page = await visitor.GetStringAsync("/jobs");

        Assert.DoesNotContain("検索の準備をしています", page);
    }

    /// <summary>Before compression; most of it are the jobs' own words.</summary>
    [Fact]
    public async Task APageOfThirtyJobs_IsShorterThan30KB()
    {
        using var visitor = portal.Visitor();
        while ((await visitor.GetAsync("/health/ready")).StatusCode is not HttpStatusCode.OK)
            await Task.Yield();

        var page = await visitor.GetByteArrayAsync("/jobs");

        Assert.Equal(30, Encoding.UTF8.GetString(page).Split("<article>").Length - 1);
        Assert.InRange(page.Length, 1, 30 * 1024);
    }

    [Fact]
    public async Task AWordOf500Characters_FindsNothingPlainly()
    {
        using var visitor = portal.Visitor();

        var page = await visitor.GetStringAsync($"/jobs?q={Uri.EscapeDataString(new string('語', 500))}");

        Assert.Matches("role=\"status\"[^>]*><strong[^>]*>0</strong>件", page);
    }

    [Theory]
    [InlineData("/jobs/99999-99999999")]
    [InlineData("/jobs/abc")]
    [InlineData("/jobs/13010-123456789012")]
    public async Task AnUnknownNumber_Answers404(string address)
    {
        using var visitor = portal.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task AJobThatIsNotPublic_Answers404()
    {
        var number = await MakeAsync(Disclosure.NotPublic);
        using var visitor = await portal.SignedInAsync("seeker01");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/jobs/{number}")).StatusCode);
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task AnOfficeShownToSeekers_IsNamedOnceTheSeekerIsSignedIn()
    {
        var number = await MakeAsync(Disclosure.NameToSeekers);
        using var visitor = portal.Visitor();
        using var seeker = await portal.SignedInAsync("seeker01");

        Assert.DoesNotContain("秘密みほん工房", await visitor.GetStringAsync($"/jobs/{number}"));
        Assert.Contains("株式会社秘密みほん工房", await seeker.GetStringAsync($"/jobs/{number}"));
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AJobThatEnded_Answers410WithAPageThatLeadsOn()
    {
        var number = await MakeAsync(Disclosure.NameToAll, ended: true);
        using var visitor = portal.Visitor();

        var answer = await visitor.GetAsync($"/jobs/{number}");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("この求人は終了しました", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("", "賃金の種類,から（円）,未満（円）,求人数（件）,割合（％）")]
    [InlineData("en", "Kind of pay,From (¥),Under (¥),Jobs,Share (%)")]
    public async Task TheWagesOfASearch_ComeAsCsvInThePagesLanguage(string language, string header)
    {
        using var visitor = portal.Visitor();
        if (language.Length > 0)
            visitor.DefaultRequestHeaders.Add("Cookie", $"hw.lang={language}");

        var answer = await visitor.GetAsync("/jobs/wages.csv?type=regular");
        var file = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(("text/csv", "wages.csv"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file[..3]);
        Assert.Equal(header, Encoding.UTF8.GetString(file[3..]).Split("\r\n")[0]);
    }

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new();
        public void Dispose() => Host.Dispose();
    }

    private static int _serial = 99_000_000;

    private async Task<JobNumber> MakeAsync(Disclosure disclosure, bool ended = false)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var office = await db.Offices.OrderBy(o => o.Number).FirstAsync();
        var card = Given.Card("株式会社秘密みほん工房");
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var job = new JobOffer(JobNumber.Parse($"13010-{Interlocked.Increment(ref _serial)}"), office,
            card with { Header = card.Header with { Disclosure = disclosure, AcceptsSelfApplication = disclosure is Disclosure.NameToAll } }, new DateOnly(2026, 3, 1), null, now);
        job.Publish(now);
        if (ended)
            job.End(JobEndReason.Filled, now);
        db.Add(job);
        await db.SaveChangesAsync();
        return job.Number;
    }
}
