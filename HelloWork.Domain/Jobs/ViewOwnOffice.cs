using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>自社の事業所: name and number of the office an employer acts for.</summary>
public sealed class ViewOwnOffice(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record OwnOffice(OfficeNumber Number, string Name);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<OwnOffice> RunAsync(EmployerActor employer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        return await db.Offices.Where(o => o.Id == employer.Office).Select(o => new OwnOffice(o.Number, o.Name)).SingleAsync(ct);
    }
}
