using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 有効期間の終わりを予告する (PV-05): 14, 7 and 1 days before a registration's last day the seeker is told, each once and in the morning. After an outage only the
/// nearest is told: three mails at once would say one thing.
/// </summary>
public sealed class WarnOfRegistrationEnd(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int First = 14, Second = 7, Last = 1;

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many registrations were gone through.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    /// <summary>Which foretelling is due when so many days are left; null: none yet.</summary>
    public static byte? DueWith(int daysLeft) => daysLeft switch { < 0 => null, <= Last => Last, <= Second => Second, <= First => First, _ => null };

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        if (now < Jst.MorningOf(today))
            return 0;
        var (first, second, last) = (today.AddDays(First), today.AddDays(Second), today.AddDays(Last));
        var due = await db.SeekerRegistrations.OpenOn(today)
            .Where(r => r.LastDay <= first && (r.EndForetold == null || (r.LastDay <= second && r.EndForetold > Second) || (r.LastDay <= last && r.EndForetold > Last)))
            .OrderBy(r => r.LastDay).ThenBy(r => r.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        var accounts = await db.AccountsToTellAsync(due, ct);
        foreach (var registration in due)
        {
            var days = DueWith(registration.LastDay.DayNumber - today.DayNumber)!.Value;
            registration.Foretell(days);
            if (!accounts.TryGetValue(registration.SeekerId, out var account))
                continue;
            // The last day is part of what is told once: a renewed registration is foretold anew.
            db.Tell(MailKind.RegistrationEndsSoon, account, $"{registration.Id.Value:N}:{days}:{registration.LastDay:yyMMdd}", now, ("registration", registration.Id.ToString()));
            db.Record(now, null, nameof(WarnOfRegistrationEnd), nameof(SeekerRegistration), registration.Id, $"{days} days before {registration.LastDay:yyyy-MM-dd}");
        }
        return due.Count;
    }
}
