using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Data.Feed;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>
/// Fills a database with generated job offers and seekers; the same seed makes the same data. Records are made ahead on all cores, a few
/// batches at a time, while one writer inserts them: memory stays the same whatever the number.
/// </summary>
public sealed class DemoData(IDbContextFactory<HelloWorkDbContext> contexts, DatabaseSettings settings, DemoCast cast, TimeProvider clock, ILogger<DemoData> log)
{
    public const int DefaultSeed = 20260322;
    internal const int JobsPerOffice = 7;
    /// <summary>Whole offices.</summary>
    private const int PerBatch = 200 * JobsPerOffice;
    private const int BatchesPerTransaction = 20;
    /// <summary>Numbers of a million records, by which they are found, come in no order.</summary>
    private const int CacheMegabytes = 512;

    /// <summary>On the first start: the demo people and the crowd, in one transaction, all of it or nothing.</summary>
    public async Task FillIfEmptyAsync(int jobs, int seekers, CancellationToken ct)
    {
        if (!FirstStatements.IsEmpty(settings))
            return;
        log.LogInformation("Filling the empty database with demo data: {Jobs} job offers, {Seekers} seekers.", jobs, seekers);
        await contexts.WriteAsync(async db =>
        {
            await AddCastAsync(db, ct);
            await foreach (var batch in MakeAsync(jobs, seekers, DefaultSeed, clock.UtcNow(), ct))
                await InsertAsync(db, batch, ct);
            Record(db, jobs, seekers, DefaultSeed);
            return 0;
        }, ct);
    }

    /// <summary>The command <c>demo</c>: adds to whatever is there, and the demo people where they are missing. Some thousand records are committed at a time.</summary>
    /// <returns>False: records of these numbers are there, and nothing was added.</returns>
    public async Task<bool> FillAsync(int jobs, int seekers, int seed, IProgress<int> done, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await IsThereAsync(jobs, seekers, seed, now, ct))
            return false;

        await contexts.WriteAsync(async db =>
        {
            if (!await db.Users.AnyAsync(a => a.UserName == DemoPeople.UserIds[0], ct))
                await AddCastAsync(db, ct);
            return 0;
        }, ct);
        var (made, waiting) = (0, new List<DemoBatch>());
        await foreach (var batch in MakeAsync(jobs, seekers, seed, now, ct))
        {
            waiting.Add(batch);
            if (waiting.Count >= BatchesPerTransaction)
                await CommitAsync();
        }
        await CommitAsync();
        return await contexts.WriteAsync(db =>
        {
            Record(db, jobs, seekers, seed);
            return Task.FromResult(true);
        }, ct);

        async Task CommitAsync()
        {
            await contexts.WriteAsync(async db =>
            {
                await db.ExpectManyAsync(ct, CacheMegabytes);
                await db.InsertWholeAsync(async () =>
                {
                    foreach (var batch in waiting)
                        await InsertAsync(db, batch, ct);
                }, ct);
                return 0;
            }, ct);
            made += waiting.Sum(batch => batch.Count);
            waiting.Clear();
            done.Report(made);
        }
    }

    private Task<int> AddCastAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        cast.AddTo(db, clock.UtcNow());
        return db.SaveChangesAsync(ct);
    }

    private static async Task InsertAsync(HelloWorkDbContext db, DemoBatch batch, CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await batch.InsertAsync(db, ct);
        // Where EF inserts: nothing is kept for the next batch.
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task<bool> IsThereAsync(int jobs, int seekers, int seed, DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var offers = OffersOf(seed, 0, Math.Min(jobs, PerBatch), now).Numbers;
        var crowd = SeekersOf(seed, 0, Math.Min(seekers, PerBatch), now).Numbers;
        return await db.JobOffers.AnyAsync(j => EF.Parameter(offers).Contains(j.Number), ct)
            || await db.SeekerRegistrations.AnyAsync(r => EF.Parameter(crowd).Contains(r.Number), ct);
    }

    private static DemoOfferBatch OffersOf(int seed, int from, int to, DateTime now) => new(new DemoOffices(seed), new DemoOffers(seed), from, to, now);

    private static DemoSeekerBatch SeekersOf(int seed, int from, int to, DateTime now) => new(new DemoCrowd(seed), from, to, now);

    /// <summary>In order, made ahead by as many threads as there are cores.</summary>
    private static async IAsyncEnumerable<DemoBatch> MakeAsync(int jobs, int seekers, int seed, DateTime now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var wanted = Parts(jobs).Select(p => (Func<DemoBatch>)(() => OffersOf(seed, p.From, p.To, now)))
            .Concat(Parts(seekers).Select(p => (Func<DemoBatch>)(() => SeekersOf(seed, p.From, p.To, now))));
        var ahead = new Queue<Task<DemoBatch>>();
        foreach (var make in wanted)
        {
            ahead.Enqueue(Task.Run(make, ct));
            if (ahead.Count > Environment.ProcessorCount)
                yield return await ahead.Dequeue();
        }
        while (ahead.Count > 0)
            yield return await ahead.Dequeue();
    }

    private static IEnumerable<(int From, int To)> Parts(int count)
    {
        for (var from = 0; from < count; from += PerBatch)
            yield return (from, Math.Min(count, from + PerBatch));
    }

    private void Record(HelloWorkDbContext db, int jobs, int seekers, int seed) =>
        db.Record(clock.UtcNow(), null, nameof(DemoData), "Database", seed, $"{jobs} job offers, {seekers} seekers");
}
