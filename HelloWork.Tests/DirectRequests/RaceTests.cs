using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

[Trait("Category", "Slow")]
public sealed class RaceTests : IAsyncLifetime
{
    private const int Rounds = 50;
    private const int RoundsOfTwoProcesses = 10;
    private const int RoundsAtTheFile = 5;
    private const int Ways = 4;
    private const int Senders = 200;

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

    /// <summary>Through one of them writers of a process wait for each other's turn; through several only the database decides.</summary>
    private IReadOnlyList<TestDatabase> AllWays => [.. Enumerable.Range(0, Ways).Select(_database.Beside)];

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "DR-02")]
    public async Task Send_TwoHundredAtOnceForOneJobFiftyTimes_TenArriveEachTimeAndEveryOtherHearsThatTenWereAsked()
    {
        var seekers = new List<PublicNumber>();
        for (var i = 0; i < Senders; i++)
            seekers.Add((await _given.SeekerAsync()).PublicNumber);
        await using var other = OtherProcess.Start("send-requests", _database.Address, _employer.Account.ToString(), _employer.Office.ToString());
        Assert.Equal("ready", await other.HearAsync());

        for (var round = 0; round < Rounds; round++)
        {
            var job = (await _given.JobAsync(_employer)).Number;
            string[] outcomes;
            if (round < RoundsOfTwoProcesses)
            {
                await other.TellAsync($"{job} {string.Join(' ', seekers.Skip(Senders / 2))}");
                var here = await SendAllAsync([_database], _employer, job, seekers.Take(Senders / 2));
                outcomes = [.. here, .. (await other.HearAsync())!.Split(' ')];
            }
            else
            {
                outcomes = await SendAllAsync(round < RoundsOfTwoProcesses + RoundsAtTheFile ? AllWays : [_database], _employer, job, seekers);
            }

            Assert.Equal(Senders, outcomes.Length);
            Assert.Equal(10, outcomes.Count(o => o == "sent"));
            Assert.Equal(Senders - 10, outcomes.Count(o => o == nameof(JobBar.TenAlreadyAsked)));
            await using var db = _database.CreateDbContext();
            var places = await db.DirectRequests.Where(r => db.JobOffers.Any(j => j.Id == r.JobOfferId && j.Number == job)).Select(r => (int)r.Slot).Order().ToListAsync();
            Assert.Equal(Enumerable.Range(1, 10), places);
        }
        await AssertToldOnceAsync(10 * Rounds);
    }

    [Fact, Trait("Rule", "DR-03")]
    public async Task Send_TheSamePairOneHundredTimesAtOnce_OneArrivesAndEveryOtherHearsThatThisSeekerWasAsked()
    {
        var job = (await _given.JobAsync(_employer)).Number;
        var seeker = (await _given.SeekerAsync()).PublicNumber;

        var outcomes = await SendAllAsync(AllWays, _employer, job, Enumerable.Repeat(seeker, 100));

        Assert.Equal(1, outcomes.Count(o => o == "sent"));
        Assert.Equal(99, outcomes.Count(o => o == nameof(JobBar.AlreadyAsked)));
        await AssertToldOnceAsync(1);
    }

    /// <summary>The other process: sends what each line asks for, all at once, and answers with the outcomes.</summary>
    public static async Task<int> SendInThisProcessAsync(string[] args)
    {
        var database = TestDatabase.Open(args[0]);
        var employer = new EmployerActor(Guid.Parse(args[1]), OfficeId.Parse(args[2], null));
        await using (var db = database.CreateDbContext())
            await db.DirectRequests.CountAsync();
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            var outcomes = await SendAllAsync([database], employer, JobNumber.Parse(words[0]), words.Skip(1).Select(w => PublicNumber.Parse(w)));
            Console.WriteLine(string.Join(' ', outcomes));
        }
        return 0;
    }

    private static async Task<string[]> SendAllAsync(IReadOnlyList<TestDatabase> ways, EmployerActor employer, JobNumber job, IEnumerable<PublicNumber> seekers)
    {
        var verbs = ways.Select(way => new SendDirectRequest(way, new TestClock())).ToList();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sends = seekers.Select((seeker, i) => Task.Run(async () =>
        {
            await start.Task;
            var result = await verbs[i % verbs.Count].RunAsync(new(employer, job, seeker, "ご経験を拝見し、ご連絡しました。", NoticeConfirmed: true), CancellationToken.None);
            return result.Sent is not null ? "sent" : result.Bar?.ToString() ?? result.Refusal.ToString()!;
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(sends);
    }

    private async Task AssertToldOnceAsync(int requests)
    {
        await using var db = _database.CreateDbContext();
        Assert.Equal(requests, await db.DirectRequests.CountAsync());
        Assert.Equal(requests, await db.OutboxMails.CountAsync());
        Assert.Equal(requests, await db.AuditEntries.CountAsync());
    }
}
