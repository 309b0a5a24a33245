using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Messaging;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Oversight;

/// <summary>What a provider has to delete, by when, and what happens when it doesn't. The clock starts on 22 March 2026.</summary>
public sealed class DeletionTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private readonly DeletionRules _rules = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private ProviderActor _provider = null!;
    private GivenSeeker _seeker = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        (_provider, _seeker) = (await _given.ProviderAsync(), await _given.ProvidedSeekerAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "PR-03")]
    public async Task AnOpenedProfile_IsDueNinetyDaysAfterTheLastOpening_OrAtTheEndOfTheRegistrationIfThatIsEarlier()
    {
        var number = await OpenAsync();
        // The registration of 22 March ends on 31 May, before 20 June.
        Assert.Equal((new DateOnly(2026, 5, 31), DeletionReason.RegistrationEnded), await DueAsync(number));
        var late = await _given.ProvidedSeekerAsync(acceptedOn: new DateOnly(2026, 6, 1));
        Assert.Equal((new DateOnly(2026, 6, 20), DeletionReason.Period), await DueAsync(await OpenAsync(late)));

        _clock.Advance(TimeSpan.FromDays(10));
        await OpenAsync(late);

        Assert.Equal((new DateOnly(2026, 6, 30), DeletionReason.Period), await DueAsync(await AliasAsync(late)));
    }

    [Fact, Trait("Rule", "PR-03"), Trait("Rule", "PR-04")]
    public async Task WhatIsDue_IsForetoldAWeekAndADayBefore_InTheMorning_AndADemandTheDayBefore()
    {
        // Through 31 May, and demanded on 22 March through the 29th.
        await OpenAsync();
        var demanded = await _given.ProvidedSeekerAsync();
        await OpenAsync(demanded);
        await DemandAsync(await GivenMessages.ConversationAsync(_database, _clock, _provider, demanded));
        var told = new List<DateTime>();
        for (var at = new DateTime(2026, 3, 22, 15, 0, 0); at < new DateTime(2026, 6, 2); at = at.AddHours(3))
        {
            _clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            if (await new WarnOfProviderDuties(_database, _clock, _rules).RunAsync(default) > 0)
                told.Add(at);
        }

        Assert.Equal([new(2026, 3, 28, 9, 0, 0), new(2026, 5, 24, 9, 0, 0), new(2026, 5, 30, 9, 0, 0)], told);
        await using var db = _database.CreateDbContext();
        Assert.Equal([_provider.Account], await db.OutboxMails.Where(m => m.Kind == MailKind.DeletionDueSoon).Select(m => m.RecipientAccountId).Distinct().ToListAsync());
    }

    [Fact, Trait("Rule", "PR-03")]
    public async Task StoppingTheService_MakesItDueWithoutDelay()
    {
        var number = await OpenAsync();

        await new StopProvision(_database, _clock).RunAsync(new(_seeker.Provision), default);

        Assert.Equal((new DateOnly(2026, 3, 29), DeletionReason.ServiceStopped), await DueAsync(number));
    }

    [Theory, Trait("Rule", "PR-03"), Trait("Rule", "PV-02")]
    [InlineData(ProvisionChoice.Neither, true)]
    [InlineData(ProvisionChoice.LocalGovernmentsOnly, true)]
    [InlineData(ProvisionChoice.PrivateAgenciesOnly, false)]
    public async Task AChoiceThatShutsTheProviderOut_MakesItDueWithoutDelay_AndOnlyForThatOne(ProvisionChoice choice, bool shutOut)
    {
        var number = await OpenAsync();

        await ChooseAsync(choice);

        Assert.Equal(shutOut ? (new DateOnly(2026, 3, 29), DeletionReason.ChoiceChanged) : (new DateOnly(2026, 5, 31), DeletionReason.RegistrationEnded), await DueAsync(number));
        _clock.SetJapan(2026, 3, 30);
        Assert.Equal(shutOut ? 1 : 0, await new RecordOverdueDeletions(_database, _clock, _rules).RunAsync(default));
    }

    [Fact, Trait("Rule", "PR-03"), Trait("Rule", "PV-02")]
    public async Task AChoiceThatLetsTheProviderInAgain_EndsThatDuty()
    {
        var number = await OpenAsync();

        await ChooseAsync(ProvisionChoice.Neither);
        await ChooseAsync(ProvisionChoice.Both);

        Assert.Equal((new DateOnly(2026, 5, 31), DeletionReason.RegistrationEnded), await DueAsync(number));
    }

    private async Task ChooseAsync(ProvisionChoice choice)
    {
        await using var db = _database.CreateDbContext();
        var number = await db.SeekerRegistrations.Where(r => r.Id == _seeker.Registration).Select(r => r.Number).SingleAsync();
        Assert.Null(await new ChangeProvisionChoice(_database, _clock).RunAsync(new(await _given.CounselorAsync(), number, choice), default));
    }

    [Fact, Trait("Rule", "PR-03")]
    public async Task AfterAConfirmedDeletion_TheOldNumberLeadsNowhere_AndFindingTheProfileAgainHoldsItAnew()
    {
        var talk = await GivenMessages.ConversationAsync(_database, _clock, _provider, _seeker);
        var number = await OpenAsync();

        Assert.Equal(1, (await SettleAsync(number)).Settled);

        Assert.Null((await OpenByNumberAsync(number)).Profile);
        Assert.False((await new OpenConversation(_database, _clock).RunAsync(new OpenConversation.ByProvider(_provider, talk), default)).Conversation!.ProfileShown);
        Assert.Empty((await ListAsync()).Rows.Items);
        var again = await AliasAsync(_seeker);
        Assert.NotEqual(number, again);
        // A page that only goes on from an opening doesn't revive it silently either.
        Assert.NotNull((await OpenByNumberAsync(again, again: false)).Profile);
        Assert.Equal(again, Assert.Single((await ListAsync()).Rows.Items).Number);
        Assert.Equal(number, Assert.Single((await ListAsync(DeletionFilter.Settled)).Rows.Items).Number);
        Assert.Equal(SettleRefusal.NotHeld, (await SettleAsync(number)).Refusal);
    }

    [Fact, Trait("Rule", "PR-03")]
    public async Task Registered_NeedsTheSeekersWishAndADaySinceThen_AndEndsTheDuty()
    {
        var talk = await GivenMessages.ConversationAsync(_database, _clock, _provider, _seeker);
        var number = await OpenAsync();
        Assert.Equal(SettleRefusal.NoWish, (await RegisterAsync(number, 22)).Refusal);
        await new SendProvisionMessage(_database, _clock).RunAsync(new SendProvisionMessage.Wish(_seeker.Provision, talk, NewId.Next(), true, ""), default);
        Assert.Equal(SettleRefusal.DayOutside, (await RegisterAsync(number, 21)).Refusal);
        Assert.Equal(SettleRefusal.DayOutside, (await RegisterAsync(number, 23)).Refusal);

        Assert.Null((await RegisterAsync(number, 22)).Refusal);

        Assert.Equal((ObtainedOutcome.Registered, new DateOnly(2026, 3, 22)), await StateAsync(talk) is { } s ? (s.Outcome, s.RegisteredOn) : default);
        await OpenByNumberAsync(number);
        Assert.Empty((await ListAsync()).Rows.Items);
        _clock.Advance(TimeSpan.FromDays(200));
        Assert.Equal(0, await SweepAsync());
    }

    [Fact, Trait("Rule", "PR-04")]
    public async Task ADemand_IsTakenOnceEvenWhenPressedTwentyTimesAtOnce_BlocksAndIsAnsweredWithItsState()
    {
        var talk = await GivenMessages.ConversationAsync(_database, _clock, _provider, _seeker);
        var number = await OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => DemandAsync(talk))));

        Assert.All(answers, Assert.Null);
        Assert.Equal(new DateOnly(2026, 3, 29), (await StateAsync(talk))!.AnswerBy);
        Assert.Equal((new DateOnly(2026, 3, 29), DeletionReason.Demanded), await DueAsync(number));
        Assert.Null((await OpenByNumberAsync(number)).Profile);
        await SettleAsync(number);
        Assert.Equal(ObtainedOutcome.Deleted, (await StateAsync(talk))!.Outcome);
        Assert.Equal(DemandRefusal.Settled, await DemandAsync(talk));
        await using var db = _database.CreateDbContext();
        Assert.Equal([MailKind.GuidanceArrived, MailKind.DeletionDemanded, MailKind.DeletionAnswered], await db.OutboxMails.OrderBy(m => m.Kind).Select(m => m.Kind).ToListAsync());
        Assert.Equal(1, await db.ProviderBlocks.CountAsync());
    }

    [Fact, Trait("Rule", "PR-04")]
    public async Task ADemandWithoutAnAnswer_IsAViolationFromTheEighthDayOn_ToTheSecondAndOnce()
    {
        var talk = await GivenMessages.ConversationAsync(_database, _clock, _provider, _seeker);
        await DemandAsync(talk);
        _clock.SetJapan(2026, 3, 29, 23, 59, 59);
        Assert.Equal((0, false), (await SweepAsync(), (await StateAsync(talk))!.IsLate));
        _clock.SetJapan(2026, 3, 30);

        Assert.True((await StateAsync(talk))!.IsLate);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());

        var officer = await _given.BureauOfficerAsync();
        var row = Assert.Single((await new ListViolations(_database, _clock).RunAsync(new(officer), default)).Rows.Items);
        Assert.Equal((ViolationKind.DeletionUnanswered, ViolationSource.Deadline, _provider.Provider), (row.Kind, row.Source, row.Provider));
        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.OutboxMails.CountAsync(m => m.Kind == MailKind.DeletionOverdue));
    }

    [Fact, Trait("Rule", "PR-03")]
    public async Task TheSweep_FindsExactlyWhatTheListCallsOverdue_ForEveryReason()
    {
        var (demanded, stopped, ended, held) = (await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(acceptedOn: new DateOnly(2026, 12, 1)));
        foreach (var seeker in new[] { demanded, stopped, ended, held })
            await OpenAsync(seeker);
        await DemandAsync(await GivenMessages.ConversationAsync(_database, _clock, _provider, demanded));
        await new StopProvision(_database, _clock).RunAsync(new(stopped.Provision), default);
        await new EndRegistration(_database, _clock).RunAsync(new(ended.Actor, RegistrationEndReason.Employed), default);
        await OpenAsync();
        var recorded = 0;

        for (var day = 0; day < 100; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            recorded += await SweepAsync();
            Assert.Equal((day, (await ListAsync()).Counts.Overdue), (day, recorded));
        }

        Assert.Equal(5, recorded);
    }

    [Fact, Trait("Rule", "PR-03"), Trait("Rule", "OV-03")]
    public async Task ASuspendedProvider_CanNotConfirm_AndIsNotLateForThat()
    {
        var number = await OpenAsync();
        await new StopProvision(_database, _clock).RunAsync(new(_seeker.Provision), default);
        await using (var db = _database.CreateDbContext())
        {
            db.Add(new ProviderSuspension(_provider.Provider, _clock.UtcNow(), Jst.EndOf(new DateOnly(2026, 4, 10))));
            await db.SaveChangesAsync();
        }
        _clock.SetJapan(2026, 4, 5);
        Assert.Equal(SettleRefusal.Suspended, (await SettleAsync(number)).Refusal);
        Assert.Equal(0, await SweepAsync());

        _clock.SetJapan(2026, 4, 11);

        Assert.Equal(new DateOnly(2026, 4, 18), (await DueAsync(number)).Day);
        Assert.Equal(0, await SweepAsync());
        _clock.SetJapan(2026, 4, 19);
        Assert.Equal(1, await SweepAsync());
    }

    [Fact, Trait("Rule", "PR-03")]
    public async Task OtherProvidersNumbers_SettleNothing()
    {
        var number = await OpenAsync();
        var other = await _given.ProviderAsync();

        Assert.Equal(SettleRefusal.NotHeld, (await new SettleDeletion(_database, _clock).RunAsync(new SettleDeletion.Deleted(other, [number]), default)).Refusal);
        Assert.Null(await new ViewDeletionState(_database, _clock, _rules).RunAsync(new((await _given.ProvidedSeekerAsync()).Provision, await GivenMessages.ConversationAsync(_database, _clock, _provider, _seeker)), default));
    }

    private async Task<AliasNumber> OpenAsync(GivenSeeker? seeker = null)
    {
        var number = await AliasAsync(seeker ?? _seeker);
        Assert.NotNull((await OpenByNumberAsync(number)).Profile);
        return number;
    }

    private Task<AliasNumber> AliasAsync(GivenSeeker seeker) => GivenMessages.AliasAsync(_database, _clock, _provider, seeker);

    private Task<OpenProvidedProfile.Result> OpenByNumberAsync(AliasNumber number, bool again = true) => new OpenProvidedProfile(_database, _clock, new ProfileQuota()).RunAsync(new(_provider, number, again), default);

    private Task<ListDeletions.Result> ListAsync(DeletionFilter filter = DeletionFilter.Held) => new ListDeletions(_database, _clock, _rules).RunAsync(new(_provider, filter), default);

    private async Task<(DateOnly Day, DeletionReason Reason)> DueAsync(AliasNumber number) => (await ListAsync()).Rows.Items.Single(r => r.Number == number).Due is { } due ? (due.LastDay, due.Reason) : default;

    private Task<SettleDeletion.Result> SettleAsync(AliasNumber number) => new SettleDeletion(_database, _clock).RunAsync(new SettleDeletion.Deleted(_provider, [number]), default);

    private Task<SettleDeletion.Result> RegisterAsync(AliasNumber number, int march) => new SettleDeletion(_database, _clock).RunAsync(new SettleDeletion.Registered(_provider, number, new DateOnly(2026, 3, march)), default);

    private Task<DemandRefusal?> DemandAsync(ConversationId talk)
    {
        // The demand may come from any seeker of the test.
        using var db = _database.CreateDbContext();
        var seeker = db.Conversations.Where(c => c.Id == talk).Join(db.Seekers, c => c.SeekerId, s => s.Id, (_, s) => new { s.Id, s.AccountId }).Single();
        return new AskForDeletion(_database, _clock).RunAsync(new(new ProvisionActor(seeker.AccountId!.Value, seeker.Id), talk), default);
    }

    private Task<DeletionState?> StateAsync(ConversationId talk) => new ViewDeletionState(_database, _clock, _rules).RunAsync(new(_seeker.Provision, talk), default);

    private Task<int> SweepAsync() => new RecordOverdueDeletions(_database, _clock, _rules).RunAsync(default);
}
