using System.Globalization;
using System.Security.Claims;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Localization;

namespace HelloWork.Blazor.Languages;

/// <summary>
/// Any page with ?lang=ja, ja-easy or en: the browser keeps the language in a cookie, the account of whoever is signed in keeps it too,
/// and the same page comes again without that part of its address. What the browser asks for by itself isn't listened to: Japanese comes first.
/// </summary>
public static class LanguageChoice
{
    public const string Parameter = "lang";
    public const string Cookie = "hw.lang";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    internal static Language? Chosen(HttpRequest request) => LanguageTags.Find(request.Cookies[Cookie]);

    internal static void Keep(HttpResponse response, Language language) => response.Cookies.Append(Cookie, language.Tag(), new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Kept, IsEssential = true, Secure = response.HttpContext.Request.IsHttps,
    });

    /// <summary>Before anything is written: which language this answer speaks.</summary>
    internal static RequestLocalizationOptions Options()
    {
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = Language.Japanese.Request(),
            SupportedCultures = [.. LanguageTags.All.Select(l => l.Culture()).Distinct()],
            SupportedUICultures = [.. LanguageTags.All.Select(l => l.Texts())],
        };
        options.RequestCultureProviders = [new CustomRequestCultureProvider(context =>
        {
            var language = Chosen(context.Request) ?? Language.Japanese;
            return Task.FromResult<ProviderCultureResult?>(new(language.Culture().Name, language.Texts().Name));
        })];
        return options;
    }

    /// <summary>After it is known who asks.</summary>
    internal static IApplicationBuilder UseLanguageChoice(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || LanguageTags.Find(request.Query[Parameter]) is not { } language)
        {
            await next(context);
            return;
        }
        Keep(context.Response, language);
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            await context.RequestServices.GetRequiredService<ChooseLanguage>().RunAsync(new(account, language), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        // One slash: two in front of a path would be the address of another site.
        var path = new PathString($"/{request.Path.Value?.TrimStart('/')}");
        context.Response.Redirect(UriHelper.BuildRelative(request.PathBase, path, Without(request)));
    });

    /// <summary>This page in another language.</summary>
    internal static string Address(string path, IEnumerable<KeyValuePair<string, string?>> query, Language language) =>
        path + QueryString.Create(query.Where(q => q.Key != Parameter).Append(new(Parameter, language.Tag())));

    private static QueryString Without(HttpRequest request) =>
        QueryString.Create(request.Query.Where(q => q.Key != Parameter).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value)));

    /// <summary>At the end of signing in: what the account has chosen goes before what the browser shows; else that becomes the account's.</summary>
    internal static async Task SettleAsync(HttpContext http, Account account, ChooseLanguage choose, CancellationToken ct)
    {
        var shown = Chosen(http.Request);
        if (account.Language is { } kept)
        {
            if (kept != (shown ?? Language.Japanese)) Keep(http.Response, kept);
        }
        else if (shown is { } language)
        {
            await choose.RunAsync(new(account.Id, language), ct);
        }
    }
}
