using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

public sealed class SendDirectRequestTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "DR-01")]
    public async Task Send_FromAnActiveJobToAShownSeekerWithMyPage_TakesTheFirstPlaceAndTellsTheSeeker()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer);
        var seeker = await _given.SeekerAsync();

        var result = await SendAsync(employer, job, seeker);

        Assert.Null(result.Refusal);
        await using var db = _database.CreateDbContext();
        var request = await db.DirectRequests.SingleAsync();
        Assert.Equal((byte)1, request.Slot);
        Assert.Equal(seeker.Account, (await db.OutboxMails.SingleAsync()).RecipientAccountId);
        Assert.Equal(nameof(SendDirectRequest), (await db.AuditEntries.SingleAsync()).Act);
    }

    [Theory, Trait("Rule", "DR-01"), Trait("Rule", "JO-02"), Trait("Rule", "JO-03")]
    [InlineData(JobBar.NotActive)]
    [InlineData(JobBar.OfficeNameNotShown)]
    [InlineData(JobBar.WorkplaceNotNamed)]
    [InlineData(JobBar.SelfApplicationNotAccepted)]
    public async Task Send_WithAJobThatFailsOneCondition_NamesThatCondition(JobBar expected)
    {
        var employer = await _given.EmployerAsync();
        var seeker = await _given.SeekerAsync();
        var job = await _given.JobAsync(employer, published: expected != JobBar.NotActive, change: card => expected switch
        {
            JobBar.OfficeNameNotShown => card with { Header = card.Header with { Disclosure = Disclosure.WithoutName, AcceptsSelfApplication = false } },
            JobBar.WorkplaceNotNamed => card with
            {
                Header = card.Header with { AcceptsSelfApplication = false },
                Work = card.Work with { Staffing = StaffingKind.Dispatch, WorkplaceNamed = false },
            },
            JobBar.SelfApplicationNotAccepted => card with { Header = card.Header with { AcceptsSelfApplication = false } },
            _ => card,
        });

        var result = await SendAsync(employer, job, seeker);

        Assert.Equal((SendRefusal.JobBarred, expected), (result.Refusal, result.Bar));
    }

    [Fact, Trait("Rule", "DR-02"), Trait("Category", "Slow")]
    public async Task Send_TwoHundredAtOnceForOneJob_TenArriveAndEveryOtherHearsThatTenWereAsked()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer);
        var seekers = new List<GivenSeeker>();
        for (var i = 0; i < 200; i++)
            seekers.Add(await _given.SeekerAsync());

        var results = await Task.WhenAll(seekers.Select(s => Task.Run(() => SendAsync(employer, job, s))));

        Assert.Equal(10, results.Count(r => r.Sent is not null));
        Assert.All(results.Where(r => r.Sent is null), r => Assert.Equal(JobBar.TenAlreadyAsked, r.Bar));
    }

    private Task<SendDirectRequest.Result> SendAsync(EmployerActor employer, JobOffer job, GivenSeeker seeker) =>
        new SendDirectRequest(_database, _clock).RunAsync(
            new(employer, job.Number, seeker.PublicNumber, "ご経験を拝見し、ご連絡しました。", NoticeConfirmed: true), CancellationToken.None);
}
