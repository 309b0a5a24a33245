using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職登録の有効期間の満了を記録する: ends registrations whose last day is over (PV-05) and tells the seeker. Searches and pages
/// know it without this, and open direct requests end with the registration by themselves (DR-11).
/// </summary>
public sealed class EndRegistrations(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many ends were recorded.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var over = await db.SeekerRegistrations.Where(r => r.EndedAt == null && r.LastDay < today)
            .OrderBy(r => r.LastDay).ThenBy(r => r.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var registration in over)
        {
            registration.End(RegistrationEndReason.LastDayPassed, now);
            db.Record(now, null, nameof(EndRegistrations), nameof(SeekerRegistration), registration.Id, $"after {registration.LastDay:yyyy-MM-dd}");
        }
        var records = over.ConvertAll(r => r.Id.Value);
        foreach (var item in await db.DeskItems.Where(i => i.Kind == DeskItemKind.Registration && i.ClosedAt == null && records.Contains(i.RecordId)).ToListAsync(ct))
            item.Close(now);
        await db.TellSeekersAsync(over, now, ct);
        var seekers = over.Select(r => r.SeekerId).ToList();
        var accounts = await db.Seekers.Where(s => seekers.Contains(s.Id) && s.AccountId != null).Select(s => s.AccountId!.Value).ToListAsync(ct);
        await db.SignalAsync([.. seekers.Select(s => LiveTopic.Profile(s.Value)), .. accounts.Select(LiveTopic.Account)], now, ct);
        return over.Count;
    }
}

internal static class RegistrationEndings
{
    /// <summary>Tells the seekers who use MyPage or the provision site that these registrations have ended.</summary>
    public static async Task TellSeekersAsync(this HelloWorkDbContext db, IReadOnlyList<SeekerRegistration> ended, DateTime now, CancellationToken ct)
    {
        var accounts = await db.AccountsToTellAsync(ended, ct);
        foreach (var registration in ended)
            if (accounts.TryGetValue(registration.SeekerId, out var account))
                db.Tell(MailKind.RegistrationEnded, account, registration.Id, now, ("registration", registration.Id.ToString()));
    }
    /// <summary>The accounts of those seekers among them who use MyPage or the provision site.</summary>
    public static Task<Dictionary<SeekerId, Guid>> AccountsToTellAsync(this HelloWorkDbContext db, IReadOnlyList<SeekerRegistration> registrations, CancellationToken ct)
    {
        var seekers = registrations.Select(r => r.SeekerId).ToList();
        return db.Seekers.Where(s => seekers.Contains(s.Id) && s.AccountId != null)
            .Where(s => (s.MyPageOpenedAt != null && s.MyPageClosedAt == null) || db.ProvisionServices.Any(p => p.SeekerId == s.Id && p.StoppedAt == null))
            .ToDictionaryAsync(s => s.Id, s => s.AccountId!.Value, ct);
    }
}
