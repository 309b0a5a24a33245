namespace HelloWork.Blazor.Guide;

/// <summary>One page of the guide: for whom, its steps, its notices, and where it leads. Its words stand in GuideText under its key.</summary>
/// <param name="Slug">Last part of the address.</param>
/// <param name="Pictures">Of the step with that number: name of the file in wwwroot/pictures.</param>
/// <param name="Start">Where what is described begins.</param>
public sealed record GuideTopic(string Slug, string Key, int Steps, IReadOnlyDictionary<int, string> Pictures, int Notices, IReadOnlyList<string> Questions, string Start)
{
    public const string Home = "/guide";

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<GuideTopic> All { get; } =
    [
        new("requests", "Requests", 5, new Dictionary<int, string> { [2] = "guide-request", [4] = "guide-apply" }, 4, ["Expired", "Twice", "Allowance"], "/seeker/requests"),
        new("employers", "Employers", 5, new Dictionary<int, string> { [2] = "guide-search", [3] = "guide-composer", [5] = "guide-sent" }, 5, ["NoMyPage", "Withdraw", "Grant"], "/employer/seekers"),
        new("provision", "Provision", 6, new Dictionary<int, string> { [1] = "guide-provision", [2] = "guide-inbox", [3] = "guide-conditions" }, 6, ["OnlySome", "WriteFirst", "Password", "Found", "Allowance"], "/provision"),
        new("providers", "Providers", 5, new Dictionary<int, string> { [2] = "guide-profiles", [3] = "guide-guidance" }, 5, ["Deletion", "Blocked"], "/provider"),
    ];

    /// <summary>All questions once, in the order of the topics.</summary>
    public static IEnumerable<string> AllQuestions => All.SelectMany(t => t.Questions).Distinct();

    public static GuideTopic? Find(string? slug) => All.FirstOrDefault(t => t.Slug == slug);

    public string Href => $"{Home}/{Slug}";
}
