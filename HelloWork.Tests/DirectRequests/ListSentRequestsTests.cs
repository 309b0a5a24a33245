using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

public sealed class ListSentRequestsTests : IAsyncLifetime
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

    [Fact, Trait("Rule", "DR-10"), Trait("Rule", "DR-09"), Trait("Rule", "DR-11"), Trait("Rule", "JO-05")]
    public async Task List_ShowsAllSevenStates_RecordedOrNot_AndFiltersByEach()
    {
        var job = await _given.JobAsync(_employer);
        var ending = await _given.JobAsync(_employer, lastDay: new DateOnly(2026, 3, 25));
        var lapsed = await SendAsync(job, await _given.SeekerAsync());
        var lapsedAndRecorded = await SendAsync(job, await _given.SeekerAsync());
        var withJob = await SendAsync(ending, await _given.SeekerAsync());
        var leaver = await _given.SeekerAsync();
        var left = await SendAsync(job, leaver);
        _clock.SetJapan(2026, 3, 28, 9);
        var unread = await SendAsync(job, await _given.SeekerAsync());
        var read = await SendAsync(job, await _given.SeekerAsync());
        var applied = await SendAsync(job, await _given.SeekerAsync());
        var declined = await SendAsync(job, await _given.SeekerAsync());
        await ChangeAsync(read, r => r.MarkRead(_clock.UtcNow()));
        await ChangeAsync(applied, r => r.MarkApplied(_clock.UtcNow()));
        await ChangeAsync(declined, r => r.Decline("勤務地が遠いため", _clock.UtcNow()));
        await using (var db = _database.CreateDbContext())
        {
            (await db.Seekers.SingleAsync(s => s.Id == leaver.Id)).CloseMyPage(_clock.UtcNow());
            await db.SaveChangesAsync();
        }
        _clock.SetJapan(2026, 4, 1);
        await ChangeAsync(lapsedAndRecorded, r => r.RecordEnd(DirectRequestEnd.Lapsed, r.ExpiresAt));

        var all = await ListAsync(new(_employer));

        var expected = new Dictionary<DirectRequestState, DirectRequestId[]>
        {
            [DirectRequestState.Unread] = [unread], [DirectRequestState.Read] = [read], [DirectRequestState.Applied] = [applied],
            [DirectRequestState.Declined] = [declined], [DirectRequestState.Lapsed] = [lapsed, lapsedAndRecorded],
            [DirectRequestState.JobEnded] = [withJob], [DirectRequestState.RegistrationEnded] = [left],
        };
        Assert.Equal(expected.ToDictionary(e => e.Key, e => e.Value.Length), all.ByState);
        Assert.Equal(8, all.Sent.TotalCount);
        Assert.All(expected, e => Assert.Equal(e.Value.ToHashSet(), all.Sent.Items.Where(i => i.State == e.Key).Select(i => i.Id).ToHashSet()));
        foreach (var (state, ids) in expected)
        {
            var one = await ListAsync(new(_employer, state));
            Assert.Equal(ids.ToHashSet(), one.Sent.Items.Select(i => i.Id).ToHashSet());
            Assert.Equal(ids.Length, one.Sent.TotalCount);
        }
        Assert.Equal("勤務地が遠いため", all.Sent.Items.Single(i => i.Id == declined).DeclineReason);
        Assert.Equal(Jst.EndOf(new DateOnly(2026, 3, 25)), all.Sent.Items.Single(i => i.Id == withJob).EndedAt);
        Assert.Equal(new DateOnly(2026, 4, 4), all.Sent.Items.Single(i => i.Id == unread).LastDay);
    }

    [Fact, Trait("Rule", "DR-10"), Trait("Rule", "DR-02")]
    public async Task List_ByJob_KeepsToIt_AndSaysHowManyOfTheTenRemain()
    {
        var first = await _given.JobAsync(_employer);
        var second = await _given.JobAsync(_employer);
        var untouched = await _given.JobAsync(_employer);
        for (var i = 0; i < 3; i++)
            await SendAsync(first, await _given.SeekerAsync());
        await SendAsync(second, await _given.SeekerAsync());

        var list = await ListAsync(new(_employer, Job: first.Number));
        var asked = await new ListAskedJobs(_database, _clock).RunAsync(_employer, CancellationToken.None);
        var taken = await new CountPlacesTaken(_database).RunAsync(_employer, [first.Number, untouched.Number], CancellationToken.None);

        Assert.Equal((3, 3), (list.Sent.TotalCount, list.ByState[DirectRequestState.Unread]));
        Assert.Equal([(second.Number, 9), (first.Number, 7)], asked.Select(a => (a.Number, a.Left)));
        Assert.Equal((3, 0), (taken[first.Number], taken[untouched.Number]));
    }

    [Fact]
    public async Task List_ShowsNothingOfAnotherOffice()
    {
        var job = await _given.JobAsync(_employer);
        var sent = await SendAsync(job, await _given.SeekerAsync());
        var stranger = await _given.EmployerAsync();

        Assert.Empty((await ListAsync(new(stranger))).Sent.Items);
        Assert.Empty((await ListAsync(new(stranger, Job: job.Number))).Sent.Items);
        Assert.Null(await new ReadSentRequest(_database, _clock).RunAsync(stranger, sent, CancellationToken.None));
        Assert.NotNull(await new ReadSentRequest(_database, _clock).RunAsync(_employer, sent, CancellationToken.None));
        await Assert.ThrowsAsync<NotAllowedException>(() => ListAsync(new(_employer with { Office = stranger.Office })));
    }

    [Fact]
    public async Task FindEarlier_NamesWhatTheOfficeAskedASeekerAlready()
    {
        var seeker = await _given.SeekerAsync();
        var other = await _given.SeekerAsync();
        var job = await _given.JobAsync(_employer);
        await SendAsync(job, seeker);

        var earlier = await new FindEarlierRequests(_database, _clock).RunAsync(_employer, [seeker.PublicNumber, other.PublicNumber], CancellationToken.None);

        Assert.Equal(job.Number, Assert.Single(earlier[seeker.PublicNumber]).Job);
        Assert.Empty(earlier[other.PublicNumber]);
    }

    [Fact, Trait("Rule", "DR-11"), Trait("Rule", "SS-02")]
    public async Task List_AfterPublicationWasWithdrawn_KeepsTheRequestButNotTheWayToTheProfile()
    {
        var seeker = await _given.SeekerAsync();
        await SendAsync(await _given.JobAsync(_employer), seeker);
        await using (var db = _database.CreateDbContext())
        {
            (await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == seeker.Id)).RecordConsents(false, ProvisionChoice.Neither);
            await db.SaveChangesAsync();
        }

        var sent = Assert.Single((await ListAsync(new(_employer))).Sent.Items);

        Assert.Equal((DirectRequestState.Unread, false), (sent.State, sent.SeekerShown));
    }

    [Fact, Trait("Rule", "DR-10")]
    public async Task Export_HandsOutEachRequestOnce_HoweverMany_AndOnlyThoseOfTheState()
    {
        const int jobs = ExportSentRequests.Step / DirectRequest.MostPerJob + 2;
        var seekers = new List<GivenSeeker>();
        for (var i = 0; i < DirectRequest.MostPerJob; i++)
            seekers.Add(await _given.SeekerAsync());
        for (var i = 0; i < jobs; i++)
        {
            var job = await _given.JobAsync(_employer);
            await using var db = _database.CreateDbContext();
            // All at one instant but for the last, so that only the id tells them apart.
            db.AddRange(seekers.Select((s, slot) => new DirectRequest(job, s.Id, _employer.Account, (byte)(slot + 1), "ご連絡しました。", _clock.UtcNow().AddHours(i == jobs - 1 ? -1 : -2))));
            await db.SaveChangesAsync();
        }
        await ChangeAsync((await ListAsync(new(_employer))).Sent.Items[0].Id, r => r.MarkRead(_clock.UtcNow()));

        var all = await ExportAsync(new(_employer));

        Assert.Equal((jobs * DirectRequest.MostPerJob, jobs * DirectRequest.MostPerJob), (all.Count, all.Select(r => r.Id).Distinct().Count()));
        Assert.Equal(all.Max(r => r.SentAt), all[0].SentAt);
        Assert.Equal(all.Count - 1, (await ExportAsync(new(_employer, DirectRequestState.Unread))).Count);
        Assert.Equal(DirectRequest.MostPerJob, (await ExportAsync(new(_employer, Job: all[0].Job))).Count);
        Assert.Empty(await ExportAsync(new(await _given.EmployerAsync())));
    }

    private async Task<List<SentRequest>> ExportAsync(ExportSentRequests.Query query)
    {
        var all = new List<SentRequest>();
        await foreach (var request in await new ExportSentRequests(_database, _clock).RunAsync(query, CancellationToken.None))
            all.Add(request);
        return all;
    }

    private Task<ListSentRequests.Result> ListAsync(ListSentRequests.Query query) => new ListSentRequests(_database, _clock).RunAsync(query, CancellationToken.None);

    private async Task<DirectRequestId> SendAsync(JobOffer job, GivenSeeker seeker) => (await new SendDirectRequest(_database, _clock)
        .RunAsync(new(_employer, job.Number, seeker.PublicNumber, "ご経験を拝見し、ご連絡しました。", NoticeConfirmed: true), CancellationToken.None)).Sent!.Value;

    private async Task ChangeAsync(DirectRequestId id, Action<DirectRequest> change)
    {
        await using var db = _database.CreateDbContext();
        change(await db.DirectRequests.SingleAsync(r => r.Id == id));
        await db.SaveChangesAsync();
    }
}
