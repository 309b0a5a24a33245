using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers.Provision;

public sealed class ProvisionVerbsTests : IAsyncLifetime
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

    [Fact, Trait("Rule", "PV-03")]
    public async Task Draft_IsSeenByNobodyUntilItIsPublished_AndThenAtOnceByProvidersAndEmployers()
    {
        var (seeker, provider) = (await _given.ProvidedSeekerAsync(), await _given.ProviderAsync());
        await SaveAsync(seeker, StatementStep.Work, s => s with { WishedWork = "翻訳の仕事", OccupationCodes = ["038-01", "033-01"] });
        var before = await SeenByAsync(provider);

        var refusal = await PublishAsync(seeker, await FingerprintAsync(seeker));

        Assert.Null(refusal);
        Assert.Equal(("経理事務", "翻訳の仕事"), (before?.WishedWork, (await SeenByAsync(provider))?.WishedWork));
        await using var db = _database.CreateDbContext();
        var profile = await db.ShownToEmployers(_clock.TodayInJapan()).Include(p => p.Occupations).SingleAsync();
        Assert.Equal(["038-01", "033-01"], profile.Occupations.OrderBy(o => o.Position).Select(o => o.OccupationCode));
        Assert.Single(db.AuditEntries, e => e.Act == nameof(PublishProfile) && e.AccountId == seeker.Account);
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Publish_AfterAnotherWindowTypedOn_IsRefused_AndPublishesNothing()
    {
        var (seeker, provider) = (await _given.ProvidedSeekerAsync(), await _given.ProviderAsync());
        await SaveAsync(seeker, StatementStep.Appeal, s => s with { Appeal = "見直した文" });
        var reviewed = await FingerprintAsync(seeker);
        await SaveAsync(seeker, StatementStep.Appeal, s => s with { Appeal = "あとから書いた文" });

        var refusal = await PublishAsync(seeker, reviewed);

        Assert.Equal(PublishRefusal.ChangedSinceReview, refusal);
        Assert.Equal("月次決算まで担当しました。", (await SeenByAsync(provider))?.Appeal);
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Publish_WhatWasReviewedBeforeAnEarlierPublishing_IsRefused()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var first = await FingerprintAsync(seeker);
        await SaveAsync(seeker, StatementStep.Appeal, s => s with { Appeal = "一度目" });
        await PublishAsync(seeker, await FingerprintAsync(seeker));

        Assert.Equal(PublishRefusal.ChangedSinceReview, await PublishAsync(seeker, first));
    }

    [Fact, Trait("Rule", "PV-04")]
    public async Task Publish_WithIdentifyingText_NeedsTheWordThatItIsKept()
    {
        var (seeker, provider) = (await _given.ProvidedSeekerAsync(published: false), await _given.ProviderAsync());
        await SaveAsync(seeker, StatementStep.Appeal, s => s with { Appeal = "電話は090-1234-5678です。" });
        var reviewed = await FingerprintAsync(seeker);

        var without = await PublishAsync(seeker, reviewed);
        var unseen = await SeenByAsync(provider);
        var with = await PublishAsync(seeker, reviewed, keeps: true);

        Assert.Equal((PublishRefusal.IdentifyingText, null), (without, with));
        Assert.Null(unseen);
        Assert.NotNull(await SeenByAsync(provider));
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Publish_WithSomethingToMend_IsRefused()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        await SaveAsync(seeker, StatementStep.Work, s => s with { WishedWork = "" });

        Assert.Equal(PublishRefusal.Faulty, await PublishAsync(seeker, await FingerprintAsync(seeker)));
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Draft_OfTwoWindowsOnTwoSteps_LosesNothing()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        await SaveAsync(seeker, StatementStep.Work, s => s with { WishedWork = "翻訳" });
        // This window still has the old first step.
        await SaveAsync(seeker, StatementStep.Appeal, _ => Given.Statement() with { Appeal = "新しい文" });

        var inHand = (await ReadAsync(seeker)).InHand.Statement;

        Assert.Equal(("翻訳", "新しい文"), (inHand.WishedWork, inHand.Appeal));
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Draft_KeepsATextThatIsTooLongToPublish_ButNotOneWithoutMeasure()
    {
        var seeker = await _given.ProvidedSeekerAsync();

        Assert.NotNull(await SaveAsync(seeker, StatementStep.Appeal, s => s with { Appeal = new string('あ', 3000) }));
        Assert.Null(await SaveAsync(seeker, StatementStep.Appeal, s => s with { Appeal = new string('あ', 4001) }));
        Assert.Equal(3000, (await ReadAsync(seeker)).InHand.Statement.Appeal!.Length);
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Draft_OlderThanWhatHelloWorkCorrected_GivesWayToIt()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        await SaveAsync(seeker, StatementStep.Work, s => s with { WishedWork = "古い下書き" });
        _clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(async db => (await db.SeekerProfiles.Include(p => p.Places).Include(p => p.Occupations).Include(p => p.Licences).SingleAsync()).State(Given.Statement() with { WishedWork = "窓口で直した仕事" }, _clock.UtcNow()));

        Assert.Equal(("窓口で直した仕事", null), ((await ReadAsync(seeker)).InHand.Statement.WishedWork, (await ReadAsync(seeker)).InHand.DraftSavedAt));
    }

    [Fact, Trait("Rule", "PV-08")]
    public async Task Unpublish_TakesTheProfileFromProvidersAtOnce_AndPublishingBringsItBack()
    {
        var (seeker, provider) = (await _given.ProvidedSeekerAsync(), await _given.ProviderAsync());

        await new UnpublishProfile(_database, _clock).RunAsync(new(seeker.Provision), default);
        var hidden = await SeenByAsync(provider);
        await PublishAsync(seeker, await FingerprintAsync(seeker));

        Assert.Null(hidden);
        Assert.NotNull(await SeenByAsync(provider));
    }

    [Fact, Trait("Rule", "PV-07"), Trait("Rule", "PV-08")]
    public async Task Stop_TakesTheProfileAtThatInstant_TwiceIsOnce_AndNothingCanBePublishedAfter()
    {
        var (seeker, provider) = (await _given.ProvidedSeekerAsync(), await _given.ProviderAsync());
        Assert.NotNull(await SeenByAsync(provider));

        await new StopProvision(_database, _clock).RunAsync(new(seeker.Provision), default);
        await new StopProvision(_database, _clock).RunAsync(new(seeker.Provision), default);

        Assert.Null(await SeenByAsync(provider));
        Assert.Equal(PublishRefusal.Stopped, await PublishAsync(seeker, await FingerprintAsync(seeker)));
        await using var db = _database.CreateDbContext();
        Assert.Equal(_clock.UtcNow(), (await db.ProvisionServices.SingleAsync()).StoppedAt);
        Assert.Single(db.AuditEntries, e => e.Act == nameof(StopProvision));
        var overview = await ViewAsync(seeker);
        Assert.Equal((ProvisionState.Stopped, true, 0), (overview.State, overview.MayRegister, overview.Seeing.All));
    }

    [Fact, Trait("Rule", "PV-05")]
    public async Task Publish_AfterTheRegistrationEnded_IsRefusedWithoutTheScheduler()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        _clock.SetJapan(2026, 6, 1);

        Assert.Equal(PublishRefusal.RegistrationEnded, await PublishAsync(seeker, await FingerprintAsync(seeker)));
        Assert.Equal((ProvisionState.RegistrationEnded, false), ((await ViewAsync(seeker)).State, (await ViewAsync(seeker)).MayRegister));
    }

    [Theory, Trait("Rule", "PV-02")]
    [InlineData(ProvisionChoice.Both, 2, 1)]
    [InlineData(ProvisionChoice.LocalGovernmentsOnly, 0, 1)]
    [InlineData(ProvisionChoice.PrivateAgenciesOnly, 2, 0)]
    [InlineData(ProvisionChoice.Neither, 0, 0)]
    public async Task ChangeProvisionChoice_ByACounselor_ShowsTheProfileToThoseAlone(ProvisionChoice choice, int privateAgencies, int localGovernments)
    {
        await _given.ProviderAsync();
        await _given.ProviderAsync(ProviderKind.School);
        await _given.ProviderAsync(ProviderKind.NurseCentre);
        var seeker = await _given.ProvidedSeekerAsync(choice is ProvisionChoice.Both ? ProvisionChoice.LocalGovernmentsOnly : ProvisionChoice.Both);
        var (counselor, number) = (await _given.CounselorAsync(), await NumberAsync(seeker));

        var refusal = await new ChangeProvisionChoice(_database, _clock).RunAsync(new(counselor, number, choice), default);

        Assert.Null(refusal);
        Assert.Equal(new ProviderCounts(privateAgencies, localGovernments), (await ViewAsync(seeker)).Seeing);
        Assert.Equal(choice, (await new OpenRegistrationRecord(_database, _clock).RunAsync(new(counselor, seeker.Registration), default))!.Choice);
        await using var db = _database.CreateDbContext();
        Assert.Single(db.AuditEntries, e => e.Act == nameof(ChangeProvisionChoice) && e.AccountId == counselor.Account);
        Assert.Single(db.AuditEntries, e => e.Act == nameof(OpenRegistrationRecord) && e.AccountId == counselor.Account);
    }

    [Fact, Trait("Rule", "PV-02")]
    public async Task ChangeProvisionChoice_ByAnyoneElseOrOfAnEndedRegistration_ChangesNothing()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var (counselor, number) = (await _given.CounselorAsync(), await NumberAsync(seeker));
        var change = new ChangeProvisionChoice(_database, _clock);

        await Assert.ThrowsAsync<NotAllowedException>(() => change.RunAsync(new(new CounselorActor(seeker.Account), number, ProvisionChoice.Neither), default));
        Assert.Equal(ProvisionChoiceRefusal.NotFound, await change.RunAsync(new(counselor, RegistrationNumber.Parse("99999-99"), ProvisionChoice.Neither), default));
        _clock.SetJapan(2026, 6, 1);
        Assert.Equal(ProvisionChoiceRefusal.RegistrationEnded, await change.RunAsync(new(counselor, number, ProvisionChoice.Neither), default));

        await using var db = _database.CreateDbContext();
        Assert.Equal(ProvisionChoice.Both, (await db.SeekerRegistrations.SingleAsync()).ProvisionChoice);
    }

    [Fact, Trait("Rule", "PV-06")]
    public async Task SetReceiveConditions_ChangedTwice_KeepsTheLastAndTakesEffectAtOnce()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var (inside, outside) = (await _given.ProviderAsync(handling: new(["13"], [], [])), await _given.ProviderAsync(handling: new(["01"], [], []), privacyMark: false));

        await SetAsync(seeker, new(["13", "14"], ["E"], []), markOnly: true);
        await SetAsync(seeker, new(["13"], [], ["03"]), markOnly: true);

        Assert.NotNull(await SeenByAsync(inside));
        Assert.Null(await SeenByAsync(outside));
        var saved = await new ViewReceiveConditions(_database, _clock).RunAsync(new(seeker.Provision), default);
        Assert.Equal([(HandlingKind.Prefecture, "13"), (HandlingKind.Occupation, "03")], saved.Wanted.Codes);
        Assert.True(saved.PrivacyMarkOnly);
    }

    [Fact, Trait("Rule", "PV-06")]
    public async Task SetReceiveConditions_WithACodeOfNoTable_Throws()
    {
        var seeker = await _given.ProvidedSeekerAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => SetAsync(seeker, new(["99"], [], []), false));
    }

    [Fact, Trait("Rule", "PV-06"), Trait("Rule", "PV-02")]
    public async Task Count_BeforeSaving_IsWhatTheOneRuleFindsAfterSaving()
    {
        var dice = new Random(20261127);
        for (var n = 0; n < 25; n++)
            await _given.ProviderAsync(dice.GetItems(Enum.GetValues<ProviderKind>(), 1)[0], new(Some("11", "12", "13"), Some("E", "G", "P"), Some("01", "03", "05")), dice.Next(2) == 0, template: false);
        await using var db = _database.CreateDbContext();
        var providers = await db.Providers.Select(p => p.Id).ToListAsync();
        foreach (var choice in Enum.GetValues<ProvisionChoice>())
        {
            var seeker = await _given.ProvidedSeekerAsync(choice);
            await ChangeAsync(blocks =>
            {
                blocks.AddRange(providers.Where(_ => dice.Next(5) == 0).Select(p => new ProviderBlock(seeker.Id, p, _clock.UtcNow())));
                return Task.CompletedTask;
            });
            for (var n = 0; n < 6; n++)
            {
                var (wanted, markOnly) = (new Handling(Some("11", "12", "13"), Some("E", "G", "P"), Some("01", "03", "05")), dice.Next(3) == 0);
                var foretold = await new CountMeetingProviders(_database, _clock).RunAsync(new(seeker.Provision, wanted, markOnly), default);
                await SetAsync(seeker, wanted, markOnly);

                Assert.Equal((await ViewAsync(seeker)).Seeing, foretold.Counts);
                Assert.Equal(25, foretold.Admitted);
            }
        }

        string[] Some(params string[] codes) => dice.Next(2) == 0 ? [] : [.. codes.Where(_ => dice.Next(2) == 0)];
    }

    [Fact, Trait("Rule", "PV-01")]
    public async Task View_BeforeRegistering_SaysWhetherOneMay()
    {
        var (wishes, doesNot) = (await _given.SeekerAsync(), await _given.SeekerAsync());
        await ChangeAsync(async db => (await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == wishes.Id)).RecordConsents(true, ProvisionChoice.Both));

        Assert.Equal((null, true), ((await ViewAsync(wishes)).State, (await ViewAsync(wishes)).MayRegister));
        Assert.Equal((null, false), ((await ViewAsync(doesNot)).State, (await ViewAsync(doesNot)).MayRegister));
    }

    [Fact, Trait("Rule", "SS-06")]
    public async Task ProvidersThatOpenedTheProfile_StandInBothLists()
    {
        var (seeker, provider, other) = (await _given.ProvidedSeekerAsync(), await _given.ProviderAsync(name: "見た団体"), await _given.ProviderAsync(name: "見ていない団体"));
        await ChangeAsync(db =>
        {
            db.Add(new ProfileView(seeker.Id, provider.Account, provider.Provider.Value, ViewerKind.Provider, _clock.UtcNow()));
            return Task.CompletedTask;
        });

        var views = await new ListProfileViews(_database).RunAsync(new(seeker.Actor), default);
        var inTouch = await new ListProvidersInTouch(_database, _clock).RunAsync(new(seeker.Provision), default);

        Assert.Equal([("見た団体", ViewerKind.Provider)], views.Items.Select(v => (v.Name, v.Kind)));
        Assert.Equal([(provider.Provider, _clock.UtcNow())], inTouch.Select(p => (p.Id, p.OpenedAt!.Value)));
        Assert.DoesNotContain(inTouch, p => p.Id == other.Provider);
    }

    private Task<DateTime?> SaveAsync(GivenSeeker seeker, StatementStep step, Func<SeekerStatement, SeekerStatement> change) =>
        new SaveStatementDraft(_database, _clock).RunAsync(new(seeker.Provision, step, change(Given.Statement())), default);

    private Task<PublishRefusal?> PublishAsync(GivenSeeker seeker, string reviewed, bool keeps = false) =>
        new PublishProfile(_database, _clock).RunAsync(new(seeker.Provision, reviewed, keeps), default);

    private Task<ReadStatement.Result> ReadAsync(GivenSeeker seeker) => new ReadStatement(_database, _clock).RunAsync(new(seeker.Provision), default);

    private async Task<string> FingerprintAsync(GivenSeeker seeker) => (await ReadAsync(seeker)).InHand.Fingerprint;

    private Task SetAsync(GivenSeeker seeker, Handling wanted, bool markOnly) => new SetReceiveConditions(_database, _clock).RunAsync(new(seeker.Provision, wanted, markOnly), default);

    private Task<ProvisionOverview> ViewAsync(GivenSeeker seeker) => new ViewProvision(_database, _clock).RunAsync(new(seeker.Provision), default);

    private async Task<SeekerStatement?> SeenByAsync(ProviderActor provider)
    {
        await using var db = _database.CreateDbContext();
        return (await db.ShownToProvider(provider.Provider, _clock.UtcNow()).AsNoTracking().SingleOrDefaultAsync())?.Statement;
    }

    private async Task<RegistrationNumber> NumberAsync(GivenSeeker seeker)
    {
        await using var db = _database.CreateDbContext();
        return (await db.SeekerRegistrations.SingleAsync(r => r.Id == seeker.Registration)).Number;
    }

    private async Task ChangeAsync(Func<HelloWorkDbContext, Task> change)
    {
        await using var db = _database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }
}
