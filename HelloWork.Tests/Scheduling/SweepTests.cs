using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Scheduling;

/// <summary>What the scheduled tasks record: each end once, as of when it really happened, however late and however often they run.</summary>
public sealed class SweepTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "DR-09")]
    public async Task Lapse_OneTickBeforeTheDeadline_RecordsNothing_AndAtTheDeadline_TellsBothSidesOnce()
    {
        var (employer, _, seeker) = await SentAsync();

        _clock.SetUtc(Jst.EndOf(new DateOnly(2026, 3, 29)).AddTicks(-1));
        Assert.Equal(0, await LapseAsync());
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await LapseAsync());
        Assert.Equal(0, await LapseAsync());

        await using var db = _database.CreateDbContext();
        var request = await db.DirectRequests.SingleAsync();
        Assert.Equal((DirectRequestEnd.Lapsed, request.ExpiresAt, 1), (request.End, request.EndedAt!.Value, request.Version));
        Assert.Equal([(MailKind.DirectRequestLapsedToSeeker, seeker.Account), (MailKind.DirectRequestLapsedToEmployer, employer.Account)], await MailsAsync(db));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == nameof(LapseDirectRequests)));
    }

    [Fact, Trait("Rule", "DR-09")]
    public async Task Lapse_AfterTenDaysWithoutTheScheduler_RecordsEveryEndAsOfItsDeadline()
    {
        var deadlines = new List<DateTime>();
        for (var day = 0; day < 3; day++)
        {
            await SentAsync();
            deadlines.Add(DirectRequest.DeadlineOf(_clock.UtcNow()));
            _clock.Advance(TimeSpan.FromDays(1));
        }
        _clock.Advance(TimeSpan.FromDays(7 + 10));

        Assert.Equal(3, await LapseAsync());

        await using var db = _database.CreateDbContext();
        Assert.Equal(deadlines, await db.DirectRequests.OrderBy(r => r.SentAt).Select(r => r.EndedAt!.Value).ToListAsync());
    }

    [Fact, Trait("Rule", "DR-09")]
    public async Task Lapse_LeavesAnsweredRequestsAlone()
    {
        await SentAsync();
        await using (var db = _database.CreateDbContext())
        {
            (await db.DirectRequests.SingleAsync()).Decline("遠いため", _clock.UtcNow());
            await db.SaveChangesAsync();
        }
        _clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await LapseAsync());
    }

    [Fact, Trait("Rule", "DR-09")]
    public async Task Record_OfAnEndThatAnotherTaskRecordedMeanwhile_IsRefusedByTheDatabase()
    {
        // What SQLite's single writer hides: on SQL Server two tasks do see the same open request.
        await SentAsync();
        _clock.Advance(TimeSpan.FromDays(10));
        await using var one = _database.CreateDbContext();
        await using var other = _database.CreateDbContext();
        var (seenByOne, seenByOther) = (await one.DirectRequests.SingleAsync(), await other.DirectRequests.SingleAsync());

        seenByOne.RecordEnd(DirectRequestEnd.Lapsed, seenByOne.ExpiresAt);
        await one.SaveChangesAsync();
        seenByOther.RecordEnd(DirectRequestEnd.Lapsed, seenByOther.ExpiresAt);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
    }

    [Fact, Trait("Rule", "DR-09"), Trait("Category", "Slow")]
    public async Task Lapse_FromFourThreadsAtOnce_RecordsAndTellsAndAuditsEachEndOnce()
    {
        await GivenRequests.ManyAsync(_database, _clock, jobs: 60);
        _clock.Advance(TimeSpan.FromDays(10));

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(LapseAsync)));

        Assert.Equal(600, counts.Sum());
        await LapsedOnce.AssertAsync(_database, 600);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task End_OfAJobOffer_AtItsLastDay_IsRecordedAsOfMidnightAndTellsTheOffice()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer, lastDay: new DateOnly(2026, 3, 24));
        await _given.JobAsync(employer);

        _clock.SetJapan(2026, 3, 24, 23, 59, 59);
        Assert.Equal(0, await EndJobsAsync());
        _clock.SetJapan(2026, 4, 3, 9);
        Assert.Equal(1, await EndJobsAsync());
        Assert.Equal(0, await EndJobsAsync());

        await using var db = _database.CreateDbContext();
        var ended = await db.JobOffers.SingleAsync(j => j.Id == job.Id);
        Assert.Equal((JobOfferStatus.Ended, JobEndReason.LastDayPassed, Jst.EndOf(new DateOnly(2026, 3, 24))), (ended.Status, ended.EndReason, ended.EndedAt!.Value));
        Assert.Equal([(MailKind.JobOfferEnded, employer.Account)], await MailsAsync(db));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == nameof(EndJobOffers)));
    }

    [Fact, Trait("Rule", "JO-05"), Trait("Category", "Slow")]
    public async Task End_OfAThirdOfAllJobsAtMonthEnd_ComesInSmallSteps_AndTwoTasksAtOnceEndEachOnce()
    {
        var employer = await _given.EmployerAsync();
        var card = (await _given.JobAsync(employer)).Card;
        await using (var db = _database.CreateDbContext())
        {
            var office = await db.Offices.SingleAsync();
            for (var i = 0; i < 1_500; i++)
            {
                var job = new JobOffer(JobNumber.Parse($"88888-{i:00000000}"), office, card, _clock.TodayInJapan(), i % 3 == 0 ? new DateOnly(2026, 3, 31) : null, _clock.UtcNow());
                job.Publish(_clock.UtcNow());
                db.Add(job);
            }
            await db.SaveChangesAsync();
        }
        _clock.SetJapan(2026, 4, 1);

        var counts = await Task.WhenAll(Task.Run(EndJobsAsync), Task.Run(EndJobsAsync));

        Assert.Equal(500, counts.Sum());
        await using var after = _database.CreateDbContext();
        Assert.Equal(1_001, await after.JobOffers.CountAsync(j => j.Status == JobOfferStatus.Active));
        Assert.Equal(500, await after.OutboxMails.CountAsync());
        Assert.Equal(500, await after.AuditEntries.Select(e => e.RecordId).Distinct().CountAsync());
        Assert.Equal(500, await after.AuditEntries.CountAsync());
    }

    [Theory, Trait("Rule", "JO-05")]
    [InlineData(JobEndReason.Filled)]
    [InlineData(JobEndReason.Withdrawn)]
    public async Task EndJobOffer_ByTheEmployer_EndsItsOpenRequestsAtThatInstant_AndBothSidesSeeWhy(JobEndReason reason)
    {
        var (employer, job, seeker) = await SentAsync();
        _clock.Advance(TimeSpan.FromHours(3));
        var at = _clock.UtcNow();

        Assert.Null(await new EndJobOffer(_database, _clock).RunAsync(new(employer, job.Number, reason), CancellationToken.None));

        Assert.Equal(DirectRequestState.JobEnded, await StateAsync());
        _clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(1, await LapseAsync());
        await using var db = _database.CreateDbContext();
        var request = await db.DirectRequests.SingleAsync();
        Assert.Equal((DirectRequestEnd.JobEnded, at), (request.End, request.EndedAt!.Value));
        Assert.Equal(
            [(MailKind.JobOfferEnded, employer.Account), (MailKind.DirectRequestJobEndedToSeeker, seeker.Account), (MailKind.DirectRequestJobEndedToEmployer, employer.Account)],
            await MailsAsync(db));
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task EndJobOffer_TwiceOrOfAnotherOffice_IsRefused()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer);
        var verb = new EndJobOffer(_database, _clock);

        Assert.Equal(EndJobRefusal.JobNotFound, await verb.RunAsync(new(await _given.EmployerAsync(), job.Number, JobEndReason.Filled), CancellationToken.None));
        Assert.Null(await verb.RunAsync(new(employer, job.Number, JobEndReason.Filled), CancellationToken.None));
        Assert.Equal(EndJobRefusal.NotActive, await verb.RunAsync(new(employer, job.Number, JobEndReason.Filled), CancellationToken.None));
        await Assert.ThrowsAsync<NotAllowedException>(() => verb.RunAsync(new(new EmployerActor(Guid.NewGuid(), employer.Office), job.Number, JobEndReason.Filled), CancellationToken.None));
    }

    [Fact, Trait("Rule", "DR-11"), Trait("Rule", "PV-05")]
    public async Task End_OfARegistration_AtItsLastDay_IsRecordedAsOfMidnight_AndItsOpenRequestsEndWithIt()
    {
        // Registered on 5 January: open through 31 March.
        _clock.SetJapan(2026, 3, 28, 10);
        var (employer, _, seeker) = await SentAsync(registeredOn: new DateOnly(2026, 1, 5));

        _clock.SetJapan(2026, 3, 31, 23, 59, 59);
        Assert.Equal(0, await EndRegistrationsAsync());
        _clock.SetJapan(2026, 4, 20);
        Assert.Equal(1, await EndRegistrationsAsync());
        Assert.Equal(0, await EndRegistrationsAsync());
        Assert.Equal(1, await LapseAsync());

        await using var db = _database.CreateDbContext();
        var midnight = Jst.EndOf(new DateOnly(2026, 3, 31));
        Assert.Equal(midnight, (await db.SeekerRegistrations.SingleAsync()).EndedAt);
        var request = await db.DirectRequests.SingleAsync();
        Assert.Equal((DirectRequestEnd.RegistrationEnded, midnight), (request.End, request.EndedAt!.Value));
        Assert.Equal(
            [(MailKind.RegistrationEnded, seeker.Account), (MailKind.DirectRequestRegistrationEndedToSeeker, seeker.Account), (MailKind.DirectRequestRegistrationEndedToEmployer, employer.Account)],
            await MailsAsync(db));
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task EndRegistration_ByTheSeeker_EndsOpenRequestsAtThatInstant()
    {
        var (_, _, seeker) = await SentAsync();
        var verb = new EndRegistration(_database, _clock);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await verb.RunAsync(new(seeker.Actor, RegistrationEndReason.Employed), CancellationToken.None));

        Assert.Equal(DirectRequestState.RegistrationEnded, await StateAsync());
        Assert.Equal(EndRegistrationRefusal.NoOpenRegistration, await verb.RunAsync(new(seeker.Actor, RegistrationEndReason.Employed), CancellationToken.None));
        await Assert.ThrowsAsync<NotAllowedException>(() => verb.RunAsync(new(new SeekerActor(Guid.NewGuid(), seeker.Id), RegistrationEndReason.Withdrawn), CancellationToken.None));
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task CloseMyPage_EndsOpenRequestsAtThatInstant_AndBothSidesSeeWhy()
    {
        var (employer, _, seeker) = await SentAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        var at = _clock.UtcNow();

        await new CloseMyPage(_database, _clock).RunAsync(new(seeker.Actor), CancellationToken.None);

        Assert.Equal(DirectRequestState.RegistrationEnded, await StateAsync());
        Assert.Equal(1, await LapseAsync());
        await using var db = _database.CreateDbContext();
        Assert.Equal(at, (await db.DirectRequests.SingleAsync()).EndedAt);
        Assert.Equal(
            [(MailKind.DirectRequestRegistrationEndedToSeeker, seeker.Account), (MailKind.DirectRequestRegistrationEndedToEmployer, employer.Account)],
            await MailsAsync(db));
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task Lapse_AfterPublicationWasWithdrawn_LeavesRequestsOpen()
    {
        await SentAsync();
        await using (var db = _database.CreateDbContext())
        {
            (await db.SeekerRegistrations.SingleAsync()).RecordConsents(shownToEmployers: false, ProvisionChoice.Neither);
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await LapseAsync());
        Assert.Equal(DirectRequestState.Unread, await StateAsync());
    }

    private async Task<(EmployerActor Employer, JobOffer Job, GivenSeeker Seeker)> SentAsync(DateOnly? registeredOn = null)
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer);
        var seeker = await _given.SeekerAsync(acceptedOn: registeredOn);
        var result = await new SendDirectRequest(_database, _clock).RunAsync(
            new(employer, job.Number, seeker.PublicNumber, "ご経験を拝見し、ご連絡しました。", NoticeConfirmed: true), CancellationToken.None);
        Assert.NotNull(result.Sent);
        return (employer, job, seeker);
    }

    private async Task<DirectRequestState> StateAsync()
    {
        await using var db = _database.CreateDbContext();
        return (await db.DirectRequests.AsNoTracking().InContext(db).SingleAsync()).StateAt(_clock.UtcNow());
    }

    /// <summary>In the order they were written, without the one that announced the request.</summary>
    private static async Task<List<(MailKind, Guid)>> MailsAsync(Domain.Data.HelloWorkDbContext db) =>
        (await db.OutboxMails.Where(m => m.Kind != MailKind.DirectRequestArrived).ToListAsync())
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id.ToString()[..13]).ThenBy(m => (m.Kind, m.RecipientAccountId)).Select(m => (m.Kind, m.RecipientAccountId)).ToList();

    private Task<int> LapseAsync() => new LapseDirectRequests(_database, _clock).RunAsync(CancellationToken.None);

    private Task<int> EndJobsAsync() => new EndJobOffers(_database, _clock).RunAsync(CancellationToken.None);

    private Task<int> EndRegistrationsAsync() => new EndRegistrations(_database, _clock).RunAsync(CancellationToken.None);
}

internal static class LapsedOnce
{
    /// <summary>One status row, one mail to each side, one audit row for each request, and every one as of its deadline.</summary>
    public static async Task AssertAsync(TestDatabase database, int requests)
    {
        await using var db = database.CreateDbContext();
        Assert.Equal(requests, await db.DirectRequests.CountAsync(r => r.End == DirectRequestEnd.Lapsed && r.EndedAt == r.ExpiresAt && r.Version == 1));
        foreach (var kind in new[] { MailKind.DirectRequestLapsedToSeeker, MailKind.DirectRequestLapsedToEmployer })
            Assert.Equal(requests, await db.OutboxMails.CountAsync(m => m.Kind == kind));
        Assert.Equal(2 * requests, await db.OutboxMails.CountAsync());
        var audited = await db.AuditEntries.Where(e => e.Act == nameof(LapseDirectRequests)).Select(e => e.RecordId).ToListAsync();
        Assert.Equal(requests, audited.Count);
        Assert.Equal(requests, audited.Distinct().Count());
    }
}
