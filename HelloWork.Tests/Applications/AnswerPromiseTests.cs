using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Applications;

public sealed class AnswerPromiseTests : IAsyncLifetime
{
    private static readonly DateOnly Tenth = new(2026, 4, 10);
    private Exchange _it = null!;
    private SelfApplicationId _application;

    public async Task InitializeAsync()
    {
        _it = await Exchange.CreateAsync();
        _application = await _it.AppliedAsync();
    }

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-05")]
    public async Task Promise_IsSeenByTheSeeker_WhoIsToldOfEachDayOnce()
    {
        var refusals = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => PromiseAsync(Tenth))));

        Assert.All(refusals, r => Assert.Null(r));
        Assert.Equal(Tenth, (await _it.SeekerOpensAsync(_application))!.AnswerBy);
        Assert.Equal(1, await MailsAsync(MailKind.AnswerPromised));
        Assert.Null(await PromiseAsync(Tenth.AddDays(2)));
        Assert.Null(await PromiseAsync(Tenth));
        Assert.Equal(3, await MailsAsync(MailKind.AnswerPromised));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WhatAwaitsTheOffice_GoesByThePromise_AndNotByWhatTheApplicantHasToAnswer()
    {
        await PromiseAsync(Tenth);
        Assert.Equal((1, Tenth), await AwaitingAsync());

        var interview = new InterviewId(NewId.Next());
        await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _application, interview, [Jst.StartOf(Tenth.AddDays(-4)).AddHours(10)], 60, "本社", null), default);
        Assert.Equal((0, null), await AwaitingAsync());
        await new PickInterviewTime(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, interview, 1), default);
        Assert.Equal((0, null), await AwaitingAsync());

        _it.Clock.SetUtc(Jst.StartOf(Tenth.AddDays(-3)));
        Assert.Equal(1, (await AwaitingAsync()).Count);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AnOverduePromise_AwaitsTheOffice_AlsoWhereThePapersAreBeingScreened()
    {
        await PromiseAsync(Tenth);
        await _it.RecordAsync(_application, ApplicationStatus.DocumentScreening);
        Assert.Equal((0, null), await AwaitingAsync());

        _it.Clock.SetUtc(Jst.EndOf(Tenth));

        Assert.Equal((1, Tenth), await AwaitingAsync());
    }

    private async Task<(int Count, DateOnly? AnswerBy)> AwaitingAsync()
    {
        var awaiting = await new ListAwaitingApplications(_it.Database, _it.Clock).RunAsync(_it.Employer, 10, default);
        return (awaiting.Count, awaiting.First.SingleOrDefault()?.AnswerBy);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Remind_EveryHour_TellsTheEmployerOnceInTheMorningOfThatDay()
    {
        await PromiseAsync(Tenth);
        var told = new List<DateTime>();
        for (var at = Jst.StartOf(Tenth.AddDays(-1)); at < Jst.StartOf(Tenth.AddDays(3)); at = at.AddHours(1))
        {
            _it.Clock.SetUtc(at);
            var before = await MailsAsync(MailKind.AnswerOwed);
            await Task.WhenAll(RemindAsync(), RemindAsync());
            if (await MailsAsync(MailKind.AnswerOwed) > before)
                told.Add(at);
        }

        Assert.Equal([Jst.StartOf(Tenth).AddHours(9)], told);
        Assert.Equal(Tenth, (await _it.SeekerOpensAsync(_application))!.AnswerBy);
    }

    [Theory, Trait("Rule", "AP-05")]
    [InlineData(ApplicationStatus.DocumentScreening, false)]
    [InlineData(ApplicationStatus.Interview, true)]
    [InlineData(ApplicationStatus.Hired, true)]
    [InlineData(ApplicationStatus.NotHired, true)]
    [InlineData(ApplicationStatus.Withdrawn, true)]
    public async Task AnAnswer_KeepsThePromise_AndNobodyIsReminded(ApplicationStatus step, bool answers)
    {
        await PromiseAsync(Tenth);
        if (step is ApplicationStatus.Withdrawn)
            await _it.WithdrawAsync(_application);
        else
            Assert.Null(await _it.RecordAsync(_application, step, "お知らせします。"));

        _it.Clock.SetUtc(Jst.StartOf(Tenth).AddHours(10));
        await RemindAsync();

        Assert.Equal(answers ? 0 : 1, await MailsAsync(MailKind.AnswerOwed));
        Assert.Equal(answers ? null : Tenth, (await _it.EmployerOpensAsync(_application))!.AnswerBy);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task TimesForAnInterview_AreAnAnswer()
    {
        await PromiseAsync(Tenth);

        await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _application, new(NewId.Next()), [_it.Clock.UtcNow().AddDays(3)], 60, "本社", null), default);

        Assert.Null((await _it.EmployerOpensAsync(_application))!.AnswerBy);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Promise_OfAPastOrFarDay_OrAfterTheOutcome_OrOfAnotherOffice_IsRefused()
    {
        var today = _it.Clock.TodayInJapan();
        Assert.Equal(PromiseRefusal.DayPassed, await PromiseAsync(today.AddDays(-1)));
        Assert.Equal(PromiseRefusal.DayTooFar, await PromiseAsync(today.AddDays(61)));
        Assert.Equal(PromiseRefusal.NotFound, await new PromiseAnswer(_it.Database, _it.Clock).RunAsync(new(await _it.Given.EmployerAsync("株式会社よそ"), _application, Tenth), default));
        Assert.Null(await PromiseAsync(today));
        await _it.RecordAsync(_application, ApplicationStatus.Hired);
        Assert.Equal(PromiseRefusal.OutcomeRecorded, await PromiseAsync(Tenth));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WhatTheJobCardPromises_IsRemindedOf_UnlessAPromiseToTheApplicantGoesBeforeIt()
    {
        var (kept, owed) = (await ApplyWithCardAsync(), await ApplyWithCardAsync());
        await new PromiseAnswer(_it.Database, _it.Clock).RunAsync(new(_it.Employer, kept, Tenth), default);

        // Applied on 22 March, a result in 7 days.
        _it.Clock.SetJapan(2026, 3, 29, 8, 59);
        await RemindAsync();
        Assert.Equal(0, await MailsAsync(MailKind.ResultOwed));
        _it.Clock.SetJapan(2026, 3, 29, 9);
        await Task.WhenAll(RemindAsync(), RemindAsync());
        Assert.Equal((1, 0), (await MailsAsync(MailKind.ResultOwed), await MailsAsync(MailKind.AnswerOwed)));

        // Screening the papers is no result.
        await _it.RecordAsync(owed, ApplicationStatus.DocumentScreening);
        Assert.DoesNotContain(await AwaitedAsync(), a => a.Id == owed);
        _it.Clock.SetJapan(2026, 3, 30);
        Assert.Equal((owed, new DateOnly(2026, 3, 29)), (await AwaitedAsync())[0] is var first ? (first.Id, first.AnswerBy!.Value) : default);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AfterAnInterview_TheOfficeOwesItsResult_FromTheDayTheJobCardNames()
    {
        var application = await ApplyWithCardAsync();
        var interview = new InterviewId(NewId.Next());
        await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, application, interview, [Jst.StartOf(new DateOnly(2026, 4, 2)).AddHours(14)], 60, "本社", null), default);
        await new PickInterviewTime(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, interview, 1), default);
        await _it.RecordAsync(application, ApplicationStatus.Interview);

        Assert.DoesNotContain(await AwaitedAsync(), a => a.Id == application);
        _it.Clock.SetJapan(2026, 4, 2, 16);
        Assert.Equal(new DateOnly(2026, 4, 7), (await AwaitedAsync()).Single(a => a.Id == application).AnswerBy);
        Assert.Equal((await AwaitedAsync()).Count, await new CountWaiting(_it.Database, _it.Clock).RunAsync(_it.Employer, default));
        _it.Clock.SetJapan(2026, 4, 7, 9);
        await RemindAsync();
        Assert.Equal(1, await MailsAsync(MailKind.ResultOwed));
        await _it.RecordAsync(application, ApplicationStatus.Hired, seen: 2);
        Assert.DoesNotContain(await AwaitedAsync(), a => a.Id == application);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AnInterviewCalledOff_OwesNoResult_AndAnOverdueOneComesBeforeOlderOnes()
    {
        _it.Clock.Advance(TimeSpan.FromMinutes(1));
        var application = await ApplyWithCardAsync();
        var interview = new InterviewId(NewId.Next());
        await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, application, interview, [Jst.StartOf(new DateOnly(2026, 4, 2)).AddHours(14)], 60, "本社", null), default);
        await new PickInterviewTime(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, interview, 1), default);
        await new CallOffInterview(_it.Database, _it.Clock).RunAsync(new CallOffInterview.FromEmployer(_it.Employer, interview, "都合のため"), default);
        _it.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await ApplyWithCardAsync();

        _it.Clock.SetJapan(2026, 4, 8);
        var awaited = await AwaitedAsync();

        // Before it came this one and the test's first, to which nothing is promised.
        Assert.Equal([late, _application, application], awaited.Select(a => a.Id));
        Assert.Null(awaited[2].AnswerBy);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WhoCouldComeAtNoneOfTheTimes_WaitsForTheOffice_AlsoWhereThePapersAreBeingScreened()
    {
        await _it.RecordAsync(_application, ApplicationStatus.DocumentScreening);
        Assert.Empty(await AwaitedAsync());
        var interview = new InterviewId(NewId.Next());
        await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _application, interview, [_it.Clock.UtcNow().AddDays(5)], 60, "本社", null), default);
        Assert.Empty(await AwaitedAsync());

        await new TurnDownInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, interview, "夕方なら行けます。"), default);

        Assert.Single(await AwaitedAsync());
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task TimesThatPassedUnpicked_WaitForTheOffice_AlsoWhereSomethingWasRecordedWhileTheyStood()
    {
        await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _application, new InterviewId(NewId.Next()), [_it.Clock.UtcNow().AddDays(5)], 60, "本社", null), default);
        _it.Clock.Advance(TimeSpan.FromMinutes(5));
        await _it.RecordAsync(_application, ApplicationStatus.DocumentScreening);
        Assert.Empty(await AwaitedAsync());

        _it.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Single(await AwaitedAsync());

        Assert.Null(await _it.RecordAsync(_application, ApplicationStatus.Interview, seen: 2));
        Assert.Empty(await AwaitedAsync());
    }

    private async Task<IReadOnlyList<ListAwaitingApplications.Awaiting>> AwaitedAsync() => (await new ListAwaitingApplications(_it.Database, _it.Clock).RunAsync(_it.Employer, 10, default)).First;

    /// <summary>To a job whose card promises the result of the papers in 7 days and of the interview in 5.</summary>
    private async Task<SelfApplicationId> ApplyWithCardAsync()
    {
        var job = await _it.Given.JobAsync(_it.Employer, card => card with { Selection = card.Selection with { DaysToDocumentResult = 7, DaysToInterviewResult = 5 } });
        await new SaveApplicationDraft(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, job.Number, "応募します。"), default);
        var preview = (await new PreviewApplication(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, job.Number), default))!;
        return (await new ApplyToJob(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, job.Number, preview.Papers.Motivation, preview.Fingerprint), default)).Application!.Value;
    }

    private Task<PromiseRefusal?> PromiseAsync(DateOnly by) => new PromiseAnswer(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _application, by), default);

    private Task<int> RemindAsync() => new RemindOfAnswers(_it.Database, _it.Clock).RunAsync(default);

    private Task<int> MailsAsync(MailKind kind) => _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == kind));
}
