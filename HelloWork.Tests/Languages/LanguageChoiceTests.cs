using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Tests.Access;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Languages;

public sealed partial class LanguageChoiceTests(PagesMatrixTests.Portal fixture) : IClassFixture<PagesMatrixTests.Portal>
{
    /// <summary>Of each role, answered with more than «not found».</summary>
    private const int FewestPages = 8;

    [Fact]
    public async Task ChoosingALanguage_StaysOnThePage_AndIsKept()
    {
        var visitor = fixture.Host.Visitor();

        using var answer = await visitor.GetAsync("/jobs?pref=13&lang=en&q=%E4%BB%8B%E8%AD%B7");
        var page = await visitor.GetStringAsync(answer.Headers.Location);

        Assert.Equal((HttpStatusCode.Redirect, "/jobs?pref=13&q=%E4%BB%8B%E8%AD%B7"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("<html lang=\"en\"", page);
        Assert.Contains(">Job search</h1>", page);
        Assert.Contains("<html lang=\"en\"", await visitor.GetStringAsync("/"));
    }

    [Theory, InlineData("fr"), InlineData(""), InlineData("ja-JP")]
    public async Task AnUnknownLanguage_ChangesNothing(string tag)
    {
        using var answer = await fixture.Host.Visitor().GetAsync($"/guide?lang={tag}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<html lang=\"ja\" data-language=\"ja\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WhatTheBrowserAsksForByItself_IsNotListenedTo()
    {
        var visitor = fixture.Host.Visitor();
        visitor.DefaultRequestHeaders.Add("Accept-Language", "en-US,en;q=0.9");

        Assert.Contains("<html lang=\"ja\" data-language=\"ja\"", await visitor.GetStringAsync("/"));
    }

    [Fact]
    public async Task AnAccountsChoice_ComesBackAtTheNextSignIn_OnAnotherDevice()
    {
        var first = await fixture.Host.SignedInAsync("seeker03");
        (await first.GetAsync("/seeker?lang=ja-easy")).Dispose();

        var second = await fixture.Host.SignedInAsync("seeker03");

        Assert.Contains("data-language=\"ja-easy\"", await second.GetStringAsync("/seeker"));
        await using var db = await fixture.Host.Contexts.CreateDbContextAsync();
        var account = await db.Users.SingleAsync(a => a.UserName == "seeker03");
        Assert.Equal(Language.EasyJapanese, account.Language);
        Assert.Contains(await db.AuditEntries.Where(a => a.AccountId == account.Id).Select(a => a.Act).ToListAsync(), act => act == nameof(ChooseLanguage));
    }

    [Fact]
    public async Task ALanguageChosenBeforeSigningIn_BecomesTheAccounts_OnlyWhereItHasNone()
    {
        var visitor = fixture.Host.Visitor();
        (await visitor.GetAsync("/?lang=en")).Dispose();
        using (await PortalHost.PostFormAsync(visitor, "/account/login", "login", ("Input.UserId", "seeker04"), ("Input.Password", "Demo-Pass-2026!"))) { }
        var other = fixture.Host.Visitor();
        (await other.GetAsync("/?lang=ja-easy")).Dispose();
        using (await PortalHost.PostFormAsync(other, "/account/login", "login", ("Input.UserId", "seeker04"), ("Input.Password", "Demo-Pass-2026!"))) { }

        await using var db = await fixture.Host.Contexts.CreateDbContextAsync();
        Assert.Equal(Language.English, await db.Users.Where(a => a.UserName == "seeker04").Select(a => a.Language).SingleAsync());
        Assert.Contains("<html lang=\"en\"", await other.GetStringAsync("/seeker"));
    }

    [Theory]
    [InlineData(null), InlineData(RoleNames.Seeker), InlineData(RoleNames.Employer), InlineData(RoleNames.Provider), InlineData(RoleNames.Counselor), InlineData(RoleNames.BureauOfficer)]
    public async Task EachPage_IsMadeInEachLanguage_WithoutALooseMark(string? role)
    {
        var visitor = await fixture.AsAsync(role, foreign: false);
        var offences = new List<string>();
        var shown = 0;
        foreach (var language in LanguageTags.All)
        {
            (await visitor.GetAsync($"/?lang={language.Tag()}")).Dispose();
            foreach (var address in fixture.PagesOf(role))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" } } };
                using var answer = await visitor.SendAsync(request);
                if (answer.Content.Headers.ContentType?.MediaType is not "text/html" || answer.StatusCode is HttpStatusCode.Redirect) continue;
                var page = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode is HttpStatusCode.OK) shown++;
                if (page.AsSpan().IndexOfAny('\uFFF9', '\uFFFA', '\uFFFB') >= 0 || page.Contains('《')) offences.Add($"{language} {address} shows a mark");
                if (!page.Contains($"data-language=\"{language.Tag()}\"", StringComparison.Ordinal)) offences.Add($"{language} {address} speaks another language");
                if (language is Language.EasyJapanese && !page.Contains("<ruby>", StringComparison.Ordinal)) offences.Add($"{address} has no readings");
                if (answer.StatusCode is HttpStatusCode.InternalServerError && address != "/error") offences.Add($"{language} {address} fails");
            }
        }
        (await visitor.GetAsync("/?lang=ja")).Dispose();

        Assert.True(offences.Count == 0, string.Join('\n', offences));
        Assert.True(shown >= FewestPages * LanguageTags.All.Count, $"Only {shown} pages had anything to show.");
    }

    [Theory, InlineData("//evil.example/"), InlineData("//evil.example/jobs"), InlineData("///evil.example")]
    public async Task ALanguageLink_NeverLeadsToAnotherSite(string path)
    {
        using var connection = new System.Net.Sockets.TcpClient();
        var here = new Uri(fixture.Host.Address);
        await connection.ConnectAsync(here.Host, here.Port);
        await using var line = connection.GetStream();
        await line.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {path}?lang=en HTTP/1.1\r\nHost: {here.Authority}\r\nConnection: close\r\n\r\n"));
        var answer = await new StreamReader(line).ReadToEndAsync();

        Assert.Matches(@"\r\nLocation: /(?!/)", answer);
    }

    [Theory, InlineData("*/*"), InlineData("text/html; blazor-enhanced-nav=on"), InlineData(null)]
    public async Task APartOfAPage_FetchedByAScript_HasItsReadingsToo(string? accept)
    {
        var visitor = fixture.Host.Visitor();
        (await visitor.GetAsync("/?lang=ja-easy")).Dispose();
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accept is not null) request.Headers.Add("Accept", accept);

        var page = await (await visitor.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains("<ruby>", page);
        Assert.DoesNotContain('\uFFF9', page);
    }

    [Fact]
    public async Task APageWithADotInItsAddress_HasItsReadingsToo_AndAFilePassesAsItIs()
    {
        var visitor = fixture.Host.Visitor();
        var file = await visitor.GetStringAsync("/robots.txt");
        visitor.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        (await visitor.GetAsync("/?lang=ja-easy")).Dispose();

        var page = await visitor.GetStringAsync("/alerts/stop/a.b");

        Assert.Contains("<ruby>", page);
        Assert.DoesNotContain('《', page);
        Assert.DoesNotContain('\uFFF9', page);
        Assert.Equal(file, await visitor.GetStringAsync("/robots.txt"));
        Assert.StartsWith("{", await visitor.GetStringAsync("/openapi/v1.json"));
    }

    [Fact]
    public async Task OnAnEnglishPage_WhatPeopleWrote_IsMarkedAsJapanese()
    {
        var visitor = fixture.Host.Visitor();
        (await visitor.GetAsync("/?lang=en")).Dispose();
        var request = new HttpRequestMessage(HttpMethod.Get, "/jobs") { Headers = { { "Accept", "text/html" } } };

        var page = await (await visitor.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains("<span lang=\"ja\">", page);
        Assert.DoesNotMatch(@">[^<]*[\p{IsHiragana}\p{IsKatakana}]", Marked().Replace(page, ""));
    }

    [GeneratedRegex("<(a|span|option|title)[^>]*lang=\"ja\"[^>]*>[^<]*</\\1>|<option[^>]*>[^<]*|<title>.*?</title>", RegexOptions.Singleline)] private static partial Regex Marked();
}
