using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Notifications;

public sealed class LiveSignalTests : IAsyncLifetime
{
    private static readonly LiveTopic Somebody = LiveTopic.Account(Guid.Parse("5b0c6a52-7a8c-4d6d-9a0e-0c1f4b0f9d11"));
    private static readonly LiveTopic SomeRequest = LiveTopic.Request(Guid.Parse("0d4f2f5e-31a4-4c39-8d8a-3a5d6c0f2b22"));

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "MS-08")]
    public async Task Signal_ByFortyAtOnce_CountsEachOfThem()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => SignalAsync(Somebody, SomeRequest))));

        Assert.Equal((40, 40), (await VersionAsync(Somebody), await VersionAsync(SomeRequest)));
    }

    [Fact, Trait("Rule", "MS-08")]
    public async Task Signal_OfAChangeThatFails_IsNeverSeen()
    {
        await SignalAsync(Somebody);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.WriteAsync<bool>(async db =>
        {
            await db.SignalAsync([Somebody, SomeRequest], _clock.GetUtcNow().UtcDateTime, default);
            throw new InvalidOperationException("The change fails.");
        }, default));

        Assert.Equal((1, 0), (await VersionAsync(Somebody), await VersionAsync(SomeRequest)));
    }

    [Fact]
    public async Task Signal_OutsideOfATransaction_IsAMistake()
    {
        await using var db = _database.CreateDbContext();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SignalAsync([Somebody], _clock.GetUtcNow().UtcDateTime, default));
    }

    [Fact]
    public async Task Signal_TwiceInOneTransaction_IsOneRow()
    {
        await _database.WriteAsync(async db =>
        {
            await db.SignalAsync([Somebody, Somebody], _clock.GetUtcNow().UtcDateTime, default);
            await db.SignalAsync([Somebody], _clock.GetUtcNow().UtcDateTime, default);
            return true;
        }, default);

        Assert.Equal(1, await VersionAsync(Somebody));
    }

    [Fact]
    public async Task Signals_AreReadSinceAMoment()
    {
        await SignalAsync(Somebody);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SignalAsync(SomeRequest);

        var since = await new ReadLiveSignals(_database).RunAsync(_clock.GetUtcNow().UtcDateTime.AddSeconds(-10), default);

        Assert.Equal([(SomeRequest, 1L)], since.Select(s => (s.Key, s.Value)));
    }

    [Fact]
    public void EveryKindOfTopic_IsReadAsItWasWrittenAndFitsItsColumn()
    {
        foreach (var kind in Enum.GetValues<LiveTopicKind>())
        {
            var topic = new LiveTopic(kind, Guid.NewGuid());

            Assert.Equal(topic, LiveTopic.Parse(topic.Key));
            Assert.True(topic.Key.Length <= 60 && topic.Key.All(char.IsAscii), topic.Key);
        }
    }

    [Fact, Trait("Rule", "MS-08")]
    public async Task ARequest_SignalsBothSidesWhenItIsSentReadDeclinedAndNotWhenItIsRefused()
    {
        var (employer, seeker) = (await _given.EmployerAsync(), await _given.SeekerAsync());
        var job = await _given.JobAsync(employer);
        LiveTopic[] sides = [LiveTopic.Account(seeker.Account), LiveTopic.Organisation(employer.Office.Value)];

        var sent = await SendAsync(employer, job, seeker);
        Assert.Equal([1, 1], await VersionsAsync(sides));
        Assert.Null((await new SendDirectRequest(_database, _clock).RunAsync(new(employer, job.Number, seeker.PublicNumber, "もう一度", true), default)).Sent);
        Assert.Equal([1, 1], await VersionsAsync(sides));
        await new OpenReceivedRequest(_database, _clock).RunAsync(new(seeker.Actor, sent), default);
        Assert.Equal([2, 2], await VersionsAsync(sides));
        await new OpenReceivedRequest(_database, _clock).RunAsync(new(seeker.Actor, sent), default);
        Assert.Equal([2, 2], await VersionsAsync(sides));
        await new DeclineDirectRequest(_database, _clock).RunAsync(new(seeker.Actor, sent, null), default);
        Assert.Equal([3, 3, 3], await VersionsAsync([.. sides, LiveTopic.Request(sent.Value)]));
    }

    [Fact, Trait("Rule", "MS-08")]
    public async Task ARequestThatLapses_SignalsBothSidesOnceItIsRecorded()
    {
        var (employer, seeker) = (await _given.EmployerAsync(), await _given.SeekerAsync());
        var sent = await SendAsync(employer, await _given.JobAsync(employer), seeker);
        _clock.Advance(TimeSpan.FromDays(9));

        await new LapseDirectRequests(_database, _clock).RunAsync(default);
        await new LapseDirectRequests(_database, _clock).RunAsync(default);

        Assert.Equal([2, 2, 2], await VersionsAsync([LiveTopic.Request(sent.Value), LiveTopic.Account(seeker.Account), LiveTopic.Organisation(employer.Office.Value)]));
    }

    [Fact]
    public async Task AProfileThatIsShownNoMore_SignalsItsOpenPages()
    {
        var seeker = await _given.SeekerAsync();

        await new ChangePublication(_database, _clock).RunAsync(new(seeker.Actor, Shown: false), default);

        Assert.Equal([1, 1], await VersionsAsync([LiveTopic.Profile(seeker.Id.Value), LiveTopic.Account(seeker.Account)]));
    }

    private async Task<DirectRequestId> SendAsync(EmployerActor employer, JobOffer job, GivenSeeker seeker) =>
        (await new SendDirectRequest(_database, _clock).RunAsync(new(employer, job.Number, seeker.PublicNumber, "ご経験を拝見しました。", true), default)).Sent!.Value;

    private Task<bool> SignalAsync(params LiveTopic[] topics) => _database.WriteAsync(async db =>
    {
        await db.SignalAsync(topics, _clock.GetUtcNow().UtcDateTime, default);
        return true;
    }, default);

    private async Task<long> VersionAsync(LiveTopic topic) => (await VersionsAsync([topic])).Single();

    private async Task<IReadOnlyList<long>> VersionsAsync(LiveTopic[] topics)
    {
        var versions = await new ReadLiveSignals(_database).RunAsync(topics, default);
        return [.. topics.Select(t => versions.GetValueOrDefault(t))];
    }
}
