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

    /// <summary>Takes <c>keep</c> or <c>drop</c> with a job number, and <c>back</c>.</summary>
    public const string Post = "/seeker/saved/jobs";

    /// <summary>The question whether to save it, for whoever signs in first.</summary>
    public static string Of(JobNumber job) => $"{Post}/{job}";

    public static string Of(SavedSearchId search) => $"{Searches}/{search}";

    public static string New(JobSearchQuery query) => $"{Searches}/new{JobSearchAddress.Of(query.ToKeep())[JobSearchAddress.Path.Length..]}";

    public static string Stop(string key) => $"/alerts/stop/{key}";

    /// <summary>The page a form came from, with what was done; on a page of results the card says so itself.</summary>
    public static string Back(string? back, string done, JobNumber about)
    {
        var page = LoginPage.IsOurs(back) && !back!.Contains('\\') && (back.StartsWith(JobSearchAddress.Path, StringComparison.Ordinal) || back.StartsWith("/seeker/", StringComparison.Ordinal)) ? back.Split('#')[0] : Jobs;
        var (path, query) = page.Split('?', 2) is [var p, var q] ? (p, q) : (page, "");
        if (path == JobSearchAddress.Path)
            return $"{page}#{Card(about)}";
        var kept = QueryHelpers.ParseQuery(query).Where(v => v.Key is not ("saved" or "about")).SelectMany(v => v.Value.Select(value => KeyValuePair.Create(v.Key, value)));
        // On a phone the button stands far below the top of the job's page.
        var part = path.StartsWith($"{JobSearchAddress.Path}/", StringComparison.Ordinal) ? "#saved" : "";
        return QueryHelpers.AddQueryString(path, kept.Append(KeyValuePair.Create("saved", (string?)done)).Append(KeyValuePair.Create("about", (string?)about.Value))) + part;
    }

    /// <summary>The id of a job's card in a list.</summary>
    public static string Card(JobNumber job) => $"j-{job}";
}
