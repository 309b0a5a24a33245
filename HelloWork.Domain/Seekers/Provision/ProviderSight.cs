using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// What decides which seekers a provider sees, its own side of <see cref="ContactPolicy.ProviderContacts"/>: read from the database for each search. Blocks too:
/// they are few for each provider, and a search that reads them can't lag behind one.
/// </summary>
/// <param name="BlockedBy">Seekers who block it (MS-05).</param>
internal sealed record ProviderSight(ProviderGroup Group, bool HasPrivacyMark, IReadOnlyList<(HandlingKind Kind, string Code)> Handled, IReadOnlyList<PublicNumber> BlockedBy)
{
    public static async Task<ProviderSight> OfAsync(HelloWorkDbContext db, ProviderId id, CancellationToken ct)
    {
        // A line for each handling, the provider's own beside it; where it named none, one line without.
        var lines = await db.Providers.AsNoTracking().Where(p => p.Id == id)
            .SelectMany(p => db.ProviderHandlings.Where(h => h.ProviderId == p.Id).DefaultIfEmpty(), (p, h) => new { p.Group, Mark = p.PrivacyMark != null, Kind = (HandlingKind?)h!.Kind, h.Code })
            .ToListAsync(ct);
        var blocked = await db.ProviderBlocks.Where(b => b.ProviderId == id).Join(db.SeekerProfiles, b => b.SeekerId, p => p.SeekerId, (_, p) => p.PublicNumber).ToListAsync(ct);
        return new(lines[0].Group, lines[0].Mark, [.. lines.Where(line => line.Kind is not null).Select(line => (line.Kind!.Value, line.Code))], blocked);
    }
}
