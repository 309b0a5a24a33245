using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>事業所の登録コードを発行する: Hello Work hands it to an office it has registered; with it the office opens its account.</summary>
public sealed class IssueOfficeCode(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="By">Who hands it over; null: an operator's command.</param>
    public sealed record Command(OfficeNumber Office, Guid? By = null);

    /// <returns>The code, which is shown this once; null: no such office.</returns>
    public Task<string?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        if (await db.Offices.SingleOrDefaultAsync(o => o.Number == command.Office, ct) is not { } office)
            return null;
        var now = clock.UtcNow();
        var code = await db.IssueCodeAsync(Role.Employer, office.Id.Value, now, ct);
        db.Record(now, command.By, nameof(IssueOfficeCode), nameof(Office), office.Id);
        return code;
    }, ct);
}
