using System.Security.Claims;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

/// <summary>ログイン: the domain checks what is typed, this leads from step to step and hands out the cookie at the end.</summary>
public sealed class SignIn(CheckPassword check, StartSession start, HalfSignIn half, SignInManager<Account> identity, UserManager<Account> users, PasswordGate gate, StaffSettings staff, ChooseLanguage language, IHttpContextAccessor http)
{
    public async Task<SignInOutcome> RunAsync(string userId, string password, string? returnUrl, CancellationToken ct)
    {
        if (await gate.PassAsync(() => check.RunAsync(userId, password, ct, Http.Network()), ct) is not { } found)
            return new(SignInStep.Refused, null);

        var step = NextOf(found);
        if (step is SignInStep.Done)
            await CompleteAsync(found.Account, ct);
        else if (step is not SignInStep.WrongNetwork)
            await half.BeginAsync(found.Account, step, returnUrl, ct);
        return new(step, found.Account);
    }

    /// <summary>After the key of the first sign-in: staff go on to their second factor, everybody else is in.</summary>
    public async Task<SignInStep> GoOnAfterKeyAsync(HalfSignIn.State state, CancellationToken ct)
    {
        if (!staff.DemandsSecondFactor || !StaffSettings.IsStaff(state.Role))
        {
            await CompleteAsync(state.Account, ct);
            return SignInStep.Done;
        }
        await half.BeginAsync(state.Account, SignInStep.SecondFactorSetup, state.ReturnUrl, ct);
        return SignInStep.SecondFactorSetup;
    }

    /// <summary>After the last step: begins the session and hands out its cookie.</summary>
    public async Task CompleteAsync(Guid account, CancellationToken ct)
    {
        var session = await start.RunAsync(new(account, Http.Request.Headers.UserAgent.ToString()), ct);
        await half.EndAsync();
        var owner = await CarryAsync(account, session);
        await LanguageChoice.SettleAsync(Http, owner, language, ct);
    }

    /// <summary>The same session under the account's present stamp and claims: after its owner changed what ended all the others.</summary>
    public async Task<Account> CarryAsync(Guid account, Guid session)
    {
        var owner = await users.FindByIdAsync(account.ToString()) ?? throw new InvalidOperationException("A session of an account that isn't there.");
        await identity.SignInWithClaimsAsync(owner, isPersistent: false, [new Claim(SessionCheck.SessionClaim, session.ToString())]);
        return owner;
    }

    private SignInStep NextOf(CheckedPassword found) =>
        !staff.Admits(found.Role, Http.Connection.RemoteIpAddress) ? SignInStep.WrongNetwork
        : found.NeedsKey ? SignInStep.Key
        : found.SecondFactorOn ? SignInStep.SecondFactor
        : staff.DemandsSecondFactor && StaffSettings.IsStaff(found.Role) ? SignInStep.SecondFactorSetup
        : SignInStep.Done;

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");
}

/// <param name="Account">Null: refused.</param>
public sealed record SignInOutcome(SignInStep Step, Guid? Account);

public static class NetworkOfRequest
{
    /// <summary>The address a request comes from, for counting tries by it.</summary>
    public static string Network(this HttpContext http) => http.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "unknown";
}
