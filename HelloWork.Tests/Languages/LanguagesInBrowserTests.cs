using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Tests.Access;
using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Languages;

/// <summary>The longer words of English and the readings of easy Japanese fit the narrowest phone, on every page of those who hold one.</summary>
[Trait("Category", "Browser")]
public sealed class LanguagesInBrowserTests(PagesMatrixTests.Portal fixture) : IClassFixture<PagesMatrixTests.Portal>
{
    private const int Narrowest = 320;

    private const string Widest = "[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('thead')).slice(-3).map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 60)}`).join(' | ')";

    [Theory, InlineData(null), InlineData(RoleNames.Seeker), InlineData(RoleNames.Employer)]
    public async Task NoPage_IsWiderThanTheNarrowestPhone_InAnyLanguage(string? role)
    {
        // Without scripts each address is one plain load.
        var page = await Browser.OpenUndrawnAsync(fixture.Host.Address, Narrowest, script: false);
        if (role is not null)
            await page.Context.AddCookiesAsync(await fixture.CookiesOfAsync(role));
        var tooWide = new List<string>();
        var shown = 0;
        foreach (var language in (Language[])[Language.English, Language.EasyJapanese])
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = LanguageChoice.Cookie, Value = language.Tag(), Url = fixture.Host.Address }]);
            foreach (var address in fixture.PagesOf(role))
            {
                var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
                if (answer?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) is not true) continue;
                if (answer.Ok) shown++;
                var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                if (over > 0) tooWide.Add($"{language} {address}: {over} px, by {await page.EvaluateAsync<string>(Widest)}");
            }
        }
        await page.Context.CloseAsync();

        Assert.True(tooWide.Count == 0, string.Join('\n', tooWide));
        Assert.True(shown >= 20, $"Only {shown} pages had anything to show.");
    }
}
