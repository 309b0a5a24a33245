using System.Security.Claims;

namespace HelloWork.Blazor.Shell;

/// <summary>The numbers shown beside menu entries, by address. An address without a number shows none.</summary>
public sealed class NavCounts(IReadOnlyDictionary<string, int> byHref)
{
    public static NavCounts None { get; } = new(new Dictionary<string, int>());

    public int this[string href] => byHref.GetValueOrDefault(href);
}

/// <summary>Reads the numbers for the person who is signed in. Registered by whoever owns the figures; without one there are none.</summary>
public delegate Task<NavCounts> NavCountsSource(ClaimsPrincipal user, CancellationToken ct);
