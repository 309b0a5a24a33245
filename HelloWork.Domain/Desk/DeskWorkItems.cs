using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>One item as a list shows it.</summary>
/// <param name="Record">Key of the record it is about.</param>
/// <param name="AssigneeId">担当; null: nobody yet.</param>
public sealed record DeskRow(DeskItemId Id, DeskItemKind Kind, Guid Record, string Number, string Subject, string Counterpart, DateTime OpenedAt, DateOnly DueOn,
    Guid? AssigneeId, string? AssigneeName, DeskItemState State, DateTime? ClosedAt, int Version)
{
    public DeskPick Pick => new(Id, Version);
}

/// <summary>A counselor of the same office.</summary>
public sealed record DeskColleague(Guid Account, string Name);

/// <summary>An item as somebody saw it: what was changed since is left alone and named.</summary>
public readonly record struct DeskPick(DeskItemId Item, int Version) : IParsable<DeskPick>
{
    public override string ToString() => $"{Item}.{Version}";

    public static DeskPick Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var pick) ? pick : throw new FormatException($"«{s}» is no pick.");

    public static bool TryParse(string? s, IFormatProvider? provider, out DeskPick result)
    {
        result = default;
        if (s?.LastIndexOf('.') is not (> 0 and var dot) || !DeskItemId.TryParse(s[..dot], provider, out var item) || !int.TryParse(s[(dot + 1)..], System.Globalization.NumberStyles.None, null, out var version))
            return false;
        result = new(item, version);
        return true;
    }
}

internal static class DeskWorkItems
{
    public static IQueryable<DeskItem> AtDesk(this HelloWorkDbContext db, string placementOffice) => db.DeskItems.Where(i => i.PlacementOfficeCode == placementOffice);

    public static IQueryable<DeskRow> AsRows(this IQueryable<DeskItem> items, HelloWorkDbContext db) =>
        items.Select(i => new DeskRow(i.Id, i.Kind, i.RecordId, i.Number, i.Subject, i.Counterpart, i.OpenedAt, i.DueOn,
            i.AssigneeId, db.Users.Where(a => a.Id == i.AssigneeId).Select(a => a.DisplayName).FirstOrDefault(), i.State, i.ClosedAt, i.Version));

    public static async Task<IReadOnlyList<DeskColleague>> ColleaguesAsync(this HelloWorkDbContext db, string placementOffice, CancellationToken ct) =>
        await db.StaffPosts.Where(p => p.PlacementOfficeCode == placementOffice)
            .Join(db.Users.Where(a => a.DisabledAt == null && a.ActivatedAt != null), p => p.AccountId, a => a.Id, (_, a) => a)
            .OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Select(a => new DeskColleague(a.Id, a.DisplayName)).ToListAsync(ct);
}
