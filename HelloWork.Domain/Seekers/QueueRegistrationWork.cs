using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職登録の仕事を受付に置く (CO-01, CO-06): registrations that end within 14 days, and those made online that nobody has confirmed. Renewing,
/// closing and confirming take them off again.
/// </summary>
public sealed class QueueRegistrationWork(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int DaysAhead = 14;
    private const int DaysToConfirm = 14;

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many were put on a desk.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(clock.TodayInJapan(), (db, from) => StepAsync(db, from, ct), ct);

    /// <param name="from">Those that end on an earlier day are queued.</param>
    private async Task<(int Done, DateOnly Reached)> StepAsync(HelloWorkDbContext db, DateOnly from, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var soon = today.AddDays(DaysAhead);
        var waiting = await db.SeekerRegistrations.OpenOn(from).AsNoTracking()
            .Where(r => (r.LastDay <= soon || r.Kind == RegistrationKind.RegisteredOnline)
                && !db.DeskItems.Any(i => i.Kind == DeskItemKind.Registration && i.RecordId == (Guid)(object)r.Id && i.ClosedAt == null))
            .OrderBy(r => r.LastDay).ThenBy(r => r.Id).Take(Sweeping.RowsPerStep)
            .Select(r => new { r.Id, r.SeekerId, r.Number, r.PlacementOfficeCode, r.AcceptedOn, r.LastDay })
            .ToListAsync(ct);
        // By themselves: asked for together, SQLite would read those of all that end on the same day to take these.
        var seekers = waiting.ConvertAll(r => r.SeekerId);
        var wishes = await db.SeekerProfiles.AsNoTracking().Where(p => seekers.Contains(p.SeekerId)).Select(p => new { p.SeekerId, p.Statement })
            .ToDictionaryAsync(p => p.SeekerId, p => p.Statement.WishedWork, ct);
        foreach (var registration in waiting)
        {
            var due = registration.LastDay <= soon ? registration.LastDay : registration.AcceptedOn.AddDays(DaysToConfirm);
            due = JapaneseHolidays.OpenDayUntil(due);
            db.DeskItems.Add(new DeskItem(new DeskWork(registration.PlacementOfficeCode, DeskItemKind.Registration, registration.Id.Value, registration.Number.Value,
                wishes.GetValueOrDefault(registration.SeekerId) is { Length: > 0 } work ? work : registration.Number.Value, registration.Number.Value, due < today ? today : due), now));
            db.Record(now, null, nameof(QueueRegistrationWork), nameof(SeekerRegistration), registration.Id, registration.LastDay <= soon ? $"ends {registration.LastDay:yyyy-MM-dd}" : "to confirm");
        }
        return (waiting.Count, waiting.Count == 0 ? from : waiting[^1].LastDay);
    }
}
