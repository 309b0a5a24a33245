using System.Text.RegularExpressions;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Accounts.Drafts;

[Trait("Category", "Browser")]
public sealed class FormDraftInBrowserTests : IDisposable
{
    private const string Typed = "2026年度の就職者数は、まだ集計の途中です。";
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "MS-02")]
    public async Task WhatWasTypedInOneBrowser_StandsInAnother_SaysSo_AndIsThrownAwayByOnePress()
    {
        var first = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("provider01");
        await first.GoAsync("/provider/guidance");
        await first.FillAsync("紹介実績", Typed);
        await Expect(first.Page.Locator("[data-draft-state]").First).ToContainTextAsync("に自動で保存しました");
        await first.Page.Context.CloseAsync();

        var second = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("provider01");
        await second.GoAsync("/provider/guidance");
        var field = second.Page.GetByRole(AriaRole.Textbox, new() { Name = "紹介実績", Exact = true });
        await Expect(field).ToHaveValueAsync(Typed);
        await second.SeeAsync("下書きが残っています");
        await second.Page.AssertInOrderAsync("a draft in its form");
        // What the server never got doesn't come back either.
        await second.Page.RouteAsync("**/drafts/GuidanceTemplate/-", route => route.AbortAsync());
        await second.FillAsync("紹介実績", $"{Typed}続きです。");
        await second.PressAsync("下書きを捨てる");
        await Expect(second.Page.GetByText("下書きが残っています")).ToHaveCountAsync(0);
        await Expect(field).Not.ToHaveValueAsync(new Regex($"^{Typed}"));
        Assert.Equal(0, await second.Page.EvaluateAsync<int>("Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')).length"));
    }
}
