using System.Data.Common;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HelloWork.Tests.Jobs;

/// <summary>Similar and recommended jobs, and seekers for a job: what is shown, and why.</summary>
public sealed class NearbyJobsTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private JobIndex _index = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _index = new JobIndex(_database, new(_database));
        _employer = await _given.EmployerAsync();
        await _index.LoadAsync(default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory, InlineData(true), InlineData(false)]
    public async Task SimilarJobs_AreTheMostAlikeFirst_WithWhatTheyHaveInCommon(bool byIndex)
    {
        var job = await _given.JobAsync(_employer);
        var part = await JobAsync(card => card with { Work = card.Work with { EmploymentType = EmploymentType.Part }, Pay = new() { Form = "時給", BaseFrom = 1_300, TotalFrom = 1_300 } });
        var elsewhere = await JobAsync(card => card with { Work = card.Work with { Workplaces = [new() { PrefectureCode = "13", MunicipalityCode = "13104" }] }, Pay = new() { Form = "月給", BaseFrom = 240_000, TotalFrom = 240_000 } });
        var alike = await JobAsync(card => card);
        await JobAsync(card => card with { Work = card.Work with { Workplaces = [new() { PrefectureCode = "27", MunicipalityCode = "27127" }] } });

        var found = await SimilarAsync(job, byIndex);

        Assert.Equal([alike.Number, elsewhere.Number, part.Number], found.Select(f => f.Job.Number));
        Assert.Equal([JobReason.Occupation, JobReason.Municipality, JobReason.Type, JobReason.Wage], found[0].Reasons);
        Assert.Equal("13101", found[0].Municipality);
        Assert.Equal([JobReason.Occupation, JobReason.Prefecture, JobReason.Type], found[1].Reasons);
        Assert.Equal([JobReason.Occupation, JobReason.Municipality], found[2].Reasons);
    }

    [Theory, InlineData(true), InlineData(false), Trait("Rule", "JO-05")]
    public async Task SimilarJobs_AreActiveOnes_AndAnEndedJobHasThemToo(bool byIndex)
    {
        var (job, ended, open) = (await JobAsync(card => card), await JobAsync(card => card), await JobAsync(card => card));
        foreach (var number in new[] { job.Number, ended.Number })
            await new EndJobOffer(_database, _clock).RunAsync(new(_employer, number, JobEndReason.Filled), default);

        Assert.Equal([open.Number], (await SimilarAsync(job, byIndex)).Select(f => f.Job.Number));
    }

    [Fact]
    public async Task WhileTheIndexLoads_NothingIsLookedFor()
    {
        var job = await JobAsync(card => card);
        await JobAsync(card => card);

        Assert.Empty(await new FindSimilarJobs(_database, _clock, new JobIndex(_database, new(_database))).RunAsync(job.Number, null, default));
    }

    [Fact]
    public async Task StepsThatAreTheSame_AreSearchedOnce()
    {
        var job = await JobAsync(card => card with { Work = card.Work with { Workplaces = [new() { PrefectureCode = "13" }] } });
        var listening = new Listening(_database);

        await new FindSimilarJobs(listening, _clock).RunAsync(job.Number, null, default);

        // The job itself, and four of the five steps: without a town two are one.
        Assert.Equal(1 + 4, listening.Asked);
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task SimilarJobs_NameAnOfficeOnlyToWhomItIsShown()
    {
        var job = await JobAsync(card => card);
        await JobAsync(card => card with { Header = card.Header with { Disclosure = Disclosure.NameToSeekers } });

        Assert.True(string.IsNullOrEmpty(Assert.Single(await SimilarAsync(job, true)).Job.Card.Office.Name));
        Assert.Equal("株式会社見本製作所", Assert.Single(await new FindSimilarJobs(_database, _clock, _index).RunAsync(job.Number, (await _given.SeekerAsync()).Account, default)).Job.Card.Office.Name);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task RecommendedJobs_FitTheSeekersOwnWishes_AndSayWhichOnes(bool byIndex)
    {
        var seeker = await _given.SeekerAsync();
        var nearby = await JobAsync(card => card with { Work = card.Work with { Workplaces = [new() { PrefectureCode = "13", MunicipalityCode = "13104" }] } });
        var best = await JobAsync(card => card);
        await JobAsync(card => card with { Work = card.Work with { OccupationCode = "055-01", Title = "調理" } });
        await JobAsync(card => card with { Work = card.Work with { EmploymentType = EmploymentType.Part } });
        await JobAsync(card => card with { Work = card.Work with { Workplaces = [new() { PrefectureCode = "27", MunicipalityCode = "27127" }] } });

        var found = await RecommendedAsync(seeker, byIndex);

        Assert.Equal([best.Number, nearby.Number], found.Select(f => f.Job.Number));
        Assert.Equal([JobReason.Occupation, JobReason.Municipality, JobReason.Type, JobReason.Wage], found[0].Reasons);
        Assert.Equal([JobReason.Occupation, JobReason.Prefecture, JobReason.Type, JobReason.Wage], found[1].Reasons);
        await new SaveJob(_database, _clock).RunAsync(new(seeker.Actor, best.Number), default);
        Assert.Equal([nearby.Number], (await RecommendedAsync(seeker, byIndex)).Select(f => f.Job.Number));
    }

    [Fact]
    public async Task WithoutAWish_NothingIsRecommended()
    {
        await JobAsync(card => card);

        Assert.Empty(await RecommendedAsync(await _given.SeekerAsync(change: s => s with { OccupationCodes = [], Places = [] }), true));
    }

    [Fact, Trait("Rule", "SS-02")]
    public async Task RecommendedSeekers_AreThoseTheOfficesOwnSearchShows_WithoutWhoWasAsked()
    {
        var job = await JobAsync(card => card);
        var (fits, asked, hidden) = (await _given.SeekerAsync(), await _given.SeekerAsync(), await _given.SeekerAsync(shown: false));
        var wide = await _given.SeekerAsync(change: s => s with { Places = [new("13", "13104")], WishedMonthlyIncome = 500_000, Style = WorkingStyle.Either });
        await _given.SeekerAsync(change: s => s with { Places = [new("27", null)] });
        await new SendDirectRequest(_database, _clock).RunAsync(new(_employer, job.Number, asked.PublicNumber, "ご連絡しました。", true), default);

        var found = (await RecommendAsync(_employer, job))!.Seekers;

        Assert.Equal([fits.PublicNumber, wide.PublicNumber], found.Select(f => f.Seeker.PublicNumber));
        Assert.Equal([SeekerReason.Occupation, SeekerReason.Municipality, SeekerReason.Wage, SeekerReason.Style], found[0].Reasons);
        Assert.Equal([SeekerReason.Occupation, SeekerReason.Prefecture, SeekerReason.Style], found[1].Reasons);
        Assert.DoesNotContain(found, f => f.Seeker.PublicNumber == hidden.PublicNumber);
        await using var db = _database.CreateDbContext();
        (await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == fits.Id)).End(RegistrationEndReason.Employed, _clock.UtcNow());
        await db.SaveChangesAsync();
        Assert.Equal([wide.PublicNumber], (await RecommendAsync(_employer, job))!.Seekers.Select(f => f.Seeker.PublicNumber));
    }

    [Fact, Trait("Rule", "DR-03")]
    public async Task ThoseWhoWereAskedAlready_DontHideTheOthers()
    {
        var job = await JobAsync(card => card);
        for (var i = 0; i < 4; i++)
            await _given.SeekerAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 9; i++)
            Assert.NotNull((await new SendDirectRequest(_database, _clock).RunAsync(new(_employer, job.Number, (await _given.SeekerAsync()).PublicNumber, "ご連絡しました。", true), default)).Sent);

        Assert.Equal(4, (await RecommendAsync(_employer, job))!.Seekers.Count);
    }

    [Fact, Trait("Rule", "DR-01")]
    public async Task ForAJobThatCantBeAttachedToARequest_NobodyIsRecommended_AndTheReasonIsSaid()
    {
        await _given.SeekerAsync();
        var job = await JobAsync(card => card with { Header = card.Header with { AcceptsSelfApplication = false } });

        var found = (await RecommendAsync(_employer, job))!;

        Assert.Equal(JobBar.SelfApplicationNotAccepted, found.Bar);
        Assert.Empty(found.Seekers);
    }

    [Fact, Trait("Rule", "SS-01")]
    public async Task SeekersAreRecommended_ForAnActiveJobOfTheOfficeAlone()
    {
        await _given.SeekerAsync();
        var job = await JobAsync(card => card);
        var other = await _given.EmployerAsync();

        Assert.Null(await RecommendAsync(other, job));
        await new EndJobOffer(_database, _clock).RunAsync(new(_employer, job.Number, JobEndReason.Filled), default);
        Assert.Null(await RecommendAsync(_employer, job));
    }

    /// <summary>Counts what the database is asked.</summary>
    private sealed class Listening(TestDatabase database) : DbCommandInterceptor, IDbContextFactory<HelloWorkDbContext>
    {
        public int Asked { get; private set; }

        public HelloWorkDbContext CreateDbContext() => database.CreateDbContext(this);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Asked++;
            return new(result);
        }
    }

    private Task<JobOffer> JobAsync(Func<JobCard, JobCard> change) => _given.JobAsync(_employer, change);

    private Task<IReadOnlyList<JobNearby>> SimilarAsync(JobOffer job, bool byIndex) => new FindSimilarJobs(_database, _clock, byIndex ? _index : null).RunAsync(job.Number, null, default);

    private Task<IReadOnlyList<JobNearby>> RecommendedAsync(GivenSeeker seeker, bool byIndex) => new RecommendJobs(_database, _clock, byIndex ? _index : null).RunAsync(new(seeker.Actor), default);

    private Task<RecommendSeekers.Result?> RecommendAsync(EmployerActor viewer, JobOffer job) =>
        new RecommendSeekers(_database, new SearchSeekers(_database, _clock), _clock).RunAsync(new(viewer, job.Number), default);
}
