using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Providers;

/// <summary>利用団体のアカウントを開設する (AC-01): licence number and registration code prove the provider; the rest goes as for everybody.</summary>
public sealed class OpenProviderAccount(IDbContextFactory<HelloWorkDbContext> contexts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private static readonly Account Nobody = new("nobody", Role.Provider, "", null, DateTime.UnixEpoch);

    /// <param name="Licence">許可・届出受理番号, as typed.</param>
    /// <param name="Code">登録コード, as typed.</param>
    /// <param name="Network">The network address it comes from.</param>
    public sealed record Command(string Licence, string Code, string Email, string Password, bool Agreed, string Network)
    {
        /// <summary>What the form was shown in, for the mails that follow.</summary>
        public Language? Language { get; init; }
    }

    /// <returns>Null: a mail is on its way.</returns>
    public async Task<OpeningRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var email = EmailAddress.Read(command.Email);
        if (OpeningForm.RefusalOf(email, command.Password, command.Licence, command.Agreed) is { } refusal)
            return refusal;

        var hash = hasher.HashPassword(Nobody, command.Password);
        return await contexts.WriteAsync(db => OpenAsync(db, command, email!, hash, ct), ct);
    }

    private async Task<OpeningRefusal?> OpenAsync(HelloWorkDbContext db, Command command, string email, string hash, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var isNumber = LicenceNumber.TryParse(command.Licence, out var number);
        var (byNumber, byNetwork) = (await db.PassesAsync(ThrottleKind.OpeningPerNumber, isNumber ? number.Value : "", now, ct),
            await db.PassesAsync(ThrottleKind.OpeningPerNetwork, command.Network, now, ct));
        if (!byNetwork || (isNumber && !byNumber))
            return OpeningRefusal.TooOften;
        if (!isNumber || await db.Providers.SingleOrDefaultAsync(p => p.Licence == number && p.RemovedAt == null, ct) is not { } provider)
            return OpeningRefusal.NotFound;

        var code = TypedSecret.Read(command.Code) is { } plain ? RegistrationCode.HashOf(plain, Role.Provider, provider.Id.Value) : null;
        if (await db.OpenByCodeAsync(Role.Provider, provider.Id.Value, code, provider.Name, email, hash, now, ct) is not { } account)
            return OpeningRefusal.NotFound;
        account.ShowIn(command.Language);
        db.Record(now, null, nameof(OpenProviderAccount), nameof(Account), account.Id, number.Value);
        return null;
    }
}
