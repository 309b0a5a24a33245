using HelloWork.Tests.Jobs;
using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Journeys;

/// <summary>A job from the first field to the search, in a real browser: drafted, sent back, mended, published, found.</summary>
[Trait("Category", "Browser")]
public sealed class JobCheckJourneys(JobCheckJourneys.Portal fixture) : IClassFixture<JobCheckJourneys.Portal>, IAsyncLifetime
{
    private const string Comment = "1日の流れも書いてください。";
    private readonly PortalHost _portal = fixture.Host;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(_portal.Address);

    [Theory, Trait("Rule", "JO-01"), Trait("Rule", "CO-02")]
    [InlineData(1280, true, "倉庫の入出荷管理")]
    [InlineData(360, false, "部品の仕分けと検品")]
    public async Task ADraft_IsSentBack_Mended_Published_AndFound(int width, bool script, string title)
    {
        var employer = await (await Person.AtAsync(_portal, width, script)).SignInAsync("employer01");
        await employer.GoAsync("/employer/jobs/new");
        await AssertInOrderAsync(employer.Page, script, "step 1");
        await employer.PressAsync("次へ進む");
        await AssertInOrderAsync(employer.Page, script, "step 2");
        await employer.PressAsync("次へ進む");
        await employer.PressAsync("次へ進む");
        await Expect(employer.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("職種を入力してください");
        await AssertInOrderAsync(employer.Page, script, "step 3 with errors and warnings");
        await employer.FillAsync("職種", title);
        await employer.FillAsync("仕事の内容", "入荷した部品の検品と棚入れ、出荷の準備をします。");
        await employer.Page.GetByRole(AriaRole.Combobox, new() { Name = "受動喫煙対策", Exact = true }).SelectOptionAsync("あり（屋内禁煙）");
        await employer.PressAsync("次へ進む");
        await employer.SeeHeadingAsync("賃金・手当");
        await employer.FillAsync("基本給（a）の下限", "230,000");
        await employer.FillAsync("基本給（a）の上限", "２８万円");
        await employer.PressAsync("次へ進む");
        await employer.SeeHeadingAsync("労働時間");
        await employer.FillAsync("就業時間1の始まり", "9:00");
        await employer.FillAsync("就業時間1の終わり", "17:45");
        await employer.FillAsync("休憩時間", "45");
        await employer.PressAsync("次へ進む");
        await employer.SeeHeadingAsync("保険・年金・定年等");
        await employer.PressAsync("次へ進む");
        await employer.SeeAsync("加入保険が選ばれていません");
        await AssertInOrderAsync(employer.Page, script, "step 6 with a warning");
        await employer.PressAsync("この内容で進む");
        await employer.SeeHeadingAsync("求人PR");
        await employer.PressAsync("次へ進む");
        await employer.SeeHeadingAsync("選考方法");
        await employer.PressAsync("次へ進む");
        await employer.PressAsync("次へ進む");
        await employer.SeeHeadingAsync("申込み内容の確認");
        await AssertInOrderAsync(employer.Page, script, "the review");
        await employer.PressAsync("確認を依頼する");
        await employer.SeeAsync("確認を依頼しました");
        await AssertInOrderAsync(employer.Page, script, "the job's own page");

        var counselor = await (await Person.AtAsync(_portal, width, script)).SignInAsync("counselor01");
        await counselor.GoAsync("/desk/jobs");
        await AssertInOrderAsync(counselor.Page, script, "the jobs to check");
        await counselor.FollowAsync(title);
        // The address is the next page's before its content is.
        await counselor.SeeHeadingAsync(title);
        await AssertInOrderAsync(counselor.Page, script, "the check");
        await counselor.PressAsync("差し戻す");
        await Expect(counselor.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("コメントが一つ以上必要です");
        await counselor.Page.Locator("textarea[name='Input.Comment[Work.Description]']").FillAsync(Comment);
        await counselor.PressAsync("公開する");
        await Expect(counselor.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("コメントが書かれています");
        await Expect(counselor.Page.Locator("textarea[name='Input.Comment[Work.Description]']")).ToHaveValueAsync(Comment);
        await counselor.PressAsync("差し戻す");
        await counselor.SeeAsync("差し戻しました");

        await employer.GoAsync("/employer/jobs");
        await AssertInOrderAsync(employer.Page, script, "the list with what was sent back");
        await employer.FollowAsync("コメントを見て直す");
        await employer.SeeAsync(Comment);
        await employer.FollowAsync("仕事の内容");
        await employer.FillAsync("仕事の内容", "午前は入荷した部品の検品と棚入れ、午後は出荷の準備をします。4人のチームで、フォークリフトは使いません。");
        await employer.PressAsync("次へ進む");
        // The answer is one of two.
        var odd = employer.Page.GetByRole(AriaRole.Button, new() { Name = "この内容で進む", Exact = true });
        await Expect(odd.Or(employer.Page.GetByRole(AriaRole.Heading, new() { Name = "賃金・手当" })).First).ToBeVisibleAsync();
        if (await odd.IsVisibleAsync())
            await odd.ClickAsync();
        await employer.SeeHeadingAsync("賃金・手当");
        // From the last step without the review: the first press says what is odd there, the second accepts it.
        await employer.GoAsync(new Uri(employer.Page.Url).AbsolutePath.Replace("/pay", "/selection"));
        await employer.PressAsync("確認を依頼する");
        await employer.SeeAsync("選考方法が選ばれていません");
        await employer.PressAsync("確認を依頼する");
        await employer.SeeAsync("確認を依頼しました");

        await counselor.GoAsync("/desk/jobs");
        await counselor.FollowAsync(title);
        await counselor.SeeAsync("前回のコメント");
        await counselor.PressAsync("公開する");
        await counselor.SeeAsync("公開しました");

        var visitor = await Person.AtAsync(_portal, width, script);
        await visitor.GoAsync($"/jobs?q={Uri.EscapeDataString(title)}");
        await visitor.FollowAsync(title);
        await visitor.SeeAsync("4人のチームで");
    }

    [Fact, Trait("Rule", "JO-04")]
    public async Task AnOfficesPicture_IsCheckedAndThenShownOnItsJobs()
    {
        const string caption = "明るい作業場";
        var employer = await (await Person.AtAsync(_portal)).SignInAsync("employer01");
        await employer.GoAsync("/employer/office");
        await employer.PressAsync("写真を加える");
        await Expect(employer.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("写真のファイルを選んでください");
        await employer.Page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = "a.gif", MimeType = "image/gif", Buffer = PictureFileTests.SmallPng });
        await employer.FillAsync("写真の説明", caption);
        await employer.PressAsync("写真を加える");
        await employer.SeeAsync("写真を加えました");
        await AssertInOrderAsync(employer.Page, true, "the office");

        var desk = await (await Person.AtAsync(_portal)).SignInAsync("counselor01");
        await desk.GoAsync("/desk/jobs");
        await desk.FollowAsync("事業所の紹介と写真");
        await desk.SeeAsync(caption);
        await AssertInOrderAsync(desk.Page, true, "the office's check");
        await desk.PressAsync("公開する");
        await desk.SeeAsync("公開しました");

        var visitor = await Person.AtAsync(_portal);
        await visitor.GoAsync("/jobs/13010-00000101");
        await Expect(visitor.Page.GetByRole(AriaRole.Img, new() { Name = caption, Exact = true })).ToBeVisibleAsync();
        await AssertInOrderAsync(visitor.Page, true, "the job with its office's pictures");
    }

    private static async Task AssertInOrderAsync(IPage page, bool script, string where)
    {
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        if (script)
            await page.AssertInOrderAsync(where);
    }

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new();

        public void Dispose() => Host.Dispose();
    }
}
