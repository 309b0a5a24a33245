using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Providers;

/// <summary>利用団体の登録コードを発行する: the bureau hands it to a provider it has admitted; with it the provider opens its account.</summary>
public sealed class IssueProviderCode(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="By">Who hands it over; null: an operator's command.</param>
    public sealed record Command(LicenceNumber Licence, Guid? By = null);

    /// <returns>The code, which is shown this once; null: no such provider.</returns>
    public Task<string?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        if (await db.Providers.SingleOrDefaultAsync(p => p.Licence == command.Licence && p.RemovedAt == null, ct) is not { } provider)
            return null;
        var now = clock.UtcNow();
        var code = await db.IssueCodeAsync(Role.Provider, provider.Id.Value, now, ct);
        db.Record(now, command.By, nameof(IssueProviderCode), nameof(Provider), provider.Id);
        return code;
    }, ct);
}
