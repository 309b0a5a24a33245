using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Generated audit rows of the past year, by the accounts and on the jobs that are there: to see how the trail bears a large office.</summary>
public sealed class DemoAudit(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int PerSave = 5000;

    private static readonly (string Act, string Type, bool ByPerson, int Weight)[] Acts =
    [
        ("StartSession", "AccountSession", true, 20), ("CheckPassword", "Account", true, 20), (nameof(OpenSeekerProfile), nameof(SeekerProfile), true, 18),
        (nameof(SendDirectRequest), nameof(DirectRequest), true, 8), (nameof(OpenReceivedRequest), nameof(DirectRequest), true, 8), (nameof(SendGuidance), nameof(Conversation), true, 5),
        (nameof(SendProvisionMessage), nameof(Conversation), true, 5), (nameof(OpenRegistrationRecord), nameof(SeekerRegistration), true, 4), (nameof(SendOutbox), nameof(OutboxMail), false, 9),
        (nameof(EndJobOffers), nameof(JobOffer), false, 2), (nameof(LapseDirectRequests), nameof(DirectRequest), false, 1),
    ];

    public async Task FillAsync(int rows, int seed, IProgress<int> done, CancellationToken ct)
    {
        List<Guid> accounts, jobs;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            accounts = await db.Users.OrderBy(a => a.UserName).Select(a => a.Id).Take(5000).ToListAsync(ct);
            jobs = (await db.JobOffers.OrderBy(j => j.Number).Select(j => j.Id).Take(20_000).ToListAsync(ct)).ConvertAll(id => id.Value);
        }
        var dice = new Random(seed);
        var (now, total) = (clock.UtcNow(), Acts.Sum(a => a.Weight));
        for (var made = 0; made < rows;)
        {
            var part = new List<AuditEntry>();
            for (; part.Count < PerSave && made < rows; made++)
                part.Add(Make(dice, now.AddSeconds(-(rows - made) * (365.0 * 86400 / rows)), total, accounts, jobs));
            await contexts.WriteAsync(async db =>
            {
                await db.InsertAsync(part, ct);
                return 0;
            }, ct);
            done.Report(made);
        }
    }

    private static AuditEntry Make(Random dice, DateTime at, int total, List<Guid> accounts, List<Guid> jobs)
    {
        var cast = dice.Next(total);
        var act = Acts.First(a => (cast -= a.Weight) < 0);
        // A few people do much: the square leans to the front.
        Guid? account = act.ByPerson && accounts.Count > 0 ? accounts[(int)(dice.NextDouble() * dice.NextDouble() * accounts.Count)] : null;
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        var record = act.Type == nameof(JobOffer) && jobs.Count > 0 ? jobs[dice.Next(jobs.Count)] : act.Type == "Account" && account is { } own ? own : new Guid(bytes);
        return new AuditEntry(at, account, act.Act, act.Type, record.ToString(), dice.Next(3) == 0 ? null : $"place {dice.Next(10) + 1}");
    }
}
