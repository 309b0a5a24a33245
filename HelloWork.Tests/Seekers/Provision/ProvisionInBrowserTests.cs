using System.Text.RegularExpressions;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Seekers.Provision;

[Trait("Category", "Browser")]
public sealed class ProvisionInBrowserTests : IDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HELLOWORK_PROVISION_SCREENS");

    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "PV-03"), Trait("Rule", "PV-04")]
    public async Task Typing_UpdatesThePreviewAndMarksWhatIdentifies_ThenItIsReviewedAndPublished()
    {
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        var page = seeker.Page;
        await seeker.GoAsync("/provision/profile/appeal");

        await seeker.FillAsync("アピールポイント", "正確な翻訳が得意です。連絡は090-1234-5678へ。");
        await Expect(page.Locator("#preview .kv mark")).ToContainTextAsync("090-1234-5678");
        await Expect(page.Locator("#preview .notice--warn")).ToContainTextAsync("電話番号と思われます");
        await Expect(page.Locator("[data-draft-state]")).ToContainTextAsync("自動で保存しました");

        await seeker.PressAsync("次へ進む");
        await seeker.SeeHeadingAsync("確認・公開");
        await seeker.PressAsync("この内容で公開する");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("「この内容で進む」にチェックを入れてください");
        await page.Locator(".notice--warn a", new() { HasTextString = "アピールポイント" }).ClickAsync();
        await page.ArrivesAtAsync("/appeal#Appeal$");
        await seeker.FillAsync("アピールポイント", "正確な翻訳が得意です。");
        await Expect(page.Locator("#preview .notice--warn")).ToHaveCountAsync(0);
        await seeker.PressAsync("次へ進む");
        await seeker.PressAsync("この内容で公開する");

        await seeker.SeeAsync("公開しました");
        await seeker.GoAsync("/seeker/profile");
        await seeker.SeeAsync("正確な翻訳が得意です。");
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Places_OfferTheMunicipalitiesOfTheChosenPrefecture()
    {
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await seeker.GoAsync("/provision/profile/place");

        await seeker.ChooseAsync("都道府県", "神奈川県");
        await Expect(seeker.Page.Locator("#AddMunicipality option", new() { HasTextString = "横浜市西区" })).ToHaveCountAsync(1);
        await seeker.ChooseAsync("市区町村", "横浜市西区");
        await Expect(seeker.Page.Locator("#preview")).ToContainTextAsync("神奈川県横浜市西区");
        await seeker.PressAsync("勤務地を追加する");

        await Expect(seeker.Page.GetByRole(AriaRole.Checkbox, new() { Name = "神奈川県横浜市西区" })).ToBeCheckedAsync();
    }

    [Fact, Trait("Rule", "PV-06")]
    public async Task Conditions_CountAsBoxesChange_AndWarnWhenNobodyIsLeft()
    {
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await seeker.GoAsync("/provision/conditions");
        var count = seeker.Page.Locator("#meeting-count .count strong");
        await Expect(count).ToHaveTextAsync("3");

        await seeker.TickAsync("プライバシーマークを保有する団体に限る");
        await Expect(count).ToHaveTextAsync("1");
        await seeker.Page.GetByText("九州・沖縄").ClickAsync();
        await seeker.TickAsync("沖縄県");
        await Expect(count).ToHaveTextAsync("0");
        await Expect(seeker.Page.Locator("#meeting-count .notice--warn")).ToContainTextAsync("この条件にあう団体はありません");
    }

    [Fact]
    public async Task ThePages_AreAccessibleAndNothingScrollsSideways()
    {
        const int width = 1280;
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("seeker01");
        foreach (var address in new[] { "/provision/profile/work", "/provision/profile/place", "/provision/profile/education", "/provision/profile/career" })
            await InOrderAsync(person.Page, address, width);
        await person.GoAsync("/provision/profile/appeal");
        await person.FillAsync("アピールポイント", "連絡は090-1234-5678へ。taro@example.com");
        await Expect(person.Page.Locator("#preview .kv mark").First).ToBeVisibleAsync();
        await InOrderAsync(person.Page, "/provision/profile/review", width);
    }

    private static async Task InOrderAsync(IPage page, string address, int width)
    {
        await page.GotoAsync(address);
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{Regex.Replace(address.Trim('/'), "[^a-z]+", "-")}-{width}.png"), FullPage = true });
        await page.AssertInOrderAsync(address);
    }
}
