using System.Security.Claims;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components.Authorization;

namespace HelloWork.Blazor.Accounts;

/// <summary>Who is signed in, as the actor that domain verbs take. A hint for the page; the domain checks it again.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    public const string OfficeClaim = "office";
    public const string SeekerClaim = "seeker";
    public const string ProviderClaim = "provider";
    public const string DisplayNameClaim = "display_name";

    /// <exception cref="NotAllowedException">Nobody is signed in, or not as an employer.</exception>
    public async Task<EmployerActor> EmployerAsync() => EmployerOf(await UserAsync());

    /// <summary>For addresses that aren't pages.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in, or not as an employer.</exception>
    public static EmployerActor EmployerOf(ClaimsPrincipal user) =>
        user.IsInRole(RoleNames.Employer) && Guid.TryParse(user.FindFirstValue(OfficeClaim), out var office)
            ? new EmployerActor(AccountOf(user), new OfficeId(office))
            : throw new NotAllowedException("Nobody is signed in as an employer.");

    /// <exception cref="NotAllowedException">Nobody is signed in, or not as a seeker.</exception>
    public async Task<SeekerActor> SeekerAsync() => SeekerOf(await UserAsync());

    /// <summary>For addresses that aren't pages.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in, or not as a seeker.</exception>
    public static SeekerActor SeekerOf(ClaimsPrincipal user) =>
        SeekerOrNull(user) ?? throw new NotAllowedException("Nobody is signed in as a seeker.");

    /// <summary>For pages that are public and show a seeker more (公開範囲 2).</summary>
    public async Task<SeekerActor?> SeekerOrNullAsync() => SeekerOrNull(await UserAsync());

    /// <summary>Null where somebody else is signed in, or nobody.</summary>
    public static SeekerActor? SeekerOrNull(ClaimsPrincipal user) =>
        user.IsInRole(RoleNames.Seeker) && Guid.TryParse(user.FindFirstValue(SeekerClaim), out var seeker)
            ? new SeekerActor(AccountOf(user), new SeekerId(seeker))
            : null;

    /// <summary>The same person on the provision site, their second service.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in, or not as a seeker.</exception>
    public async Task<ProvisionActor> ProvisionAsync() => ProvisionOf(await UserAsync());

    /// <summary>For addresses that aren't pages.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in, or not as a seeker.</exception>
    public static ProvisionActor ProvisionOf(ClaimsPrincipal user) => new(SeekerOf(user).Account, SeekerOf(user).Seeker);

    /// <exception cref="NotAllowedException">Nobody is signed in, or not for a provider.</exception>
    public async Task<ProviderActor> ProviderAsync() => ProviderOf(await UserAsync());

    /// <summary>For addresses that aren't pages.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in, or not for a provider.</exception>
    public static ProviderActor ProviderOf(ClaimsPrincipal user) =>
        user.IsInRole(RoleNames.Provider) && Guid.TryParse(user.FindFirstValue(ProviderClaim), out var provider)
            ? new ProviderActor(AccountOf(user), new ProviderId(provider))
            : throw new NotAllowedException("Nobody is signed in for a provider.");

    /// <exception cref="NotAllowedException">Nobody is signed in, or not as a counselor.</exception>
    public async Task<CounselorActor> CounselorAsync() => CounselorOf(await UserAsync());

    /// <summary>For addresses that aren't pages.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in, or not as a counselor.</exception>
    public static CounselorActor CounselorOf(ClaimsPrincipal user) =>
        user.IsInRole(RoleNames.Counselor) ? new CounselorActor(AccountOf(user)) : throw new NotAllowedException("Nobody is signed in as a counselor.");

    /// <exception cref="NotAllowedException">Nobody is signed in, or not as a bureau officer.</exception>
    public async Task<BureauActor> BureauAsync() => BureauOf(await UserAsync());

    /// <summary>For addresses that aren't pages.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in, or not as a bureau officer.</exception>
    public static BureauActor BureauOf(ClaimsPrincipal user) =>
        user.IsInRole(RoleNames.BureauOfficer) ? new BureauActor(AccountOf(user)) : throw new NotAllowedException("Nobody is signed in as a bureau officer.");

    public async Task<ClaimsPrincipal> UserAsync() => (await authentication.GetAuthenticationStateAsync()).User;

    /// <summary>For what anybody signed in has of their own.</summary>
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public static Guid AccountOf(ClaimsPrincipal user) =>
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new NotAllowedException("The sign-in names no account."));
}
