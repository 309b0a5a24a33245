using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Scheduling;

public sealed class WarnOfEndsTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "JO-05")]
    public async Task AJobsEnd_IsForetoldFourteenAndThreeDaysBefore_EachOnce()
    {
        // Accepted on 22 March: active through 31 May.
        var told = new List<DateTime>();
        for (var at = new DateTime(2026, 5, 15); at < new DateTime(2026, 6, 2); at = at.AddHours(6))
        {
            _it.Clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            var before = await MailsAsync(MailKind.JobOfferEndsSoon);
            await Task.WhenAll(WarnOfJobAsync(), WarnOfJobAsync());
            if (await MailsAsync(MailKind.JobOfferEndsSoon) > before)
                told.Add(at);
        }

        Assert.Equal([new(2026, 5, 17), new(2026, 5, 28)], told);
        Assert.Equal(2, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(WarnOfJobEnd))));
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AfterAnOutage_OnlyTheNearestIsTold_AndOfAnEndedJobNothing()
    {
        _it.Clock.SetJapan(2026, 5, 30);
        await WarnOfJobAsync();
        await WarnOfJobAsync();
        Assert.Equal(1, await MailsAsync(MailKind.JobOfferEndsSoon));

        await using var other = await Exchange.CreateAsync();
        await other.ChangeAsync(async db => (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, other.Clock.UtcNow()));
        other.Clock.SetJapan(2026, 5, 30);
        Assert.Equal(0, await new WarnOfJobEnd(other.Database, other.Clock).RunAsync(default));
    }

    [Fact, Trait("Rule", "DR-06")]
    public async Task ARequestsDeadline_IsForetoldOnceOnTheMorningOfTheDayBeforeItsLast()
    {
        // Sent on 22 March: the last day is the 29th.
        await _it.RequestAsync();
        var told = new List<DateTime>();
        for (var at = new DateTime(2026, 3, 26); at < new DateTime(2026, 3, 31); at = at.AddHours(1))
        {
            _it.Clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            var before = await MailsAsync(MailKind.DirectRequestEndsSoon);
            await Task.WhenAll(WarnOfRequestAsync(), WarnOfRequestAsync());
            if (await MailsAsync(MailKind.DirectRequestEndsSoon) > before)
                told.Add(at);
        }

        Assert.Equal([new(2026, 3, 28, 9, 0, 0)], told);
    }

    [Fact, Trait("Rule", "DR-06")]
    public async Task AnAnsweredRequest_OrOneWhoseJobHasEnded_IsLeftAlone()
    {
        var request = await _it.RequestAsync();
        await _it.DeclineAsync(request);
        _it.Clock.SetJapan(2026, 3, 28, 10);
        Assert.Equal(0, await WarnOfRequestAsync());

        await using var other = await Exchange.CreateAsync();
        await other.RequestAsync();
        await other.ChangeAsync(async db => (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, other.Clock.UtcNow()));
        other.Clock.SetJapan(2026, 3, 28, 10);
        Assert.Equal(0, await new WarnOfRequestEnd(other.Database, other.Clock).RunAsync(default));
    }

    private Task<int> WarnOfJobAsync() => new WarnOfJobEnd(_it.Database, _it.Clock).RunAsync(default);

    private Task<int> WarnOfRequestAsync() => new WarnOfRequestEnd(_it.Database, _it.Clock).RunAsync(default);

    private Task<int> MailsAsync(MailKind kind) => _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == kind));
}
