using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HelloWork.Blazor.Shell;

public sealed partial class SiteHeader(NavigationManager navigation, NavCountsSource countsSource) : ComponentBase
{
    private IReadOnlyList<NavItem> items = NavItems.For(null);
    private NavCounts counts = NavCounts.None;
    private string? who;
    private string? accountMark;
    private string path = "/";

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        path = new Uri(navigation.Uri).AbsolutePath;
        if (Authentication is null) return;

        var user = (await Authentication).User;
        if (user.Identity is not { IsAuthenticated: true } identity) return;

        var role = user.FindFirstValue(ClaimTypes.Role);
        items = NavItems.For(role ?? "");
        var name = user.FindFirstValue("display_name") ?? identity.Name ?? "";
        who = role is null ? name : T["Who", name, T[$"Role.{role}"]];
        accountMark = Mark(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? name);
        counts = await countsSource(user, Http?.RequestAborted ?? CancellationToken.None);
    }

    private string? CurrentMark(NavItem item) => item.Covers(path) ? "page" : null;

    /// <summary>Tells the browser's own copy of a draft whose it is, without naming the account.</summary>
    private static string Mark(string account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..16];
}
