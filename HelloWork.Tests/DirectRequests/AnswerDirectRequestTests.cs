using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

public sealed class AnswerDirectRequestTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "DR-08")]
    public async Task Open_ForTheFirstTime_MarksItReadOnce()
    {
        var request = await _it.RequestAsync();
        _it.Clock.Advance(TimeSpan.FromDays(1));
        var firstRead = _it.Clock.UtcNow();

        var first = await _it.OpenAsync(request);
        _it.Clock.Advance(TimeSpan.FromHours(3));
        var second = await _it.OpenAsync(request);

        Assert.Equal(DirectRequestState.Read, first!.State);
        Assert.Equal((firstRead, firstRead), (first.ReadAt, second!.ReadAt));
        Assert.Equal(1, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(OpenReceivedRequest))));
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task Open_ByTwentyTabsAtOnce_IsRecordedOnce()
    {
        var request = await _it.RequestAsync();

        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _it.OpenAsync(request))));

        Assert.All(opened, o => Assert.Equal(DirectRequestState.Read, o!.State));
        Assert.Equal(1, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(OpenReceivedRequest))));
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task Open_SomebodyElsesRequest_FindsNone()
    {
        var request = await _it.RequestAsync();
        var stranger = await _it.Given.SeekerAsync();

        Assert.Null(await new OpenReceivedRequest(_it.Database, _it.Clock).RunAsync(new(stranger.Actor, request), default));
        Assert.Equal(DeclineRefusal.NotFound, await new DeclineDirectRequest(_it.Database, _it.Clock).RunAsync(new(stranger.Actor, request, null), default));
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task Decline_WithAReason_EndsItAndTellsTheSender()
    {
        var request = await _it.RequestAsync();

        var refusal = await _it.DeclineAsync(request, " 勤務地が\r\n遠いため ");

        Assert.Null(refusal);
        var opened = await _it.OpenAsync(request);
        Assert.Equal((DirectRequestState.Declined, "勤務地が\n遠いため"), (opened!.State, opened.DeclineReason));
        Assert.Equal(_it.Employer.Account, (await _it.ReadAsync(db => db.OutboxMails.SingleAsync(m => m.Kind == MailKind.DirectRequestDeclined))).RecipientAccountId);
        Assert.Equal(1, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(DeclineDirectRequest))));
    }

    [Theory, Trait("Rule", "DR-08")]
    [InlineData(400, null)]
    [InlineData(401, DeclineRefusal.ReasonTooLong)]
    public async Task Decline_WithALongReason_TakesFourHundredCharacters(int length, DeclineRefusal? expected)
    {
        var request = await _it.RequestAsync();

        var refusal = await _it.DeclineAsync(request, new string('遠', length));

        Assert.Equal(expected, refusal);
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task Decline_Twice_SaysThatItIsDeclined()
    {
        var request = await _it.RequestAsync();

        await _it.DeclineAsync(request, "はじめの理由");
        var again = await _it.DeclineAsync(request, "あとの理由");

        Assert.Equal(DeclineRefusal.AlreadyDeclined, again);
        Assert.Equal("はじめの理由", (await _it.OpenAsync(request))!.DeclineReason);
    }

    [Theory, Trait("Rule", "DR-06"), Trait("Rule", "DR-09")]
    [InlineData(-1, null)]
    [InlineData(0, DeclineRefusal.Lapsed)]
    [InlineData(1, DeclineRefusal.Lapsed)]
    public async Task Decline_OneTickAroundTheDeadline_CountsOnlyBefore(long ticks, DeclineRefusal? expected)
    {
        var request = await _it.RequestAsync();
        _it.Clock.SetUtc(Jst.EndOf(new DateOnly(2026, 3, 29)).AddTicks(ticks));

        var refusal = await _it.DeclineAsync(request);

        Assert.Equal(expected, refusal);
        Assert.Equal(expected is null ? DirectRequestState.Declined : DirectRequestState.Lapsed, await _it.StateAsync(request));
    }

    [Fact, Trait("Rule", "DR-09")]
    public async Task Open_AfterTheDeadlineWithoutTheScheduler_IsLapsedAndNoLongerMarkedRead()
    {
        var request = await _it.RequestAsync();
        _it.Clock.SetJapan(2026, 3, 30);

        var opened = await _it.OpenAsync(request);

        Assert.Equal((DirectRequestState.Lapsed, (DateTime?)null), (opened!.State, opened.ReadAt));
        Assert.Equal(Jst.EndOf(new DateOnly(2026, 3, 29)), opened.EndedAt);
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task Open_WhenTheRegistrationEndedMeanwhile_SaysSoToTheSeeker()
    {
        var request = await _it.RequestAsync();
        await _it.ChangeAsync(async db => (await db.SeekerRegistrations.SingleAsync()).End(RegistrationEndReason.Employed, _it.Clock.UtcNow().AddHours(1)));
        _it.Clock.Advance(TimeSpan.FromHours(2));

        var opened = await _it.OpenAsync(request);
        var refusal = await _it.DeclineAsync(request);

        Assert.Equal(DirectRequestState.RegistrationEnded, opened!.State);
        Assert.Equal(DeclineRefusal.RegistrationEnded, refusal);
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task ChangePublication_ToNotShown_LeavesARequestOpen()
    {
        var request = await _it.RequestAsync();

        await new ChangePublication(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, Shown: false), default);

        Assert.Equal(DirectRequestState.Unread, await _it.StateAsync(request));
        Assert.Equal(request, (await _it.ApplyAsync()).Answers);
    }

    [Fact, Trait("Rule", "JO-05"), Trait("Rule", "DR-08")]
    public async Task Open_WhenTheJobWasFilled_GivesTheReason()
    {
        var request = await _it.RequestAsync();
        await _it.ChangeAsync(async db => (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, _it.Clock.UtcNow()));
        _it.Clock.Advance(TimeSpan.FromMinutes(1));

        var opened = await _it.OpenAsync(request);

        Assert.Equal((DirectRequestState.JobEnded, JobEndReason.Filled), (opened!.State, opened.JobEndReason));
    }

    [Fact, Trait("Rule", "AP-02"), Trait("Category", "Slow")]
    public async Task DeclineAndApply_AtTheSameTime_ExactlyOneWinsAndTheOtherHearsIt()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var it = await Exchange.CreateAsync();
            var request = await it.RequestAsync();
            var preview = await it.PreviewAsync();

            var decline = Task.Run(() => it.DeclineAsync(request));
            var apply = Task.Run(() => it.SendAsync(preview));
            await Task.WhenAll(decline, apply);

            // The job stays open to an ordinary application after a «no» (DR-07), so applying always succeeds; answering doesn't.
            Assert.NotNull((await apply).Application);
            Assert.Equal((await decline) is null, (await apply).Answers is null);
            Assert.Equal((await decline) is null ? DirectRequestState.Declined : DirectRequestState.Applied, await it.StateAsync(request));
            Assert.Contains(await decline, new DeclineRefusal?[] { null, DeclineRefusal.AlreadyApplied });
        }
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task List_PutsWhatCanStillBeAnsweredFirst()
    {
        var lapsed = await _it.RequestAsync();
        _it.Clock.Advance(TimeSpan.FromDays(9));
        var second = await _it.Given.JobAsync(_it.Employer);
        var sent = await new SendDirectRequest(_it.Database, _it.Clock).RunAsync(new(_it.Employer, second.Number, _it.Seeker.PublicNumber, "こちらの求人もご覧ください。", NoticeConfirmed: true), default);

        var all = await new ListReceivedRequests(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor), default);
        var open = await new ListReceivedRequests(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, OpenOnly: true), default);

        Assert.Equal([(sent.Sent!.Value, DirectRequestState.Unread), (lapsed, DirectRequestState.Lapsed)], all.Items.Select(i => (i.Id, i.State)));
        Assert.Equal(sent.Sent.Value, Assert.Single(open.Items).Id);
        Assert.Equal((2, 1), (all.TotalCount, open.TotalCount));
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task List_OfAnotherSeeker_IsEmpty()
    {
        await _it.RequestAsync();
        var stranger = await _it.Given.SeekerAsync();

        var page = await new ListReceivedRequests(_it.Database, _it.Clock).RunAsync(new(stranger.Actor), default);

        Assert.Empty(page.Items);
        Assert.Equal(0, page.TotalCount);
    }

    [Fact]
    public void DeclineRefusals_CarryTheNumbersOfTheStatesTheyTellOf() =>
        Assert.All(Enum.GetValues<DeclineRefusal>().Where(r => (int)r >= 3), r => Assert.Contains(((DirectRequestState)r).ToString(), r.ToString(), StringComparison.Ordinal));

    [Fact]
    public async Task Decline_WithADisabledAccount_IsNotAllowed()
    {
        var request = await _it.RequestAsync();
        await _it.ChangeAsync(async db => (await db.Users.SingleAsync(u => u.Id == _it.Seeker.Account)).Disable(_it.Clock.UtcNow()));

        await Assert.ThrowsAsync<NotAllowedException>(() => _it.DeclineAsync(request));
    }
}
