using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>求人者のアカウントを開設する (AC-01): office number and registration code prove the office; the rest goes as for everybody.</summary>
public sealed class OpenEmployerAccount(IDbContextFactory<HelloWorkDbContext> contexts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private static readonly Account Nobody = new("nobody", Role.Employer, "", null, DateTime.UnixEpoch);

    /// <param name="Office">事業所番号, as typed.</param>
    /// <param name="Code">登録コード, as typed.</param>
    /// <param name="Network">The network address it comes from.</param>
    public sealed record Command(string Office, string Code, string Email, string Password, bool Agreed, string Network)
    {
        /// <summary>What the form was shown in, for the mails that follow.</summary>
        public Language? Language { get; init; }
    }

    /// <returns>Null: a mail is on its way.</returns>
    public async Task<OpeningRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var email = EmailAddress.Read(command.Email);
        if (OpeningForm.RefusalOf(email, command.Password, command.Office, command.Agreed) is { } refusal)
            return refusal;

        var hash = hasher.HashPassword(Nobody, command.Password);
        return await contexts.WriteAsync(db => OpenAsync(db, command, email!, hash, ct), ct);
    }

    private async Task<OpeningRefusal?> OpenAsync(HelloWorkDbContext db, Command command, string email, string hash, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var isNumber = OfficeNumber.TryParse(command.Office, out var number);
        var (byNumber, byNetwork) = (await db.PassesAsync(ThrottleKind.OpeningPerNumber, isNumber ? number.Value : "", now, ct),
            await db.PassesAsync(ThrottleKind.OpeningPerNetwork, command.Network, now, ct));
        if (!byNetwork || (isNumber && !byNumber))
            return OpeningRefusal.TooOften;
        if (!isNumber || await db.Offices.SingleOrDefaultAsync(o => o.Number == number, ct) is not { } office)
            return OpeningRefusal.NotFound;

        var code = TypedSecret.Read(command.Code) is { } plain ? RegistrationCode.HashOf(plain, Role.Employer, office.Id.Value) : null;
        if (await db.OpenByCodeAsync(Role.Employer, office.Id.Value, code, office.Name, email, hash, now, ct) is not { } account)
            return OpeningRefusal.NotFound;
        account.ShowIn(command.Language);
        db.Record(now, null, nameof(OpenEmployerAccount), nameof(Account), account.Id, number.Value);
        return null;
    }
}
