using System.Net;
using System.Text;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Jobs.Paper;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelloWork.Tests.Jobs.Paper;

/// <summary>The job card on paper: as a PDF from the portal's own Chromium, and as a page that a visitor prints.</summary>
[Trait("Category", "Browser")]
public sealed class JobCardTests(JobCardTests.Portal fixture) : IClassFixture<JobCardTests.Portal>
{
    private readonly PortalHost _portal = fixture.Host;

    [Fact]
    public Task ThePdfOfTheLongestCard_HasTwoPagesAtMost_WithItsFontsInIt() => PrintLongestAsync("ja");

    [EveryLookFact]
    public Task ThePdfOfTheLongestCardWithReadings_HasTwoPagesAtMost_WithItsFontsInIt() => PrintLongestAsync("ja-easy");

    private async Task PrintLongestAsync(string language)
    {
        var number = await MakeAsync(Longest);
        using var visitor = _portal.Visitor();
        await visitor.GetAsync($"/guide?lang={language}");

        var answer = await visitor.GetAsync($"/jobs/{number}/card.pdf");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var pdf = await answer.Content.ReadAsByteArrayAsync();
        Keep($"card-{language}.pdf", pdf);
        var written = Encoding.Latin1.GetString(pdf);
        Assert.InRange(JobCardPdfs.PagesOf(pdf), 1, 2);
        // Chromium draws some fonts into the file letter by letter (Type 3), and takes others in as files.
        Assert.Matches("/FontFile|/Type3", written);
        // A4 in points.
        Assert.Matches(@"/MediaBox \[0 0 59[45][.0-9]* 84[12][.0-9]*\]", written);
    }

    [EveryLookFact]
    public async Task TheLongestCard_PrintedFromItsPage_HasTwoPagesAtMost()
    {
        var number = await MakeAsync(Longest);
        var page = await Browser.OpenAsync(_portal.Address);

        await page.GotoAsync($"/jobs/{number}/card");
        await page.AssertInOrderAsync("card");
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });

        Keep("card-printed.pdf", pdf);
        Assert.InRange(JobCardPdfs.PagesOf(pdf), 1, 2);
        await page.SetViewportSizeAsync(360, 800);
        await page.AssertInOrderAsync("card at 360");
    }

    [Fact]
    public async Task AVersionOfAJob_IsMadeOnce_AndAnewWhenItChanges()
    {
        var number = await MakeAsync(_ => { });
        using var visitor = _portal.Visitor();

        var first = await visitor.GetAsync($"/jobs/{number}/card.pdf");
        var again = await visitor.GetAsync($"/jobs/{number}/card.pdf");
        var unchanged = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/jobs/{number}/card.pdf") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } });
        // Each PDF carries the second it was made in.
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        await ChangeAsync(number, job => job.Revise(job.Card with { Work = job.Card.Work with { Title = "経理の主任" } }, _portal.Clock.GetUtcNow().UtcDateTime));
        // No room left: the cards go, and nothing that somebody else laid there.
        var settings = _portal.Services.GetRequiredService<PdfSettings>();
        var elses = Path.Combine(settings.CacheFolder, "letter.txt");
        await File.WriteAllTextAsync(elses, "見本");
        settings.CacheMegabytes = 0;

        var changed = await visitor.GetAsync($"/jobs/{number}/card.pdf");

        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
        Assert.NotEqual(await first.Content.ReadAsByteArrayAsync(), await changed.Content.ReadAsByteArrayAsync());
        settings.CacheMegabytes = new PdfSettings().CacheMegabytes;
        Assert.True(File.Exists(elses));
        Assert.Single(Directory.GetFiles(settings.CacheFolder, "*.pdf*"));
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task TheNameThatOnlySeekersAreShown_IsOnTheirCardAlone()
    {
        var number = await MakeAsync(_ => { }, Disclosure.NameToSeekers);
        using var visitor = _portal.Visitor();
        using var seeker = await _portal.SignedInAsync("seeker01");

        Assert.DoesNotContain("秘密みほん", await visitor.GetStringAsync($"/jobs/{number}/card"));
        Assert.Contains("秘密みほん", await seeker.GetStringAsync($"/jobs/{number}/card"));
        var (ofAll, ofSeekers) = (await visitor.GetAsync($"/jobs/{number}/card.pdf"), await seeker.GetAsync($"/jobs/{number}/card.pdf"));
        Assert.NotEqual(ofAll.Headers.ETag, ofSeekers.Headers.ETag);
        Assert.True(ofSeekers.Headers.CacheControl!.Private);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AJobThatEnded_HasNoCardAnyMore()
    {
        var number = await MakeAsync(job => job.End(JobEndReason.Filled, _portal.Clock.GetUtcNow().UtcDateTime));
        using var visitor = _portal.Visitor();

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync($"/jobs/{number}/card")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync($"/jobs/{number}/card.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/jobs/13010-99999999/card.pdf")).StatusCode);
    }

    private static void Longest(JobOffer job)
    {
        var letters = new Queue<char>(string.Concat(Enumerable.Repeat("月次決算と請求書の処理を中心に、売掛金の管理や社会保険の手続きまで幅広くお願いします。", 40)));
        var values = JobFields.All.Where(f => f.Kind is not JobFieldKind.Kept).SelectMany(f => f.IsOfList ? Enumerable.Range(0, f.Path.StartsWith("Work.Workplaces", StringComparison.Ordinal) ? 2 : 3).Select(f.At) : [f]).ToDictionary(f => f.Path, f => f.Kind switch
        {
            JobFieldKind.Line or JobFieldKind.Text => string.Concat(letters.Take(f.Most)),
            JobFieldKind.Number or JobFieldKind.Decimal => $"{Math.Min(f.Most, 99)}",
            JobFieldKind.Time => "09:00",
            JobFieldKind.Choice => f.Options!.MaxBy(o => o.Length)!,
            JobFieldKind.Choices => string.Join('\n', f.Options!),
            JobFieldKind.Flag => "1",
            JobFieldKind.Disclosure => nameof(Disclosure.NameToAll),
            JobFieldKind.EmploymentType => nameof(EmploymentType.PartPermanentDispatch),
            JobFieldKind.Staffing => nameof(StaffingKind.Dispatch),
            JobFieldKind.Occupation => "038-01",
            _ => "09",
        });
        job.Revise(new JobDraftValues(values).ToCard(job.Card.Office), job.ChangedAt);
    }

    private static int _serial = 96_000_000;

    private async Task<JobNumber> MakeAsync(Action<JobOffer> change, Disclosure disclosure = Disclosure.NameToAll)
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var office = await db.Offices.OrderBy(o => o.Number).FirstAsync();
        var card = Given.Card("株式会社秘密みほん工房");
        var now = _portal.Clock.GetUtcNow().UtcDateTime;
        var job = new JobOffer(JobNumber.Parse($"13010-{Interlocked.Increment(ref _serial)}"), office,
            card with { Header = card.Header with { Disclosure = disclosure, AcceptsSelfApplication = false } }, new DateOnly(2026, 3, 1), null, now);
        job.Publish(now);
        change(job);
        db.Add(job);
        await db.SaveChangesAsync();
        return job.Number;
    }

    private async Task ChangeAsync(JobNumber number, Action<JobOffer> change)
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        change(await db.JobOffers.Include(j => j.Places).SingleAsync(j => j.Number == number));
        await db.SaveChangesAsync();
    }

    private static void Keep(string name, byte[] content)
    {
        if (Environment.GetEnvironmentVariable("HELLOWORK_SHOTS") is { Length: > 0 } shots)
            File.WriteAllBytes(Path.Combine(shots, name), content);
    }

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new(new Dictionary<string, string> { ["Pdf:Chromium"] = Browser.ExecutablePath, ["Pdf:Arguments"] = "--no-sandbox" });
        public void Dispose() => Host.Dispose();
    }
}
