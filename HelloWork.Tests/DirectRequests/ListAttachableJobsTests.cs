using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

public sealed class ListAttachableJobsTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "DR-01"), Trait("Rule", "DR-02"), Trait("Rule", "DR-03"), Trait("Rule", "JO-02"), Trait("Rule", "JO-03")]
    public async Task List_NamesForEachJobTheConditionThatFails()
    {
        var seeker = await _given.SeekerAsync();
        var fits = await _given.JobAsync(_employer);
        var notActive = await _given.JobAsync(_employer, published: false);
        var ended = await _given.JobAsync(_employer, lastDay: _clock.TodayInJapan());
        var noName = await _given.JobAsync(_employer, card => card with { Header = card.Header with { Disclosure = Disclosure.WithoutName, AcceptsSelfApplication = false } });
        var noWorkplace = await _given.JobAsync(_employer, card => card with
        {
            Header = card.Header with { AcceptsSelfApplication = false },
            Work = card.Work with { Staffing = StaffingKind.Dispatch, WorkplaceNamed = false },
        });
        var noSelfApplication = await _given.JobAsync(_employer, card => card with { Header = card.Header with { AcceptsSelfApplication = false } });
        var already = await _given.JobAsync(_employer);
        await SendAsync(already, seeker);
        var full = await _given.JobAsync(_employer);
        for (var i = 0; i < 10; i++)
            await SendAsync(full, await _given.SeekerAsync());
        await _given.JobAsync(await _given.EmployerAsync());

        _clock.SetJapan(2026, 3, 23);
        var jobs = await ListAsync(seeker);

        Assert.Equal(fits.Number, jobs[0].Number);
        Assert.Equal(new Dictionary<JobNumber, JobBar?>
        {
            [fits.Number] = null,
            [notActive.Number] = JobBar.NotActive,
            [ended.Number] = JobBar.NotActive,
            [noName.Number] = JobBar.OfficeNameNotShown,
            [noWorkplace.Number] = JobBar.WorkplaceNotNamed,
            [noSelfApplication.Number] = JobBar.SelfApplicationNotAccepted,
            [already.Number] = JobBar.AlreadyAsked,
            [full.Number] = JobBar.TenAlreadyAsked,
        }, jobs.ToDictionary(j => j.Number, j => j.Bar));
        Assert.Equal((9, 0), (jobs.Single(j => j.Number == already.Number).Left, jobs.Single(j => j.Number == full.Number).Left));
    }

    [Fact, Trait("Rule", "DR-02")]
    public async Task List_AfterADeclineAndALapse_GivesNoPlaceBack_ButAJobOfferedAgainStartsAnew()
    {
        var job = await _given.JobAsync(_employer);
        await SendAsync(job, await _given.SeekerAsync());
        await using (var db = _database.CreateDbContext())
        {
            (await db.DirectRequests.SingleAsync()).Decline(null, _clock.UtcNow());
            await db.SaveChangesAsync();
        }
        var again = await _given.JobAsync(_employer);

        var jobs = await ListAsync(await _given.SeekerAsync());

        Assert.Equal((9, 10), (jobs.Single(j => j.Number == job.Number).Left, jobs.Single(j => j.Number == again.Number).Left));
        await SendAsync(job, await _given.SeekerAsync());
        _clock.Advance(TimeSpan.FromDays(8));
        await using (var db = _database.CreateDbContext())
            Assert.True((await db.DirectRequests.ToListAsync()).TrueForAll(r => r.ExpiresAt < _clock.UtcNow()));
        Assert.Equal(8, (await ListAsync(await _given.SeekerAsync())).Single(j => j.Number == job.Number).Left);
    }

    [Fact, Trait("Rule", "DR-01")]
    public async Task List_ForASeekerWhoIsNotShown_FindsNothing()
    {
        var hidden = await _given.SeekerAsync(shown: false);

        Assert.Null(await new ListAttachableJobs(_database, _clock).RunAsync(_employer, hidden.PublicNumber, CancellationToken.None));
    }

    [Theory, Trait("Rule", "DR-01")]
    [InlineData(false, true, SendRefusal.SeekerNotShown)]
    [InlineData(true, false, SendRefusal.SeekerHasNoMyPage)]
    public async Task Send_ToASeekerWhoCannotBeReached_IsRefused(bool shown, bool myPage, SendRefusal expected)
    {
        var job = await _given.JobAsync(_employer);
        var seeker = await _given.SeekerAsync(shown, myPage);

        Assert.Equal(expected, (await SendAsync(job, seeker)).Refusal);
    }

    [Theory, Trait("Rule", "DR-01"), Trait("Rule", "DR-05")]
    [InlineData("", true, SendRefusal.MessageMissing)]
    [InlineData(" \r\n　", true, SendRefusal.MessageMissing)]
    [InlineData("お願いします", false, SendRefusal.NoticeNotConfirmed)]
    [InlineData("\u0001", true, SendRefusal.MessageTooLong)]
    public async Task Send_WithoutMessageOrConfirmation_IsRefused(string message, bool confirmed, SendRefusal expected)
    {
        var job = await _given.JobAsync(_employer);
        var seeker = await _given.SeekerAsync();

        var result = await new SendDirectRequest(_database, _clock).RunAsync(new(_employer, job.Number, seeker.PublicNumber, message, confirmed), CancellationToken.None);

        Assert.Equal(expected, result.Refusal);
        await using var db = _database.CreateDbContext();
        Assert.False(await db.DirectRequests.AnyAsync());
    }

    [Theory, Trait("Rule", "DR-01")]
    [InlineData(1000, null)]
    [InlineData(1001, SendRefusal.MessageTooLong)]
    public async Task Send_CountsCharactersAsPeopleDo_ToOneThousand(int characters, SendRefusal? expected)
    {
        var job = await _given.JobAsync(_employer);
        var seeker = await _given.SeekerAsync();

        var result = await new SendDirectRequest(_database, _clock).RunAsync(
            new(_employer, job.Number, seeker.PublicNumber, string.Concat(Enumerable.Repeat("𠮷", characters)), NoticeConfirmed: true), CancellationToken.None);

        Assert.Equal(expected, result.Refusal);
    }

    [Fact]
    public async Task Send_WithAnotherOfficesJob_DoesNotFindIt()
    {
        var job = await _given.JobAsync(await _given.EmployerAsync());

        Assert.Equal(SendRefusal.JobNotFound, (await SendAsync(job, await _given.SeekerAsync())).Refusal);
    }

    private async Task<IReadOnlyList<AttachableJob>> ListAsync(GivenSeeker seeker) =>
        (await new ListAttachableJobs(_database, _clock).RunAsync(_employer, seeker.PublicNumber, CancellationToken.None))!;

    private Task<SendDirectRequest.Result> SendAsync(JobOffer job, GivenSeeker seeker) =>
        new SendDirectRequest(_database, _clock).RunAsync(new(_employer, job.Number, seeker.PublicNumber, "ご経験を拝見し、ご連絡しました。", NoticeConfirmed: true), CancellationToken.None);
}
