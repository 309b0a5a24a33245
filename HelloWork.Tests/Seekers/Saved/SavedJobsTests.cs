using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers.Saved;

public sealed class SavedJobsTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private GivenSeeker _seeker = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        (_employer, _seeker) = (await _given.EmployerAsync(), await _given.SeekerAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task SavingTwice_IsSavingOnce_AndStandsInTheTrail()
    {
        var job = await _given.JobAsync(_employer);

        Assert.Null(await SaveAsync(job.Number));
        Assert.Null(await SaveAsync(job.Number));

        Assert.Equal([job.Number], (await ListAsync()).Items.Select(i => i.Number));
        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == nameof(SaveJob) && e.AccountId == _seeker.Account && e.RecordId == job.Number.Value));
    }

    [Fact]
    public async Task TwoWhoSaveAtOnce_TakeTwoPlaces()
    {
        var jobs = new List<JobNumber>();
        for (var i = 0; i < 6; i++)
            jobs.Add((await _given.JobAsync(_employer)).Number);

        await Task.WhenAll(jobs.Concat(jobs).Select(SaveAsync));

        Assert.Equal(jobs.Order(Comparer<JobNumber>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))), (await ListAsync()).Items.Select(i => i.Number).OrderBy(n => n.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task AfterAHundred_NoOther_UntilOneIsTakenOff()
    {
        var jobs = new List<JobOffer>();
        for (var i = 0; i <= SavedJob.Most; i++)
            jobs.Add(await _given.JobAsync(_employer));
        await using (var db = _database.CreateDbContext())
        {
            db.SavedJobs.AddRange(jobs.Take(SavedJob.Most).Select((job, i) => new SavedJob(_seeker.Id, job.Id, i + 1, _clock.UtcNow())));
            await db.SaveChangesAsync();
        }

        Assert.Equal(SaveJobRefusal.TooMany, await SaveAsync(jobs[^1].Number));
        Assert.True(await new RemoveSavedJob(_database, _clock).RunAsync(new(_seeker.Actor, jobs[40].Number), default));
        Assert.Null(await SaveAsync(jobs[^1].Number));
        Assert.Equal(SavedJob.Most, (await ListAsync()).TotalCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SavedJob(_seeker.Id, jobs[0].Id, 101, _clock.UtcNow()));
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AJobThatEnds_StaysInTheList_AndSaysSo()
    {
        var (filled, over) = (await _given.JobAsync(_employer), await _given.JobAsync(_employer, lastDay: _clock.TodayInJapan()));
        await SaveAsync(filled.Number);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(over.Number);
        await new EndJobOffer(_database, _clock).RunAsync(new(_employer, filled.Number, JobEndReason.Filled), default);
        _clock.Advance(TimeSpan.FromDays(1));

        var list = await ListAsync();

        Assert.Equal([(over.Number, JobEndReason.LastDayPassed), (filled.Number, JobEndReason.Filled)], list.Items.Select(i => (i.Number, i.Ended!.Value)));
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task AJobThatIsNoLongerPublic_KeepsItsPlaceAndShowsNothing_AndCantBeSavedAnew()
    {
        var job = await _given.JobAsync(_employer);
        await SaveAsync(job.Number);
        await using (var db = _database.CreateDbContext())
        {
            var offer = await db.JobOffers.Include(j => j.Places).SingleAsync(j => j.Id == job.Id);
            offer.Revise(offer.Card with { Header = offer.Card.Header with { Disclosure = Disclosure.NotPublic, AcceptsSelfApplication = false } }, _clock.UtcNow());
            await db.SaveChangesAsync();
        }

        Assert.Null(Assert.Single((await ListAsync()).Items).Job);
        Assert.True(await new RemoveSavedJob(_database, _clock).RunAsync(new(_seeker.Actor, job.Number), default));
        Assert.Equal(SaveJobRefusal.NotThere, await SaveAsync(job.Number));
        Assert.Equal(SaveJobRefusal.NotThere, await SaveAsync(JobNumber.Parse("99999-1")));
    }

    [Fact]
    public async Task WhatOneSeekerSaves_NoOtherSees()
    {
        var job = await _given.JobAsync(_employer);
        await SaveAsync(job.Number);
        var other = await _given.SeekerAsync();

        Assert.Empty((await new ListSavedJobs(_database, _clock).RunAsync(new(other.Actor), default)).Items);
        Assert.Empty((await new MarkSavedJobs(_database).RunAsync(other.Actor, [job.Number], default))!);
        Assert.Equal([job.Number], (await new MarkSavedJobs(_database).RunAsync(_seeker.Actor, [job.Number, JobNumber.Parse("99999-1")], default))!);
        Assert.Null(await new MarkSavedJobs(_database).RunAsync(_seeker.Actor with { Account = other.Account }, [job.Number], default));
        Assert.Null(await new MarkSavedJobs(_database).RunAsync((await _given.ProvidedSeekerAsync(myPage: false)).Actor, [job.Number], default));
    }

    private Task<SaveJobRefusal?> SaveAsync(JobNumber job) => new SaveJob(_database, _clock).RunAsync(new(_seeker.Actor, job), default);

    private Task<Page<SavedJobItem>> ListAsync() => new ListSavedJobs(_database, _clock).RunAsync(new(_seeker.Actor), default);
}
