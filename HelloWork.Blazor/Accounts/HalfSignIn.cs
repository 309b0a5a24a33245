using System.Security.Claims;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Accounts;

/// <summary>
/// Between the password and the sign-in: who has given the right password and what is still asked (authentication key, second factor).
/// A cookie of its own that opens no page but the one that asks; a changed password ends it.
/// </summary>
public sealed class HalfSignIn(IHttpContextAccessor http, IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const string Scheme = "half";
    private const string StepClaim = "step";
    private const string StampClaim = "stamp";
    private const string ReturnClaim = "return";

    public sealed record State(Guid Account, Role Role, SignInStep Step, string? ReturnUrl);

    public async Task BeginAsync(Guid account, SignInStep step, string? returnUrl, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var stamp = await db.Users.Where(a => a.Id == account).Select(a => a.SecurityStamp!).SingleAsync(ct);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.ToString()), new(StepClaim, step.ToString()), new(StampClaim, stamp)], Scheme);
        if (returnUrl is not null)
            identity.AddClaim(new(ReturnClaim, returnUrl));
        await Http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <returns>Null: nobody has given a password, or it was changed since.</returns>
    public async Task<State?> ReadAsync(CancellationToken ct)
    {
        if ((await Http.AuthenticateAsync(Scheme)).Principal is not { } half
            || !Guid.TryParse(half.FindFirstValue(ClaimTypes.NameIdentifier), out var id) || !Enum.TryParse<SignInStep>(half.FindFirstValue(StepClaim), out var step))
            return null;
        var stamp = half.FindFirstValue(StampClaim);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var role = await db.Users.Where(a => a.Id == id && a.SecurityStamp == stamp && a.DisabledAt == null).Select(a => (Role?)a.Role).SingleOrDefaultAsync(ct);
        return role is { } known ? new State(id, known, step, half.FindFirstValue(ReturnClaim)) : null;
    }

    public Task EndAsync() => Http.SignOutAsync(Scheme);

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");
}

/// <summary>How far a sign-in has come.</summary>
public enum SignInStep
{
    Refused = 1,
    Done = 2,
    /// <summary>認証キーの入力</summary>
    Key = 3,
    /// <summary>2段階認証</summary>
    SecondFactor = 4,
    /// <summary>2段階認証の設定: staff without one (AC-04)</summary>
    SecondFactorSetup = 5,
    /// <summary>Staff outside the configured networks (AC-04).</summary>
    WrongNetwork = 6,
}
