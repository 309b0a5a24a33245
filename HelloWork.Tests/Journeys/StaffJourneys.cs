using System.Text.RegularExpressions;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>A new counselor's first morning in a real browser: the key from the mail, then the second factor that staff must have, then the desk.</summary>
[Trait("Category", "Browser")]
public sealed partial class StaffJourneys : IDisposable
{
    private readonly PortalHost _portal = new(new Dictionary<string, string> { ["Accounts:StaffSecondFactor"] = "true" });

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "AC-04"), Trait("Rule", "AC-01")]
    public async Task ACounselor_EntersTheKey_SetsUpTheSecondFactor_AndOnlyThenReachesTheDesk()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<OpenStaffAccount>().RunAsync(new("counselor77", Role.Counselor, "新任 職員", "counselor77@example.jp", "13010"), default);
        var password = Assert.IsType<string>(opened.InitialPassword);
        await scope.ServiceProvider.GetRequiredService<SendOutbox>().RunAsync(default);
        var counselor = await Person.AtAsync(_portal);
        await counselor.GoAsync("/dev/mail");
        await counselor.Page.Locator("main a[href*='/dev/mail/']").First.ClickAsync();
        await counselor.SeeAsync("認証キー：");
        var key = KeyLine().Match(await counselor.Page.Locator("main").InnerTextAsync()).Groups[1].Value;

        await SignInAsync(counselor, password);
        await counselor.SeeHeadingAsync("認証キーの入力");
        await counselor.FillAsync("認証キー", key);
        await counselor.PressAsync("確認する");
        await counselor.Page.ArrivesAtAsync("^[^?]*/account/second/setup$");
        // Nothing else opens before the factor is set up.
        await counselor.GoAsync("/desk");
        Assert.DoesNotContain("/desk", new Uri(counselor.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await counselor.GoAsync("/account/second/setup");
        var secret = (await counselor.Page.Locator("code.num").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await counselor.FillAsync("確認コード", Code(secret));
        await counselor.PressAsync("設定する");
        await counselor.SeeHeadingAsync("回復コード");
        await counselor.GoAsync("/desk");
        await counselor.SeeHeadingAsync("受付一覧");

        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var another = await Person.AtAsync(_portal);
        await SignInAsync(another, password);
        await another.SeeHeadingAsync("2段階認証");
        await another.FillAsync("確認コード", Code(secret));
        await another.PressAsync("確認する");
        await another.Page.ArrivesAtAsync("^[^?]*/desk$");
    }

    private static async Task SignInAsync(Person staff, string password)
    {
        await staff.GoAsync("/account/login");
        await staff.FillAsync("ユーザーID", "counselor77");
        await staff.FillAsync("パスワード", password);
        await staff.PressAsync("ログイン");
    }

    private string Code(string secret) => Totp.CodeAt(secret, Totp.StepOf(_portal.Clock.GetUtcNow().UtcDateTime));

    [GeneratedRegex(@"認証キー：\s*(\S+)")] private static partial Regex KeyLine();
}
