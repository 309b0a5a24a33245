using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>No test but a tool: build/screens.sh runs it.</summary>
public sealed class TakeScreens : IDisposable
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HELLOWORK_SCREENS");
    private readonly Lazy<PortalHost> _portal = new(() => new PortalHost(new Dictionary<string, string> { ["Demo:Jobs"] = "2000", ["Demo:Seekers"] = "1000" }));

    public void Dispose()
    {
        if (_portal.IsValueCreated)
            _portal.Value.Dispose();
    }

    /// <summary>Runs only where somebody asked for pictures.</summary>
    private sealed class PicturesFactAttribute : FactAttribute
    {
        public PicturesFactAttribute()
        {
            if (Folder is null)
                Skip = "Takes pictures, proves nothing: run build/screens.sh.";
        }
    }

    [PicturesFact]
    public async Task EveryPage()
    {
        var portal = _portal.Value;
        var request = await SendAsync(portal);
        portal.Clock.SetJapan(2026, 3, 25, 9, 12);
        var pages = new (string? Who, string Name, string Path)[]
        {
            (null, "home", "/"), (null, "jobs", "/jobs?q=%E4%BA%8B%E5%8B%99&pref=13"), (null, "jobs-empty", "/jobs?q=%E5%AE%87%E5%AE%99%E9%A3%9B%E8%A1%8C%E5%A3%AB"), (null, "job", "/jobs/13010-00000101"),
            (null, "login", "/account/login"), (null, "not-found", "/nowhere"), (null, "mail", "/dev/mail"),
            ("employer01", "employer", "/employer"), ("employer01", "employer-jobs", "/employer/jobs"), ("employer01", "seekers", "/employer/seekers?q=%E7%B5%8C%E7%90%86"),
            ("employer01", "profile", "/employer/seekers/K-2047-7302"), ("employer01", "profile-office", "/employer/seekers/K-2047-7307"), ("employer01", "composer", "/employer/seekers/K-2047-7302/request"),
            ("employer01", "sent-requests", "/employer/requests"), ("employer01", "received-applications", "/employer/applications"), ("employer03", "no-active-job", "/employer/seekers"),
            ("seeker01", "seeker", "/seeker"), ("seeker01", "requests", "/seeker/requests"), ("seeker01", "request", $"/seeker/requests/{request}"), ("seeker01", "applications", "/seeker/applications"),
            ("seeker01", "apply", "/seeker/applications/new/13010-00000102"), ("seeker01", "own-profile", "/seeker/profile"), ("seeker01", "account", "/account"),
        };
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            foreach (var width in new[] { 1440, 360 })
                foreach (var group in pages.GroupBy(p => p.Who))
                {
                    var page = await Browser.OpenAsync(portal.Address, width, scheme: scheme);
                    if (group.Key is { } who)
                        await new Person(page).SignInAsync(who);
                    foreach (var (_, name, path) in group)
                    {
                        await page.GotoAsync(path);
                        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, "all", $"{name}-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
                        if (scheme is ColorScheme.Light && width == 1440 && name is ("jobs" or "composer" or "request"))
                            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}.png"), Clip = new() { X = 0, Y = 0, Width = 1440, Height = 1300 }, FullPage = true });
                    }
                    await page.Context.CloseAsync();
                }
    }

    /// <summary>The small pictures of the guide (wwwroot/pictures); HELLOWORK_SCREENS names the folder they go to.</summary>
    [PicturesFact]
    public async Task PicturesOfTheGuide()
    {
        var portal = _portal.Value;
        var request = await SendAsync(portal);
        portal.Clock.SetJapan(2026, 3, 25, 9, 12);
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
            {
                await page.GotoAsync(path);
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"guide-{name}.jpg"), Type = ScreenshotType.Jpeg, Quality = 68, Clip = new() { X = 0, Y = 0, Width = 1024, Height = 640 } });
            }
            await page.Context.CloseAsync();
        }
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
