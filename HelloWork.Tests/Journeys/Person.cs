using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>Somebody at a browser, doing what people do; everything is found again by its accessible name each time.</summary>
public sealed class Person(IPage page)
{
    public IPage Page => page;

    public static async Task<Person> AtAsync(PortalHost portal, int width = 1280, bool script = true) =>
        new(await Browser.OpenAsync(portal.Address, width, script));

    /// <summary>Posts the form beside the page, which saves the browser two pages and leaves the window empty; the form itself is for <see cref="SignInByFormAsync"/> and the tests of accounts.</summary>
    public async Task<Person> SignInAsync(string userId)
    {
        var asked = await page.APIRequest.GetAsync("/account/login");
        var form = page.APIRequest.CreateFormData().Set("_handler", "login").Set("Input.UserId", userId).Set("Input.Password", "Demo-Pass-2026!")
            .Set("__RequestVerificationToken", PortalHost.TokenIn(await asked.TextAsync()));
        var answer = await page.APIRequest.PostAsync("/account/login", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
        return this;
    }

    public async Task<Person> SignInByFormAsync(string userId)
    {
        await page.GotoAsync("/account/login");
        await FillAsync("ユーザーID", userId);
        await FillAsync("パスワード", "Demo-Pass-2026!");
        await PressAsync("ログイン");
        await page.GetByRole(AriaRole.Button, new() { Name = "ログアウト", Exact = true }).WaitForAsync();
        return this;
    }

    public Task GoAsync(string path) => page.GotoAsync(path);

    public Task FillAsync(string name, string text) => page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true }).FillAsync(text);

    public Task PressAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    public Task FollowAsync(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    public Task FollowFirstAsync(string pathBegin) => page.Locator($"main a[href^='{pathBegin}']").First.ClickAsync();

    public Task TickAsync(string name) => page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true }).CheckAsync();

    public async Task ChooseAsync(string select, string containing)
    {
        var options = page.GetByRole(AriaRole.Combobox, new() { Name = select, Exact = true });
        var value = await options.Locator("option", new() { HasTextString = containing }).First.GetAttributeAsync("value");
        await options.SelectOptionAsync(value!);
    }

    public Task SeeHeadingAsync(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name }).First.WaitForAsync();

    public Task SeeAsync(string text) => page.GetByText(text).First.WaitForAsync();
}
