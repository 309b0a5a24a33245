using System.Text.RegularExpressions;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>From the leaflet's STEP 1 to STEP 2 in a real browser: opening an account, its mail, the first sign-in.</summary>
[Trait("Category", "Browser")]
public sealed partial class AccountJourneys : IDisposable
{
    private const string Password = "朝は五時に起きて川まで歩く習慣です";
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Theory, Trait("Rule", "AC-01"), Trait("Rule", "AC-02")]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task ASeekerOpensAnAccount_ReadsTheMail_SignsInAndEntersTheKey(int width, bool script)
    {
        var seeker = await Person.AtAsync(_portal, width, script);
        await RegisterAsync(seeker, "/account/register", script);
        await LookAsync(seeker, "sent", script);

        var (userId, _) = await MailAsync(seeker);
        await seeker.GoAsync("/account/login");
        await LookAsync(seeker, "login", script);
        await seeker.FillAsync("ユーザーID", userId);
        await seeker.FillAsync("パスワード", Password);
        await seeker.PressAsync("ログイン");
        await seeker.SeeHeadingAsync("認証キーの入力");
        await seeker.SeeAsync("あと");
        await LookAsync(seeker, "key", script);

        // The link alone sends with scripts; without, it leads to a button.
        await seeker.FollowAsync("認証キーを再発行する");
        if (!script)
            await seeker.PressAsync("再発行する");
        await seeker.SeeAsync("認証キーの再発行を受け付けました");
        var (_, key) = await MailAsync(seeker);
        await seeker.GoAsync("/account/key");
        await seeker.FillAsync("認証キー", "2222-2222-2222");
        await seeker.PressAsync("確認する");
        await seeker.SeeAsync("あと4回まちがえると");
        await LookAsync(seeker, "key-wrong", script);
        await seeker.FillAsync("認証キー", key.ToLowerInvariant());
        await seeker.PressAsync("確認する");

        await seeker.Page.GetByRole(AriaRole.Button, new() { Name = "ログアウト", Exact = true }).WaitForAsync();
        await seeker.Page.ArrivesAtAsync("^[^?]*/seeker$");
        await seeker.GoAsync("/account");
        await seeker.SeeAsync("この端末");
        await LookAsync(seeker, "account", script);
    }

    [Fact, Trait("Rule", "PV-01"), Trait("Rule", "AC-05")]
    public async Task ASeekerOpensTheProvisionSite_AndASignedInOneByOneButton()
    {
        var fresh = await Person.AtAsync(_portal);
        await RegisterAsync(fresh, "/provision/register");
        await MailAsync(fresh);

        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker02");
        await seeker.GoAsync("/provision/register");
        await seeker.TickAsync("利用規約に同意します");
        await LookAsync(seeker, "service", true);
        await seeker.PressAsync("求職情報提供サイトの利用を始める");
        await seeker.Page.ArrivesAtAsync("^[^?]*/provision$");
    }

    [Fact, Trait("Rule", "AC-03"), Trait("Rule", "AC-04")]
    public async Task ASeekerSetsUpTheAppAndReplacesAForgottenPassword_TheAppIsStillAsked()
    {
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker03");
        await seeker.GoAsync("/account/second/setup");
        var secret = (await seeker.Page.Locator("code.num").InnerTextAsync()).Replace(" ", "");
        await LookAsync(seeker, "setup", true);
        await seeker.FillAsync("いまのパスワード", "Demo-Pass-2026!");
        await seeker.FillAsync("確認コード", Code(secret));
        await seeker.PressAsync("設定する");
        await seeker.SeeHeadingAsync("回復コード");
        await LookAsync(seeker, "codes", true);

        var other = await Person.AtAsync(_portal);
        await other.GoAsync("/account/reset");
        await LookAsync(other, "reset", true);
        await other.FillAsync("ユーザーID", "seeker03");
        await other.FillAsync("メールアドレス", "seeker03@example.jp");
        await other.PressAsync("認証キーを送る");
        await other.SeeHeadingAsync("新しいパスワードの設定");
        var (_, key) = await MailAsync(other);
        await other.GoAsync("/account/reset/key");
        await LookAsync(other, "reset-key", true);
        await other.FillAsync("ユーザーID", "seeker03");
        await other.FillAsync("認証キー", key);
        await other.FillAsync("新しいパスワード", Password);
        await other.FillAsync("新しいパスワード（確認）", Password);
        await other.PressAsync("パスワードを再発行する");
        await other.SeeAsync("パスワードを再発行しました");
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.FillAsync("ユーザーID", "seeker03");
        await other.FillAsync("パスワード", Password);
        await other.PressAsync("ログイン");
        await other.SeeHeadingAsync("2段階認証");
        await LookAsync(other, "second", true);
        await other.FillAsync("確認コード", Code(secret));
        await other.PressAsync("確認する");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "ログアウト", Exact = true }).WaitForAsync();
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task ASeekerAddsAPasskey_AndSignsInWithItAlone()
    {
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker04");
        // Passkeys belong to a name, not to a number.
        await seeker.Page.GotoAsync(_portal.Address.Replace("127.0.0.1", "localhost") + "/account/login");
        if (await seeker.Page.GetByRole(AriaRole.Button, new() { Name = "ログアウト", Exact = true }).CountAsync() == 0)
        {
            await seeker.FillAsync("ユーザーID", "seeker04");
            await seeker.FillAsync("パスワード", "Demo-Pass-2026!");
            await seeker.PressAsync("ログイン");
        }
        var browser = await seeker.Page.Context.NewCDPSessionAsync(seeker.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await seeker.Page.GotoAsync(new Uri(new Uri(seeker.Page.Url), "/account").ToString());
        await seeker.FillAsync("パスキーの名前", "自宅のパソコン");
        await seeker.PressAsync("パスキーを追加する");
        await seeker.SeeAsync("パスキーを追加しました");
        await seeker.SeeAsync("自宅のパソコン");

        await seeker.PressAsync("ログアウト");
        await seeker.Page.GotoAsync(new Uri(new Uri(seeker.Page.Url), "/account/login").ToString());
        await seeker.PressAsync("パスキーでログインする");

        await seeker.Page.ArrivesAtAsync("^[^?]*/seeker$");
        await seeker.Page.Context.CloseAsync();
    }

    private static async Task RegisterAsync(Person seeker, string path, bool script = true)
    {
        await seeker.GoAsync(path);
        await seeker.FillAsync("求職番号", "１３０１０－０００００００６");
        await seeker.FillAsync("年", "1990");
        await seeker.FillAsync("月", "4");
        await seeker.FillAsync("日", "1");
        await seeker.FillAsync("メールアドレス", "sora@example.jp");
        await seeker.FillAsync("パスワード", Password);
        await seeker.FillAsync("パスワード（確認）", Password);
        await LookAsync(seeker, path.Replace('/', '-').Trim('-'), script);
        await seeker.TickAsync("利用規約に同意します");
        await seeker.PressAsync("登録する");
        await seeker.SeeHeadingAsync("メールをお送りします");
    }

    /// <summary>The newest mail on <c>/dev/mail</c>.</summary>
    private async Task<(string UserId, string Key)> MailAsync(Person reader)
    {
        await _portal.Services.GetRequiredService<SendOutbox>().RunAsync(CancellationToken.None);
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var kinds = new[] { MailKind.AccountOpeningKey, MailKind.PasswordReissueKey };
        // Files of other tests lie in the same folder: this portal's mail is known by its key.
        var id = (await db.OutboxMails.Where(m => kinds.Contains(m.Kind) && m.SentAt != null).ToListAsync()).MaxBy(m => (m.SentAt, m.Id.ToString("N")))!.Id;
        await reader.GoAsync("/dev/mail");
        await reader.Page.Locator($"main a[href$='{id:N}']").First.ClickAsync();
        await reader.SeeAsync("認証キー：");
        var text = await reader.Page.Locator("main").InnerTextAsync();
        return (UserIdLine().Match(text).Groups[1].Value, KeyLine().Match(text).Groups[1].Value);
    }

    private string Code(string secret) => Totp.CodeAt(secret, Totp.StepOf(_portal.Clock.GetUtcNow().UtcDateTime));

    /// <summary>Accessible as it stands; with HELLOWORK_SHOTS set to a folder also a picture.</summary>
    private static async Task LookAsync(Person person, string name, bool script)
    {
        if (script)
            await person.Page.AssertInOrderAsync(name);
        if (Environment.GetEnvironmentVariable("HELLOWORK_SHOTS") is { Length: > 0 } folder && script)
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{person.Page.ViewportSize!.Width}.png"), FullPage = true });
    }

    [GeneratedRegex("ユーザーID：(\\S+)")] private static partial Regex UserIdLine();
    [GeneratedRegex("認証キー：([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})")] private static partial Regex KeyLine();
}
