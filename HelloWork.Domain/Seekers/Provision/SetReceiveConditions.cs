using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>受信条件を保存する (PV-06): at once, providers outside them neither see the profile nor write.</summary>
public sealed class SetReceiveConditions(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProvisionActor Seeker, Handling Wanted, bool PrivacyMarkOnly);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    /// <exception cref="ArgumentException">A code that no table has.</exception>
    public Task RunAsync(Command command, CancellationToken ct)
    {
        if (!command.Wanted.IsKnown)
            throw new ArgumentException("Conditions are prefectures, divisions of industries and major groups of occupations.", nameof(command));
        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            var seeker = command.Seeker.Seeker;
            await db.DemandAsync(command.Seeker, now, ct);
            var conditions = await db.ReceiveConditions.Include(c => c.Codes).SingleOrDefaultAsync(c => c.SeekerId == seeker, ct);
            if (conditions is null)
                db.Add(conditions = new ReceiveConditions(seeker));
            conditions.Set(command.Wanted, command.PrivacyMarkOnly, now);
            db.Record(now, command.Seeker.Account, nameof(SetReceiveConditions), nameof(ReceiveConditions), seeker,
                $"{conditions.Codes.Count} codes{(command.PrivacyMarkOnly ? ", Privacy Mark only" : "")}");
            await db.SignalAsync([LiveTopic.Profile(command.Seeker.Seeker.Value), LiveTopic.Account(command.Seeker.Account)], now, ct);
            return true;
        }, ct);
    }
}
