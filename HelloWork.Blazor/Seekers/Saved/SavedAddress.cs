using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.WebUtilities;

namespace HelloWork.Blazor.Seekers.Saved;

/// <summary>Addresses of what a seeker has saved, and of the link that stops a search's mails.</summary>
public static class SavedAddress
{
    public const string Jobs = "/seeker/saved";
    public const string Searches = "/seeker/saved/searches";

    /// <summary>Takes <c>keep</c> or <c>drop</c>, and <c>back</c>. Visited, it is the question whether to save: there a sign-in leads that came between.</summary>
    public static string Of(JobNumber job) => $"{Jobs}/jobs/{job}";

    public static string Of(SavedSearchId search) => $"{Searches}/{search}";

    public static string New(JobSearchQuery query) => $"{Searches}/new{JobSearchAddress.Of(query.ToKeep())[JobSearchAddress.Path.Length..]}";

    public static string Stop(string key) => $"/alerts/stop/{key}";

    public static string Resume(string key) => $"{Stop(key)}/undo";

    /// <summary>The page a form came from, with what was done.</summary>
    public static string Back(string? back, string done, JobNumber about)
    {
        var page = LoginPage.IsOurs(back) && !back!.Contains('\\') && (back.StartsWith(JobSearchAddress.Path, StringComparison.Ordinal) || back.StartsWith("/seeker/", StringComparison.Ordinal)) ? back.Split('#')[0] : Jobs;
        var (path, query) = page.Split('?', 2) is [var p, var q] ? (p, q) : (page, "");
        var kept = QueryHelpers.ParseQuery(query).Where(v => v.Key is not ("saved" or "about")).SelectMany(v => v.Value.Select(value => KeyValuePair.Create(v.Key, value)));
        // On a phone the button stands far below the top of the page.
        var part = path == JobSearchAddress.Path ? $"#{Card(about)}" : path.StartsWith($"{JobSearchAddress.Path}/", StringComparison.Ordinal) ? "#saved" : "";
        return QueryHelpers.AddQueryString(path, kept.Append(KeyValuePair.Create("saved", (string?)done)).Append(KeyValuePair.Create("about", (string?)about.Value))) + part;
    }

    /// <summary>The id of a job's card in a list.</summary>
    public static string Card(JobNumber job) => $"j-{job}";
}
