using System.Text;
using HelloWork.Domain.Accounts;

namespace HelloWork.Blazor.Languages;

/// <summary>The last touch of a page: readings become ruby in easy Japanese, Japanese is marked in English. Japanese pages and files of every kind pass untouched.</summary>
internal static class FinishedPages
{
    internal static IApplicationBuilder UseFinishedPages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var language = LanguageTags.Current;
        if (language is Language.Japanese || !TakesPages(context.Request))
        {
            await next(context);
            return;
        }
        var response = context.Response;
        var browser = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = browser;
        }
        if (IsPage(response.ContentType) && page.Length > 0)
        {
            var made = Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length);
            var html = Encoding.UTF8.GetBytes(language is Language.English ? JapaneseInEnglish.Mark(made) : Readings.ToHtml(made));
            response.ContentLength = null;
            await browser.WriteAsync(html, context.RequestAborted);
            return;
        }
        page.Position = 0;
        await page.CopyToAsync(browser, context.RequestAborted);
    });

    // A script that fetches a part of a page asks for anything (*/*). Streams of events and files aren't held back.
    private static bool TakesPages(HttpRequest request) => !Path.HasExtension(request.Path) && request.Headers.Accept.ToString() is var accept
        && (accept.Length == 0 || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal));

    private static bool IsPage(string? type) => type?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true;
}
