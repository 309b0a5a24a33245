using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Oversight;

/// <summary>Correction, suspension, confirmation and removal.</summary>
public sealed class MeasuresTests : OversightContext
{
    [Fact, Trait("Rule", "OV-02"), Trait("Rule", "CO-05")]
    public async Task AnOfficesOrder_SuspendsTogether_GoesToTheBureau_AndEndsAfterThreeDaysByItself()
    {
        Assert.Null(await OrderByOfficeAsync(await ReportedAsync()));

        Assert.Equal(ProviderStanding.Suspended, await StandingAsync());
        var violation = Assert.Single((await new ListViolations(Database, Clock).RunAsync(new(Officer), default)).Rows.Items);
        Assert.Equal((ViolationSource.Office, "13010", Clock.UtcNow().AddDays(3)), (violation.Source, violation.Office, violation.ConfirmBy));
        Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.Equal(ProviderStanding.Suspended, await StandingAsync());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ProviderStanding.Good, await StandingAsync());
        Assert.Equal(SuspensionRefusal.Over, await ConfirmAsync());
    }

    [Fact, Trait("Rule", "OV-02"), Trait("Rule", "OV-03")]
    public async Task ConfirmedByTheBureau_ItGoesOnToTheDayThatWasOrdered_AndEndsByItselfAtItsEnd()
    {
        Assert.Null(await OrderByOfficeAsync(await ReportedAsync()));

        Assert.Null(await ConfirmAsync());

        Assert.Equal(SuspensionRefusal.NotWaiting, await ConfirmAsync());
        Assert.Empty((await new ListViolations(Database, Clock).RunAsync(new(Officer), default)).Rows.Items);
        Clock.SetJapan(2026, 4, 21, 23, 59, 59);
        Assert.Equal(ProviderStanding.Suspended, await StandingAsync());
        Clock.SetJapan(2026, 4, 22);
        Assert.Equal(ProviderStanding.Good, await StandingAsync());
    }

    [Fact, Trait("Rule", "OV-02")]
    public async Task TheBureau_ShortensOrLiftsASuspension_ButNeverLengthensIt()
    {
        Assert.Null(await OrderByOfficeAsync(await ReportedAsync()));
        var id = await SuspensionAsync();

        Assert.Equal(SuspensionRefusal.DayOutside, await ShortenAsync(id, Today.AddDays(30)));
        Assert.Equal(SuspensionRefusal.DayOutside, await ShortenAsync(id, Today.AddDays(-1)));
        Assert.Null(await ShortenAsync(id, Today.AddDays(9)));
        Assert.Equal(SuspensionRefusal.DayOutside, await ShortenAsync(id, Today.AddDays(10)));

        Clock.SetJapan(2026, 3, 31, 23, 59);
        Assert.Equal(ProviderStanding.Suspended, await StandingAsync());
        Assert.Null(await new DecideSuspension(Database, Clock).RunAsync(new DecideSuspension.Lift(Officer, id), default));
        Assert.Equal(ProviderStanding.Good, await StandingAsync());
    }

    [Theory, Trait("Rule", "OV-02")]
    [InlineData(0, 30, OrderRefusal.AnswerByOutside), InlineData(366, 30, OrderRefusal.AnswerByOutside), InlineData(14, -1, OrderRefusal.SuspensionOutside), InlineData(14, 366, OrderRefusal.SuspensionOutside)]
    public async Task AnOrder_WithADayThatCannotBe_IsRefusedAndSuspendsNobody(int answerDays, int suspendedDays, OrderRefusal refusal)
    {
        Assert.Equal(refusal, await OrderByBureauAsync(measures: Measures(answerDays, suspendedDays)));
        Assert.Equal(OrderRefusal.TextMissing, await OrderByBureauAsync(measures: Measures() with { Text = " " }));
        Assert.Equal(OrderRefusal.KindMissing, await OrderByBureauAsync(kind: null));
        Assert.Equal(ProviderStanding.Good, await StandingAsync());
    }

    [Fact, Trait("Rule", "OV-02")]
    public async Task TwoCounselorsOrderAtOnce_OneSuspensionComesOfIt()
    {
        var (id, colleague) = (await ReportedAsync(), await Given.CounselorAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => OrderByOfficeAsync(id, counselor: i % 2 == 0 ? Counselor : colleague))));

        Assert.Equal((1, 9), (answers.Count(a => a is null), answers.Count(a => a is OrderRefusal.Decided)));
        await using var db = Database.CreateDbContext();
        Assert.Equal((1, 1, 1), (await db.ProviderSuspensions.CountAsync(), await db.CorrectionOrders.CountAsync(), await db.Violations.CountAsync()));
    }

    [Fact, Trait("Rule", "OV-03"), Trait("Rule", "PV-08")]
    public async Task ASuspendedProvider_ReadsAndAnswersTheOrder_AndNothingElse()
    {
        var number = await GivenMessages.AliasAsync(Database, Clock, Provider, Seeker);
        Assert.Null(await OrderByBureauAsync());

        Assert.Null((await new OpenProvidedProfile(Database, Clock, new ProfileQuota()).RunAsync(new(Provider, number), default)).Profile);
        Assert.Null((await new OpenConversation(Database, Clock).RunAsync(new OpenConversation.ByProvider(Provider, Talk), default)).Conversation);
        Assert.Empty((await new ListDeletions(Database, Clock, new()).RunAsync(new(Provider), default)).Rows.Items);
        var order = Assert.Single(await new ReadOrders(Database, Clock).RunAsync(new(Provider), default));
        var answer = new AnswerOrder(Database, Clock);
        Assert.Equal(Clock.UtcNow(), await answer.RunAsync(new AnswerOrder.Draft(Provider, order.Id, "書きかけ"), default));
        Assert.Equal("書きかけ", Assert.Single(await new ReadOrders(Database, Clock).RunAsync(new(Provider), default)).Draft);
        Assert.Equal(AnswerRefusal.Missing, await answer.RunAsync(new AnswerOrder.Answer(Provider, order.Id, " "), default));
        Assert.Equal(AnswerRefusal.NotFound, await answer.RunAsync(new AnswerOrder.Answer(await Given.ProviderAsync(), order.Id, "他団体"), default));
        Assert.Null(await answer.RunAsync(new AnswerOrder.Answer(Provider, order.Id, "広告の送信をやめました。"), default));
        Assert.Equal(AnswerRefusal.Answered, await answer.RunAsync(new AnswerOrder.Answer(Provider, order.Id, "もう一度"), default));
        Assert.Contains((await RecordAsync()).Record.Events, e => e.Kind is ProviderEventKind.Answered && e.Text == "広告の送信をやめました。");
    }

    [Fact, Trait("Rule", "OV-02")]
    public async Task AnOrderWithoutAnAnswer_IsAViolationFromTheNextDayOn_Once()
    {
        Assert.Null(await OrderByBureauAsync(measures: Measures(answerDays: 3)));
        Clock.SetJapan(2026, 3, 25, 23, 59, 59);
        Assert.Equal(0, await new RecordUnansweredOrders(Database, Clock).RunAsync(default));
        Clock.SetJapan(2026, 3, 26);

        Assert.Equal(1, await new RecordUnansweredOrders(Database, Clock).RunAsync(default));
        Assert.Equal(0, await new RecordUnansweredOrders(Database, Clock).RunAsync(default));
        Assert.Equal(ViolationKind.OrderUnanswered, Assert.Single((await RecordAsync()).Violations).Kind);
    }

    [Fact, Trait("Rule", "OV-02")]
    public async Task AnOrder_IsRemindedOfTheMorningBeforeItsDeadline_Once()
    {
        Assert.Null(await OrderByBureauAsync(measures: Measures(answerDays: 3)));
        Task<int> WarnAsync() => new WarnOfProviderDuties(Database, Clock, new DeletionRules()).RunAsync(default);
        Clock.SetJapan(2026, 3, 23, 12);
        Assert.Equal(0, await WarnAsync());
        Clock.SetJapan(2026, 3, 24, 8, 59);
        Assert.Equal(0, await WarnAsync());
        Clock.SetJapan(2026, 3, 24, 9);
        Assert.Equal(1, await WarnAsync());
        Clock.SetJapan(2026, 3, 25, 9);
        Assert.Equal(0, await WarnAsync());
    }

    [Fact, Trait("Rule", "OV-02")]
    public async Task Removal_TakesTwoOfficers_AndRepetitionTakesTwoViolations()
    {
        var second = await Given.BureauOfficerAsync();
        Assert.Equal(RemovalRefusal.GroundMissing, await ProposeAsync(null));
        Assert.Equal(RemovalRefusal.ReasonMissing, await ProposeAsync(RemovalGround.Malice, ""));
        Assert.Null(await OrderByBureauAsync());
        Assert.Equal(RemovalRefusal.NotRepeated, await ProposeAsync(RemovalGround.Repetition));
        Assert.Null(await OrderByBureauAsync(ViolationKind.PassedToThirdParty));
        Assert.Null(await ProposeAsync(RemovalGround.Repetition));
        Assert.Equal(RemovalRefusal.AlreadyProposed, await ProposeAsync(RemovalGround.Malice));
        var proposal = (await RecordAsync()).Proposal!;
        Assert.True(proposal.IsOwn);

        Assert.Equal(RemovalRefusal.SameOfficer, await ApproveAsync(Officer, proposal.Id));
        Assert.Equal(ProviderStanding.Suspended, await StandingAsync());
        Assert.False((await RecordAsync(second)).Proposal!.IsOwn);
        Assert.Null(await ApproveAsync(second, proposal.Id));

        Assert.Equal(ProviderStanding.Removed, await StandingAsync());
        Assert.Equal(RemovalRefusal.Decided, await ApproveAsync(second, proposal.Id));
        Assert.Equal(RemovalRefusal.Removed, await ProposeAsync(RemovalGround.Malice));
        Assert.Equal(OrderRefusal.Removed, await OrderByBureauAsync());
    }

    [Theory, Trait("Rule", "OV-02")]
    [InlineData(true), InlineData(false)]
    public async Task WhatWasBegunAboutAViolation_GoesWhenItIsHandledOtherwise(bool removed)
    {
        Assert.Null(await OrderByOfficeAsync(await ReportedAsync()));
        await using var db = Database.CreateDbContext();
        var violation = await db.Violations.Select(v => v.Id).SingleAsync();
        await SaveAsync(DraftForm.ViolationEnd, $"{violation}");
        await SaveAsync(DraftForm.BureauOrder, $"{Provider.Provider}");

        if (removed)
            await RemoveAsync();
        else
            Assert.Null(await ConfirmAsync());

        Assert.Equal(removed ? [] : [DraftForm.BureauOrder], await db.FormDrafts.Select(d => d.Form).ToListAsync());

        async Task SaveAsync(DraftForm form, string record) =>
            Assert.NotNull(await new SaveFormDraft(Database, Clock).RunAsync(new(Officer.Account, form, record, new(new Dictionary<string, IReadOnlyList<string>> { ["Input.Text"] = ["書きかけ"] })), default));
    }

    [Fact, Trait("Rule", "OV-03"), Trait("Rule", "PR-03")]
    public async Task Removal_MakesAllThatWasObtainedDueInAWeek_AndTheProviderCanStillConfirmIt()
    {
        var number = await GivenMessages.AliasAsync(Database, Clock, Provider, Seeker);
        await new OpenProvidedProfile(Database, Clock, new ProfileQuota()).RunAsync(new(Provider, number), default);
        await RemoveAsync();

        var row = Assert.Single((await new ListDeletions(Database, Clock, new()).RunAsync(new(Provider), default)).Rows.Items);
        Assert.Equal(new DeletionDue(Today.AddDays(7), DeletionReason.Removed), row.Due);
        Clock.SetJapan(2026, 3, 30);
        Assert.Equal(1, await new RecordOverdueDeletions(Database, Clock, new()).RunAsync(default));
        Assert.Equal(1, (await new SettleDeletion(Database, Clock).RunAsync(new SettleDeletion.Deleted(Provider, [number]), default)).Settled);
    }

    [Fact, Trait("Rule", "OV-02")]
    public async Task OfficersWhoApproveAndWithdrawAtOnce_ComeToOneEnd()
    {
        Assert.Null(await ProposeAsync(RemovalGround.Malice));
        var (id, second, third) = ((await RecordAsync()).Proposal!.Id, await Given.BureauOfficerAsync(), await Given.BureauOfficerAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => i % 3 == 0
            ? new RemoveProvider(Database, Clock).RunAsync(new RemoveProvider.Withdraw(Officer, id), default)
            : ApproveAsync(i % 3 == 1 ? second : third, id))));

        Assert.Equal((1, 11), (answers.Count(a => a is null), answers.Count(a => a is RemovalRefusal.Decided)));
    }

    [Fact, Trait("Rule", "OV-02")]
    public async Task TheDatabase_RefusesThatOneOfficerProposesAndApproves()
    {
        Assert.Null(await ProposeAsync(RemovalGround.Malice));
        await using var db = Database.CreateDbContext();

        await Assert.ThrowsAnyAsync<Exception>(() => db.RemovalProposals.ExecuteUpdateAsync(set => set.SetProperty(p => p.ApprovedBy, Officer.Account).SetProperty(p => p.ApprovedAt, Clock.UtcNow())));

        Assert.Null((await db.RemovalProposals.AsNoTracking().SingleAsync()).ApprovedAt);
    }

    [Fact, Trait("Rule", "OV-02")]
    public async Task ADismissedViolation_DoesNotCountForRepetition()
    {
        await RecordedOrderAsync();
        var violation = Assert.Single((await RecordAsync()).Violations);
        Assert.Equal(CloseRefusal.NoteMissing, await CloseAsync(violation.Id, ""));

        Assert.Null(await CloseAsync(violation.Id, "行き違いでした。"));

        Assert.Equal(CloseRefusal.Handled, await CloseAsync(violation.Id, "もう一度"));
        Assert.Equal(1, (await RecordAsync()).Record.Violations);
        Assert.Equal(RemovalRefusal.NotRepeated, await ProposeAsync(RemovalGround.Repetition));
    }

    /// <summary>One violation by an order, another by its silence.</summary>
    private async Task RecordedOrderAsync()
    {
        Assert.Null(await OrderByBureauAsync(measures: Measures(answerDays: 1)));
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, await new RecordUnansweredOrders(Database, Clock).RunAsync(default));
    }

    private async Task RemoveAsync()
    {
        Assert.Null(await ProposeAsync(RemovalGround.Malice));
        Assert.Null(await ApproveAsync(await Given.BureauOfficerAsync(), (await RecordAsync()).Proposal!.Id));
    }

    private async Task<Guid> SuspensionAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.ProviderSuspensions.Select(s => s.Id).SingleAsync();
    }

    private async Task<SuspensionRefusal?> ConfirmAsync() => await new DecideSuspension(Database, Clock).RunAsync(new DecideSuspension.Confirm(Officer, await SuspensionAsync()), default);

    private Task<SuspensionRefusal?> ShortenAsync(Guid id, DateOnly through) => new DecideSuspension(Database, Clock).RunAsync(new DecideSuspension.Shorten(Officer, id, through), default);

    private Task<RemovalRefusal?> ProposeAsync(RemovalGround? ground, string reason = "繰り返し求職者を困らせているため。") => new RemoveProvider(Database, Clock).RunAsync(new RemoveProvider.Propose(Officer, Provider.Provider, ground, reason), default);

    private Task<RemovalRefusal?> ApproveAsync(BureauActor officer, RemovalProposalId id) => new RemoveProvider(Database, Clock).RunAsync(new RemoveProvider.Approve(officer, id), default);

    private Task<CloseRefusal?> CloseAsync(ViolationId id, string note) => new CloseViolation(Database, Clock).RunAsync(new(Officer, id, note, Dismissed: true), default);
}
