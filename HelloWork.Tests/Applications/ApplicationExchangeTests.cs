using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Applications;

public sealed class ApplicationExchangeTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-05")]
    public async Task Steps_FromScreeningToHired_StayInAHistoryBothSidesRead()
    {
        var application = await _it.AppliedAsync();

        await _it.RecordAsync(application, ApplicationStatus.DocumentScreening, seen: 1);
        await _it.RecordAsync(application, ApplicationStatus.Interview, "4月2日（木）14時にお越しください。", seen: 2);
        await _it.RecordAsync(application, ApplicationStatus.Hired, seen: 3);

        var seekers = await _it.SeekerOpensAsync(application);
        var employers = await _it.EmployerOpensAsync(application);
        Assert.Equal([ApplicationStatus.Applied, ApplicationStatus.DocumentScreening, ApplicationStatus.Interview, ApplicationStatus.Hired], seekers!.Steps.Select(s => s.Status));
        Assert.Equal(seekers.Steps, employers!.Steps);
        Assert.Equal("4月2日（木）14時にお越しください。", seekers.Steps[2].Note);
        Assert.Equal(3, await _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == MailKind.ApplicationOutcome && m.RecipientAccountId == _it.Seeker.Account)));
    }

    [Theory, Trait("Rule", "AP-05")]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Record_NotHiredWithoutAReason_IsRefused(string? note)
    {
        var application = await _it.AppliedAsync();

        Assert.Equal(StepRefusal.ReasonMissing, await _it.RecordAsync(application, ApplicationStatus.NotHired, note));
        Assert.Null(await _it.RecordAsync(application, ApplicationStatus.NotHired, "簿記1級をお持ちの方を採用しました。"));
    }

    [Theory, Trait("Rule", "AP-05")]
    [InlineData(ApplicationStatus.Applied)]
    [InlineData(ApplicationStatus.Withdrawn)]
    [InlineData((ApplicationStatus)0)]
    public async Task Record_AStepThatIsNotTheEmployers_IsRefused(ApplicationStatus step)
    {
        var application = await _it.AppliedAsync();

        Assert.Equal(StepRefusal.StepMissing, await _it.RecordAsync(application, step, "理由"));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Record_TheSameFormTwice_IsOneStepAndOneMail()
    {
        var application = await _it.AppliedAsync();

        var first = await _it.RecordAsync(application, ApplicationStatus.Interview, "2次面接", seen: 1);
        var again = await _it.RecordAsync(application, ApplicationStatus.Interview, "2次面接", seen: 1);

        Assert.Equal((null, null), (first, again));
        Assert.Equal(2, (await _it.SeekerOpensAsync(application))!.Steps.Count);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Record_WithoutKnowingWhatAColleagueRecorded_IsRefused()
    {
        var application = await _it.AppliedAsync();
        await _it.RecordAsync(application, ApplicationStatus.Interview, seen: 1);

        Assert.Equal(StepRefusal.ChangedMeanwhile, await _it.RecordAsync(application, ApplicationStatus.Hired, seen: 1));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Withdraw_BeforeTheOutcome_EndsItAndTellsTheOffice()
    {
        var application = await _it.AppliedAsync();

        var refusal = await _it.WithdrawAsync(application, "ほかの会社に決まりました。");

        Assert.Null(refusal);
        var received = await _it.EmployerOpensAsync(application);
        Assert.Equal((ApplicationStatus.Withdrawn, "ほかの会社に決まりました。"), (received!.Status, received.Steps[^1].Note));
        Assert.Equal(1, await _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == MailKind.ApplicationWithdrawn)));
        Assert.Equal(WithdrawRefusal.AlreadyWithdrawn, await _it.WithdrawAsync(application));
        Assert.Equal(StepRefusal.Withdrawn, await _it.RecordAsync(application, ApplicationStatus.Hired, seen: 2));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Withdraw_AfterTheOutcome_IsRefused()
    {
        var application = await _it.AppliedAsync();
        await _it.RecordAsync(application, ApplicationStatus.Hired);

        Assert.Equal(WithdrawRefusal.OutcomeRecorded, await _it.WithdrawAsync(application));
        Assert.Equal(StepRefusal.OutcomeRecorded, await _it.RecordAsync(application, ApplicationStatus.NotHired, "取り消し", seen: 2));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WithdrawAndHire_AtTheSameTime_ExactlyOneWins()
    {
        for (var round = 0; round < 10; round++)
        {
            await using var it = await Exchange.CreateAsync();
            var application = await it.AppliedAsync();

            var withdraw = Task.Run(() => it.WithdrawAsync(application));
            var hire = Task.Run(() => it.RecordAsync(application, ApplicationStatus.Hired));
            await Task.WhenAll(withdraw, hire);

            Assert.Contains((await withdraw, await hire), new (WithdrawRefusal?, StepRefusal?)[] { (null, StepRefusal.Withdrawn), (WithdrawRefusal.OutcomeRecorded, null) });
            Assert.Equal(2, (await it.SeekerOpensAsync(application))!.Steps.Count);
        }
    }

    [Fact, Trait("Rule", "AP-06")]
    public async Task Messages_BothWays_StayOnTheApplicationWithReadMarksAndMails()
    {
        var application = await _it.AppliedAsync();
        await WriteAsEmployerAsync(application, "面接の日程をご相談させてください。");
        _it.Clock.Advance(TimeSpan.FromMinutes(5));
        await WriteAsSeekerAsync(application, "4月2日の午後にうかがえます。");

        var before = await _it.SeekerOpensAsync(application);
        var after = await _it.SeekerOpensAsync(application);

        Assert.Equal([(false, "面接の日程をご相談させてください。"), (true, "4月2日の午後にうかがえます。")], after!.Messages.Select(m => (m.FromSeeker, m.Body)));
        Assert.Null(before!.Messages[0].ReadAt);
        Assert.Equal((_it.Clock.UtcNow(), (DateTime?)null), (after.Messages[0].ReadAt, after.Messages[1].ReadAt));
        Assert.Equal([(MailKind.ApplicationMessageToSeeker, _it.Seeker.Account), (MailKind.ApplicationMessageToEmployer, _it.Employer.Account)],
            (await _it.ReadAsync(db => db.OutboxMails.Where(m => m.Kind >= MailKind.ApplicationMessageToSeeker).OrderBy(m => m.Kind).ToListAsync())).Select(m => (m.Kind, m.RecipientAccountId)));
    }

    [Fact, Trait("Rule", "AP-06")]
    public async Task Send_TheSameFormTenTimesAtOnce_IsOneMessageAndOneMail()
    {
        var application = await _it.AppliedAsync();
        var message = NewId.Next();

        var refusals = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => WriteAsSeekerAsync(application, "よろしくお願いします。", message))));

        Assert.All(refusals, r => Assert.Null(r));
        Assert.Single((await _it.SeekerOpensAsync(application))!.Messages);
        Assert.Equal(1, await _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == MailKind.ApplicationMessageToEmployer)));
    }

    [Theory, Trait("Rule", "AP-06")]
    [InlineData(0, MessageRefusal.BodyMissing)]
    [InlineData(2000, null)]
    [InlineData(2001, MessageRefusal.BodyTooLong)]
    public async Task Send_TakesUpToTwoThousandCharacters(int length, MessageRefusal? expected)
    {
        var application = await _it.AppliedAsync();

        Assert.Equal(expected, await WriteAsEmployerAsync(application, new string('面', length)));
    }

    [Fact, Trait("Rule", "AP-06")]
    public async Task Send_AfterWithdrawing_IsRefused()
    {
        var application = await _it.AppliedAsync();
        await _it.WithdrawAsync(application);

        Assert.Equal(MessageRefusal.Withdrawn, await WriteAsEmployerAsync(application, "なぜですか。"));
        Assert.Equal(MessageRefusal.Withdrawn, (await _it.SeekerOpensAsync(application))!.BarToMessages);
    }

    [Fact, Trait("Rule", "AP-06"), Trait("Rule", "DR-11")]
    public async Task Send_ToASeekerWhoClosedTheirMyPage_IsRefused()
    {
        var application = await _it.AppliedAsync();
        await _it.ChangeAsync(async db => (await db.Seekers.SingleAsync()).CloseMyPage(_it.Clock.UtcNow()));

        Assert.Equal(MessageRefusal.SeekerLeft, await WriteAsEmployerAsync(application, "ご連絡ください。"));
        Assert.Null(await _it.RecordAsync(application, ApplicationStatus.NotHired, "連絡がつかないため"));
    }

    [Fact, Trait("Rule", "AP-06")]
    public async Task Draft_OfEachSide_IsTheirOwnAndGoesWithTheSending()
    {
        var application = await _it.AppliedAsync();
        var drafts = new SaveMessageDraft(_it.Database, _it.Clock);
        await drafts.RunAsync(new SaveMessageDraft.FromSeeker(_it.Seeker.Actor, application, "書きかけ"), default);
        await drafts.RunAsync(new SaveMessageDraft.FromEmployer(_it.Employer, application, "会社の書きかけ"), default);

        Assert.Equal("書きかけ", (await _it.SeekerOpensAsync(application))!.Draft);
        Assert.Equal("会社の書きかけ", (await _it.EmployerOpensAsync(application))!.Draft);
        await WriteAsSeekerAsync(application, "書きおえました");
        Assert.Equal("", (await _it.SeekerOpensAsync(application))!.Draft);
        Assert.Null(await drafts.RunAsync(new SaveMessageDraft.FromSeeker(_it.Seeker.Actor, application, "書きおえました"), default));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Received_ByAnotherOffice_IsNowhereToBeFound()
    {
        var application = await _it.AppliedAsync();
        var other = await _it.Given.EmployerAsync("株式会社よそ");

        Assert.Null(await new OpenReceivedApplication(_it.Database, _it.Clock).RunAsync(new(other, application), default));
        Assert.Empty((await new ListReceivedApplications(_it.Database).RunAsync(new(other), default)).Page.Items);
        Assert.Equal(StepRefusal.NotFound, await new RecordApplicationStep(_it.Database, _it.Clock).RunAsync(new(other, application, ApplicationStatus.Hired, null, 1), default));
        Assert.Equal(MessageRefusal.NotFound, await new SendApplicationMessage(_it.Database, _it.Clock).RunAsync(new SendApplicationMessage.FromEmployer(other, application, NewId.Next(), "こんにちは"), default));
        Assert.Null(await new SaveMessageDraft(_it.Database, _it.Clock).RunAsync(new SaveMessageDraft.FromEmployer(other, application, "こんにちは"), default));
        Assert.Null((await _it.SeekerOpensAsync(application))!.ReadAt);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Own_OfAnotherSeeker_IsNowhereToBeFound()
    {
        var application = await _it.AppliedAsync();
        var other = await _it.Given.SeekerAsync();

        Assert.Null(await new OpenOwnApplication(_it.Database, _it.Clock).RunAsync(new(other.Actor, application), default));
        Assert.Empty((await new ListOwnApplications(_it.Database).RunAsync(new(other.Actor), default)).Items);
        Assert.Equal(WithdrawRefusal.NotFound, await new WithdrawApplication(_it.Database, _it.Clock).RunAsync(new(other.Actor, application, null), default));
        Assert.Equal(MessageRefusal.NotFound, await new SendApplicationMessage(_it.Database, _it.Clock).RunAsync(new SendApplicationMessage.FromSeeker(other.Actor, application, NewId.Next(), "こんにちは"), default));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Lists_TellStateRouteAndWhatIsNew()
    {
        await _it.RequestAsync();
        var application = await _it.AppliedAsync();
        await WriteAsSeekerAsync(application, "よろしくお願いします。");
        await WriteAsEmployerAsync(application, "こちらこそ。");

        var received = Assert.Single((await new ListReceivedApplications(_it.Database).RunAsync(new(_it.Employer, InProgress: true), default)).Page.Items);
        var own = Assert.Single((await new ListOwnApplications(_it.Database).RunAsync(new(_it.Seeker.Actor, InProgressOnly: true), default)).Items);

        Assert.Equal(("青木 花子", true, true, 1), (received.ApplicantName, received.FromRequest, received.IsNew, received.UnreadMessages));
        Assert.Equal(("株式会社見本製作所", true, 1, ApplicationStatus.Applied), (own.OfficeName, own.FromRequest, own.UnreadMessages, own.Status));
        await _it.EmployerOpensAsync(application);
        await _it.RecordAsync(application, ApplicationStatus.Hired);
        var after = await new ListReceivedApplications(_it.Database).RunAsync(new(_it.Employer, InProgress: false, Job: _it.Job.Number), default);
        Assert.Equal((false, 0), (Assert.Single(after.Page.Items).IsNew, after.Page.Items[0].UnreadMessages));
        Assert.Equal((1, 0), (after.All, after.InProgress));
        Assert.Empty((await new ListOwnApplications(_it.Database).RunAsync(new(_it.Seeker.Actor, InProgressOnly: true), default)).Items);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Open_ByTheOffice_IsOnRecordOncePerAccount()
    {
        var application = await _it.AppliedAsync();

        await _it.EmployerOpensAsync(application);
        await _it.EmployerOpensAsync(application);

        Assert.Equal(1, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(OpenReceivedApplication) && e.AccountId == _it.Employer.Account)));
        Assert.NotNull((await _it.SeekerOpensAsync(application))!.ReadAt);
    }

    private Task<MessageRefusal?> WriteAsSeekerAsync(SelfApplicationId application, string body, Guid? message = null) =>
        new SendApplicationMessage(_it.Database, _it.Clock).RunAsync(new SendApplicationMessage.FromSeeker(_it.Seeker.Actor, application, message ?? NewId.Next(), body), default);

    private Task<MessageRefusal?> WriteAsEmployerAsync(SelfApplicationId application, string body) =>
        new SendApplicationMessage(_it.Database, _it.Clock).RunAsync(new SendApplicationMessage.FromEmployer(_it.Employer, application, NewId.Next(), body), default);
}
