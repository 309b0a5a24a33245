using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

public sealed class AskForAdviceTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-04"), Trait("Rule", "DR-08")]
    public async Task Ask_AboutARequest_WaitsAtTheOfficeOfTheRegistrationAndLeavesTheRequestOpen()
    {
        var request = await _it.RequestAsync();

        var refusal = await AskAsync("紹介状を出してもらえますか。");

        Assert.Null(refusal);
        var own = Assert.Single(await new ListOwnConsultations(_it.Database).RunAsync(new(_it.Seeker.Actor, _it.Job.Number, WaitingOnly: true), default));
        Assert.Equal(("紹介状を出してもらえますか。", request, "13010", (DateTime?)null), (own.Question, own.Request, own.PlacementOfficeCode, own.AnsweredAt));
        Assert.Equal(DirectRequestState.Unread, await _it.StateAsync(request));
        Assert.Equal(1, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(AskForAdvice))));
    }

    [Fact, Trait("Rule", "AP-04")]
    public async Task Ask_TwentyTimesAtOnce_IsOneQuestion()
    {
        var refusals = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AskAsync("応募してよいでしょうか。"))));

        Assert.Single(refusals, r => r is null);
        Assert.All(refusals.Where(r => r is not null), r => Assert.Equal(AdviceRefusal.AlreadyWaiting, r));
    }

    [Theory, Trait("Rule", "AP-04")]
    [InlineData(0, AdviceRefusal.QuestionMissing)]
    [InlineData(1000, null)]
    [InlineData(1001, AdviceRefusal.QuestionTooLong)]
    public async Task Ask_TakesUpToAThousandCharacters(int length, AdviceRefusal? expected) =>
        Assert.Equal(expected, await AskAsync(new string('相', length)));

    [Fact, Trait("Rule", "AP-04"), Trait("Rule", "JO-02")]
    public async Task Ask_AboutAJobThatIsNotPublic_FindsNone()
    {
        var job = await _it.Given.JobAsync(_it.Employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NotPublic, AcceptsSelfApplication = false } });

        Assert.Equal(AdviceRefusal.JobNotFound, await new AskForAdvice(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, job.Number, "どんな会社ですか。"), default));
    }

    private Task<AdviceRefusal?> AskAsync(string question) => new AskForAdvice(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, _it.Job.Number, question), default);
}
