using HelloWork.Blazor.Commands.Demo;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Access;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>No test but a tool: build/screens.sh runs it.</summary>
public sealed class TakeScreens
{
    private const int Wide = 1280;
    private const int Phone = 360;
    private const int PhoneHeight = 760;

    private static readonly Dictionary<string, string> Demo = new() { ["Demo:Jobs"] = "2000", ["Demo:Seekers"] = "1000" };
    private static readonly bool Asked = Environment.GetEnvironmentVariable("HELLOWORK_SCREENS") is { Length: > 0 };

    /// <param name="Role">Who looks at it; null: a visitor.</param>
    /// <param name="Path">An address, or a row of pages.matrix that stands for what the people 01 have.</param>
    private sealed record Picture(string Name, string? Role, string Path, int Width = Wide, int Height = 960, bool Dark = false, Language Language = Language.Japanese);

    /// <summary>What docs/screens/README.md names.</summary>
    private static readonly Picture[] Pictures =
    [
        new("home", null, "/"),
        new("jobs", null, "/jobs?q=%E4%BA%8B%E5%8B%99&pref=13", Height: 1200),
        new("jobs-phone", null, "/jobs?q=%E4%BA%8B%E5%8B%99&pref=13", Phone, Height: 1400),
        new("jobs-english", null, "/jobs?q=%E4%BA%8B%E5%8B%99&pref=13", Language: Language.English),
        new("job", null, "/jobs/{Number}", Height: 1200),
        new("card", null, "/jobs/{Number}/card", Height: 1200),
        new("wages-dark", null, "/jobs/wages?q=%E4%BA%8B%E5%8B%99", Dark: true),
        new("map", null, "/jobs/map"),
        new("compare", null, "/jobs/compare?n=13010-00000101&n=13010-00000102&n=13010-00000103", Height: 1100),
        new("seeker", RoleNames.Seeker, "/seeker", Height: 1100),
        new("seeker-phone-dark", RoleNames.Seeker, "/seeker", Phone, Height: PhoneHeight, Dark: true),
        new("application", RoleNames.Seeker, "/seeker/applications/{Id:guid}", Height: 1200),
        new("conditions", RoleNames.Seeker, "/provision/conditions"),
        new("conversation-phone", RoleNames.Seeker, "/provision/messages/{Id:guid}", Phone, PhoneHeight),
        new("employer", RoleNames.Employer, "/employer", Height: 1100),
        new("composer", RoleNames.Employer, "/employer/seekers/K-2047-7302/request", Height: 1200),
        new("job-step", RoleNames.Employer, "/employer/jobs/drafts/{Id}/{StepWord}", Height: 1100),
        new("provider", RoleNames.Provider, "/provider/seekers", Height: 1100),
        new("desk", RoleNames.Counselor, "/desk"),
        new("job-check-dark", RoleNames.Counselor, "/desk/jobs/{Number}", Dark: true),
        new("load", RoleNames.Counselor, "/desk/load", Height: 1200),
        new("audit", RoleNames.BureauOfficer, "/bureau/audit"),
    ];

    /// <summary>Runs only where somebody asked for pictures.</summary>
    private sealed class PicturesFactAttribute : FactAttribute
    {
        public PicturesFactAttribute()
        {
            if (!Asked)
                Skip = "Takes pictures, proves nothing: run build/screens.sh.";
        }
    }

    [PicturesFact]
    public async Task PicturesOfThePortal()
    {
        var full = new FullPortal(new(Demo));
        await full.InitializeAsync();
        var portal = full.Pages.Host;
        await using (var scope = portal.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DemoDesk>().FillAsync(120, DemoData.DefaultSeed, default);
        portal.Clock.SetJapan(2026, 3, 25, 9, 12);
        foreach (var group in Pictures.GroupBy(p => (p.Role, p.Width, p.Dark)))
        {
            var page = await Browser.OpenAsync(portal.Address, group.Key.Width, scheme: group.Key.Dark ? ColorScheme.Dark : ColorScheme.Light);
            if (group.Key.Role is { } role)
                await page.Context.AddCookiesAsync(await full.Pages.CookiesOfAsync(role));
            var rows = full.PagesOf(group.Key.Role).ToDictionary(p => p.Row, p => p.Address);
            rows["/jobs/{Number}"] = "/jobs/13010-00000101";
            foreach (var picture in group)
            {
                await SpeakAsync(page, portal, picture.Language);
                await TakeAsync(page, rows.GetValueOrDefault(picture.Path, picture.Path), Kept(picture.Name), picture.Height);
            }
            await page.Context.CloseAsync();
        }
        await full.DisposeAsync();
    }

    /// <summary>The small pictures of the guide, and those of a request that waits for its answer.</summary>
    [PicturesFact]
    public async Task PicturesOfTheGuide()
    {
        using var portal = new PortalHost(Demo);
        var request = await SendAsync(portal);
        portal.Clock.SetJapan(2026, 3, 25, 9, 12);
        foreach (var (name, width, height, language) in new[] { ("request", Wide, 1100, Language.Japanese), ("request-phone-easy", Phone, PhoneHeight, Language.EasyJapanese) })
        {
            var page = await Browser.OpenAsync(portal.Address, width);
            await new Person(page).SignInAsync("seeker01");
            await SpeakAsync(page, portal, language);
            await TakeAsync(page, $"/seeker/requests/{request}", Kept(name), height);
            await page.Context.CloseAsync();
        }
        var pictures = new (string Who, string Name, string Path)[]
        {
            ("seeker01", "request", $"/seeker/requests/{request}"), ("seeker01", "apply", "/seeker/applications/new/13010-00000102"),
            ("seeker01", "provision", "/provision"), ("seeker01", "conditions", "/provision/conditions"),
            ("employer01", "search", "/employer/seekers?q=%E7%B5%8C%E7%90%86"), ("employer01", "composer", "/employer/seekers/K-2047-7302/request"), ("employer01", "sent", "/employer/requests"),
            ("provider01", "profiles", "/provider/seekers"), ("provider01", "guidance", "/provider/guidance"), ("seeker01", "inbox", "/provision/messages"),
        };
        await WriteToSeekerAsync(portal);
        foreach (var group in pictures.GroupBy(p => p.Who))
        {
            var page = await Browser.OpenAsync(portal.Address, 1024);
            await new Person(page).SignInAsync(group.Key);
            foreach (var (_, name, path) in group)
                await TakeAsync(page, path, Path.Combine("HelloWork.Blazor", "wwwroot", "pictures", $"guide-{name}.jpg"), 640);
            await page.Context.CloseAsync();
        }
    }

    private static string Kept(string name) => Path.Combine("docs", "screens", $"{name}.jpg");

    private static Task SpeakAsync(IPage page, PortalHost portal, Language language) =>
        page.Context.AddCookiesAsync([new Cookie { Name = LanguageChoice.Cookie, Value = language.Tag(), Url = portal.Address }]);

    /// <summary>The top of the page as a small file.</summary>
    private static async Task TakeAsync(IPage page, string address, string file, int height)
    {
        await page.SetViewportSizeAsync(page.ViewportSize!.Width, height);
        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address} answers {answer.Status}");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, file), Type = ScreenshotType.Jpeg, Quality = 68 });
    }

    /// <summary>A guidance message of provider01, so that the inbox has something to show.</summary>
    private static async Task WriteToSeekerAsync(PortalHost portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var writer = await db.Users.SingleAsync(a => a.UserName == "provider01");
        var provider = (await db.ProviderMembers.SingleAsync(m => m.AccountId == writer.Id)).ProviderId;
        var seeker = await db.Users.Where(a => a.UserName == "seeker01").Join(db.Seekers, a => (Guid?)a.Id, s => s.AccountId, (_, s) => s.Id).SingleAsync();
        var number = AliasNumber.Draw();
        db.Add(new SeekerAlias(provider, seeker, number));
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<SendGuidance>().RunAsync(new(new ProviderActor(writer.Id, provider), [number], "経理のご経験を生かせる求人のご案内",
            "はじめてご連絡します。製造業の経理の求人をご紹介できます。ご質問は、このメッセージへの返信でお寄せください。"), CancellationToken.None);
    }

    private static async Task<DirectRequestId> SendAsync(PortalHost portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var employer = await db.Users.SingleAsync(a => a.UserName == "employer01");
        var office = await db.OfficeMembers.SingleAsync(m => m.AccountId == employer.Id);
        var result = await scope.ServiceProvider.GetRequiredService<SendDirectRequest>().RunAsync(new(
            new EmployerActor(employer.Id, office.OfficeId), JobNumber.Parse("13010-00000101"), PublicNumber.Parse("K-2047-7301"),
            "はじめまして。株式会社見本製作所の採用担当です。\n\n卸売業で6年間、月次決算まで担当されたご経験を拝見し、ご連絡しました。弊社では4人のチームで経理を担当しており、製造業の原価計算にもこれから取り組んでいただけます。\n\n残業は月平均8時間ほど、休みも取りやすい職場です。求人票をご覧になり、よろしければご応募をご検討ください。",
            NoticeConfirmed: true), CancellationToken.None);
        return result.Sent!.Value;
    }
}
