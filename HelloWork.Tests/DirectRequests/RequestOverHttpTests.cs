using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

/// <summary>Writing, confirming and sending as a browser without JavaScript does it.</summary>
public sealed partial class RequestOverHttpTests(RequestOverHttpTests.Portal fixture) : IClassFixture<RequestOverHttpTests.Portal>
{
    private const string Job = "13010-00000101";
    private readonly PortalHost _portal = fixture.Host;

    [Fact, Trait("Rule", "DR-01"), Trait("Rule", "DR-04"), Trait("Rule", "DR-05"), Trait("Rule", "DR-06")]
    public async Task Compose_Confirm_Send_AndPressingAgain_SendsOnce()
    {
        using var employer = await _portal.SignedInAsync("employer01");
        var path = await ComposerOfAsync();

        var composed = await ComposeAsync(employer, path, "ぜひ<b>ご検討</b>ください。");
        Assert.EndsWith($"{path}/confirm", Address(composed));
        var page = await employer.GetStringAsync($"{path}/confirm");
        Assert.Contains("送信すると、取り消しと変更はできません", page);
        Assert.Contains("ぜひ&lt;b&gt;ご検討&lt;/b&gt;ください。", page);
        Assert.Contains("3月29日（日）24時まで", page);

        var shown = Fingerprint(page);
        var sent = await PortalHost.PostFormAsync(employer, $"{path}/confirm", "send", ("Input.Shown", shown));
        Assert.Contains($"{path}/sent/", Address(sent));
        Assert.Contains("直接リクエストを送信しました", await employer.GetStringAsync(Address(sent)));

        var again = await PortalHost.PostFormAsync(employer, $"{path}/confirm", "send", ("Input.Shown", shown));
        Assert.Equal(Address(sent), Address(again));
        Assert.Contains("送信済みです", await employer.GetStringAsync($"{path}/confirm"));
        var number = NumberIn(path);
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        Assert.Equal(1, await db.DirectRequests.CountAsync(r => db.SeekerProfiles.Any(p => p.SeekerId == r.SeekerId && p.PublicNumber == number)));
    }

    [Fact, Trait("Rule", "DR-04")]
    public async Task Send_AfterAnotherWindowTypedOn_SendsNothingAndShowsWhatIsThereNow()
    {
        using var employer = await _portal.SignedInAsync("employer01");
        var path = await ComposerOfAsync();
        await ComposeAsync(employer, path, "はじめの文章");
        var shown = Fingerprint(await employer.GetStringAsync($"{path}/confirm"));

        await ComposeAsync(employer, path, "書き直した文章");
        var answer = await PortalHost.PostFormAsync(employer, $"{path}/confirm", "send", ("Input.Shown", shown));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("まだ送信していません", page);
        Assert.Contains("書き直した文章", page);
        var sent = await PortalHost.PostFormAsync(employer, $"{path}/confirm", "send", ("Input.Shown", Fingerprint(page)));
        Assert.Contains($"{path}/sent/", Address(sent));
    }

    [Fact]
    public async Task Compose_WithErrors_KeepsWhatWasTypedHereAndInTheDraft()
    {
        using var employer = await _portal.SignedInAsync("employer01");
        var path = await ComposerOfAsync();

        var answer = await PortalHost.PostFormAsync(employer, path, "compose", ("Input.Job", "13010-00000103"), ("Input.Message", "途中まで書いた文章"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("role=\"alert\"", page);
        Assert.Contains("途中まで書いた文章", page);
        Assert.Contains("オンライン自主応募を受け付けていない）。別の求人を選んでください", page);
        Assert.Contains("途中まで書いた文章", await employer.GetStringAsync(path));
        Assert.EndsWith(path, Address(await employer.GetAsync($"{path}/confirm")));
    }

    [Fact]
    public async Task Draft_SavesItself_OnlyWithItsTokenAndForAnEmployer()
    {
        using var employer = await _portal.SignedInAsync("employer01");
        var path = await ComposerOfAsync();
        var token = Token().Match(await employer.GetStringAsync(path)).Groups[1].Value;
        (string, string)[] typed = [("Input.Job", Job), ("Input.Message", "自動で残る文章"), ("Input.Agreed", "true")];

        var saved = await PostAsync(employer, $"{path}/draft", [.. typed, ("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("\"savedAt\":\"2026-03-22T05:05:00", await saved.Content.ReadAsStringAsync());
        Assert.Contains("自動で残る文章", await employer.GetStringAsync(path));

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(employer, $"{path}/draft", typed)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(employer, $"{path}/draft", ("Input.Message", new string('あ', 4_001)), ("__RequestVerificationToken", token))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(employer, "/employer/seekers/K-9999-9999/request/draft", [.. typed, ("__RequestVerificationToken", token)])).StatusCode);
        using var seeker = await _portal.SignedInAsync("seeker02");
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(seeker, $"{path}/draft", typed)).StatusCode);
        using var visitor = _portal.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(visitor, $"{path}/draft", typed)).StatusCode);
    }

    [Theory]
    [InlineData("/employer")]
    [InlineData("/employer/jobs?state=active")]
    [InlineData("/employer/requests?state=unread&job=x&page=-1")]
    [InlineData("/employer/seekers?q=%ED%A0%80%00&pref=99&city=x&occ=%FF&style=z&licence=1&wageMax=-1&sort=q&size=7&page=99999999999")]
    public async Task Pages_AreTheEmployersOnly(string address)
    {
        using var employer = await _portal.SignedInAsync("employer01");
        using var seeker = await _portal.SignedInAsync("seeker02");
        using var visitor = _portal.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await employer.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await seeker.GetAsync(address)).StatusCode);
        Assert.Contains("/account/login", Address(await visitor.GetAsync(address)));
    }

    [Fact, Trait("Rule", "SS-02")]
    public async Task AProfileThatVanished_AnswersNotFoundAtEveryStep()
    {
        using var employer = await _portal.SignedInAsync("employer01");
        var path = await ComposerOfAsync();
        await ComposeAsync(employer, path, "文章");
        var shown = Fingerprint(await employer.GetStringAsync($"{path}/confirm"));
        var number = NumberIn(path);
        await using (var db = await _portal.Contexts.CreateDbContextAsync())
        {
            var registration = await db.SeekerRegistrations.SingleAsync(r => db.SeekerProfiles.Any(p => p.SeekerId == r.SeekerId && p.PublicNumber == number));
            registration.RecordConsents(shownToEmployers: false, ProvisionChoice.Neither);
            await db.SaveChangesAsync();
        }

        foreach (var step in new[] { path[..^"/request".Length], path, $"{path}/confirm" })
            Assert.Equal(HttpStatusCode.NotFound, (await employer.GetAsync(step)).StatusCode);
        var token = Token().Match(await employer.GetStringAsync("/employer")).Groups[1].Value;
        var sent = await PostAsync(employer, $"{path}/confirm", ("_handler", "send"), ("Input.Shown", shown), ("__RequestVerificationToken", token));
        Assert.EndsWith($"{path}/confirm", Address(sent));
    }

    [Fact, Trait("Rule", "SS-01")]
    public async Task Compose_AfterTheLastJobEnded_KeepsTheTextAndSaysWhatToDo()
    {
        using var employer = await _portal.SignedInAsync("employer02");
        var path = await ComposerOfAsync();
        var token = Token().Match(await employer.GetStringAsync(path)).Groups[1].Value;
        await using (var db = await _portal.Contexts.CreateDbContextAsync())
        {
            var job = await db.JobOffers.SingleAsync(j => j.Number == JobNumber.Parse("13010-00000201"));
            job.End(JobEndReason.Withdrawn, _portal.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        }

        var answer = await PostAsync(employer, path, ("_handler", "compose"), ("Input.Message", "書きかけの文章"), ("__RequestVerificationToken", token));

        Assert.EndsWith(path, Address(answer));
        Assert.Contains("有効中の求人がないため", await employer.GetStringAsync(path));
        await using var read = await _portal.Contexts.CreateDbContextAsync();
        Assert.True(await read.DirectRequestDrafts.AnyAsync(d => d.Message == "書きかけの文章"));
    }

    [Fact, Trait("Rule", "SS-03")]
    public async Task NothingOfThePerson_IsInAnyPageBeforeAnApplication()
    {
        using var employer = await _portal.SignedInAsync("employer01");
        var path = await ComposerOfAsync();
        string registration;
        var number = NumberIn(path);
        await using (var db = await _portal.Contexts.CreateDbContextAsync())
        {
            var person = await db.Seekers.SingleAsync(s => db.SeekerProfiles.Any(p => p.SeekerId == s.Id && p.PublicNumber == number));
            person.Correct(Canary.Details("漏洩 見張"));
            registration = (await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == person.Id)).Number.Value;
            await db.SaveChangesAsync();
        }

        var profile = path[..^"/request".Length];
        var pages = new Dictionary<string, string>
        {
            ["search"] = await employer.GetStringAsync($"/employer/seekers?q={number}"),
            ["profile"] = await employer.GetStringAsync(profile),
            ["composer"] = await employer.GetStringAsync(path),
        };
        await ComposeAsync(employer, path, "文章");
        pages["confirm"] = await employer.GetStringAsync($"{path}/confirm");
        var sent = await PortalHost.PostFormAsync(employer, $"{path}/confirm", "send", ("Input.Shown", Fingerprint(pages["confirm"])));
        pages["sent"] = await employer.GetStringAsync(Address(sent));
        pages["list"] = await employer.GetStringAsync("/employer/requests");

        Assert.All(pages, page => Assert.Contains(number.Value, page.Value));
        Assert.All(pages, page => Assert.All(Canary.Words.Append(registration), word => Assert.False(page.Value.Contains(word), $"{page.Key} shows {word}")));
    }

    /// <summary>A seeker nobody else of these tests writes to.</summary>
    private async Task<string> ComposerOfAsync()
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var numbers = await db.ReachableByEmployers(Jst.DayOf(_portal.Clock.GetUtcNow().UtcDateTime)).OrderBy(p => p.PublicNumber).Select(p => p.PublicNumber).ToListAsync();
        return $"/employer/seekers/{numbers[fixture.Next()]}/request";
    }

    private static Task<HttpResponseMessage> ComposeAsync(HttpClient employer, string path, string message) =>
        PortalHost.PostFormAsync(employer, path, "compose", ("Input.Job", Job), ("Input.Message", message), ("Input.Agreed", "true"));

    private static Task<HttpResponseMessage> PostAsync(HttpClient visitor, string path, params (string Name, string Value)[] fields) =>
        visitor.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static string Address(HttpResponseMessage answer) => answer.Headers.Location?.ToString() ?? $"(no redirect: {answer.StatusCode})";

    private static PublicNumber NumberIn(string path) => PublicNumber.Parse(path.Split('/')[3]);

    private static string Fingerprint(string page) => Shown().Match(page).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
    [GeneratedRegex("""name="Input.Shown" value="([0-9A-F]+)""")] private static partial Regex Shown();

    public sealed class Portal : IDisposable
    {
        private int _next = -1;

        public PortalHost Host { get; } = new();

        public int Next() => Interlocked.Increment(ref _next);

        public void Dispose() => Host.Dispose();
    }
}
