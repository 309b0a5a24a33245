using System.Text;
using HelloWork.Domain.Accounts;

namespace HelloWork.Blazor.Languages;

/// <summary>Turns the marked readings of a page in easy Japanese into ruby. Other pages, and files of every kind, pass untouched.</summary>
internal static class ReadingsInPages
{
    internal static IApplicationBuilder UseReadings(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (LanguageTags.Current is not Language.EasyJapanese || !TakesPages(context.Request))
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
            var html = Encoding.UTF8.GetBytes(Readings.ToHtml(Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length)));
            response.ContentLength = null;
            await browser.WriteAsync(html, context.RequestAborted);
            return;
        }
        page.Position = 0;
        await page.CopyToAsync(browser, context.RequestAborted);
    });

    // Scripts' own calls and streams of events aren't held back.
    private static bool TakesPages(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(string? type) => type?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true;
}
