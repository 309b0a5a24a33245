using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Accounts;

/// <summary>The pages of opening an account, asked by HTTP as a browser without scripts would.</summary>
public sealed partial class AccountPagesTests : IDisposable
{
    private const string Password = "朝は五時に起きて川まで歩く習慣です";
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "AC-01")]
    public async Task Register_ThenSignInAndKey_LeadsToMyPage()
    {
        var visitor = _portal.Visitor();
        var sent = await RegisterAsync(visitor);
        Assert.EndsWith("/account/register/sent", sent.Headers.Location!.ToString());
        var userId = await UserIdAsync();

        var asked = await PostAsync(visitor, "/account/login", "login", ("Input.UserId", userId), ("Input.Password", Password));
        Assert.EndsWith("/account/key", asked.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).StatusCode);
        Assert.Contains("認証キーをメールでお送りしています", await visitor.GetStringAsync("/account/key"));
        var key = await KeyAsync();
        Assert.Contains("あと30分0秒", await visitor.GetStringAsync("/account/key"));
        var wrong = await PostAsync(visitor, "/account/key", "key", ("Input.Key", "2222-2222-2222"));
        Assert.Contains("あと4回まちがえると", await wrong.Content.ReadAsStringAsync());

        var opened = await PostAsync(visitor, "/account/key", "key", ("Input.Key", key));

        Assert.EndsWith("/seeker", opened.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/seeker")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account/key")).StatusCode);
    }

    [Fact, Trait("Rule", "AC-02")]
    public async Task KeyPage_AfterThirtyMinutes_SaysSoAndReissues()
    {
        var visitor = _portal.Visitor();
        await RegisterAsync(visitor);
        await PostAsync(visitor, "/account/login", "login", ("Input.UserId", await UserIdAsync()), ("Input.Password", Password));
        var dead = await KeyAsync();
        _portal.Clock.Advance(AuthenticationKey.Lifetime);

        var answer = await PostAsync(visitor, "/account/key", "key", ("Input.Key", dead));
        Assert.Contains("発行から30分が過ぎたため使えません", await answer.Content.ReadAsStringAsync());
        Assert.Contains("認証キーを再発行する", await visitor.GetStringAsync("/account/key"));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(visitor, "/account/key/reissue", "reissue")).StatusCode);

        Assert.EndsWith("/seeker", (await PostAsync(visitor, "/account/key", "key", ("Input.Key", await KeyAsync()))).Headers.Location!.ToString());
    }

    [Fact, Trait("Rule", "AC-05")]
    public async Task Register_AnswersTheSameForAPersonWithAnAccount_AndOneAnswerForWhateverDoesNotFit()
    {
        var known = await RegisterAsync(_portal.Visitor(), number: "13010-00000001", birth: (1988, 6, 14));
        var fresh = await RegisterAsync(_portal.Visitor());
        var unknown = await RegisterAsync(_portal.Visitor(), number: "13010-77777777");
        var wrongBirth = await RegisterAsync(_portal.Visitor(), birth: (1990, 4, 2));

        Assert.Equal((fresh.StatusCode, fresh.Headers.Location), (known.StatusCode, known.Headers.Location));
        Assert.Equal(HttpStatusCode.OK, unknown.StatusCode);
        Assert.Equal(await PlainAsync(unknown, "13010-77777777"), await PlainAsync(wrongBirth, "13010-00000006"));
    }

    [Fact, Trait("Rule", "AC-03")]
    public async Task Reset_AnswersTheSameWhetherOrNotUserIdAndAddressFit()
    {
        var fits = await PostAsync(_portal.Visitor(), "/account/reset", "reset", ("Input.UserId", "seeker01"), ("Input.Email", "seeker01@example.jp"));
        var differs = await PostAsync(_portal.Visitor(), "/account/reset", "reset", ("Input.UserId", "seeker01"), ("Input.Email", "other@example.jp"));
        var unknown = await PostAsync(_portal.Visitor(), "/account/reset", "reset", ("Input.UserId", "nobody99"), ("Input.Email", "nobody99@example.jp"));

        Assert.All([differs, unknown], answer => Assert.Equal((fits.StatusCode, fits.Headers.Location!.PathAndQuery), (answer.StatusCode, answer.Headers.Location!.PathAndQuery)));
        Assert.Equal(await PlainAsync(fits, "seeker01"), await PlainAsync(unknown, "nobody99"));

        var wrongKey = await ResetWithAsync("seeker01", "2222-2222-2222");
        var nobody = await ResetWithAsync("nobody99", "2222-2222-2222");
        Assert.Equal(wrongKey.StatusCode, nobody.StatusCode);
        Assert.Equal(await PlainAsync(wrongKey, "seeker01"), await PlainAsync(nobody, "nobody99"));
    }

    [Fact, Trait("Rule", "AC-03")]
    public async Task Reset_WithTheMailedKey_OpensWithTheNewPasswordAndEndsTheOldSession()
    {
        var before = await _portal.SignedInAsync("seeker02");
        await PostAsync(_portal.Visitor(), "/account/reset", "reset", ("Input.UserId", "seeker02"), ("Input.Email", "seeker02@example.jp"));

        var done = await ResetWithAsync("seeker02", await KeyAsync());

        Assert.EndsWith("/account/login?reset=1", done.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/account")).StatusCode);
        await _portal.SignedInAsync("seeker02", Password);
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task SignIn_WithASecondFactor_AsksForItBeforeAnyPageOpens()
    {
        var owner = await _portal.SignedInAsync("seeker03");
        var secret = Secret().Match(await owner.GetStringAsync("/account/second/setup")).Groups[1].Value.Replace(" ", "");
        var on = await PostAsync(owner, "/account/second/setup", "setup", ("Input.Password", "Demo-Pass-2026!"), ("Input.Code", Code(secret)));
        var codes = Recovery().Matches(await on.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);

        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var visitor = _portal.Visitor();
        var asked = await PostAsync(visitor, "/account/login", "login", ("Input.UserId", "seeker03"), ("Input.Password", "Demo-Pass-2026!"));
        Assert.EndsWith("/account/second", asked.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/seeker")).StatusCode);
        Assert.Contains("確認コードがちがいます", await (await PostAsync(visitor, "/account/second", "second", ("Input.Code", "000000"))).Content.ReadAsStringAsync());
        Assert.EndsWith("/seeker", (await PostAsync(visitor, "/account/second", "second", ("Input.Code", Code(secret)))).Headers.Location!.ToString());

        var other = _portal.Visitor();
        await PostAsync(other, "/account/login", "login", ("Input.UserId", "seeker03"), ("Input.Password", "Demo-Pass-2026!"));
        Assert.EndsWith("/seeker", (await PostAsync(other, "/account/second", "second", ("Input.Code", codes[0]))).Headers.Location!.ToString());
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task AccountPage_ListsSessionsInWordsAndEndsTheOthers()
    {
        var here = await _portal.SignedInAsync("seeker04");
        var elsewhere = await _portal.SignedInAsync("seeker04");

        var page = await here.GetStringAsync("/account");
        Assert.Contains("この端末", page);
        Assert.Equal(2, Regex.Count(page, "3月22日（日）14時05分") / 2);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(here, "/account", "sessions-others")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionItself_NotTheCookieAlone()
    {
        var visitor = await _portal.SignedInAsync("seeker05");
        var before = await OpenSessionsAsync();

        var page = await visitor.GetStringAsync("/account");
        await visitor.PostAsync("/account/logout", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]));

        Assert.Equal(before - 1, await OpenSessionsAsync());
    }

    [Theory, Trait("Rule", "PV-01")]
    [InlineData("/account/terms", "ハローワーク ポータル利用規約")]
    [InlineData("/provision/terms", "求職情報提供サイト利用規約（求職者用）")]
    public async Task Terms_StandWithTheirVersion(string path, string title)
    {
        var page = await _portal.Visitor().GetStringAsync(path);

        Assert.Contains(title, WebUtility.HtmlDecode(page));
        Assert.Contains("第1版（2026年11月1日から適用）", WebUtility.HtmlDecode(page));
    }

    [Fact, Trait("Rule", "PV-01")]
    public async Task ProvisionRegister_OfASeekerWhoDidNotTellTheWish_SaysToAskTheOffice()
    {
        var answer = await RegisterAsync(_portal.Visitor(), path: "/provision/register", number: "13010-00000007", birth: (1961, 12, 5));

        Assert.Contains("利用希望が、ハローワークに登録されていません", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact, Trait("Rule", "AC-05")]
    public async Task SeekerOfTheProvisionSiteAlone_IsLedFromMyPageToTheButtonThatOpensIt_AndStaysSignedIn()
    {
        var visitor = _portal.Visitor();
        await RegisterAsync(visitor, path: "/provision/register");
        await PostAsync(visitor, "/account/login", "login", ("Input.UserId", await UserIdAsync()), ("Input.Password", Password));
        Assert.EndsWith("/provision", (await PostAsync(visitor, "/account/key", "key", ("Input.Key", await KeyAsync()))).Headers.Location!.ToString());

        Assert.EndsWith("/account/register", (await visitor.GetAsync("/seeker")).Headers.Location!.ToString());
        Assert.EndsWith("/seeker", (await PostAsync(visitor, "/account/register", "service")).Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/seeker")).StatusCode);
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task Staff_OutsideTheConfiguredNetworks_CantSignIn_AndWithASecondFactorDemandedSetOneUpFirst()
    {
        using var far = new PortalHost(new Dictionary<string, string> { ["Accounts:StaffNetworks:0"] = "10.1.0.0/16" });
        var refused = await PostAsync(far.Visitor(), "/account/login", "login", ("Input.UserId", "counselor01"), ("Input.Password", "Demo-Pass-2026!"));
        Assert.Contains("この場所からはログインできません", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        await far.SignedInAsync("seeker01");

        using var strict = new PortalHost(new Dictionary<string, string> { ["Accounts:StaffNetworks:0"] = "127.0.0.0/8", ["Accounts:StaffNetworks:1"] = "::1/128", ["Accounts:StaffSecondFactor"] = "true" });
        var visitor = strict.Visitor();
        var led = await PostAsync(visitor, "/account/login", "login", ("Input.UserId", "bureau01"), ("Input.Password", "Demo-Pass-2026!"));
        Assert.EndsWith("/account/second/setup", led.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).StatusCode);
        var secret = Secret().Match(await visitor.GetStringAsync("/account/second/setup")).Groups[1].Value.Replace(" ", "");
        await PostAsync(visitor, "/account/second/setup", "setup", ("Input.Code", Totp.CodeAt(secret, Totp.StepOf(strict.Clock.GetUtcNow().UtcDateTime))));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).StatusCode);
    }

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient visitor, string path = "/account/register", string number = "13010-00000006", (int Year, int Month, int Day)? birth = null)
    {
        var (year, month, day) = birth ?? (1990, 4, 1);
        return PostAsync(visitor, path, "register", ("Input.Number", number), ("Input.Birth.Year", $"{year}"), ("Input.Birth.Month", $"{month}"), ("Input.Birth.Day", $"{day}"),
            ("Input.Email", "sora@example.jp"), ("Input.Password", Password), ("Input.Again", Password), ("Input.Agreed", "true"));
    }

    private Task<HttpResponseMessage> ResetWithAsync(string userId, string key) =>
        PostAsync(_portal.Visitor(), "/account/reset/key", "reset-key", ("Input.UserId", userId), ("Input.Key", key), ("Input.New", Password), ("Input.Again", Password));

    private static Task<HttpResponseMessage> PostAsync(HttpClient visitor, string path, string form, params (string Name, string Value)[] fields) =>
        PortalHost.PostFormAsync(visitor, path, form, fields);

    private string Code(string secret) => Totp.CodeAt(secret, Totp.StepOf(_portal.Clock.GetUtcNow().UtcDateTime));

    private async Task<string> UserIdAsync()
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        return await db.Users.Where(a => a.ActivatedAt == null).Select(a => a.UserName!).SingleAsync();
    }

    private async Task<int> OpenSessionsAsync()
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        return await db.AccountSessions.CountAsync(s => s.EndedAt == null);
    }

    /// <summary>Sends the waiting mails and reads the key from the last one.</summary>
    private async Task<string> KeyAsync()
    {
        await _portal.Services.GetRequiredService<SendOutbox>().RunAsync(CancellationToken.None);
        var folder = _portal.Services.GetRequiredService<HelloWork.Blazor.Notifications.MailFolder>();
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var sent = await db.OutboxMails.Where(m => m.SentAt != null).Select(m => m.Id).ToListAsync();
        return folder.Newest(int.MaxValue).Where(mail => sent.Exists(id => mail.Name.EndsWith($"{id:N}", StringComparison.Ordinal)))
            .Select(mail => Key().Match(mail.Body).Groups[1].Value).First(key => key.Length > 0);
    }

    /// <summary>The page without what is drawn anew each time.</summary>
    private static async Task<string> PlainAsync(HttpResponseMessage answer, string typed = "") =>
        Drawn().Replace(await answer.Content.ReadAsStringAsync(), "").Replace(typed.Length > 0 ? typed : "\0", "").Replace("value=\"2\"", "value=\"1\"");

    [GeneratedRegex("認証キー：([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})")] private static partial Regex Key();
    [GeneratedRegex("<code class=\"num\">([A-Z2-7 ]+)</code>")] private static partial Regex Secret();
    [GeneratedRegex("<code>([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})</code>")] private static partial Regex Recovery();
    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
    [GeneratedRegex("""value="CfDJ8[^"]*"|redirect\?url=[^<]*|<!--Blazor[^>]*-->|[?&]v=[^"]*""")] private static partial Regex Drawn();
}
