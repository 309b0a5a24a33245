using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Jobs;

/// <summary>候補 while somebody types, for the script of the search's field. The same for everybody, so that browser and proxies keep it for a day.</summary>
public static class SuggestEndpoint
{
    public const string Path = "/jobs/suggest";

    private static readonly TextSource Texts = TextSource.Of(typeof(FindingText));

    /// <param name="Say">How many there are, to be read out.</param>
    private sealed record Suggestions(string Label, string Say, IReadOnlyList<Choice> Items);

    private sealed record Choice(string Field, string Code, string Text);

    public static WebApplication MapJobSuggestions(this WebApplication app)
    {
        // The language stands in the address: by the cookie, one answer would be kept for all three. Not as lang, which is the switch.
        app.MapGet(Path, (string? q, [FromQuery(Name = "in")] string? tag, HttpContext http) =>
        {
            var language = LanguageTags.Find(tag) ?? Language.Japanese;
            var found = JobSuggestions.For(q, language);
            http.Response.Headers.CacheControl = "public, max-age=86400";
            return Results.Json(new Suggestions(Say("Suggest.Label"), found.Count == 0 ? "" : Say("Suggest.Say", found.Count),
                [.. found.Select(s => new Choice(s.Field, s.Code, Say(s.IsPlace ? "Suggest.Place" : "Suggest.Occupation", s.Name)))]));

            string Say(string key, params object[] arguments) => Readings.Bare(string.Format(language.Culture(), Texts.Find(language, key)!, arguments));
        });
        return app;
    }
}
