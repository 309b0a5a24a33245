using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs;

public sealed class ViewJobTests : IAsyncLifetime
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

    [Fact]
    public async Task View_OfAnActiveJob_ShowsItsCardAndOffice()
    {
        var job = await _given.JobAsync(_employer);

        var view = (await ViewAsync(job.Number))!;

        Assert.Null(view.Ended);
        Assert.Equal(job.Card.Work.Title, view.Card.Work.Title);
        Assert.NotNull(view.OfficeNumber);
        Assert.True(view.Summary.IsNew);
        Assert.Equal("038", view.OccupationGroup);
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task View_OfAJobThatAwaitsItsCheckOrDoesNotExist_ShowsNothing()
    {
        var draft = await _given.JobAsync(_employer, published: false);

        Assert.Null(await ViewAsync(draft.Number));
        Assert.Null(await ViewAsync(JobNumber.Parse("99999-99999999")));
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task View_WhileAChangeAwaitsItsCheck_ShowsWhatWasChecked()
    {
        var job = await _given.JobAsync(_employer);
        await using (var db = _database.CreateDbContext())
        {
            var stored = (await db.JobOffers.FindAsync(job.Id))!;
            stored.Propose(stored.Card with { Work = stored.Card.Work with { Title = "まだ確認されていない職種" } }, _clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        }

        Assert.Equal("経理事務", (await ViewAsync(job.Number))!.Card.Work.Title);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task View_JustAfterItsLastDay_SaysThatItEnded()
    {
        var job = await _given.JobAsync(_employer, lastDay: new DateOnly(2026, 3, 31));

        _clock.SetJapan(2026, 3, 31, 23, 59, 59);
        Assert.Null((await ViewAsync(job.Number))!.Ended);
        _clock.SetJapan(2026, 4, 1);
        Assert.Equal(JobEndReason.LastDayPassed, (await ViewAsync(job.Number))!.Ended);
    }

    private Task<JobView?> ViewAsync(JobNumber number) => new ViewJob(_database, _clock).RunAsync(number, null, default);
}
