using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

public sealed class RequestReadingTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private JobOffer _job = null!;
    private GivenSeeker _seeker = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "DR-09"), Trait("Rule", "DR-10")]
    public async Task Read_WithTheSchedulerOff_LapsesAtTheVeryInstantOfTheDeadline()
    {
        await SendAsync();

        await ExpectAsync(DirectRequestState.Unread, unrecorded: false);
        _clock.SetUtc(Jst.EndOf(new DateOnly(2026, 3, 29)).AddTicks(-1));
        await ExpectAsync(DirectRequestState.Unread, unrecorded: false);
        _clock.Advance(TimeSpan.FromTicks(1));
        await ExpectAsync(DirectRequestState.Lapsed, unrecorded: true);
    }

    [Fact, Trait("Rule", "JO-05"), Trait("Rule", "DR-10")]
    public async Task Read_AfterTheJobsLastDay_SaysThatTheJobEnded()
    {
        await SendAsync(lastDay: new DateOnly(2026, 3, 24));

        _clock.SetJapan(2026, 3, 24, 23, 59, 59);
        await ExpectAsync(DirectRequestState.Unread, unrecorded: false);
        _clock.SetJapan(2026, 3, 25);
        await ExpectAsync(DirectRequestState.JobEnded, unrecorded: true);
        // The job ended first: the deadline that passes later changes nothing.
        _clock.SetJapan(2026, 4, 10);
        await ExpectAsync(DirectRequestState.JobEnded, unrecorded: true);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task Read_AfterTheJobWasFilled_SaysThatTheJobEnded()
    {
        await SendAsync();

        _clock.Advance(TimeSpan.FromHours(1));
        await using (var db = _database.CreateDbContext())
        {
            (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, _clock.UtcNow());
            await db.SaveChangesAsync();
        }
        await ExpectAsync(DirectRequestState.JobEnded, unrecorded: true);
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task Read_AfterTheRegistrationsLastDay_SaysSoEvenWhenTheSeekerRegisteredAgain()
    {
        // Registered on 5 January: open through 31 March.
        _clock.SetJapan(2026, 3, 28, 10);
        await SendAsync(registeredOn: new DateOnly(2026, 1, 5));

        _clock.SetJapan(2026, 4, 1);
        await ExpectAsync(DirectRequestState.RegistrationEnded, unrecorded: true);

        await using (var db = _database.CreateDbContext())
        {
            var now = _clock.UtcNow();
            var seeker = await db.Seekers.SingleAsync();
            (await db.SeekerRegistrations.SingleAsync()).End(RegistrationEndReason.LastDayPassed, now);
            await db.SaveChangesAsync();
            db.Add(new SeekerRegistration(seeker, RegistrationNumber.Parse("13010-99999999"), RegistrationKind.VerifiedAtOffice, Jst.DayOf(now)));
            await db.SaveChangesAsync();
        }
        await ExpectAsync(DirectRequestState.RegistrationEnded, unrecorded: true);
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task Read_AfterAnEarlierRegistrationOfTheSameSeekerHadEnded_StaysOpen()
    {
        _seeker = await _given.SeekerAsync(acceptedOn: new DateOnly(2026, 1, 5));
        await using (var db = _database.CreateDbContext())
        {
            var seeker = await db.Seekers.SingleAsync();
            (await db.SeekerRegistrations.SingleAsync()).End(RegistrationEndReason.Withdrawn, _clock.UtcNow());
            await db.SaveChangesAsync();
            var again = new SeekerRegistration(seeker, RegistrationNumber.Parse("13010-99999998"), RegistrationKind.VerifiedAtOffice, _clock.TodayInJapan());
            again.RecordConsents(shownToEmployers: true, ProvisionChoice.Neither);
            db.Add(again);
            await db.SaveChangesAsync();
        }
        _clock.Advance(TimeSpan.FromMinutes(1));

        await SendAsync();

        await ExpectAsync(DirectRequestState.Unread, unrecorded: false);
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task Read_AfterTheMyPageWasClosed_SaysThatTheRegistrationEnded_ButWithdrawnPublicationChangesNothing()
    {
        await SendAsync();

        await using (var db = _database.CreateDbContext())
        {
            (await db.SeekerRegistrations.SingleAsync()).RecordConsents(shownToEmployers: false, ProvisionChoice.Neither);
            await db.SaveChangesAsync();
        }
        await ExpectAsync(DirectRequestState.Unread, unrecorded: false);

        await using (var db = _database.CreateDbContext())
        {
            (await db.Seekers.SingleAsync()).CloseMyPage(_clock.UtcNow());
            await db.SaveChangesAsync();
        }
        await ExpectAsync(DirectRequestState.RegistrationEnded, unrecorded: true);
    }

    private async Task SendAsync(DateOnly? lastDay = null, DateOnly? registeredOn = null)
    {
        _job = await _given.JobAsync(_employer, lastDay: lastDay);
        _seeker ??= await _given.SeekerAsync(acceptedOn: registeredOn);
        var result = await new SendDirectRequest(_database, _clock).RunAsync(
            new(_employer, _job.Number, _seeker.PublicNumber, "ご経験を拝見し、ご連絡しました。", NoticeConfirmed: true), CancellationToken.None);
        Assert.Null(result.Refusal);
    }

    private async Task ExpectAsync(DirectRequestState state, bool unrecorded)
    {
        var now = _clock.UtcNow();
        await using var db = _database.CreateDbContext();
        var read = await db.DirectRequests.AsNoTracking().InContext(db).OrderByDescending(r => r.Request.SentAt).Take(5).SingleAsync();

        Assert.Equal(state, read.StateAt(now));
        Assert.Equal(unrecorded, await db.EndedUnrecordedAt(now).AnyAsync());
    }
}
