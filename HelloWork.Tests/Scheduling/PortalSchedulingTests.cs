using System.Collections.Concurrent;
using System.Globalization;
using HelloWork.Blazor.Notifications;
using HelloWork.Blazor.Scheduling;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace HelloWork.Tests.Scheduling;

/// <summary>The real scheduler on a real database file.</summary>
[Trait("Category", "Slow")]
public sealed class PortalSchedulingTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "DR-09")]
    public async Task Start_AfterTenDaysOff_RecordsWhatLapsedMeanwhile_AndSendsTheMails()
    {
        await GivenRequests.ManyAsync(_database, _clock, jobs: 1);
        _clock.Advance(TimeSpan.FromDays(10));
        var post = new Post(expected: 20);

        await using (var portal = await StartAsync(post))
        {
            Assert.Same(_clock, portal.Services.GetRequiredService<TimeProvider>());
            await post.AllTaken.WaitAsync(TimeSpan.FromMinutes(1));
            await portal.StopAsync();
        }

        await LapsedOnce.AssertAsync(_database, 10);
        await using var db = _database.CreateDbContext();
        Assert.Equal(20, await db.OutboxMails.CountAsync(m => m.SentAt != null));
    }

    [Fact, Trait("Rule", "DR-09")]
    public async Task Start_AfterTheSchedulerWasKilledBeforeItsFirstCommit_RecordsAndSendsAllOfItOnce()
    {
        await GivenRequests.ManyAsync(_database, _clock, jobs: 1);
        _clock.Advance(TimeSpan.FromDays(10));
        await using (var killed = OtherProcess.Start("schedule", _database.Address, _clock.GetUtcNow().UtcTicks.ToString()))
            await killed.KillAtAsync(lines: 1);
        await using (var db = _database.CreateDbContext())
        {
            Assert.NotEqual(0, await FiredTriggersAsync(db));
            Assert.Equal(0, await db.DirectRequests.CountAsync(r => r.End != null));
        }
        var post = new Post(expected: 20);

        await using (var portal = await StartAsync(post))
        {
            await post.AllTaken.WaitAsync(TimeSpan.FromMinutes(1));
            await portal.StopAsync();
        }

        await LapsedOnce.AssertAsync(_database, 10);
        Assert.Equal(20, post.Handed);
    }

    /// <summary>What the scheduler had begun and not ended.</summary>
    private static async Task<long> FiredTriggersAsync(HelloWorkDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM QRTZ_FIRED_TRIGGERS";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>The other process: the scheduler at its usual work, up to the first lapse it would commit.</summary>
    public static async Task<int> ScheduleInThisProcessAsync(string[] args)
    {
        var database = TestDatabase.Open(args[0]);
        await using var portal = await StartAsync(database, new TestClock(new DateTime(long.Parse(args[1]))), new Post(1), new WaitingDatabase(database));
        await portal.WaitForShutdownAsync();
        return 0;
    }

    [Fact]
    public async Task Start_AgainOnTheSameDatabase_ReplacesTheScheduleInsteadOfAddingToIt()
    {
        for (var start = 0; start < 2; start++)
        {
            // As the database keeps it, without the smallest parts.
            var started = TimeProvider.System.GetUtcNow().AddSeconds(-1);
            await using var portal = await StartAsync(new Post(1));
            var scheduler = await portal.Services.GetRequiredKeyedService<ISchedulerFactory>(SchedulingSetup.Name).GetScheduler();
            // The scheduler starts behind the portal's back, and Quartz 4 fails when it is stopped in the midst of that.
            while (scheduler.Status is not SchedulerStatus.Running)
                await Task.Yield();
            var triggers = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup());

            Assert.Equal(["end-job-offers", "end-registrations", "lapse-direct-requests", "lapse-interview-times", "prune-changes", "queue-registration-work", "record-overdue-deletions", "record-unanswered-orders", "remind-of-answers", "remind-of-interviews", "remove-dead-keys", "remove-ended-documents", "remove-old-form-drafts", "remove-old-search-alerts", "seal-audit", "send-outbox", "send-search-alerts", "warn-of-draft-files-end", "warn-of-job-end", "warn-of-provider-duties", "warn-of-registration-end", "warn-of-request-end", "warn-of-saved-job-end"],
                triggers.Select(t => t.Name).Order());
            foreach (var key in triggers)
            {
                // One that has run since this start may come hours later.
                var trigger = (await scheduler.GetTrigger(key))!;
                Assert.True(trigger.PreviousFireTimeUtc >= started || trigger.NextFireTimeUtc <= TimeProvider.System.GetUtcNow().AddMinutes(10), $"{key.Name} comes at {trigger.NextFireTimeUtc}.");
            }
            await portal.StopAsync();
        }
    }

    [Fact]
    public async Task Start_WithSchedulingTurnedOff_HasNoScheduler()
    {
        await using var portal = await StartAsync(new Post(1), enabled: "false");

        Assert.Null(portal.Services.GetKeyedService<ISchedulerFactory>(SchedulingSetup.Name));
    }

    private Task<WebApplication> StartAsync(IMailPost post, string enabled = "true") => StartAsync(_database, _clock, post, null, enabled);

    private static async Task<WebApplication> StartAsync(TestDatabase database, TestClock clock, IMailPost post, WaitingDatabase? contexts = null, string enabled = "true")
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = "mail.example.jp", ["Database:Provider"] = $"{database.Settings.Provider}",
            ["Scheduling:Enabled"] = enabled, ["Scheduling:StartDelay"] = "00:00:00",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(database.Settings);
        builder.Services.AddHelloWorkDatabase(database.Settings);
        if (contexts is not null)
            builder.Services.AddSingleton<IDbContextFactory<HelloWorkDbContext>>(contexts);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddTransient<EndJobOffers>().AddTransient<EndRegistrations>().AddTransient<LapseDirectRequests>().AddTransient<WarnOfRegistrationEnd>().AddTransient<SendOutbox>();
        builder.AddPortalNotifications();
        builder.AddPortalScheduling();
        builder.Services.AddSingleton(post);
        var portal = builder.Build();
        await portal.StartAsync();
        return portal;
    }

    /// <summary>Says when a lapse is saved but not committed, and waits there.</summary>
    private sealed class WaitingDatabase(TestDatabase database) : IDbContextFactory<HelloWorkDbContext>
    {
        public HelloWorkDbContext CreateDbContext() => database.CreateDbContext(new WaitAtLapse());

        private sealed class WaitAtLapse : SaveChangesInterceptor
        {
            public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData data, int result, CancellationToken ct = default)
            {
                if (data.Context!.ChangeTracker.Entries<DirectRequest>().Any())
                    OtherProcess.SayAndWait("lapsing");
                return ValueTask.FromResult(result);
            }
        }
    }

    private sealed class Post(int expected) : IMailPost
    {
        private readonly ConcurrentDictionary<Guid, bool> _taken = [];
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private int _handed;

        public Task AllTaken => _all.Task;

        /// <summary>However often the same mail came.</summary>
        public int Handed => _handed;

        public Task<bool> HandOverAsync(OutgoingMail mail, CancellationToken ct)
        {
            Interlocked.Increment(ref _handed);
            if (_taken.TryAdd(mail.Id, true) && _taken.Count == expected)
                _all.SetResult();
            return Task.FromResult(true);
        }
    }
}
