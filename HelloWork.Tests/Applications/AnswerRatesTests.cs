using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Applications;

/// <summary>How an office answers: to itself in full, to seekers only a kind word, and that from enough cases.</summary>
public sealed class AnswerRatesTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact]
    public async Task TheHabit_IsTheMiddleCase_OfFiveAtLeast()
    {
        foreach (var days in (int[])[1, 2, 3, 9])
            await AnsweredAsync(days);
        Assert.Null(await HabitAsync());

        await AnsweredAsync(30);

        Assert.Equal((3, 5), await HabitAsync());
    }

    [Fact]
    public async Task TheHabit_CountsAMessageAsAnAnswer_AndLeavesOutWhatIsYoungOrWasWithdrawnFirst()
    {
        for (var i = 0; i < 5; i++)
            await AnsweredAsync(2);
        var asked = await ApplyAsync();
        await new SendApplicationMessage(_it.Database, _it.Clock).RunAsync(new SendApplicationMessage.FromEmployer(_it.Employer, asked.Application, Guid.NewGuid(), "ご応募ありがとうございます。"), default);
        var withdrawn = await ApplyAsync();
        await new WithdrawApplication(_it.Database, _it.Clock).RunAsync(new(withdrawn.Seeker.Actor, withdrawn.Application, null), default);
        await ApplyAsync();

        Assert.Equal((2, 6), await HabitAsync());
    }

    [Fact]
    public async Task InterviewTimesAreAnAnswer_AndScreeningPapersIsNone()
    {
        for (var i = 0; i < 4; i++)
            await AnsweredAsync(2);
        var screened = await ApplyAsync();
        await _it.RecordAsync(screened.Application, ApplicationStatus.DocumentScreening);
        Assert.Null(await HabitAsync());

        await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, screened.Application, new(NewId.Next()), [_it.Clock.UtcNow().AddDays(3)], 60, "本社", null), default);

        Assert.Equal((2, 5), await HabitAsync());
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task OfAJobWithoutItsOfficesName_NothingIsTold_SinceTheFiguresWouldTellWhose()
    {
        for (var i = 0; i < 5; i++)
            await AnsweredAsync(2);
        var nameless = await _it.Given.JobAsync(_it.Employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NameToSeekers } });

        Assert.Null(await new ViewAnswerHabit(_it.Database, _it.Clock).RunAsync(nameless.Number, default));
        Assert.NotNull(await HabitAsync());
    }

    [Fact]
    public async Task AnOfficeThatLeavesMostUnanswered_IsLeftWithoutASentence()
    {
        for (var i = 0; i < 4; i++)
            await AnsweredAsync(0);
        for (var i = 0; i < 5; i++)
            await ApplyAsync();
        Assert.Null(await HabitAsync());

        await AnsweredAsync(0);
        Assert.Equal((0, 5), await HabitAsync());
        _it.Clock.Advance(TimeSpan.FromDays(15));

        Assert.Null(await HabitAsync());
        Assert.Null((await RatesAsync()).UsualDays);
    }

    [Fact]
    public async Task TheRates_CountRequestsByTheirMonthInJapan_AndApplicationsByTheirWait()
    {
        _it.Clock.SetJapan(2026, 2, 28, 23, 59);
        var declined = await SendAsync();
        await new DeclineDirectRequest(_it.Database, _it.Clock).RunAsync(new(declined.Seeker.Actor, declined.Request, null), default);
        await SendAsync();
        _it.Clock.SetJapan(2026, 3, 1, 0, 0);
        await SendAsync();
        _it.Clock.SetJapan(2026, 3, 8, 12, 0);
        await AnsweredAsync(2);
        await ApplyAsync();

        var rates = await RatesAsync();

        Assert.Equal([new DateOnly(2025, 10, 1), new DateOnly(2025, 11, 1), new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1)], rates.Requests.Select(r => r.Month));
        // The one of February 28th has lapsed whether or not the scheduler has run; that of March 1st lapses after the 8th.
        Assert.Equal(new RequestMonth(new(2026, 2, 1), Applied: 0, Declined: 1, Lapsed: 1, Open: 0, Otherwise: 0), rates.Requests[4]);
        Assert.Equal(1, rates.Requests[5].Sent);
        Assert.Equal([(AnswerWait.ThreeDays, 1), (AnswerWait.NotYet, 1)], rates.Applications.Where(a => a.Count > 0));
    }

    [Fact]
    public async Task TheRates_AreTheOfficesOwnOnly()
    {
        await SendAsync();
        await AnsweredAsync(1);
        var other = await _it.Given.EmployerAsync();

        var rates = await new ReadAnswerRates(_it.Database, _it.Clock).RunAsync(other, default);

        Assert.Equal((0, 0), (rates.Requests.Sum(r => r.Sent), rates.Applications.Sum(a => a.Count)));
        await Assert.ThrowsAsync<NotAllowedException>(() => new ReadAnswerRates(_it.Database, _it.Clock).RunAsync(other with { Office = _it.Employer.Office }, default));
    }

    private Task<AnswerRates> RatesAsync() => new ReadAnswerRates(_it.Database, _it.Clock).RunAsync(_it.Employer, default);

    private async Task<(int Days, int Cases)?> HabitAsync() =>
        await new ViewAnswerHabit(_it.Database, _it.Clock).RunAsync(_it.Job.Number, default) is { } habit ? (habit.Days, habit.Cases) : null;

    /// <summary>Applied so many days ago and answered today.</summary>
    private async Task AnsweredAsync(int days)
    {
        _it.Clock.Advance(TimeSpan.FromDays(-days));
        var applied = await ApplyAsync();
        _it.Clock.Advance(TimeSpan.FromDays(days));
        Assert.Null(await _it.RecordAsync(applied.Application, ApplicationStatus.Interview));
    }

    private async Task<(GivenSeeker Seeker, SelfApplicationId Application)> ApplyAsync()
    {
        var seeker = await _it.Given.SeekerAsync();
        await new SaveApplicationDraft(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, _it.Job.Number, "応募します。"), default);
        var preview = (await new PreviewApplication(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, _it.Job.Number), default))!;
        var sent = await new ApplyToJob(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, _it.Job.Number, preview.Papers.Motivation, preview.Fingerprint), default);
        return (seeker, sent.Application!.Value);
    }

    private async Task<(GivenSeeker Seeker, DirectRequestId Request)> SendAsync()
    {
        var seeker = await _it.Given.SeekerAsync();
        var sent = await new SendDirectRequest(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _it.Job.Number, seeker.PublicNumber, "ご連絡しました。", NoticeConfirmed: true), default);
        return (seeker, sent.Sent!.Value);
    }
}
