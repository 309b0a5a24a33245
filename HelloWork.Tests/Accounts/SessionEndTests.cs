using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Accounts;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Accounts;

/// <summary>The end of a sign-in: told ahead, put off by who is still there, and nothing typed is lost over it.</summary>
public sealed partial class SessionEndTests : IDisposable
{
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task AskingHowLongIsLeft_KeepsNothingAlive_AndStayingDoes_UpToTheLongestSession()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var token = Token().Match(await seeker.GetStringAsync("/seeker")).Groups[1].Value;
        Assert.Equal((1800, true), await LeftAsync(seeker));
        _portal.Clock.Advance(TimeSpan.FromMinutes(26));
        Assert.Equal((240, true), await LeftAsync(seeker));
        Assert.Equal((240, true), await LeftAsync(seeker));

        Assert.Equal(HttpStatusCode.BadRequest, (await StayAsync(seeker, "")).StatusCode);
        Assert.Equal(1800, (await (await StayAsync(seeker, token)).Content.ReadFromJsonAsync<SessionEnd.Answer>())!.Left);
        _portal.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal((600, true), await LeftAsync(seeker));

        await StayAsync(seeker, token);
        for (var i = 0; i < 28; i++)
        {
            _portal.Clock.Advance(TimeSpan.FromMinutes(24));
            await StayAsync(seeker, token);
        }
        // 26 + 20 + 28 × 24 minutes of twelve hours are gone: two are left.
        Assert.Equal((120, false), await LeftAsync(seeker));
        _portal.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Redirect, (await seeker.GetAsync(SessionEnd.Path)).StatusCode);
    }

    [Fact, Trait("Category", "Browser")]
    public async Task SomeMinutesBeforeTheEnd_OneIsAsked_AndStayingInOneTabCountsForAll()
    {
        var first = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await first.Page.Clock.InstallAsync();
        var second = new Person(await first.Page.Context.NewPageAsync());
        await second.Page.Clock.InstallAsync();
        await first.GoAsync("/seeker");
        await second.GoAsync("/seeker/requests");
        // The script that watches comes after the page.
        foreach (var one in new[] { first, second })
            await one.Page.Locator("dialog[data-watched]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        _portal.Clock.Advance(TimeSpan.FromMinutes(26));
        await first.Page.Clock.FastForwardAsync(26 * 60 * 1000);
        await second.Page.Clock.FastForwardAsync(26 * 60 * 1000);

        var dialog = first.Page.GetByRole(AriaRole.Dialog, new() { Name = "まもなくログアウトします" });
        await Expect(dialog).ToContainTextAsync("あと4分でログアウトします");
        await Expect(second.Page.Locator("#session-end")).ToBeVisibleAsync();
        await first.PressAsync("続ける");

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(second.Page.Locator("#session-end")).ToBeHiddenAsync();
        _portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await first.GoAsync("/seeker/requests");
        await first.SeeAsync("ログアウト");
        await first.Page.Context.CloseAsync();
    }

    [Fact, Trait("Category", "Browser")]
    public async Task WhatIsSentAfterTheEnd_StandsInTheFormAgain_AfterTheSignIn()
    {
        var request = await _portal.RequestAsync();
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await seeker.GoAsync($"/seeker/requests/{request}");
        await seeker.PressAsync("ハローワークに相談する");
        await seeker.FillAsync("相談したいこと", "応募するか迷っています。");
        _portal.Clock.Advance(TimeSpan.FromMinutes(40));

        await seeker.PressAsync("相談を送る");
        await seeker.Page.ArrivesAtAsync("/account/login");
        await seeker.FillAsync("ユーザーID", "seeker01");
        await seeker.FillAsync("パスワード", "Demo-Pass-2026!");
        await seeker.PressAsync("ログイン");

        await seeker.Page.ArrivesAtAsync($"^[^?]*/seeker/requests/{request}$");
        await seeker.PressAsync("ハローワークに相談する");
        await Expect(seeker.Page.GetByRole(AriaRole.Textbox, new() { Name = "相談したいこと", Exact = true })).ToHaveValueAsync("応募するか迷っています。");
    }

    private static async Task<(int Left, bool CanStay)> LeftAsync(HttpClient visitor)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, SessionEnd.Path) { Headers = { { "X-Live", "1" } } };
        var answer = await (await visitor.SendAsync(question)).Content.ReadFromJsonAsync<SessionEnd.Answer>();
        return (answer!.Left, answer.CanStay);
    }

    private static Task<HttpResponseMessage> StayAsync(HttpClient visitor, string token) =>
        visitor.PostAsync(SessionEnd.Path, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
}
