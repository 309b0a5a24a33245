using System.Collections.Concurrent;
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
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task Start_AgainOnTheSameDatabase_ReplacesTheScheduleInsteadOfAddingToIt()
    {
        for (var start = 0; start < 2; start++)
        {
            await using var portal = await StartAsync(new Post(1));
            var scheduler = await portal.Services.GetRequiredKeyedService<ISchedulerFactory>(SchedulingSetup.Name).GetScheduler();
            var triggers = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup());

            Assert.Equal(["end-job-offers", "end-registrations", "lapse-direct-requests", "lapse-interview-times", "prune-changes", "queue-registration-work", "record-overdue-deletions", "record-unanswered-orders", "remind-of-answers", "remind-of-interviews", "remove-dead-keys", "remove-ended-documents", "remove-old-search-alerts", "seal-audit", "send-outbox", "send-search-alerts", "warn-of-draft-files-end", "warn-of-job-end", "warn-of-provider-duties", "warn-of-registration-end", "warn-of-request-end", "warn-of-saved-job-end"],
                triggers.Select(t => t.Name).Order());
            foreach (var key in triggers)
                Assert.InRange((await scheduler.GetTrigger(key))!.NextFireTimeUtc!.Value, DateTimeOffset.MinValue, TimeProvider.System.GetUtcNow().AddMinutes(10));
            await portal.StopAsync();
        }
    }

    [Fact]
    public async Task Start_WithSchedulingTurnedOff_HasNoScheduler()
    {
        await using var portal = await StartAsync(new Post(1), ("Scheduling:Enabled", "false"));

        Assert.Null(portal.Services.GetKeyedService<ISchedulerFactory>(SchedulingSetup.Name));
    }

    private async Task<WebApplication> StartAsync(IMailPost post, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)
            .Append(new("Mail:Host", "mail.example.jp")).Append(new("Database:Provider", $"{_database.Settings.Provider}")));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_database.Settings);
        builder.Services.AddHelloWorkDatabase(_database.Settings);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddTransient<EndJobOffers>().AddTransient<EndRegistrations>().AddTransient<LapseDirectRequests>().AddTransient<WarnOfRegistrationEnd>().AddTransient<SendOutbox>();
        builder.AddPortalNotifications();
        builder.AddPortalScheduling();
        builder.Services.AddSingleton(post);
        var portal = builder.Build();
        await portal.StartAsync();
        return portal;
    }

    private sealed class Post(int expected) : IMailPost
    {
        private readonly ConcurrentDictionary<Guid, bool> _taken = [];
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task AllTaken => _all.Task;

        public Task<bool> HandOverAsync(OutgoingMail mail, CancellationToken ct)
        {
            if (_taken.TryAdd(mail.Id, true) && _taken.Count == expected)
                _all.SetResult();
            return Task.FromResult(true);
        }
    }
}
