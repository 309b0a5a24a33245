using System.Net;
using HelloWork.Domain.Accounts;

namespace HelloWork.Blazor.Accounts;

/// <summary>What is demanded of counselors and bureau officers (AC-04): settings <c>Accounts:StaffNetworks</c> and <c>Accounts:StaffSecondFactor</c>.</summary>
public sealed class StaffSettings
{
    private readonly IReadOnlyList<IPNetwork>? _networks;

    private StaffSettings(IReadOnlyList<IPNetwork>? networks, bool secondFactor)
    {
        _networks = networks;
        DemandsSecondFactor = secondFactor;
    }

    public bool DemandsSecondFactor { get; }

    /// <summary>True: no network is named, so no staff can sign in.</summary>
    public bool LetsNobodyIn => _networks is { Count: 0 };

    public static bool IsStaff(Role role) => role is Role.Counselor or Role.BureauOfficer;

    /// <exception cref="InvalidOperationException">A network isn't one; the message names it.</exception>
    public static StaffSettings Read(IConfiguration configuration, bool development)
    {
        var written = configuration.GetSection("Accounts:StaffNetworks").Get<string[]>() ?? [];
        var networks = written.Where(w => !string.IsNullOrWhiteSpace(w)).Select(w => IPNetwork.TryParse(w, out var network) ? network
            : throw new InvalidOperationException($"Accounts:StaffNetworks holds «{w}»; a network is written as 10.1.0.0/16 or 2001:db8::/32.")).ToArray();
        var secondFactor = configuration.GetValue<bool?>("Accounts:StaffSecondFactor") ?? !development;
        if (!secondFactor && !development)
            throw new InvalidOperationException("Accounts:StaffSecondFactor can be false in Development only.");
        return new StaffSettings(development && networks.Length == 0 ? null : networks, secondFactor);
    }

    public bool Admits(Role role, IPAddress? from)
    {
        if (!IsStaff(role) || _networks is null)
            return true;
        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return address is not null && _networks.Any(n => n.Contains(address));
    }
}
