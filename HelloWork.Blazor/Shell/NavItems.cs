namespace HelloWork.Blazor.Shell;

/// <summary>One entry of the menu: where it leads, and the key of its text.</summary>
/// <param name="Exact">Current only on its very address, not on those below it.</param>
/// <param name="Except">Below it, but another entry's.</param>
/// <param name="Also">Current below this address too.</param>
public sealed record NavItem(string Href, string TextKey, bool Exact = false, string? Except = null, string? Also = null)
{
    public bool Covers(string path) =>
        string.Equals(path, Href, StringComparison.OrdinalIgnoreCase)
        || (Also is not null && IsBelow(path, Also))
        || (!Exact && IsBelow(path, Href) && !(Except is not null && (IsBelow(path, Except) || string.Equals(path, Except, StringComparison.OrdinalIgnoreCase))));

    private static bool IsBelow(string path, string address) => path.StartsWith(address + "/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The menu of each role; a page that doesn't exist yet has no entry.</summary>
public static class NavItems
{
    private static readonly NavItem JobSearch = new("/jobs", "Nav.JobSearch");
    private static readonly NavItem Register = new("/account/register", "Nav.Register");
    private static readonly NavItem Account = new("/account", "Nav.Account");

    private static readonly NavItem[] Seeker =
    [
        new("/seeker", "Nav.Home", Exact: true),
        JobSearch,
        new("/seeker/saved", "Nav.Saved"),
        new("/seeker/requests", "Nav.Requests"),
        new("/seeker/applications", "Nav.Applications"),
        new("/provision", "Nav.Provision", Except: "/provision/messages"),
        new("/provision/messages", "Nav.Messages"),
        new("/seeker/profile", "Nav.Profile"),
        Account,
    ];

    private static readonly NavItem[] Employer =
    [
        new("/employer", "Nav.Home", Exact: true),
        new("/employer/jobs", "Nav.Jobs"),
        new("/employer/seekers", "Nav.Seekers"),
        new("/employer/requests", "Nav.Requests"),
        new("/employer/applications", "Nav.Applications"),
        new("/employer/office", "Nav.Office"),
        Account,
    ];

    private static readonly NavItem[] Provider =
    [
        new("/provider", "Nav.Home", Exact: true),
        new("/provider/seekers", "Nav.Seekers"),
        new("/provider/messages", "Nav.Messages"),
        new("/provider/guidance", "Nav.Guidance"),
        new("/provider/deletions", "Nav.Deletions"),
        Account,
    ];


    private static readonly NavItem[] Counselor =
    [
        new("/desk", "Nav.Desk", Exact: true, Also: "/desk/items"),
        new("/desk/jobs", "Nav.JobChecks"),
        new("/desk/seekers", "Nav.DeskSeekers"),
        new("/desk/inquiries", "Nav.Inquiries"),
        new("/desk/referrals", "Nav.Referrals"),
        new("/desk/complaints", "Nav.Complaints"),
        JobSearch,
        Account,
    ];

    private static readonly NavItem[] Bureau =
    [
        new("/bureau", "Nav.Home", Exact: true),
        new("/bureau/violations", "Nav.Violations"),
        new("/bureau/providers", "Nav.Providers"),
        new("/bureau/audit", "Nav.Audit"),
        Account,
    ];

    /// <summary>The entries for a role; <c>null</c> is a visitor who isn't signed in.</summary>
    public static IReadOnlyList<NavItem> For(string? role) => role switch
    {
        "seeker" => Seeker,
        "employer" => Employer,
        "counselor" => Counselor,
        "provider" => Provider,
        "bureau" => Bureau,
        null => [JobSearch, Register],
        _ => [JobSearch, Account],
    };
}
