using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Fills a database with generated job offers and seekers; the same seed makes the same data.</summary>
public sealed class DemoData(IDbContextFactory<HelloWorkDbContext> contexts, DemoCast cast, TimeProvider clock, ILogger<DemoData> log)
{
    public const int DefaultSeed = 20260322;
    internal const int JobsPerOffice = 3;
    private const int PerSave = 500;

    /// <summary>On the first start: the demo people and the crowd, in one transaction, all of it or nothing.</summary>
    public async Task FillIfEmptyAsync(int jobs, int seekers, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Users.AnyAsync(ct) || await db.Offices.AnyAsync(ct))
            return;

        log.LogInformation("Filling the empty database with demo data: {Jobs} job offers, {Seekers} seekers.", jobs, seekers);
        await InOneGoAsync(db, async () =>
        {
            cast.AddTo(db, clock.UtcNow());
            await AddCrowdAsync(db, jobs, seekers, DefaultSeed, null, ct);
        }, ct);
    }

    /// <summary>The command <c>demo</c>: adds to whatever is there, and the demo people where they are missing.</summary>
    public async Task FillAsync(int jobs, int seekers, int seed, IProgress<int> done, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await InOneGoAsync(db, async () =>
        {
            if (!await db.Users.AnyAsync(a => a.UserName == DemoPeople.UserIds[0], ct))
                cast.AddTo(db, clock.UtcNow());
            await AddCrowdAsync(db, jobs, seekers, seed, done, ct);
        }, ct);
    }

    private static Task InOneGoAsync(HelloWorkDbContext db, Func<Task> fill, CancellationToken ct) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await fill();
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        });

    private async Task AddCrowdAsync(HelloWorkDbContext db, int jobs, int seekers, int seed, IProgress<int>? done, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (offices, offers, crowd) = (new DemoOffices(seed), new DemoOffers(seed), new DemoCrowd(seed));
        var made = 0;
        DemoOffices.DemoOffice? office = null;
        for (var n = 0; n < jobs; n++)
        {
            if (n % JobsPerOffice == 0)
                db.Add((office = offices.Make(n / JobsPerOffice)).Office);
            db.Add(offers.Make(n, office!, now));
            await SaveNowAndThenAsync();
        }
        for (var n = 0; n < seekers; n++)
        {
            var (seeker, registration, profile, account) = crowd.Make(n, now);
            if (account is not null)
                db.Add(account);
            db.AddRange(seeker, registration, profile);
            if (account is not null && registration.ProvisionChoice is not ProvisionChoice.Neither)
                db.Add(PublishedService(registration, now));
            await SaveNowAndThenAsync();
        }
        static ProvisionService PublishedService(SeekerRegistration registration, DateTime now)
        {
            var service = new ProvisionService(registration, ProvisionTerms.CurrentVersion, now);
            service.Publish(now);
            return service;
        }

        db.Record(now, null, nameof(DemoData), "Database", seed, $"{jobs} job offers, {seekers} seekers");

        async Task SaveNowAndThenAsync()
        {
            if (++made % PerSave != 0)
                return;
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            done?.Report(made);
        }
    }
}
