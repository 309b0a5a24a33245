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
        await using var page = new HeldPage(response, browser);
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = browser;
        }
        if (page.Html is not { Length: > 0 } made)
            return;
        var html = Encoding.UTF8.GetBytes(language is Language.English ? JapaneseInEnglish.Mark(made) : Readings.ToHtml(made));
        response.ContentLength = null;
        await browser.WriteAsync(html, context.RequestAborted);
    });

    // Who asks for a page may name it with a dot; what becomes of a file is up to HeldPage. A script that fetches a part of a page asks for anything (*/*).
    private static bool TakesPages(HttpRequest request) => request.Headers.Accept.ToString() is var accept
        && (accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)
            || (!Path.HasExtension(request.Path) && (accept.Length == 0 || accept.Contains("*/*", StringComparison.Ordinal))));
}
