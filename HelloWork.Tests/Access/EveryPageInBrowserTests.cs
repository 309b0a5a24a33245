using System.Text.Json;
using HelloWork.Domain.Accounts;
using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Access;

/// <summary>
/// Each page of each role, as the people 01 see it, is accessible and never wider than the window. In every look with HELLOWORK_EVERY_LOOK=1; with
/// HELLOWORK_LOOKS set to a folder also what was found, and a picture of each look (build/looks.sh).
/// </summary>
[Trait("Category", "Browser")]
public sealed class EveryPageInBrowserTests(FullPortal fixture) : IClassFixture<FullPortal>
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HELLOWORK_LOOKS");

    private const string Guidance = "Messaging.GuidanceInBrowserTests: after the composer";

    /// <summary>What is a page only after something else happened, or none at all; where it is looked at.</summary>
    private static readonly Dictionary<string, string> SeenElsewhere = new()
    {
        ["/error"] = "ShellPagesTests: it answers 500",
        ["/employer/documents/{id:guid}"] = "a file, no page",
        ["/seeker/documents/{id:guid}"] = "a file, no page",
        ["/pictures/{id:guid}"] = "a picture, no page",
        ["/desk/jobs/offices/{Number}"] = "JobCheckJourneys: after the office sent pictures",
        ["/bureau/providers/{Id:guid}/violations/{Violation:guid}"] = "OversightJourneys: while it waits",
        ["/provision/profile"] = "leads to its first step, which is a page of its own here",
        ["/provider/guidance/new/confirm"] = Guidance,
        ["/provider/guidance/sent"] = Guidance,
        ["/provision/blocks/{provider}"] = "leads to the inbox, which is a page of its own here",
        ["/provision/profile/{word}/preview"] = "a part of a page",
        ["/employer/jobs/drafts/{draft}/{word}/preview"] = "a part of a page",
        ["/employer/seekers/{Number}/request/confirm"] = "Employers.EmployerInBrowserTests: after the composer",
        ["/dev/mail/{Name}"] = "a developer's page, and no mail was sent",
    };

    [Theory]
    [InlineData(null), InlineData(RoleNames.Seeker), InlineData(RoleNames.Employer), InlineData(RoleNames.Provider), InlineData(RoleNames.Counselor), InlineData(RoleNames.BureauOfficer)]
    public async Task EachPage_IsAccessible_AndNeverScrollsSideways(string? role)
    {
        var page = Folder is null ? await Browser.OpenUndrawnAsync(fixture.Pages.Host.Address) : await Browser.OpenAsync(fixture.Pages.Host.Address);
        if (role is not null)
            await page.Context.AddCookiesAsync(await fixture.Pages.CookiesOfAsync(role));
        await page.BringAxeAsync();
        List<string> faults = [], missing = [], shown = [];
        var engine = "";
        foreach (var (address, pattern) in fixture.PagesOf(role))
        {
            var answer = await page.GotoAsync(address);
            if (answer?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) is not true)
                continue;
            // Where it leads elsewhere, that other page is what was seen.
            if (!answer.Ok || PathOf(page.Url) != PathOf(address))
            {
                if (!SeenElsewhere.ContainsKey(pattern))
                    missing.Add(answer.Ok ? $"{pattern} leads to {PathOf(page.Url)}" : $"{pattern} answers {answer.Status}");
                continue;
            }
            // Looked at as well, but nobody's page where people come.
            if (!pattern.StartsWith("/dev/", StringComparison.Ordinal))
                shown.Add(pattern);
            // First: after forced colours Chromium draws some of them once more.
            await KeepAsync(page, role, pattern);
            faults.AddRange(await page.FaultsAsync(pattern));
            engine = await page.EvaluateAsync<string>("axe.version");
        }
        await page.Context.CloseAsync();
        await KeepAsync(role, engine, shown, faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private string PathOf(string address) => new Uri(new Uri(fixture.Pages.Host.Address), address).AbsolutePath;

    private static async Task KeepAsync(IPage page, string? role, string pattern)
    {
        if (Folder is null || !PageInOrder.EveryLook)
            return;
        foreach (var (width, scheme) in PageInOrder.Looks)
        {
            await page.WearAsync(width, scheme);
            var name = string.Join('-', pattern.Split(['/', '{', '}', ':', '.'], StringSplitOptions.RemoveEmptyEntries).Append($"{width}").Append($"{scheme}")).ToLowerInvariant();
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, role ?? "visitor", $"{name}.png"), FullPage = true });
        }
        await page.WearAsync(PageInOrder.Looks[0].Width, PageInOrder.Looks[0].Scheme);
    }

    private static async Task KeepAsync(string? role, string engine, IReadOnlyList<string> shown, IReadOnlyList<string> faults)
    {
        if (Folder is null)
            return;
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{role ?? "visitor"}.json"), JsonSerializer.Serialize(new { role = role ?? "visitor", engine, looks = PageInOrder.EveryLook ? PageInOrder.Looks.Count : 1, pages = shown, faults }));
    }
}
