using HelloWork.Blazor.Calendars;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Applications;

/// <summary>Two applicants of one office, and what time alone makes of times offered.</summary>
public sealed class InterviewOverlapTests : IAsyncLifetime
{
    private static readonly DateTime Ten = Japan(4, 1, 10), Eleven = Japan(4, 1, 11), Noon = Japan(4, 1, 12);
    private Exchange _it = null!;
    private GivenSeeker _other = null!;
    private SelfApplicationId _mine, _theirs;

    public async Task InitializeAsync()
    {
        _it = await Exchange.CreateAsync();
        _mine = await _it.AppliedAsync();
        _other = await _it.Given.SeekerAsync(name: "石井 太郎");
        _theirs = await ApplyAsync(_other);
    }

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-05")]
    public async Task Pick_OfAnHourThatAnotherApplicantHasPickedMeanwhile_IsRefused_AndTheOthersRemain()
    {
        var (mine, theirs) = (await OfferedAsync(_mine, Ten, Noon), await OfferedAsync(_theirs, Ten.AddMinutes(30), Noon));
        Assert.Null(await PickAsync(_it.Seeker, mine, 1));

        Assert.Equal(PickRefusal.TimeTaken, await PickAsync(_other, theirs, 1));
        Assert.Equal([(true, false), (false, true)], (await SeenAsync(_other, _theirs)).Times.Select(t => (t.IsTaken, t.CanBePicked)));
        Assert.Null(await PickAsync(_other, theirs, 2));
        // One after the other, they don't meet.
        Assert.False((await _it.EmployerOpensAsync(_theirs))!.Interview!.Overlaps);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Pick_OfTheSameHourByTwoAtOnce_AgreesWithOne()
    {
        var (mine, theirs) = (await OfferedAsync(_mine, Ten, Noon), await OfferedAsync(_theirs, Ten, Noon));

        var refusals = await Task.WhenAll(Task.Run(() => PickAsync(_it.Seeker, mine, 1)), Task.Run(() => PickAsync(_other, theirs, 1)));

        Assert.Equal([null, PickRefusal.TimeTaken], refusals.Order());
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Pick_WhenAnotherHasSeenTheSameOffer_IsRefusedByTheVersionToo()
    {
        // What SQLite's single writer hides: on SQL Server two picks do see both offers open.
        var (mine, theirs) = (await OfferedAsync(_mine, Ten), await OfferedAsync(_theirs, Ten));
        await using var slow = _it.Database.CreateDbContext();
        var seen = await slow.Interviews.Include(i => i.Times).Include(i => i.Steps).SingleAsync(i => i.Id == theirs);

        Assert.Null(await PickAsync(_it.Seeker, mine, 1));
        seen.Pick(1, _other.Account, _it.Clock.UtcNow());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync());
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AnHour_IsFreeAgainOnceItsInterviewIsCalledOff()
    {
        var (mine, theirs) = (await OfferedAsync(_mine, Ten), await OfferedAsync(_theirs, Ten));
        await PickAsync(_it.Seeker, mine, 1);
        Assert.Equal(PickRefusal.TimeTaken, await PickAsync(_other, theirs, 1));

        await new CallOffInterview(_it.Database, _it.Clock).RunAsync(new CallOffInterview.FromSeeker(_it.Seeker.Actor, mine, "体調不良のため"), default);

        Assert.Null(await PickAsync(_other, theirs, 1));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Offer_BesideAnInterviewThatIsAgreedOn_WantsToBeMeantSo_AndIsThenPickedAndMarked()
    {
        await PickAsync(_it.Seeker, await OfferedAsync(_mine, Ten), 1);
        _it.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([(Ten, 60)], (await new ListAgreedInterviews(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _theirs), default)).Select(a => (a.StartsAt, a.Minutes)));
        Assert.Empty(await new ListAgreedInterviews(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _mine), default));

        Assert.Equal(OfferRefusal.OverlapsAgreed, await OfferAsync(_theirs, new(NewId.Next()), alongside: false, Ten.AddMinutes(30), Noon));
        var theirs = new InterviewId(NewId.Next());
        Assert.Null(await OfferAsync(_theirs, theirs, alongside: true, Ten.AddMinutes(30), Noon));

        Assert.Equal([true, false], (await _it.EmployerOpensAsync(_theirs))!.Interview!.Times.Select(t => t.Overlaps));
        Assert.Null(await PickAsync(_other, theirs, 1));
        Assert.True((await _it.EmployerOpensAsync(_theirs))!.Interview!.Overlaps);
        Assert.True((await _it.EmployerOpensAsync(_mine))!.Interview!.Overlaps);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Move_OntoAnotherInterview_WantsToBeMeantSo_AndTakesTheHourFromOthersWhoWereOfferedIt()
    {
        await PickAsync(_it.Seeker, await OfferedAsync(_mine, Ten), 1);
        var theirs = await OfferedAsync(_theirs, Eleven, Noon);
        var interview = (await _it.EmployerOpensAsync(_mine))!.Interview!.Id;
        _it.Clock.Advance(TimeSpan.FromMinutes(1));
        Task<OfferRefusal?> MoveAsync(InterviewId which, int seen, DateTime to, bool alongside) =>
            new MoveInterview(_it.Database, _it.Clock).RunAsync(new(_it.Employer, which, seen, to, 60, "本社", "会議のため", alongside), default);

        Assert.Null(await MoveAsync(interview, 0, Eleven, alongside: false));
        Assert.Equal(PickRefusal.TimeTaken, await PickAsync(_other, theirs, 1));
        Assert.Null(await PickAsync(_other, theirs, 2));

        Assert.Equal(OfferRefusal.OverlapsAgreed, await MoveAsync(theirs, 0, Eleven.AddMinutes(15), alongside: false));
        Assert.Null(await MoveAsync(theirs, 0, Eleven.AddMinutes(15), alongside: true));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AnInterviewMadeLonger_TakesTheHoursItGrowsInto_ButNotThoseItHeldWhenTheyWereOffered()
    {
        var mine = await OfferedAsync(_mine, Ten);
        await PickAsync(_it.Seeker, mine, 1);
        _it.Clock.Advance(TimeSpan.FromMinutes(1));
        // Half past ten is offered although the employer knows of ten o'clock; eleven is free.
        Assert.Null(await OfferAsync(_theirs, new(NewId.Next()), alongside: true, Ten.AddMinutes(30), Eleven, Noon));
        _it.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await new MoveInterview(_it.Database, _it.Clock).RunAsync(new(_it.Employer, mine, 0, Ten, 90, "本社", "長くなりそうなため"), default));

        var theirs = await SeenAsync(_other, _theirs);
        Assert.Equal([false, true, false], theirs.Times.Select(t => t.IsTaken));
        Assert.Equal(PickRefusal.TimeTaken, await PickAsync(_other, theirs.Id, 2));
        Assert.Null(await PickAsync(_other, theirs.Id, 1));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AnInterviewMovedAwayAndBack_TakesTheHourOfWhomItWasOfferedInBetween()
    {
        var mine = await OfferedAsync(_mine, Ten);
        await PickAsync(_it.Seeker, mine, 1);
        await MoveAsync(0, Noon);
        var theirs = await OfferedAsync(_theirs, Ten, Eleven);
        await MoveAsync(1, Ten);

        Assert.Equal(PickRefusal.TimeTaken, await PickAsync(_other, theirs, 1));
        Assert.Null(await PickAsync(_other, theirs, 2));

        async Task MoveAsync(int seen, DateTime to)
        {
            _it.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Null(await new MoveInterview(_it.Database, _it.Clock).RunAsync(new(_it.Employer, mine, seen, to, 60, "本社", "会議のため"), default));
            _it.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task TheHomeAndTheMails_NameOnlyTimesThatCanStillBePicked_AsThePageDoes()
    {
        var theirs = await OfferedAsync(_theirs, Ten, Noon);
        Assert.Equal(Noon, (await WaitingAsync()).Until);
        var mine = await OfferedAsync(_mine, Noon.AddMinutes(30));
        await PickAsync(_it.Seeker, mine, 1);

        Assert.Equal(Ten, (await WaitingAsync()).Until);
        foreach (var kind in new[] { MailKind.InterviewOffered, MailKind.InterviewTimesEndSoon })
        {
            var mail = await ComposeAsync(kind, theirs);
            Assert.Contains("・4月1日（水）10時00分", mail, StringComparison.Ordinal);
            Assert.DoesNotContain("12時", mail, StringComparison.Ordinal);
        }
        Assert.Null(await new MoveInterview(_it.Database, _it.Clock).RunAsync(new(_it.Employer, mine, 0, Ten, 180, "本社", "実技を加えるため"), default));
        Assert.Null((await WaitingAsync()).Until);
        foreach (var kind in new[] { MailKind.InterviewOffered, MailKind.InterviewTimesEndSoon })
        {
            var none = await ComposeAsync(kind, theirs);
            Assert.Contains("選べる日時の候補がなくなりました", none, StringComparison.Ordinal);
            Assert.DoesNotMatch("[0-9]時", none);
        }

        async Task<TimesToPick> WaitingAsync() => Assert.Single(await new ListTimesToPick(_it.Database, _it.Clock).RunAsync(_other.Actor, default));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AnotherOffice_SharesNoHours()
    {
        await PickAsync(_it.Seeker, await OfferedAsync(_mine, Ten), 1);
        var office = await _it.Given.EmployerAsync("株式会社よそ");
        var job = await _it.Given.JobAsync(office);
        var application = await ApplyAsync(_other, job.Number);

        Assert.Null(await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(office, application, new(NewId.Next()), [Ten], 60, "本社", null), default));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task TimesNobodyPicks_AreRemindedOfOnceTheMorningBefore_AndBothSidesAreToldWhenTheyHavePassed()
    {
        await OfferedAsync(_mine, Ten, Noon);
        var told = new List<(DateTime, MailKind)>();
        for (var at = Japan(3, 30, 0); at < Japan(4, 3, 0); at = at.AddHours(1))
        {
            _it.Clock.SetUtc(at);
            var before = await KindsAsync();
            await Task.WhenAll(RemindAsync(), RemindAsync());
            await Task.WhenAll(LapseAsync(), LapseAsync());
            told.AddRange((await KindsAsync()).Skip(before.Count).Select(kind => (at, kind)));
        }

        Assert.Equal([(Japan(3, 31, 9), MailKind.InterviewTimesEndSoon), (Noon, MailKind.InterviewTimesPassedToSeeker), (Noon, MailKind.InterviewTimesPassedToEmployer)], told);
        Assert.Equal(InterviewState.Lapsed, (await SeenAsync(_it.Seeker, _mine)).State);
        Assert.Equal(0, await _it.ReadAsync(db => db.Interviews.CountAsync(i => i.State == InterviewState.Offered)));
        Assert.Null(await OfferAsync(_mine, new(NewId.Next()), alongside: false, Japan(4, 9, 10)));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WhoLosesTheLastOfTheirTimes_IsRemindedBeforeTheOneThatIsLeft()
    {
        var theirs = await OfferedAsync(_theirs, Ten, Ten.AddDays(7));
        await PickAsync(_it.Seeker, await OfferedAsync(_mine, Ten.AddDays(7)), 1);

        _it.Clock.SetUtc(Japan(3, 31, 9));
        await RemindAsync();

        Assert.Contains(MailKind.InterviewTimesEndSoon, await KindsAsync());
        Assert.DoesNotContain("4月8日", await ComposeAsync(MailKind.InterviewTimesEndSoon, theirs), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WhoLosesSeveralTimes_IsRemindedBeforeTheLastThatIsLeft_InWhicheverOrderTheyGo()
    {
        var theirs = await OfferedAsync(_theirs, Ten.AddDays(3), Ten.AddDays(7), Ten.AddDays(14));
        await PickAsync(_it.Seeker, await OfferedAsync(_mine, Ten.AddDays(14)), 1);
        var third = await _it.Given.SeekerAsync();
        await PickAsync(third, await OfferedAsync(await ApplyAsync(third), Ten.AddDays(3)), 1);

        Assert.Equal(Japan(4, 7, 9), (await _it.ReadAsync(db => db.Interviews.SingleAsync(i => i.Id == theirs))).RemindAt);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task TimesThatWereAnswered_AreLeftAlone()
    {
        var (mine, theirs) = (await OfferedAsync(_mine, Ten), await OfferedAsync(_theirs, Noon));
        await PickAsync(_it.Seeker, mine, 1);
        await new TurnDownInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_other.Actor, theirs, "夕方なら行けます。"), default);
        _it.Clock.SetUtc(Japan(3, 31, 9));
        await RemindAsync();
        _it.Clock.SetUtc(Japan(4, 2, 9));

        Assert.Equal(0, await LapseAsync());
        Assert.DoesNotContain(MailKind.InterviewTimesEndSoon, await KindsAsync());
    }

    private async Task<string> ComposeAsync(MailKind kind, InterviewId interview)
    {
        var portal = new PortalSettings { BaseAddress = "https://portal.example.jp" };
        var composer = new MailComposer(_it.Database, portal, new DrawAuthenticationKey(_it.Database, _it.Clock), new ReadSearchAlert(_it.Database, _it.Clock), new ReadTimesToPick(_it.Database, _it.Clock),
            new CalendarFiles(portal, new MailSettings()), _it.Clock);
        return (await composer.ComposeAsync(new(Guid.NewGuid(), kind, _other.Account, "a@example.jp", _it.Clock.UtcNow(),
            new Dictionary<string, string> { ["application"] = _theirs.ToString(), ["interview"] = interview.ToString(), ["sequence"] = "0" }), default))!.Body;
    }

    private static DateTime Japan(int month, int day, int hour) => Jst.StartOf(new DateOnly(2026, month, day)).AddHours(hour);

    private async Task<SelfApplicationId> ApplyAsync(GivenSeeker seeker, Domain.Jobs.JobNumber? to = null)
    {
        var job = to ?? _it.Job.Number;
        await new SaveApplicationDraft(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, job, "応募します。"), default);
        var preview = (await new PreviewApplication(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, job), default))!;
        return (await new ApplyToJob(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, job, preview.Papers.Motivation, preview.Fingerprint), default)).Application!.Value;
    }

    private Task<OfferRefusal?> OfferAsync(SelfApplicationId application, InterviewId interview, bool alongside, params DateTime[] times) =>
        new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, application, interview, times, 60, "本社3階", null, alongside), default);

    private async Task<InterviewId> OfferedAsync(SelfApplicationId application, params DateTime[] times)
    {
        var interview = new InterviewId(NewId.Next());
        Assert.Null(await OfferAsync(application, interview, alongside: false, times));
        return interview;
    }

    private Task<PickRefusal?> PickAsync(GivenSeeker seeker, InterviewId interview, int number) => new PickInterviewTime(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, interview, number), default);

    private async Task<InterviewView> SeenAsync(GivenSeeker seeker, SelfApplicationId application) =>
        (await new OpenOwnApplication(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, application), default))!.Interview!;

    private Task<int> RemindAsync() => new RemindOfInterviews(_it.Database, _it.Clock).RunAsync(default);

    private Task<int> LapseAsync() => new LapseInterviewTimes(_it.Database, _it.Clock).RunAsync(default);

    /// <summary>Of all mails about times offered, in the order they were written.</summary>
    private async Task<IReadOnlyList<MailKind>> KindsAsync() =>
        [.. (await _it.ReadAsync(db => db.OutboxMails.Where(m => m.Kind >= MailKind.InterviewTimesEndSoon && m.Kind <= MailKind.InterviewTimesPassedToEmployer).ToListAsync())).OrderBy(m => m.CreatedAt).ThenBy(m => m.Kind).Select(m => m.Kind)];
}
