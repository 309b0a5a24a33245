using HelloWork.Domain.Applications;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Employers;

public sealed class OwnJobsTests : IAsyncLifetime
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

    [Fact, Trait("Rule", "JO-05")]
    public async Task List_TellsTheStateOfEachJobToday_WhetherOrNotAnEndWasRecorded()
    {
        var active = await _given.JobAsync(_employer);
        var ending = await _given.JobAsync(_employer, lastDay: new DateOnly(2026, 3, 24));
        var waiting = await _given.JobAsync(_employer, published: false);
        await _given.JobAsync(await _given.EmployerAsync());

        _clock.SetJapan(2026, 3, 25);
        var list = await new ListOwnJobs(_database, _clock).RunAsync(new(_employer), CancellationToken.None);

        Assert.Equal([(active.Number, OwnJobState.Active), (waiting.Number, OwnJobState.AwaitingCheck), (ending.Number, OwnJobState.Ended)],
            list.Jobs.Items.Select(j => (j.Number, j.State)));
        Assert.All(list.Counts, c => Assert.Equal(1, c.Value));
        var only = await new ListOwnJobs(_database, _clock).RunAsync(new(_employer, OwnJobState.Ended), CancellationToken.None);
        Assert.Equal(ending.Number, Assert.Single(only.Jobs.Items).Number);
    }

    [Fact]
    public async Task Awaiting_CountsWhatNothingHasBeenRecordedFor_TheLongestWaitingFirst()
    {
        var job = await _given.JobAsync(_employer, card => card with { Selection = card.Selection with { DaysToDocumentResult = 7 } });
        var waiting = await ApplyAsync(job, "青木 花子");
        _clock.Advance(TimeSpan.FromDays(1));
        var later = await ApplyAsync(job, "今田 太郎");
        await ApplyAsync(job, "進行 次郎", a => a.RecordStep(ApplicationStatus.Interview, _employer.Account, null, _clock.GetUtcNow().UtcDateTime));
        await ApplyAsync(job, "取下 三郎", a => a.Withdraw(_employer.Account, null, _clock.GetUtcNow().UtcDateTime));

        var awaiting = await new ListAwaitingApplications(_database, _clock).RunAsync(_employer, 10, CancellationToken.None);
        var counts = await new CountApplications(_database).RunAsync(_employer, [job.Number], CancellationToken.None);

        Assert.Equal(2, awaiting.Count);
        Assert.Equal([waiting, later], awaiting.First.Select(a => a.Id));
        Assert.Equal(("青木 花子", new DateOnly(2026, 3, 29)), (awaiting.First[0].ApplicantName, awaiting.First[0].AnswerBy!.Value));
        Assert.Equal(3, counts[job.Number]);
    }

    private async Task<SelfApplicationId> ApplyAsync(JobOffer job, string name, Action<SelfApplication>? then = null)
    {
        var seeker = await _given.SeekerAsync();
        var papers = new ApplicationPapers { Name = name, NameKana = "", BirthDate = new DateOnly(1990, 4, 1), Motivation = "志望します。" };
        var application = new SelfApplication(job, seeker.Id, null, papers, seeker.Account, _clock.GetUtcNow().UtcDateTime);
        then?.Invoke(application);
        await using var db = _database.CreateDbContext();
        db.Add(application);
        await db.SaveChangesAsync();
        return application.Id;
    }
}
