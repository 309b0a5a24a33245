using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

public sealed class ReferralTests : IAsyncLifetime
{
    private Exchange _it = null!;
    private CounselorActor _counselor = null!;

    public async Task InitializeAsync()
    {
        _it = await Exchange.CreateAsync();
        _counselor = await _it.Given.CounselorAsync();
    }

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "CO-04")]
    public async Task Refer_AtTheWindow_IsSeenByAllThree_AndItsOutcomeIsAwaitedForTwoWeeks()
    {
        var referral = await ReferredAsync(ReferralWay.AtWindow, "3月30日10時に面接");

        var item = await _it.ReadAsync(db => db.DeskItems.SingleAsync(i => i.Kind == DeskItemKind.Referral));
        Assert.Equal(("R-2603-0001", new DateOnly(2026, 4, 5), DeskItemState.Waiting), (item.Number, item.DueOn, item.State));
        Assert.Equal(ReferralState.Referred, Assert.Single((await List.RunAsync(new ListReferrals.OfDesk(_counselor), default)).Page.Items).State);
        Assert.Equal("青木 花子", Assert.Single((await List.RunAsync(new ListReferrals.OfEmployer(_it.Employer), default)).Items).SeekerName);
        Assert.Equal(referral, Assert.Single((await List.RunAsync(new ListReferrals.OfSeeker(_it.Seeker.Actor), default)).Items).Id);
        var letter = await Open.RunAsync(new OpenReferral.FromEmployer(_it.Employer, referral), default);
        Assert.Equal(("青木 花子", "飯田 一郎", "3月30日10時に面接"), (letter!.SeekerName, letter.Counselor, letter.Referral.Note));
        Assert.Equal([MailKind.ReferralArrived, MailKind.ReferralToEmployer], await _it.ReadAsync(db => db.OutboxMails.Select(m => m.Kind).OrderBy(k => k).ToListAsync()));
    }

    [Fact, Trait("Rule", "CO-04"), Trait("Rule", "AP-01"), Trait("Rule", "AP-04")]
    public async Task Refer_Online_ReachesTheEmployerOnlyWhenTheSeekerTakesItUp()
    {
        var referral = await ReferredAsync(ReferralWay.Online);

        Assert.Null(await Open.RunAsync(new OpenReferral.FromEmployer(_it.Employer, referral), default));
        Assert.Empty((await List.RunAsync(new ListReferrals.OfEmployer(_it.Employer), default)).Items);
        Assert.Equal(OutcomeRefusal.NotFound, await EmployerRecordsAsync(referral, ReferralOutcome.Hired));
        Assert.Equal(OutcomeRefusal.NotTakenUp, await DeskRecordsAsync(referral, ReferralOutcome.Hired));

        Assert.Null(await AnswerAsync(referral, takesUp: true));
        Assert.Null(await AnswerAsync(referral, takesUp: true));

        Assert.NotNull(await Open.RunAsync(new OpenReferral.FromEmployer(_it.Employer, referral), default));
        Assert.Equal(1, await _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == MailKind.ReferralToEmployer)));
        Assert.Equal(ReferralAnswerRefusal.Answered, await AnswerAsync(referral, takesUp: false));
    }

    [Fact, Trait("Rule", "AP-04")]
    public async Task Refer_OnlineAndNotTakenUp_TellsHelloWorkAloneWhy()
    {
        var referral = await ReferredAsync(ReferralWay.Online);
        await new SaveFormDraft(_it.Database, _it.Clock).RunAsync(new(_counselor.Account, DraftForm.ReturnSlip, $"{referral}", new(new Dictionary<string, IReadOnlyList<string>> { ["Outcome.Reason"] = ["返信票が届きました。"] })), default);

        Assert.Null(await AnswerAsync(referral, takesUp: false, "通勤が遠いです。"));
        Assert.Equal(0, await _it.ReadAsync(db => db.FormDrafts.CountAsync()));

        var view = await Open.RunAsync(new OpenReferral.FromDesk(_counselor, referral), default);
        Assert.Equal((ReferralState.DidNotApply, "通勤が遠いです。", ReferralSide.Seeker), (view!.Referral.State, view.Referral.OutcomeReason, view.Referral.OutcomeFrom));
        Assert.Empty((await List.RunAsync(new ListReferrals.OfEmployer(_it.Employer), default)).Items);
        Assert.Equal(0, await _it.ReadAsync(db => db.DeskItems.CountAsync(i => i.ClosedAt == null)));
    }

    [Theory, Trait("Rule", "AP-02")]
    [InlineData(ReferralWay.AtWindow)]
    [InlineData(ReferralWay.Online)]
    public async Task TakenUpWithinARequestsValidity_MarksTheRequestApplied(ReferralWay way)
    {
        var request = await _it.RequestAsync();
        Assert.Equal(ReferralRefusal.WarningsUnseen, (await ReferAsync(way)).Refusal);

        var referral = (await ReferAsync(way, seen: [ReferralWarning.AnswersRequest])).Issued!.Value;
        if (way is ReferralWay.Online)
        {
            Assert.Equal(DirectRequestState.Unread, await _it.StateAsync(request));
            Assert.Null(await AnswerAsync(referral, takesUp: true));
        }

        Assert.Equal(DirectRequestState.Applied, await _it.StateAsync(request));
        Assert.Equal(request, await _it.ReadAsync(db => db.Referrals.Select(r => r.DirectRequestId).SingleAsync()));
    }

    [Fact, Trait("Rule", "AP-02"), Trait("Rule", "DR-09")]
    public async Task TakenUpAfterTheDeadline_LeavesTheRequestLapsed()
    {
        var request = await _it.RequestAsync();
        var referral = (await ReferAsync(ReferralWay.Online, seen: [ReferralWarning.AnswersRequest])).Issued!.Value;
        _it.Clock.SetJapan(2026, 3, 30);

        Assert.Null(await AnswerAsync(referral, takesUp: true));

        Assert.Equal(DirectRequestState.Lapsed, await _it.StateAsync(request));
    }

    [Fact, Trait("Rule", "CO-04")]
    public async Task Refer_WhatWasAppliedToOnline_WarnsFirst()
    {
        await _it.AppliedAsync();

        var preview = await new PreviewReferral(_it.Database, _it.Clock).RunAsync(new(_counselor, await NumberAsync(), _it.Job.Number), default);

        Assert.Equal([ReferralWarning.AppliedOnline], preview.Warnings);
        Assert.Equal(ReferralRefusal.WarningsUnseen, (await ReferAsync(ReferralWay.AtWindow)).Refusal);
        Assert.Null((await ReferAsync(ReferralWay.AtWindow, seen: preview.Warnings)).Refusal);
    }

    [Fact, Trait("Rule", "CO-04")]
    public async Task Refer_TwentyTimesAtOnce_IsOneReferral_AndAgainOnlyAfterItsOutcome()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ReferAsync(ReferralWay.AtWindow))));
        var referral = Assert.Single(results, r => r.Issued is not null).Issued!.Value;
        Assert.All(results.Where(r => r.Issued is null), r => Assert.Equal(ReferralRefusal.AlreadyReferred, r.Refusal));

        Assert.Null(await EmployerRecordsAsync(referral, ReferralOutcome.NotHired, "経験が合いませんでした。"));
        Assert.Equal(ReferralRefusal.WarningsUnseen, (await ReferAsync(ReferralWay.AtWindow)).Refusal);
        Assert.NotNull((await ReferAsync(ReferralWay.AtWindow, seen: [ReferralWarning.ReferredBefore])).Issued);
    }

    [Theory, Trait("Rule", "CO-04")]
    [InlineData(ReferralRefusal.SeekerNotFound)]
    [InlineData(ReferralRefusal.RegistrationEnded)]
    [InlineData(ReferralRefusal.JobNotFound)]
    [InlineData(ReferralRefusal.JobNotActive)]
    [InlineData(ReferralRefusal.SeekerHasNoMyPage)]
    [InlineData(ReferralRefusal.NoteTooLong)]
    [InlineData(ReferralRefusal.WayMissing)]
    public async Task Refer_WhereSomethingIsMissing_SaysWhat(ReferralRefusal expected)
    {
        var counselor = expected is ReferralRefusal.SeekerNotFound ? await _it.Given.CounselorAsync("13020") : _counselor;
        var seeker = expected is ReferralRefusal.SeekerHasNoMyPage ? await _it.Given.SeekerAsync(myPage: false) : _it.Seeker;
        if (expected is ReferralRefusal.RegistrationEnded)
            await new EndRegistration(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, RegistrationEndReason.Withdrawn), default);
        if (expected is ReferralRefusal.JobNotActive)
            await new EndJobOffer(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _it.Job.Number, JobEndReason.Filled), default);
        var job = expected is ReferralRefusal.JobNotFound ? JobNumber.Parse("13010-99999999") : _it.Job.Number;
        var way = expected switch { ReferralRefusal.WayMissing => default, ReferralRefusal.SeekerHasNoMyPage => ReferralWay.Online, _ => ReferralWay.AtWindow };

        var result = await new IssueReferral(_it.Database, _it.Clock).RunAsync(
            new(counselor, await NumberAsync(seeker), job, way, expected is ReferralRefusal.NoteTooLong ? new string('連', 401) : null, []), default);

        Assert.Equal(expected, result.Refusal);
    }

    [Fact, Trait("Rule", "CO-04")]
    public async Task Outcome_OnceRecorded_IsSeenByTheSeekerWithItsReason_AndTakesTheWorkOffTheDesk()
    {
        var referral = await ReferredAsync(ReferralWay.AtWindow);
        Assert.Equal(OutcomeRefusal.ReasonMissing, await EmployerRecordsAsync(referral, ReferralOutcome.NotHired));

        Assert.Null(await EmployerRecordsAsync(referral, ReferralOutcome.NotHired, "経験が合いませんでした。"));

        var own = await Open.RunAsync(new OpenReferral.FromSeeker(_it.Seeker.Actor, referral), default);
        Assert.Equal((ReferralState.NotHired, "経験が合いませんでした。", ReferralSide.Employer), (own!.Referral.State, own.Referral.OutcomeReason, own.Referral.OutcomeFrom));
        Assert.Equal(0, await _it.ReadAsync(db => db.DeskItems.CountAsync(i => i.ClosedAt == null)));
        Assert.Equal(OutcomeRefusal.OutcomeRecorded, await DeskRecordsAsync(referral, ReferralOutcome.Hired));
        Assert.Equal(1, await _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == MailKind.ReferralOutcomeRecorded && m.RecipientAccountId == _it.Seeker.Account)));
    }

    [Fact, Trait("Rule", "CO-04")]
    public async Task AnothersReferral_IsNotFoundByAnyOfTheThree()
    {
        var referral = await ReferredAsync(ReferralWay.AtWindow);
        var (elsewhere, employer, seeker) = (await _it.Given.CounselorAsync("13020"), await _it.Given.EmployerAsync(), await _it.Given.SeekerAsync());

        Assert.Null(await Open.RunAsync(new OpenReferral.FromDesk(elsewhere, referral), default));
        Assert.Null(await Open.RunAsync(new OpenReferral.FromEmployer(employer, referral), default));
        Assert.Null(await Open.RunAsync(new OpenReferral.FromSeeker(seeker.Actor, referral), default));
        Assert.Equal(OutcomeRefusal.NotFound, await new RecordReferralOutcome(_it.Database, _it.Clock).RunAsync(new RecordReferralOutcome.FromDesk(elsewhere, referral, ReferralOutcome.Hired, null), default));
        Assert.Equal(ReferralAnswerRefusal.NotFound, await new AnswerReferral(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, referral, true, null), default));
    }

    private ListReferrals List => new(_it.Database);

    private OpenReferral Open => new(_it.Database, _it.Clock);

    private Task<RegistrationNumber> NumberAsync(GivenSeeker? of = null) =>
        _it.ReadAsync(db => db.SeekerRegistrations.Where(r => r.SeekerId == (of ?? _it.Seeker).Id).Select(r => r.Number).SingleAsync());

    private async Task<IssueReferral.Result> ReferAsync(ReferralWay way, string? note = null, IReadOnlyList<ReferralWarning>? seen = null) =>
        await new IssueReferral(_it.Database, _it.Clock).RunAsync(new(_counselor, await NumberAsync(), _it.Job.Number, way, note, seen ?? []), default);

    private async Task<ReferralId> ReferredAsync(ReferralWay way, string? note = null) => (await ReferAsync(way, note)).Issued!.Value;

    private Task<ReferralAnswerRefusal?> AnswerAsync(ReferralId referral, bool takesUp, string? reason = null) =>
        new AnswerReferral(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, referral, takesUp, reason), default);

    private Task<OutcomeRefusal?> EmployerRecordsAsync(ReferralId referral, ReferralOutcome outcome, string? reason = null) =>
        new RecordReferralOutcome(_it.Database, _it.Clock).RunAsync(new RecordReferralOutcome.FromEmployer(_it.Employer, referral, outcome, reason), default);

    private Task<OutcomeRefusal?> DeskRecordsAsync(ReferralId referral, ReferralOutcome outcome) =>
        new RecordReferralOutcome(_it.Database, _it.Clock).RunAsync(new RecordReferralOutcome.FromDesk(_counselor, referral, outcome, null), default);
}
