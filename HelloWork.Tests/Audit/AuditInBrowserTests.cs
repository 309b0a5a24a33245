using System.Net;
using System.Text;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using HelloWork.Tests.Access;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelloWork.Tests.Audit;

[Trait("Category", "Browser")]
public sealed class AuditInBrowserTests(AuditInBrowserTests.Portal fixture) : IClassFixture<AuditInBrowserTests.Portal>, IAsyncLifetime
{
    private readonly PortalHost _portal = fixture.Host;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(_portal.Address);

    [Fact, Trait("Rule", "OV-05")]
    public async Task AnOfficer_SearchesTheTrail_OnAPageThatIsAccessibleAndNeverScrollsSideways()
    {
        var officer = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("bureau01");
        var page = officer.Page;
        await LookAtAsync(page, "/bureau/audit", $"audit");

        await page.GetByLabel("だれが").FillAsync("provider01");
        await page.GetByLabel("したこと").SelectOptionAsync(new SelectOptionValue { Value = nameof(SendGuidance) });
        await officer.PressAsync("さがす");
        await page.GetByRole(AriaRole.Status).Filter(new() { HasText = "1件" }).WaitForAsync();
        await LookAtAsync(page, page.Url, $"audit-found");
        await LookAtAsync(page, "/bureau/audit?from=abc", $"audit-error");
    }

    [Fact, Trait("Rule", "OV-04")]
    public async Task ASeeker_KeepsAConversationAsEvidence()
    {
        var seeker = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("seeker01");
        await seeker.Page.GotoAsync($"/provision/messages/{fixture.Records.Conversation}");
        await seeker.FollowAsync("このやりとりを証拠として保存する");
        await seeker.SeeHeadingAsync("やりとりの控え");
        await LookAtAsync(seeker.Page, seeker.Page.Url, $"evidence");
    }

    [Fact, Trait("Rule", "OV-04"), Trait("Rule", "OV-05")]
    public async Task Files_AreHandedOut_ToWhomTheyBelong()
    {
        var (seeker, officer) = (await _portal.SignedInAsync("seeker01"), await _portal.SignedInAsync("bureau01"));
        var address = $"/provision/messages/{fixture.Records.Conversation}/evidence";

        var evidence = await ConversationEvidence.ReadAsync(await seeker.GetStreamAsync($"{address}.json"), default);
        var pdf = await seeker.GetAsync($"{address}.pdf");
        var csv = await officer.GetAsync("/bureau/audit/export.csv?act=SendGuidance");

        Assert.Empty(evidence!.Faults());
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        var bytes = await pdf.Content.ReadAsByteArrayAsync();
        Keep("evidence.pdf", bytes);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes[..5]));
        Assert.True(bytes.Length > 10_000, $"{bytes.Length} bytes");
        Assert.Contains("provider01", await csv.Content.ReadAsStringAsync());
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.GetAsync("/bureau/audit/export.csv?from=abc")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/desk/evidence/{fixture.Records.Conversation}.json")).StatusCode);
    }

    [Fact, Trait("Rule", "OV-04"), Trait("Rule", "OV-05")]
    public async Task APageThatOnlyKeepsItsMenuUpToDate_ExportsAndSearchesNothing()
    {
        var (seeker, officer) = (await _portal.SignedInAsync("seeker01"), await _portal.SignedInAsync("bureau01"));
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var before = await db.AuditEntries.CountAsync(e => e.Act == nameof(ExportConversation) || e.Act == nameof(SearchAuditTrail));

        Assert.DoesNotContain("先頭のハッシュ", await InBackgroundAsync(seeker, $"/provision/messages/{fixture.Records.Conversation}/evidence"));
        Assert.DoesNotContain("<table", await InBackgroundAsync(officer, "/bureau/audit?who=provider01"));

        Assert.Equal(before, await db.AuditEntries.CountAsync(e => e.Act == nameof(ExportConversation) || e.Act == nameof(SearchAuditTrail)));
    }

    private static async Task<string> InBackgroundAsync(HttpClient visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(LiveRequests.Header, "1");
        using var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task LookAtAsync(IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        if (Shots is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}.png"), FullPage = true });
        await page.AssertInOrderAsync(address);
    }

    private static string? Shots => Environment.GetEnvironmentVariable("HELLOWORK_SHOTS");

    private static void Keep(string name, byte[] content)
    {
        if (Shots is not null)
            File.WriteAllBytes(Path.Combine(Shots, name), content);
    }

    public sealed class Portal : IAsyncLifetime
    {
        public PortalHost Host { get; } = new(new Dictionary<string, string> { ["Pdf:Chromium"] = Browser.ExecutablePath, ["Pdf:Arguments"] = "--no-sandbox" });
        internal PortalRecords Records { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Records = await PortalRecords.MakeAsync(Host);
            await using var scope = Host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SealAudit>().RunAsync(default);
        }

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
