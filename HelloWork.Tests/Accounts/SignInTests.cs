using System.Net;
using HelloWork.Domain.Accounts;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Accounts;

public sealed class SignInTests : IDisposable
{
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Page_OfARole_LeadsAVisitorToSignInAndBackAgain()
    {
        var visitor = _portal.Visitor();

        var turnedAway = await visitor.GetAsync("/account");
        var signedIn = await PortalHost.PostFormAsync(visitor, "/account/login?returnUrl=%2Fjobs", "login", ("Input.UserId", "SEEKER01"), ("Input.Password", "Demo-Pass-2026!"));

        Assert.Equal("/account/login?returnUrl=%2Faccount", turnedAway.Headers.Location!.PathAndQuery);
        Assert.EndsWith("/jobs", signedIn.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithTheUserIdTypedInFullWidth_OpensTheSameAccount()
    {
        var answer = await AttemptAsync(_portal.Visitor(), "　ｅｍｐｌｏｙｅｒ０１", "Demo-Pass-2026!");

        Assert.EndsWith("/employer", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    public async Task SignIn_WithAReturnAddressOfAnotherSite_LeadsHomeInstead(string address)
    {
        var answer = await PortalHost.PostFormAsync(_portal.Visitor(), $"/account/login?returnUrl={Uri.EscapeDataString(address)}", "login",
            ("Input.UserId", "seeker01"), ("Input.Password", "Demo-Pass-2026!"));

        Assert.EndsWith("/seeker", answer.Headers.Location!.ToString());
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task SignIn_FiveTimesWrong_LocksTheAccountAndGivesTheSameAnswerAsForAnUnknownUserId()
    {
        var visitor = _portal.Visitor();
        for (var i = 0; i < 5; i++)
            await AttemptAsync(visitor, "seeker02", "wrong-password-here");

        var locked = await AttemptAsync(visitor, "seeker02", "Demo-Pass-2026!");
        var unknown = await AttemptAsync(visitor, "nobody99", "Demo-Pass-2026!");
        _portal.Clock.Advance(TimeSpan.FromMinutes(16));
        var later = await AttemptAsync(visitor, "seeker02", "Demo-Pass-2026!");

        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        Assert.Contains("ログインできませんでした", await locked.Content.ReadAsStringAsync());
        Assert.Contains("ログインできませんでした", await unknown.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task Disable_WhileSignedInElsewhere_EndsEverySessionAtTheNextClick()
    {
        var phone = await _portal.SignedInAsync("seeker03");
        var desktop = await _portal.SignedInAsync("seeker03");

        await _portal.Services.GetRequiredService<DisableAccount>().RunAsync(new("seeker03"), CancellationToken.None);

        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await desktop.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AttemptAsync(_portal.Visitor(), "seeker03", "Demo-Pass-2026!")).StatusCode);
    }

    [Fact]
    public async Task Session_AfterTwelveHoursOfUse_EndsAllTheSame()
    {
        var visitor = await _portal.SignedInAsync("seeker01");
        for (var i = 0; i < 36; i++)
        {
            _portal.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).StatusCode);
        }

        _portal.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).StatusCode);
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task ChangePassword_EndsOtherSessionsKeepsThisOneAndRefusesEasyOnes()
    {
        var here = await _portal.SignedInAsync("seeker04");
        var elsewhere = await _portal.SignedInAsync("seeker04");

        var easy = await ChangeAsync(here, "Demo-Pass-2026!", "seeker04seeker04seeker04");
        var wrong = await ChangeAsync(here, "not-my-password-1", "朝は五時に起きて川まで歩く習慣です");
        var done = await ChangeAsync(here, "Demo-Pass-2026!", "朝は五時に起きて川まで歩く習慣です");

        Assert.Contains("当てられやすい", await easy.Content.ReadAsStringAsync());
        Assert.Contains("いまのパスワードがちがいます", await wrong.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).StatusCode);
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == nameof(ChangePassword)));
    }

    [Fact]
    public async Task SignOut_WithoutTheFormsToken_IsRefused()
    {
        var visitor = await _portal.SignedInAsync("seeker01");

        var answer = await visitor.PostAsync("/account/logout", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).StatusCode);
    }

    private static Task<HttpResponseMessage> AttemptAsync(HttpClient visitor, string userId, string password) =>
        PortalHost.PostFormAsync(visitor, "/account/login", "login", ("Input.UserId", userId), ("Input.Password", password));

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient visitor, string current, string next) =>
        PortalHost.PostFormAsync(visitor, "/account", "password", ("Input.Current", current), ("Input.New", next), ("Input.Again", next));
}
