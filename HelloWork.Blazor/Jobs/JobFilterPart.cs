using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace HelloWork.Blazor.Jobs;

/// <summary>Parts of the filter that few people need: left out of the page until its address asks for them (<c>more=</c>). What is chosen of them is always there.</summary>
[Flags]
public enum JobFilterPart
{
    None = 0,
    /// <summary>All municipalities of the chosen prefectures.</summary>
    Cities = 1,
    Prefectures = 2,
    Occupations = 4,
    /// <summary>詳細検索条件</summary>
    Details = 8,
}

internal static class JobFilterParts
{
    private static readonly Dictionary<string, JobFilterPart> Words = new()
    {
        ["city"] = JobFilterPart.Cities, ["pref"] = JobFilterPart.Prefectures, ["occ"] = JobFilterPart.Occupations, ["detail"] = JobFilterPart.Details,
    };

    public static string Word(JobFilterPart part) => Words.First(w => w.Value == part).Key;

    /// <summary>Within the part: whatever button of the form is pressed next, it is still there afterwards.</summary>
    public static MarkupString StaysOpen(JobFilterPart part) => new($"<input type=hidden name=more value={Word(part)}>");

    /// <summary>An address of a search at which these parts are open as well.</summary>
    public static string Open(string address, JobFilterPart parts) => Words.Where(w => parts.HasFlag(w.Value)).Aggregate(address, (open, w) => QueryHelpers.AddQueryString(open, "more", w.Key));

    public static JobFilterPart AskedFor(string address) => QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue("more", out var words)
        ? words.Aggregate(JobFilterPart.None, (all, word) => all | Words.GetValueOrDefault(word ?? "")) : JobFilterPart.None;
}
