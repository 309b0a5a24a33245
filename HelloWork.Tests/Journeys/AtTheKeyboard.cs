using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>Somebody who has no mouse: everything is reached by Tab, chosen by arrows and blanks, and pressed by Enter.</summary>
public sealed class AtTheKeyboard(IPage page)
{
    /// <summary>More stops than any page has.</summary>
    private const int MostStops = 300;

    public IPage Page => page;

    public static async Task<AtTheKeyboard> ArriveAsync(PortalHost portal, string path)
    {
        var person = new AtTheKeyboard(await Browser.OpenAsync(portal.Address));
        await person.Page.GotoAsync(path);
        return person;
    }

    public static async Task<AtTheKeyboard> SignInAsync(PortalHost portal, string userId)
    {
        var person = await ArriveAsync(portal, "/account/login");
        await person.TypeAsync("ユーザーID", userId);
        await person.TypeAsync("パスワード", "Demo-Pass-2026!");
        await person.PressAsync("ログイン");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "ログアウト", Exact = true }).WaitForAsync();
        return person;
    }

    public async Task TypeAsync(string name, string text)
    {
        await TabToAsync(page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true }));
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    public async Task PressAsync(string name)
    {
        await TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>An open dialog holds the focus: Tab goes round in it.</summary>
    public async Task PressInDialogAsync(string name)
    {
        await TabToAsync(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task TickAsync(string name)
    {
        var box = page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true });
        await TabToAsync(box);
        await page.Keyboard.PressAsync("Space");
        Assert.True(await box.IsCheckedAsync());
    }

    public async Task FollowAsync(string name)
    {
        await TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task FollowFirstAsync(string pathBegin)
    {
        await TabToAsync(page.Locator($"main a[href^='{pathBegin}']").First);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tab leads to one of the group, arrows to the others.</summary>
    public async Task ChooseAsync(string name)
    {
        var wanted = page.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });
        await StopAsync(wanted, "(e, now) => now.type === 'radio' && now.name === e.name && now.form === e.form");
        await page.Keyboard.PressAsync("Space");
        for (var step = 0; step < 20 && !await wanted.IsCheckedAsync(); step++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await wanted.IsCheckedAsync());
    }

    public async Task ChooseAsync(string select, string containing)
    {
        var options = page.GetByRole(AriaRole.Combobox, new() { Name = select, Exact = true });
        await TabToAsync(options);
        for (var step = 0; step < 50 && !await ChosenAsync(); step++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await ChosenAsync());

        async Task<bool> ChosenAsync() => (await options.EvaluateAsync<string>("e => e.selectedOptions[0]?.text ?? ''")).Contains(containing, StringComparison.Ordinal);
    }

    public Task SeeHeadingAsync(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name }).First.WaitForAsync();

    public Task SeeAsync(string text) => page.GetByText(text).First.WaitForAsync();

    private Task TabToAsync(ILocator wanted) => StopAsync(wanted, "(e, now) => e === now");

    private async Task StopAsync(ILocator wanted, string there)
    {
        await wanted.WaitForAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await wanted.EvaluateAsync<bool>($"e => document.activeElement !== null && ({there})(e, document.activeElement)"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab doesn't lead to {wanted}.");
    }
}
