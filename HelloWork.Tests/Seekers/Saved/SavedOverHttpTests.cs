using System.Net;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Seekers.Saved;

public sealed class SavedOverHttpTests(SavedOverHttpTests.Portal fixture) : IClassFixture<SavedOverHttpTests.Portal>
{
    private readonly PortalHost portal = fixture.Host;

    [Fact]
    public async Task AVisitorWhoPressesSave_SignsInAndComesBackToIt()
    {
        var job = await SomeJobAsync(0);
        using var visitor = portal.Visitor();
        Assert.Contains($"href=\"/seeker/saved/jobs/{job}\"", await visitor.GetStringAsync($"/jobs/{job}"));

        var led = await visitor.GetAsync($"/seeker/saved/jobs/{job}");
        var signedIn = await PortalHost.PostFormAsync(visitor, led.Headers.Location!.PathAndQuery, "login", ("Input.UserId", "seeker02"), ("Input.Password", "Demo-Pass-2026!"));
        Assert.Equal($"/seeker/saved/jobs/{job}", signedIn.Headers.Location!.OriginalString.Replace(portal.Address, "", StringComparison.Ordinal));
        var saved = await PostAsync(visitor, $"/seeker/saved/jobs/{job}", ("keep", job.Value), ("back", $"/jobs/{job}"));

        Assert.Equal($"/jobs/{job}?saved=kept&about={job}#saved", saved.Headers.Location!.OriginalString);
        Assert.Contains("求人を保存しました", await visitor.GetStringAsync($"/jobs/{job}?saved=kept&about={job}"));
        Assert.Contains(job.Value, await visitor.GetStringAsync("/seeker/saved"));
        // Asked again, its own page says what there is to say.
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"/seeker/saved/jobs/{job}")).StatusCode);
    }

    [Fact]
    public async Task FromThePageOfResults_OneSavesAndComesBackToTheCard()
    {
        using var seeker = await portal.SignedInAsync("seeker03");
        var page = await seeker.GetStringAsync("/jobs?sort=wage&more=occ");
        Assert.Contains("name=\"back\" value=\"/jobs?sort=wage&amp;more=occ\"", page);
        var job = System.Text.RegularExpressions.Regex.Match(page, "name=\"keep\" value=\"([0-9-]+)\"").Groups[1].Value;

        var saved = await PostAsync(seeker, "/jobs?sort=wage", ("keep", job), ("back", "/jobs?sort=wage&more=occ"));

        Assert.Equal($"/jobs?sort=wage&more=occ&saved=kept&about={job}#j-{job}", saved.Headers.Location!.OriginalString);
        page = await seeker.GetStringAsync($"/jobs?sort=wage&saved=kept&about={job}");
        Assert.Contains("求人を保存しました", page);
        Assert.Contains($"formaction=\"/seeker/saved/jobs/{job}\"", page);
        Assert.Contains($"name=\"drop\" value=\"{job}\"", page);
        Assert.Contains($"id=\"j-{job}\"", page);
        using var visitor = portal.Visitor();
        Assert.DoesNotContain("name=\"keep\"", await visitor.GetStringAsync("/jobs?sort=wage"));
    }

    [Theory]
    [InlineData("//evil.example/jobs"), InlineData("https://evil.example/"), InlineData("/jobs\\evil"), InlineData("/account/logout"), InlineData("")]
    public async Task WhereItLeadsBack_IsAPageOfOurs(string back)
    {
        using var seeker = await portal.SignedInAsync("seeker04");
        var job = await SomeJobAsync(1);

        var saved = await PostAsync(seeker, $"/jobs/{job}", ("keep", job.Value), ("back", back));

        Assert.StartsWith("/seeker/saved?", saved.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheToken_NothingIsSaved()
    {
        using var seeker = await portal.SignedInAsync("seeker04");

        var job = await SomeJobAsync(2);
        var answer = await seeker.PostAsync($"/seeker/saved/jobs/{job}", new FormUrlEncodedContent([new("keep", job.Value)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task WhoseSignInHasEnded_SignsInAndIsAskedAboutTheSameJob()
    {
        var job = await SomeJobAsync(3);
        using var visitor = portal.Visitor();

        var led = await visitor.PostAsync($"/seeker/saved/jobs/{job}", new FormUrlEncodedContent([new("keep", job.Value)]));
        var signedIn = await PortalHost.PostFormAsync(visitor, led.Headers.Location!.PathAndQuery, "login", ("Input.UserId", "seeker05"), ("Input.Password", "Demo-Pass-2026!"));

        Assert.Contains("保存する", await visitor.GetStringAsync(signedIn.Headers.Location!));
        Assert.Equal($"/seeker/saved/jobs/{job}", signedIn.Headers.Location!.OriginalString.Replace(portal.Address, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task InEasyJapanese_TheNameOfferedForASearch_IsCutBetweenLetters_NotInsideAReading()
    {
        using var seeker = await portal.SignedInAsync("seeker04");
        var page = WebUtility.HtmlDecode(await EasyAsync($"/seeker/saved/searches/new?{string.Join('&', Enumerable.Range(1, 20).Select(p => $"pref={p:00}"))}"));

        var name = System.Text.RegularExpressions.Regex.Match(page, "name=\"Input.Name\" value=\"([^\"]*)\"|value=\"([^\"]*)\"[^>]*name=\"Input.Name\"").Groups.Values.Skip(1).Single(g => g.Success).Value;
        Assert.Equal(SavedSearch.LongestName, name.Length);
        Assert.DoesNotMatch("[\uFFF9-\uFFFB]", name);

        async Task<string> EasyAsync(string address)
        {
            var answer = await seeker.GetAsync($"{address}&lang=ja-easy");
            return answer.StatusCode is HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : await seeker.GetStringAsync(address);
        }
    }

    [Fact]
    public async Task ASearch_IsSavedFromItsResults_AndItsMailStopsItByOnePress_OrByTheMailProgramItself()
    {
        // The demo's jobs were published in the first minute.
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        using var seeker = await portal.SignedInAsync("seeker01");
        var page = WebUtility.HtmlDecode(await seeker.GetStringAsync("/jobs?pref=13&type=regular&page=2"));
        Assert.Contains("href=\"/seeker/saved/searches/new?pref=13&type=regular\"", page);
        var refused = await PostSearchAsync(seeker, "", "Daily");
        Assert.Contains("名前を入力してください。", await refused.Content.ReadAsStringAsync());
        var done = await PostSearchAsync(seeker, "東京の正社員", "Daily");
        Assert.EndsWith("/seeker/saved/searches?done=saved", done.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("東京の正社員", await seeker.GetStringAsync("/seeker/saved/searches"));

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await PublishAsync();
        portal.Clock.SetJapan(2026, 3, 23, 8);
        Assert.Equal(1, await portal.Services.GetRequiredService<SendSearchAlerts>().RunAsync(default));
        await portal.Services.GetRequiredService<SendOutbox>().RunAsync(default);
        var mail = Assert.Single(Directory.GetFiles(fixture.Mails, "*.eml").Select(File.ReadAllText), text => text.Contains("東京の正社員", StringComparison.Ordinal));
        var stop = System.Text.RegularExpressions.Regex.Match(mail, "List-Unsubscribe: <[^/]+//[^/]+(/alerts/stop/[^>]+)>").Groups[1].Value;
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail);
        Assert.Contains("新しい求人が1件あります。", mail);
        Assert.Contains("/jobs?pref=13&type=regular", mail);

        using var mailProgram = portal.Visitor();
        Assert.Contains("お知らせを止める", await mailProgram.GetStringAsync(stop));
        Assert.Equal(AlertFrequency.Daily, await AlertAsync());
        var answer = await mailProgram.PostAsync(stop, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(AlertFrequency.Off, await AlertAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await mailProgram.PostAsync(stop, new FormUrlEncodedContent([]))).StatusCode);
        page = await mailProgram.GetStringAsync(stop);
        Assert.Contains("お知らせを止めました", page);
        // By the same key, without a sign-in.
        Assert.Contains($"action=\"{stop}/undo\"", page);
        var back = await mailProgram.PostAsync($"{stop}/undo", new FormUrlEncodedContent([]));
        Assert.Equal($"{stop}?done=again", back.Headers.Location!.OriginalString);
        Assert.Equal(AlertFrequency.Daily, await AlertAsync());
        page = await mailProgram.GetStringAsync($"{stop}?done=again");
        Assert.Contains("「東京の正社員」のお知らせを、もう一度受け取ります", page);
        Assert.Contains("お知らせを止める", page);
        Assert.Equal(HttpStatusCode.NotFound, (await mailProgram.PostAsync("/alerts/stop/AAAAAAAAAAAAAAAAAAAAAA/undo", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mailProgram.PostAsync("/alerts/stop/AAAAAAAAAAAAAAAAAAAAAA", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Contains("もう届きません", await mailProgram.GetStringAsync("/alerts/stop/AAAAAAAAAAAAAAAAAAAAAA"));

        static Task<HttpResponseMessage> PostSearchAsync(HttpClient seeker, string name, string alert) =>
            PortalHost.PostFormAsync(seeker, "/seeker/saved/searches/new?pref=13&type=regular", "search", ("Input.Name", name), ("Input.Alert", alert));
    }

    private async Task<AlertFrequency> AlertAsync()
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        return await db.SavedSearches.Where(s => s.Name == "東京の正社員").Select(s => s.Alert).SingleAsync();
    }

    private async Task PublishAsync()
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var now = portal.Clock.UtcNow();
        var job = new JobOffer(JobNumber.Parse("13010-98000001"), await db.Offices.OrderBy(o => o.Number).FirstAsync(), Given.Card(), new DateOnly(2026, 3, 20), null, now);
        job.Publish(now);
        db.Add(job);
        await db.SaveChangesAsync();
    }

    private async Task<JobNumber> SomeJobAsync(int at)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        return await db.JobOffers.Where(j => j.Status == JobOfferStatus.Active && j.Disclosure == Disclosure.NameToAll).OrderBy(j => j.Number).Skip(at).Select(j => j.Number).FirstAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient visitor, string page, params (string Name, string Value)[] fields)
    {
        var token = System.Text.RegularExpressions.Regex.Match(await visitor.GetStringAsync(page), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var job = fields.Single(f => f.Name is "keep" or "drop").Value;
        return await visitor.PostAsync($"/seeker/saved/jobs/{job}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    public sealed class Portal : IDisposable
    {
        private readonly DirectoryInfo _mails = Directory.CreateTempSubdirectory("hellowork-alerts");

        public Portal() => Host = new(new Dictionary<string, string> { ["Mail:Folder"] = _mails.FullName });

        public PortalHost Host { get; }
        public string Mails => _mails.FullName;

        public void Dispose()
        {
            Host.Dispose();
            _mails.Delete(recursive: true);
        }
    }
}
