using HelloWork.Domain.Counselling;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

public sealed class AskPlacementOfficeTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private JobOffer _job = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
        _job = await _given.JobAsync(_employer);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "SS-05")]
    public async Task Ask_AboutASeekerWithoutMyPage_ReachesTheirOfficeAndAwaitsAnAnswer()
    {
        var seeker = await _given.SeekerAsync(myPage: false);

        var result = await AskAsync(seeker);

        Assert.Null(result.Refusal);
        var inquiry = Assert.Single(await new ListOwnInquiries(_database, _clock).RunAsync(_employer, seeker.PublicNumber, CancellationToken.None));
        Assert.Equal((result.Asked!.Value, "13010", _job.Number, (DateTime?)null), (inquiry.Id, inquiry.PlacementOfficeCode, inquiry.Job, inquiry.AnsweredAt));
        await using var db = _database.CreateDbContext();
        Assert.Equal(nameof(AskPlacementOffice), (await db.AuditEntries.SingleAsync()).Act);
    }

    [Fact, Trait("Rule", "SS-05")]
    public async Task Ask_TwentyTimesAtOnceWithTheSameJob_AsksOnce()
    {
        var seeker = await _given.SeekerAsync(myPage: false);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AskAsync(seeker))));

        Assert.Single(results, r => r.Asked is not null);
        Assert.Equal(19, results.Count(r => r.Refusal is AskRefusal.AlreadyAsked));
        Assert.Null((await AskAsync(seeker, await _given.JobAsync(_employer))).Refusal);
    }

    [Theory, Trait("Rule", "SS-05")]
    [InlineData(AskRefusal.MessageMissing)]
    [InlineData(AskRefusal.MessageTooLong)]
    [InlineData(AskRefusal.SeekerNotShown)]
    [InlineData(AskRefusal.SeekerHasMyPage)]
    [InlineData(AskRefusal.JobNotFound)]
    [InlineData(AskRefusal.JobNotActive)]
    public async Task Ask_WhereSomethingIsMissing_SaysWhat(AskRefusal expected)
    {
        var seeker = await _given.SeekerAsync(shown: expected is not AskRefusal.SeekerNotShown, myPage: expected is AskRefusal.SeekerHasMyPage);
        var job = expected switch
        {
            AskRefusal.JobNotFound => await _given.JobAsync(await _given.EmployerAsync()),
            AskRefusal.JobNotActive => await _given.JobAsync(_employer, published: false),
            _ => _job,
        };
        var message = expected switch { AskRefusal.MessageMissing => " \n", AskRefusal.MessageTooLong => new string('あ', 1_001), _ => "お会いしたいです。" };

        Assert.Equal(expected, (await AskAsync(seeker, job, message)).Refusal);
    }

    private Task<AskPlacementOffice.Result> AskAsync(GivenSeeker seeker, JobOffer? job = null, string message = "お会いしたいです。") =>
        new AskPlacementOffice(_database, _clock).RunAsync(new(_employer, seeker.PublicNumber, (job ?? _job).Number, message), CancellationToken.None);
}
