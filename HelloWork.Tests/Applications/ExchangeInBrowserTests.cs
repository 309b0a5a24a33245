using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Jobs;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Applications;

[Trait("Category", "Browser")]
public sealed class ExchangeInBrowserTests : IDisposable
{
    private static readonly string Form = $"/seeker/applications/new/{PortalExchange.Job}";
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task AFormSentBackWithErrors_KeepsWhatWasChosenOverAReload_ForItsOwnAddressAlone()
    {
        var seeker = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("seeker01");
        ILocator Weekly() => seeker.Page.Locator($"input[name='Input.Alert'][value='{nameof(AlertFrequency.Weekly)}']");
        await seeker.GoAsync("/seeker/saved/searches/new?q=%E4%BA%8B%E5%8B%99");
        await seeker.Page.Locator("[name='Input.Name']").FillAsync("");
        await Weekly().CheckAsync(new() { Force = true });
        await seeker.Page.Locator("main form[data-draft-tab] [type=submit]").First.ClickAsync();
        await seeker.Page.Locator(".error-summary").WaitForAsync();
        await seeker.Page.WaitForFunctionAsync("() => Object.entries(sessionStorage).some(([key, copy]) => key.startsWith('draft:') && !JSON.parse(copy).submitted)");

        await seeker.Page.ReloadAsync();
        await Expect(Weekly()).ToBeCheckedAsync();
        await Expect(seeker.Page.Locator("[data-draft-state]").First).ToContainTextAsync("まだ送っていない内容を戻しました");

        await seeker.GoAsync("/seeker/saved/searches/new?q=%E5%96%B6%E6%A5%AD");
        await Expect(Weekly()).Not.ToBeCheckedAsync();
    }

    [Fact, Trait("Rule", "DR-08"), Trait("Rule", "AP-01"), Trait("Rule", "AP-05"), Trait("Rule", "AP-06")]
    public async Task ThePagesOfBothSides_AreAccessibleAndNothingScrollsSideways()
    {
        var request = await _portal.RequestAsync();
        var seeker = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("seeker01");
        await CheckAsync(seeker, $"/seeker/requests/{request}");
        await seeker.PressAsync("ハローワークに相談する");
        await seeker.PressAsync("相談を送る");
        await seeker.SeeAsync("相談したいことを入力してください。");
        await CheckAsync(seeker);
        await seeker.FillAsync("相談したいこと", "紹介を受けて応募できますか。");
        await seeker.PressAsync("相談を送る");
        await seeker.SeeAsync("回答待ち");
        await CheckAsync(seeker, Form);
        await seeker.FillAsync("志望動機", "月次決算の経験を生かしたいです。");
        await seeker.PressAsync("応募内容を確認する");
        await seeker.SeeHeadingAsync("応募内容の確認");
        await CheckAsync(seeker);
        await seeker.PressAsync("応募する");
        await seeker.SeeAsync("応募しました");
        await CheckAsync(seeker);
        var application = new Uri(seeker.Page.Url).AbsolutePath;
        await CheckAsync(seeker, $"/seeker/requests/{request}", "/seeker");

        var employer = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("employer01");
        await CheckAsync(employer, application.Replace("seeker", "employer", StringComparison.Ordinal));
        await employer.FillAsync("メッセージ", "面接の日程をご相談させてください。");
        await employer.PressAsync("送信する");
        await employer.SeeAsync("メッセージを送りました");
        await employer.Page.GetByRole(AriaRole.Radio, new() { Name = "採用", Exact = true }).CheckAsync();
        await employer.PressAsync("登録する");
        await employer.SeeAsync("採用を登録すると、あとから変えられません");
        await CheckAsync(employer);
        await employer.PressAsync("この内容で登録する");
        await employer.SeeAsync("選考の状況を登録しました");
        await CheckAsync(employer, "/employer/applications?state=done");
        await CheckAsync(seeker, application);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task AFileTooLarge_IsNamedBeforeItIsSent_AndASmallerOneGoes()
    {
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await seeker.GoAsync(Form);
        await seeker.FillAsync("志望動機", "応募します。");
        var file = seeker.Page.GetByLabel("付けるファイル");
        await file.SetInputFilesAsync(new FilePayload { Name = "写真.png", MimeType = "image/png", Buffer = new byte[DocumentFile.MostBytes + 1] });
        await seeker.SeeAsync("「写真.png」：ファイルは1件5MBまでです。");

        await seeker.PressAsync("応募内容を確認する");
        await Expect(file).ToBeFocusedAsync();
        await Expect(file).ToHaveAttributeAsync("aria-invalid", "true");

        await file.SetInputFilesAsync(new FilePayload { Name = "写真.png", MimeType = "image/png", Buffer = PictureFileTests.SmallPng });
        await seeker.PressAsync("応募内容を確認する");
        await seeker.SeeHeadingAsync("応募内容の確認");
        await seeker.SeeAsync("写真.png");
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task TheMotivation_IsKeptWhileItIsTyped_AndThereOnAnotherDevice()
    {
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await seeker.GoAsync(Form);

        await seeker.FillAsync("志望動機", "書きかけのまま閉じます");
        await seeker.SeeAsync("自動で保存しました");
        await seeker.Page.CloseAsync();

        var elsewhere = await (await Person.AtAsync(_portal, 360)).SignInAsync("seeker01");
        await elsewhere.GoAsync(Form);
        await Expect(elsewhere.Page.GetByRole(AriaRole.Textbox, new() { Name = "志望動機", Exact = true })).ToHaveValueAsync("書きかけのまま閉じます");
    }

    [Fact, Trait("Rule", "AP-05"), Trait("Rule", "AP-06")]
    public async Task ANoteInTheMaking_OutlivesAMessageSentFromTheSamePage_AndIsGoneOnceRecorded()
    {
        var seeker = await AppliedAsync();
        var employer = await (await Person.AtAsync(_portal)).SignInAsync("employer01");
        await employer.GoAsync(new Uri(seeker.Page.Url).AbsolutePath.Replace("seeker", "employer", StringComparison.Ordinal));
        var note = employer.Page.GetByRole(AriaRole.Textbox, new() { Name = "応募者へのお知らせ", Exact = true });
        var interview = employer.Page.GetByRole(AriaRole.Radio, new() { Name = "面接", Exact = true });

        await interview.CheckAsync();
        await employer.FillAsync("応募者へのお知らせ", "面接は12月1日です。");
        await employer.FillAsync("メッセージ", "先にご連絡します。");
        await employer.PressAsync("送信する");
        await employer.SeeAsync("メッセージを送りました");

        await Expect(note).ToHaveValueAsync("面接は12月1日です。");
        await Expect(interview).ToBeCheckedAsync();
        await employer.PressAsync("登録する");
        await employer.SeeAsync("選考の状況を登録しました");
        await Expect(note).ToHaveValueAsync("");
    }

    [Fact, Trait("Rule", "AP-06")]
    public async Task AMessageSentWithoutWaitingForTheDraft_IsSentByTheFirstPress()
    {
        var seeker = await AppliedAsync();

        await seeker.FillAsync("メッセージ", "よろしくお願いします。");
        await seeker.PressAsync("送信する");

        await seeker.SeeAsync("メッセージを送りました");
        await Expect(seeker.Page.GetByRole(AriaRole.Textbox, new() { Name = "メッセージ", Exact = true })).ToHaveValueAsync("");
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task ALinkFollowedWithinThePortal_LeavesDialogsClosedAndTheirButtonsThere()
    {
        await _portal.RequestAsync();
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await seeker.GoAsync("/seeker/requests");

        await seeker.FollowFirstAsync("/seeker/requests/");
        await seeker.SeeHeadingAsync("株式会社見本製作所からのリクエスト");

        await Expect(seeker.Page.GetByRole(AriaRole.Button, new() { Name = "辞退する", Exact = true })).ToHaveCountAsync(1);
        await Expect(seeker.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await seeker.PressAsync("辞退する");
        await Expect(seeker.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
    }

    private async Task<Person> AppliedAsync()
    {
        await _portal.RequestAsync();
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await seeker.GoAsync(Form);
        await seeker.FillAsync("志望動機", "応募します。");
        await seeker.PressAsync("応募内容を確認する");
        await seeker.SeeHeadingAsync("応募内容の確認");
        await seeker.PressAsync("応募する");
        await seeker.SeeAsync("応募しました");
        return seeker;
    }

    private static async Task CheckAsync(Person person, params string[] addresses)
    {
        foreach (var address in addresses.DefaultIfEmpty(""))
        {
            if (address.Length > 0)
                await person.GoAsync(address);
            await person.Page.AssertInOrderAsync(person.Page.Url);
        }
    }
}
