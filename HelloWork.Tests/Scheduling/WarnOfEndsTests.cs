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
        for (var at = new DateTime(2026, 5, 15); at < new DateTime(2026, 6, 2); at = at.AddHours(3))
        {
            _it.Clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            var before = await MailsAsync(MailKind.JobOfferEndsSoon);
            await Task.WhenAll(WarnOfJobAsync(), WarnOfJobAsync());
            if (await MailsAsync(MailKind.JobOfferEndsSoon) > before)
                told.Add(at);
        }

        Assert.Equal([new(2026, 5, 17, 9, 0, 0), new(2026, 5, 28, 9, 0, 0)], told);
        Assert.Equal(2, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(WarnOfJobEnd))));
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AfterAnOutage_OnlyTheNearestIsTold_AndOfAnEndedJobNothing()
    {
        _it.Clock.SetJapan(2026, 5, 30, 9);
        await WarnOfJobAsync();
        await WarnOfJobAsync();
        Assert.Equal(1, await MailsAsync(MailKind.JobOfferEndsSoon));

        await using var other = await Exchange.CreateAsync();
        await other.ChangeAsync(async db => (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, other.Clock.UtcNow()));
        other.Clock.SetJapan(2026, 5, 30, 9);
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

    [Theory, Trait("Rule", "JO-05"), Trait("Rule", "DR-11")]
    [InlineData(DirectRequestEnd.JobEnded)]
    [InlineData(DirectRequestEnd.RegistrationEnded)]
    public async Task ARequestThatEndsBeforeItsSevenDays_IsForetoldBeforeThatDay_AndAnewOnceItIsPutOff(DirectRequestEnd ends)
    {
        // Sent on 28 March: seven days to 4 April, but the job or the registration is over after the 31st.
        _it.Clock.SetJapan(2026, 3, 28, 10);
        var request = await ShortAsync(ends);

        Assert.Equal([new(2026, 3, 30, 9, 0, 0)], await ToldAsync(new(2026, 3, 28, 10, 0, 0), new(2026, 3, 31, 12, 0, 0)));
        var seen = (await new OpenReceivedRequest(_it.Database, _it.Clock).RunAsync(request, default))!;
        Assert.Equal((new DateOnly(2026, 3, 31), ends), (seen.LastDay, seen.Ends));

        await PutOffAsync(ends);
        seen = (await new OpenReceivedRequest(_it.Database, _it.Clock).RunAsync(request, default))!;
        Assert.Equal((new DateOnly(2026, 4, 4), DirectRequestEnd.Lapsed), (seen.LastDay, seen.Ends));
        Assert.Equal([new(2026, 4, 3, 9, 0, 0)], await ToldAsync(new(2026, 3, 31, 13, 0, 0), new(2026, 4, 6)));
    }

    [Theory, Trait("Rule", "JO-05"), Trait("Rule", "DR-11")]
    [InlineData(DirectRequestEnd.JobEnded)]
    [InlineData(DirectRequestEnd.RegistrationEnded)]
    public async Task ARequestThatEndsBeforeItsSevenDays_IsTheFirstOfTheList_AndEmployersAreToldOfTheirJobOnly(DirectRequestEnd ends)
    {
        _it.Clock.SetJapan(2026, 3, 28, 10);
        var query = await ShortAsync(ends);
        var mine = await new ListReceivedRequests(_it.Database, _it.Clock).RunAsync(new(query.Seeker, OpenOnly: true), default);
        var sent = await new ReadSentRequest(_it.Database, _it.Clock).RunAsync(_it.Employer, query.Request, default);

        Assert.Equal((new DateOnly(2026, 3, 31), ends), (mine.Items[0].LastDay, mine.Items[0].Ends));
        Assert.Equal(ends is DirectRequestEnd.JobEnded ? (new DateOnly(2026, 3, 31), ends) : (new DateOnly(2026, 4, 4), DirectRequestEnd.Lapsed), (sent!.LastDay, sent.Ends));
        Assert.Equal(Jst.EndOf(new DateOnly(2026, 3, 31)), sent.ExpiresAt);
        _it.Clock.SetJapan(2026, 4, 1);
        Assert.Equal((DirectRequestState)ends, await _it.StateAsync(query.Request));
    }

    private async Task<OpenReceivedRequest.Query> ShortAsync(DirectRequestEnd ends)
    {
        var job = ends is DirectRequestEnd.JobEnded ? await _it.Given.JobAsync(_it.Employer, lastDay: new DateOnly(2026, 3, 31)) : _it.Job;
        var seeker = ends is DirectRequestEnd.RegistrationEnded ? await _it.Given.SeekerAsync(acceptedOn: new DateOnly(2026, 1, 5)) : _it.Seeker;
        var sent = await new SendDirectRequest(_it.Database, _it.Clock).RunAsync(new(_it.Employer, job.Number, seeker.PublicNumber, "ご連絡しました。", NoticeConfirmed: true), default);
        return new(seeker.Actor, sent.Sent!.Value);
    }

    private Task PutOffAsync(DirectRequestEnd ends) => _it.ChangeAsync(async db =>
    {
        var lastDay = new DateOnly(2026, 3, 31);
        if (ends is DirectRequestEnd.JobEnded)
            (await db.JobOffers.SingleAsync(j => j.LastDay == lastDay)).Reschedule(_it.Clock.TodayInJapan(), null, _it.Clock.UtcNow());
        else
            (await db.SeekerRegistrations.SingleAsync(r => r.LastDay == lastDay)).Renew(_it.Clock.TodayInJapan());
    });

    /// <summary>The hours at which a mail was written.</summary>
    private async Task<IReadOnlyList<DateTime>> ToldAsync(DateTime from, DateTime to)
    {
        var told = new List<DateTime>();
        for (var at = from; at < to; at = at.AddHours(1))
        {
            _it.Clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            var before = await MailsAsync(MailKind.DirectRequestEndsSoon);
            await WarnOfRequestAsync();
            if (await MailsAsync(MailKind.DirectRequestEndsSoon) > before)
                told.Add(at);
        }
        return told;
    }

    private Task<int> WarnOfJobAsync() => new WarnOfJobEnd(_it.Database, _it.Clock).RunAsync(default);

    private Task<int> WarnOfRequestAsync() => new WarnOfRequestEnd(_it.Database, _it.Clock).RunAsync(default);

    private Task<int> MailsAsync(MailKind kind) => _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == kind));
}
