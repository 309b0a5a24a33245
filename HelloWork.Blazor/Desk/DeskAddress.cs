using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.WebUtilities;

namespace HelloWork.Blazor.Desk;

/// <summary>The addresses of the desk: /desk?kind=&amp;q=&amp;who=&amp;due=&amp;state=&amp;page=, an item, and where each kind's record has its own page.</summary>
public static class DeskAddress
{
    public const string Path = "/desk";
    public const string Change = "/desk/change";

    /// <summary>What was done, told by the list after a redirect; not part of the list's own address.</summary>
    private static readonly string[] Told = ["done", "n", "left"];

    private static readonly Dictionary<DeskItemKind, string> Kinds = new()
    {
        [DeskItemKind.JobCheck] = "jobs", [DeskItemKind.Inquiry] = "inquiries", [DeskItemKind.Consultation] = "consultations",
        [DeskItemKind.Referral] = "referrals", [DeskItemKind.Registration] = "seekers", [DeskItemKind.Complaint] = "complaints",
    };

    private static readonly Dictionary<DeskDue, string> Dues = new()
    {
        [DeskDue.Any] = "", [DeskDue.Overdue] = "overdue", [DeskDue.ByToday] = "today", [DeskDue.ByThisWeek] = "week",
    };

    private static readonly Dictionary<DeskFilterState, string> States = new()
    {
        [DeskFilterState.Open] = "", [DeskFilterState.New] = "new", [DeskFilterState.InProgress] = "doing", [DeskFilterState.Waiting] = "waiting", [DeskFilterState.Done] = "done",
    };

    public static string Word(DeskItemKind kind) => Kinds[kind];

    public static string Word(DeskDue due) => Dues[due];

    public static string Word(DeskFilterState state) => States[state];

    public static DeskItemKind? ReadKind(string? word) => Kinds.Where(k => k.Value == word).Select(k => (DeskItemKind?)k.Key).FirstOrDefault();

    public static DeskDue ReadDue(string? word) => Dues.FirstOrDefault(d => d.Value == word, new(DeskDue.Any, "")).Key;

    public static DeskFilterState ReadState(string? word) => States.FirstOrDefault(s => s.Value == word, new(DeskFilterState.Open, "")).Key;

    /// <summary>me, none, or a colleague's key.</summary>
    public static (DeskAssignee Assignee, Guid? Colleague) ReadWho(string? word) => word switch
    {
        "me" => (DeskAssignee.Me, null),
        "none" => (DeskAssignee.Nobody, null),
        _ when Guid.TryParse(word, out var colleague) => (DeskAssignee.Colleague, colleague),
        _ => (DeskAssignee.Anybody, null),
    };

    public static string Of(DeskItemId item) => $"{Path}/items/{item}";

    /// <summary>The one map from a kind of work to the page of its record.</summary>
    public static string OfRecord(DeskItemKind kind, Guid record, string number) => kind switch
    {
        // An office's texts and pictures are checked beside its jobs, under the office's number.
        DeskItemKind.JobCheck when OfficeNumber.TryParse(number, out _) => $"{Path}/jobs/offices/{number}",
        DeskItemKind.JobCheck => $"{Path}/jobs/{Uri.EscapeDataString(number)}",
        DeskItemKind.Inquiry => $"{Path}/inquiries/{record}",
        DeskItemKind.Consultation => $"{Path}/inquiries/consultations/{record}",
        DeskItemKind.Referral => $"{Path}/referrals/{record}",
        DeskItemKind.Registration => $"{Path}/seekers/{record}",
        DeskItemKind.Complaint => $"{Path}/complaints/{record}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a page of its record."),
    };

    /// <summary>A list to go back to, as it came with a form: only the desk's own, without what was told there.</summary>
    public static string Back(string? typed)
    {
        if (typed is null || !(typed == Path || typed.StartsWith(Path + "?", StringComparison.Ordinal)) || typed.Any(char.IsControl) || typed.Contains('\\'))
            return Path;
        return typed.Split('#')[0].Split('?', 2) is [var path, var query] ? With(path, Parts(query)) : Path;
    }

    public static string Tell(string list, string done, int? count = null, IEnumerable<DeskItemId>? left = null)
    {
        var told = new List<KeyValuePair<string, string?>> { new("done", done) };
        if (count is { } n)
            told.Add(new("n", n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        told.AddRange((left ?? []).Select(id => new KeyValuePair<string, string?>("left", id.ToString())));
        return QueryHelpers.AddQueryString(Back(list), told);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Parts(string query) =>
        from pair in QueryHelpers.ParseQuery(query)
        where !Told.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)
        from value in pair.Value
        where !string.IsNullOrEmpty(value)
        select KeyValuePair.Create(pair.Key, (string?)value);

    private static string With(string path, IEnumerable<KeyValuePair<string, string?>> parts) => QueryHelpers.AddQueryString(path, parts);
}
