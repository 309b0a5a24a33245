using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Applications;

public sealed class InterviewTests : IAsyncLifetime
{
    private static readonly DateTime First = Japan(4, 1, 10), Second = Japan(4, 2, 14), Third = Japan(4, 3, 16);
    private Exchange _it = null!;
    private SelfApplicationId _application;

    public async Task InitializeAsync()
    {
        _it = await Exchange.CreateAsync();
        _application = await _it.AppliedAsync();
    }

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-05")]
    public async Task OfferAndPick_AgreesOnOneTime_TellsBothSidesAndStaysInTheHistory()
    {
        var interview = await OfferedAsync();
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewOffered));

        Assert.Null(await PickAsync(interview, 2));

        var seekers = (await _it.SeekerOpensAsync(_application))!.Interview!;
        var employers = (await _it.EmployerOpensAsync(_application))!.Interview!;
        Assert.Equal((InterviewState.Agreed, Second, 45, "本社3階", "履歴書をお持ちください。"), (seekers.State, seekers.StartsAt, seekers.Minutes, seekers.Place, seekers.Note));
        Assert.Equal([First, Second, Third], employers.Times.Select(t => t.StartsAt));
        Assert.Equal([(InterviewStepKind.Offered, false, null), (InterviewStepKind.Agreed, true, (DateTime?)Second)], employers.Steps.Select(s => (s.Kind, s.FromSeeker, s.StartsAt)));
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewAgreedToSeeker));
        Assert.Equal((1, _it.Employer.Account), await MailsAsync(MailKind.InterviewAgreedToEmployer));
        Assert.Equal(2, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(OfferInterviewTimes) || e.Act == nameof(PickInterviewTime))));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task TimesOffered_WaitForThePick_UntilItIsMade_OrTheLastOfThemHasPassed()
    {
        var interview = await OfferedAsync();
        var waiting = Assert.Single(await ToPickAsync());
        Assert.Equal((_application, "経理事務", Third), (waiting.Application, waiting.JobTitle, waiting.Until));
        Assert.Equal((0, 1), await WaitingAsync());

        _it.Clock.Advance(Third - TimeSpan.FromTicks(1) - _it.Clock.UtcNow());
        Assert.Equal((0, 1), await WaitingAsync());
        _it.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Empty(await ToPickAsync());
        Assert.Equal((0, 0), await WaitingAsync());

        _it.Clock.Advance(TimeSpan.FromDays(-1));
        Assert.Null(await PickAsync(interview, 3));
        Assert.Equal((0, 0), await WaitingAsync());
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Pick_TenTimesAtOnce_AgreesOnExactlyOneTime()
    {
        var times = Enumerable.Range(1, 10).Select(day => Japan(4, day, 10)).ToArray();
        var interview = await OfferedAsync(times);

        var refusals = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => Task.Run(() => PickAsync(interview, number))));

        Assert.Single(refusals, r => r is null);
        Assert.Equal(9, refusals.Count(r => r is PickRefusal.AlreadyAgreed));
        var picked = await _it.ReadAsync(db => db.Set<InterviewTime>().Where(t => t.PickedAt != null).Select(t => t.StartsAt).ToListAsync());
        Assert.Equal((await _it.SeekerOpensAsync(_application))!.Interview!.StartsAt, Assert.Single(picked));
        Assert.Equal((1, _it.Employer.Account), await MailsAsync(MailKind.InterviewAgreedToEmployer));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task CallOff_AfterTheOtherSideDid_SaysThatThereIsNothing_SoThatTheReasonTypedIsNotLost_AndTwiceIsOnce()
    {
        var interview = await AgreedAsync();
        Assert.Null(await CallOffAsync(interview, bySeeker: false, "担当者の都合"));
        Assert.Null(await CallOffAsync(interview, bySeeker: false, "担当者の都合"));

        Assert.Equal(CallOffRefusal.NothingToCallOff, await CallOffAsync(interview, bySeeker: true, "体調不良のため"));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Offer_OnTheLastDayOfTheCalendarsRange_IsTakenAtAnyHour()
    {
        var last = Jst.DayOf(_it.Clock.UtcNow()).AddDays(Interview.MostDaysAhead);

        Assert.Equal(OfferRefusal.TimeTooFar, await OfferAsync(new(NewId.Next()), Jst.EndOf(last)));
        Assert.Null(await OfferAsync(new(NewId.Next()), Jst.EndOf(last).AddMinutes(-1)));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Pick_OfASecondTime_IsRefusedByTheDatabaseToo()
    {
        // What SQLite's single writer hides: on SQL Server two picks do see the same open offer.
        var interview = await OfferedAsync();
        await using var one = _it.Database.CreateDbContext();
        await using var other = _it.Database.CreateDbContext();
        var (seenByOne, seenByOther) = (await LoadAsync(one, interview), await LoadAsync(other, interview));

        seenByOne.Pick(1, _it.Seeker.Account, _it.Clock.UtcNow());
        await one.SaveChangesAsync();
        seenByOther.Pick(2, _it.Seeker.Account, _it.Clock.UtcNow());

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => other.SaveChangesAsync());
        await using var third = _it.Database.CreateDbContext();
        await Assert.ThrowsAnyAsync<Exception>(() => third.Set<InterviewTime>().Where(t => t.InterviewId == interview && t.Number == 3).ExecuteUpdateAsync(set => set.SetProperty(t => t.PickedAt, Third)));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Offer_TenAtOnce_LeavesOneOpen_AndTheSameFormTwiceIsOne()
    {
        var refusals = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => OfferAsync(new(NewId.Next()), First))));
        Assert.Single(refusals, r => r is null);
        Assert.Equal(9, refusals.Count(r => r is OfferRefusal.AlreadyOffered));

        var standing = (await _it.EmployerOpensAsync(_application))!.Interview!.Id;
        Assert.Null(await OfferAsync(standing, Second));
        Assert.Single((await _it.EmployerOpensAsync(_application))!.Interviews);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Pick_OfATimeThatHasPassed_IsRefused_AndWithTheLastOneTheOfferLapses()
    {
        var interview = await OfferedAsync(First, Second);
        _it.Clock.SetUtc(First);

        Assert.Equal(PickRefusal.TimePassed, await PickAsync(interview, 1));
        Assert.Equal(PickRefusal.TimeMissing, await PickAsync(interview, 3));
        _it.Clock.SetUtc(Second);
        Assert.Equal(PickRefusal.NotOffered, await PickAsync(interview, 2));
        Assert.Equal(InterviewState.Lapsed, (await _it.SeekerOpensAsync(_application))!.Interview!.State);
        Assert.Null(await OfferAsync(new(NewId.Next()), Third));
        Assert.Equal([(1, InterviewState.Lapsed), (2, InterviewState.Offered)], (await _it.SeekerOpensAsync(_application))!.Interviews.Select(i => ((int)i.Number, i.State)));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task TurnDown_TellsTheEmployerInWords_WhoOffersOthers()
    {
        var interview = await OfferedAsync();

        Assert.Equal(PickRefusal.WordsMissing, await TurnDownAsync(interview, "  "));
        Assert.Null(await TurnDownAsync(interview, "平日の17時以降なら行けます。"));
        Assert.Null(await TurnDownAsync(interview, "平日の17時以降なら行けます。"));

        Assert.Equal(PickRefusal.NotOffered, await PickAsync(interview, 1));
        Assert.Equal((1, _it.Employer.Account), await MailsAsync(MailKind.InterviewNoneSuits));
        Assert.Equal("平日の17時以降なら行けます。", (await _it.EmployerOpensAsync(_application))!.Interview!.Steps[^1].Words);
        Assert.Null(await OfferAsync(new(NewId.Next()), Japan(4, 5, 18)));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Move_KeepsTheInterview_TellsBothSidesAndGrowsTheSequence()
    {
        var interview = await AgreedAsync();

        Assert.Equal(OfferRefusal.ReasonMissing, await MoveAsync(interview, 0, Third, " "));
        Assert.Equal(OfferRefusal.TimePassed, await MoveAsync(interview, 0, _it.Clock.UtcNow(), "会議のため"));
        Assert.Null(await MoveAsync(interview, 0, Third, "会議のため"));
        Assert.Null(await MoveAsync(interview, 0, Third, "会議のため"));
        Assert.Equal(OfferRefusal.ChangedMeanwhile, await MoveAsync(interview, 0, First, "別の会議のため"));

        var seen = (await _it.SeekerOpensAsync(_application))!.Interview!;
        Assert.Equal((Third, 1, "会議のため"), (seen.StartsAt, seen.Sequence, seen.Steps[^1].Words));
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewMovedToSeeker));
        Assert.Equal((1, _it.Employer.Account), await MailsAsync(MailKind.InterviewMovedToEmployer));
    }

    [Theory, Trait("Rule", "AP-05")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CallOff_ByEitherSide_TellsBothAndFreesThePlaceForOthers(bool bySeeker)
    {
        var interview = await AgreedAsync();

        Assert.Equal(CallOffRefusal.ReasonMissing, await CallOffAsync(interview, bySeeker, ""));
        Assert.Null(await CallOffAsync(interview, bySeeker, "体調不良のため"));
        Assert.Null(await CallOffAsync(interview, bySeeker, "体調不良のため"));

        var seen = (await _it.EmployerOpensAsync(_application))!.Interview!;
        Assert.Equal((InterviewState.CalledOff, Second, 1), (seen.State, seen.StartsAt, seen.Sequence));
        Assert.Equal((bySeeker, "体調不良のため"), (seen.Steps[^1].FromSeeker, seen.Steps[^1].Words));
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewCalledOffToSeeker));
        Assert.Equal((1, _it.Employer.Account), await MailsAsync(MailKind.InterviewCalledOffToEmployer));
        Assert.Null(await OfferAsync(new(NewId.Next()), Third));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task CallOff_OfWhatWasOnlyOffered_IsTheEmployers_AndOfWhatIsOverNobodys()
    {
        var interview = await OfferedAsync();

        Assert.Equal(CallOffRefusal.NothingToCallOff, await CallOffAsync(interview, bySeeker: true, "行けません"));
        Assert.Null(await CallOffAsync(interview, bySeeker: false, "日程を組み直します"));
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewTimesWithdrawn));
        Assert.Equal((0, default), await MailsAsync(MailKind.InterviewCalledOffToSeeker));

        var second = await AgreedAsync();
        _it.Clock.SetUtc(Second.AddMinutes(45));
        Assert.Equal(CallOffRefusal.NothingToCallOff, await CallOffAsync(second, bySeeker: false, "遅すぎる"));
        Assert.Equal(OfferRefusal.NotAgreed, await MoveAsync(second, 0, Third, "遅すぎる"));
        Assert.Equal(InterviewState.Over, (await _it.SeekerOpensAsync(_application))!.Interview!.State);
        Assert.Null(await OfferAsync(new(NewId.Next()), Third));
    }

    [Theory, Trait("Rule", "AP-05")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnApplicationsEnd_TakesWhatWasAgreedOnWithIt(bool withdrawn)
    {
        var interview = await AgreedAsync();

        if (withdrawn)
            await _it.WithdrawAsync(_application);
        else
            await _it.RecordAsync(_application, ApplicationStatus.NotHired, "ほかの方に決まりました。");

        Assert.Equal(InterviewState.Lapsed, (await _it.SeekerOpensAsync(_application))!.Interview!.State);
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewCalledOffToSeeker));
        Assert.Equal(OfferRefusal.ApplicationEnded, await OfferAsync(new(NewId.Next()), Third));
        Assert.Equal(CallOffRefusal.NothingToCallOff, await CallOffAsync(interview, bySeeker: true, "もう終わり"));
        _it.Clock.SetUtc(Second.AddHours(-1));
        await RemindAsync();
        Assert.Equal((0, default), await MailsAsync(MailKind.InterviewReminderToSeeker));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AnOutcomeAfterTheInterview_LeavesItAsItWas()
    {
        await AgreedAsync();
        _it.Clock.SetUtc(Second.AddHours(3));

        await _it.RecordAsync(_application, ApplicationStatus.Hired);

        Assert.Equal(InterviewState.Over, (await _it.SeekerOpensAsync(_application))!.Interview!.State);
        Assert.Equal((0, default), await MailsAsync(MailKind.InterviewCalledOffToSeeker));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WithdrawAndOffer_AtTheSameTime_NeverLeaveAnOpenInterviewOnAnEndedApplication()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var it = await Exchange.CreateAsync();
            var application = await it.AppliedAsync();

            await Task.WhenAll(Task.Run(() => it.WithdrawAsync(application)),
                Task.Run(() => new OfferInterviewTimes(it.Database, it.Clock).RunAsync(new(it.Employer, application, new(NewId.Next()), [First], 60, "本社", null), default)));

            Assert.DoesNotContain((await it.SeekerOpensAsync(application))!.Interviews, i => i.IsOpen);
        }
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Remind_EveryHour_TellsBothSidesOnceAtFiveTheDayBefore()
    {
        await AgreedAsync();
        var told = new List<DateTime>();
        for (var at = Japan(3, 31, 0); at < Japan(4, 3, 0); at = at.AddHours(1))
        {
            _it.Clock.SetUtc(at);
            var (before, _) = await MailsAsync(MailKind.InterviewReminderToSeeker);
            await Task.WhenAll(RemindAsync(), RemindAsync());
            if ((await MailsAsync(MailKind.InterviewReminderToSeeker)).Count > before)
                told.Add(at);
        }

        Assert.Equal([Japan(4, 1, 17)], told);
        Assert.Equal((1, _it.Employer.Account), await MailsAsync(MailKind.InterviewReminderToEmployer));
        Assert.Equal(1, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(RemindOfInterviews))));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Remind_AfterMoving_IsForTheNewTime_AndAfterCallingOff_IsForNone()
    {
        var interview = await AgreedAsync();
        await MoveAsync(interview, 0, Third, "会議のため");
        _it.Clock.SetUtc(Japan(4, 1, 18));
        await RemindAsync();
        Assert.Equal((0, default), await MailsAsync(MailKind.InterviewReminderToSeeker));

        _it.Clock.SetUtc(Japan(4, 2, 16));
        await CallOffAsync(interview, bySeeker: true, "体調不良のため");
        _it.Clock.SetUtc(Japan(4, 2, 18));
        await RemindAsync();
        Assert.Equal((0, default), await MailsAsync(MailKind.InterviewReminderToSeeker));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Remind_AfterAnOutage_ComesLate_ButNotOnceItHasBegun_NorToWhoAgreedTheEveningBefore()
    {
        await AgreedAsync();
        _it.Clock.SetUtc(Second.AddMinutes(-30));
        await RemindAsync();
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewReminderToSeeker));

        _it.Clock.SetUtc(Second.AddHours(2));
        var next = new InterviewId(NewId.Next());
        await OfferAsync(next, Japan(4, 10, 9));
        await PickAsync(next, 1);
        _it.Clock.SetUtc(Japan(4, 10, 9));
        await RemindAsync();
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewReminderToSeeker));

        _it.Clock.SetUtc(Japan(4, 12, 20));
        var last = new InterviewId(NewId.Next());
        await OfferAsync(last, Japan(4, 13, 9));
        await PickAsync(last, 1);
        await RemindAsync();
        Assert.Equal((1, _it.Seeker.Account), await MailsAsync(MailKind.InterviewReminderToSeeker));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Remind_OfWhatWasAgreedOnAfterFiveTheDayBefore_ComesThreeHoursAhead_AndOfWhatBeginsSoonerNotAtAll()
    {
        _it.Clock.SetUtc(Japan(4, 1, 18));
        var interview = await OfferedAsync(Second, Third);
        await PickAsync(interview, 1);
        Assert.Equal(Second.AddHours(-3), (await _it.SeekerOpensAsync(_application))!.Interview!.RemindAt);
        _it.Clock.SetUtc(Second.AddHours(-3).AddSeconds(-1));
        await RemindAsync();
        Assert.Equal((0, default), await MailsAsync(MailKind.InterviewReminderToSeeker));
        _it.Clock.SetUtc(Second.AddHours(-3));
        await RemindAsync();
        Assert.Equal((1, _it.Employer.Account), await MailsAsync(MailKind.InterviewReminderToEmployer));

        // Moved by an hour at the last moment: who agrees has just been told.
        await MoveAsync(interview, 0, Second.AddHours(-1), "会議のため");
        Assert.Null((await _it.SeekerOpensAsync(_application))!.Interview!.RemindAt);
    }

    [Theory, Trait("Rule", "AP-05")]
    [InlineData(0, 60, "本社", OfferRefusal.TimesMissing)]
    [InlineData(11, 60, "本社", OfferRefusal.TooManyTimes)]
    [InlineData(10, 60, "本社", null)]
    [InlineData(1, 9, "本社", OfferRefusal.MinutesOutOfRange)]
    [InlineData(1, 481, "本社", OfferRefusal.MinutesOutOfRange)]
    [InlineData(1, 60, " ", OfferRefusal.PlaceMissing)]
    public async Task Offer_TakesOneToTenTimes_ALengthAndAPlace(int times, int minutes, string place, OfferRefusal? expected) =>
        Assert.Equal(expected, await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(
            new(_it.Employer, _application, new(NewId.Next()), [.. Enumerable.Range(1, times).Select(day => Japan(4, day, 10))], minutes, place, null), default));

    [Fact, Trait("Rule", "AP-05")]
    public async Task Offer_OfPastOrFarTimes_OrToWhoLeft_IsRefused()
    {
        Assert.Equal(OfferRefusal.TimePassed, await OfferAsync(new(NewId.Next()), First, _it.Clock.UtcNow()));
        Assert.Equal(OfferRefusal.TimeTooFar, await OfferAsync(new(NewId.Next()), _it.Clock.UtcNow().AddDays(181)));
        await _it.ChangeAsync(async db => (await db.Seekers.SingleAsync()).CloseMyPage(_it.Clock.UtcNow()));
        Assert.Equal(OfferRefusal.SeekerLeft, await OfferAsync(new(NewId.Next()), First));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task AnInterview_OfOthers_IsNowhereToBeFound()
    {
        var interview = await AgreedAsync();
        var (office, seeker) = (await _it.Given.EmployerAsync("株式会社よそ"), (await _it.Given.SeekerAsync()).Actor);

        Assert.Equal(OfferRefusal.NotFound, await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(office, _application, new(NewId.Next()), [First], 60, "本社", null), default));
        Assert.Equal(OfferRefusal.NotFound, await new MoveInterview(_it.Database, _it.Clock).RunAsync(new(office, interview, 0, Third, 60, "本社", "理由"), default));
        Assert.Equal(CallOffRefusal.NotFound, await new CallOffInterview(_it.Database, _it.Clock).RunAsync(new CallOffInterview.FromEmployer(office, interview, "理由"), default));
        Assert.Equal(CallOffRefusal.NotFound, await new CallOffInterview(_it.Database, _it.Clock).RunAsync(new CallOffInterview.FromSeeker(seeker, interview, "理由"), default));
        Assert.Equal(PickRefusal.NotFound, await new PickInterviewTime(_it.Database, _it.Clock).RunAsync(new(seeker, interview, 1), default));
        Assert.Equal(PickRefusal.NotFound, await new TurnDownInterviewTimes(_it.Database, _it.Clock).RunAsync(new(seeker, interview, "理由"), default));
        Assert.Null(await new ViewInterview(_it.Database, _it.Clock).RunAsync(new ViewInterview.ByEmployer(office, interview), default));
        Assert.Null(await new ViewInterview(_it.Database, _it.Clock).RunAsync(new ViewInterview.BySeeker(seeker, interview), default));
        Assert.NotNull(await new ViewInterview(_it.Database, _it.Clock).RunAsync(new ViewInterview.BySeeker(_it.Seeker.Actor, interview), default));
    }

    private static DateTime Japan(int month, int day, int hour) => Jst.StartOf(new DateOnly(2026, month, day)).AddHours(hour);

    private Task<OfferRefusal?> OfferAsync(InterviewId interview, params DateTime[] times) => new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(
        new(_it.Employer, _application, interview, times, 45, "本社3階", "履歴書をお持ちください。"), default);

    private async Task<InterviewId> OfferedAsync(params DateTime[] times)
    {
        var interview = new InterviewId(NewId.Next());
        Assert.Null(await OfferAsync(interview, times.Length == 0 ? [First, Second, Third] : times));
        return interview;
    }

    private async Task<InterviewId> AgreedAsync()
    {
        var interview = await OfferedAsync();
        Assert.Null(await PickAsync(interview, 2));
        return interview;
    }

    private Task<PickRefusal?> PickAsync(InterviewId interview, int number) => new PickInterviewTime(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, interview, number), default);

    private Task<PickRefusal?> TurnDownAsync(InterviewId interview, string words) => new TurnDownInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, interview, words), default);

    private Task<OfferRefusal?> MoveAsync(InterviewId interview, int seen, DateTime to, string reason) =>
        new MoveInterview(_it.Database, _it.Clock).RunAsync(new(_it.Employer, interview, seen, to, 60, "本社4階", reason), default);

    private Task<CallOffRefusal?> CallOffAsync(InterviewId interview, bool bySeeker, string reason) => bySeeker
        ? new CallOffInterview(_it.Database, _it.Clock).RunAsync(new CallOffInterview.FromSeeker(_it.Seeker.Actor, interview, reason), default)
        : new CallOffInterview(_it.Database, _it.Clock).RunAsync(new CallOffInterview.FromEmployer(_it.Employer, interview, reason), default);

    private Task<IReadOnlyList<TimesToPick>> ToPickAsync() => new ListTimesToPick(_it.Database, _it.Clock).RunAsync(_it.Seeker.Actor, default);

    private Task<(int Requests, int Applications)> WaitingAsync() => new CountWaiting(_it.Database, _it.Clock).RunAsync(_it.Seeker.Actor, default);

    private Task<int> RemindAsync() => new RemindOfInterviews(_it.Database, _it.Clock).RunAsync(default);

    private static Task<Interview> LoadAsync(Domain.Data.HelloWorkDbContext db, InterviewId interview) =>
        db.Interviews.Include(i => i.Times).Include(i => i.Steps).SingleAsync(i => i.Id == interview);

    /// <summary>How many of a kind there are, and to whom the last went.</summary>
    private async Task<(int Count, Guid To)> MailsAsync(MailKind kind)
    {
        var mails = await _it.ReadAsync(db => db.OutboxMails.Where(m => m.Kind == kind).ToListAsync());
        return (mails.Count, mails.Select(m => m.RecipientAccountId).LastOrDefault());
    }
}
