using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Applications;

public sealed class ApplyToJobTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-01")]
    public async Task Apply_AfterThePreview_SendsExactlyWhatWasShown()
    {
        var preview = await _it.PreviewAsync("製造業の原価計算に取り組みたいです。");

        var result = await _it.SendAsync(preview);

        var received = await _it.EmployerOpensAsync(result.Application!.Value);
        Assert.Equal(preview.Fingerprint, received!.Papers.Fingerprint());
        Assert.Equal(("青木 花子", "製造業の原価計算に取り組みたいです。"), (received.Papers.Name, received.Papers.Motivation));
        Assert.Null(received.Request);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Preview_LeavesWishesAndIncomeBehind()
    {
        var seeker = await _it.Given.SeekerAsync(change: s => s with { LastMonthlyIncome = 310_000, OtherWishes = "夜勤はできません" });

        var preview = await new PreviewApplication(_it.Database, _it.Clock).RunAsync(new(seeker.Actor, _it.Job.Number), default);

        var papers = System.Text.Json.JsonSerializer.Serialize(preview!.Papers, Domain.Data.JsonDocuments.Options);
        Assert.DoesNotContain("310000", papers, StringComparison.Ordinal);
        Assert.DoesNotContain("夜勤", papers, StringComparison.Ordinal);
        Assert.Contains("日商簿記検定2級", papers, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Apply_WhenTheAddressChangedSinceThePreview_SendsNothing()
    {
        var preview = await _it.PreviewAsync();
        await _it.ChangeAsync(async db =>
        {
            var seeker = await db.Seekers.SingleAsync();
            seeker.Correct(seeker.Details with { Address = "東京都世田谷区赤堤1-1-1" });
        });

        var result = await _it.SendAsync(preview);

        Assert.Equal((null, ApplyRefusal.PapersChanged), (result.Application, result.Refusal));
        Assert.False(await _it.ReadAsync(db => db.SelfApplications.AnyAsync()));
        Assert.Null((await _it.SendAsync(await _it.PreviewAsync())).Refusal);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Apply_TellsEveryAccountOfTheOfficeOnceAndDropsTheDraft()
    {
        var colleague = await ColleagueAsync();

        await _it.ApplyAsync();

        var mails = await _it.ReadAsync(db => db.OutboxMails.Where(m => m.Kind == MailKind.ApplicationArrived).Select(m => m.RecipientAccountId).ToListAsync());
        Assert.Equal(new[] { _it.Employer.Account, colleague }.Order(), mails.Order());
        Assert.False(await _it.ReadAsync(db => db.ApplicationDrafts.AnyAsync()));
        Assert.Equal(1, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(ApplyToJob))));
    }

    [Fact, Trait("Rule", "AP-02")]
    public async Task Apply_FromTheJobPageWithinARequestsValidity_MarksItAppliedAndTellsTheSender()
    {
        var request = await _it.RequestAsync();
        var colleague = await ColleagueAsync();

        var result = await _it.ApplyAsync();

        Assert.Equal((request, DirectRequestState.Applied), (result.Answers, await _it.StateAsync(request)));
        var mails = await _it.ReadAsync(db => db.OutboxMails.Where(m => m.Kind != MailKind.DirectRequestArrived).Select(m => new { m.Kind, m.RecipientAccountId }).ToListAsync());
        Assert.Equal([(MailKind.DirectRequestApplied, _it.Employer.Account), (MailKind.ApplicationArrived, colleague)], mails.Select(m => (m.Kind, m.RecipientAccountId)).Order());
    }

    [Theory, Trait("Rule", "DR-09"), Trait("Rule", "AP-02")]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task Apply_OneTickAroundTheDeadline_AnswersTheRequestOnlyBefore(long ticks, bool answers)
    {
        var request = await _it.RequestAsync();
        var preview = await _it.PreviewAsync();
        _it.Clock.SetUtc(DirectRequest.DeadlineOf(_it.Clock.UtcNow()).AddTicks(ticks));

        var result = await _it.SendAsync(preview);

        Assert.NotNull(result.Application);
        Assert.Equal(answers ? request : null, result.Answers);
        Assert.Equal(answers ? DirectRequestState.Applied : DirectRequestState.Lapsed, await _it.StateAsync(request));
    }

    [Fact, Trait("Rule", "DR-07")]
    public async Task Apply_AfterDeclining_IsAnOrdinaryApplication()
    {
        var request = await _it.RequestAsync();
        await _it.DeclineAsync(request);

        var result = await _it.ApplyAsync();

        Assert.NotNull(result.Application);
        Assert.Null(result.Answers);
        Assert.Equal(DirectRequestState.Declined, await _it.StateAsync(request));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Apply_HundredTimesAtOnce_IsOneApplicationAndEveryOtherHearsOfIt()
    {
        var preview = await _it.PreviewAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _it.SendAsync(preview))));

        var sent = Assert.Single(results, r => r.Refusal is null);
        Assert.All(results.Where(r => r.Refusal is not null), r => Assert.Equal((ApplyRefusal.AlreadyApplied, sent.Application), (r.Refusal, r.Application)));
    }

    [Theory, Trait("Rule", "AP-01")]
    [InlineData("", ApplyRefusal.MotivationMissing)]
    [InlineData(" \r\n ", ApplyRefusal.MotivationMissing)]
    [InlineData("a\u0000b", ApplyRefusal.MotivationTooLong)]
    public async Task Apply_WithoutAReadableMotivation_IsRefused(string motivation, ApplyRefusal expected)
    {
        var result = await new ApplyToJob(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, _it.Job.Number, motivation, ""), default);

        Assert.Equal(expected, result.Refusal);
    }

    [Theory, Trait("Rule", "AP-01")]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task Apply_WithALongMotivation_CountsCharactersAsPeopleDo(int length, bool fits)
    {
        var preview = await _it.PreviewAsync(string.Concat(Enumerable.Repeat("𠮷", length)));

        var result = await _it.SendAsync(preview);

        Assert.Equal(fits ? null : ApplyRefusal.MotivationTooLong, result.Refusal);
    }

    [Theory, Trait("Rule", "JO-02"), Trait("Rule", "JO-03"), Trait("Rule", "AP-01")]
    [InlineData(Disclosure.NameToAll, false, ApplyRefusal.SelfApplicationNotAccepted)]
    [InlineData(Disclosure.WithoutName, false, ApplyRefusal.SelfApplicationNotAccepted)]
    [InlineData(Disclosure.NotPublic, false, ApplyRefusal.JobNotFound)]
    [InlineData(Disclosure.NameToSeekers, true, null)]
    public async Task Apply_AsksWhetherTheJobTakesApplications(Disclosure disclosure, bool accepts, ApplyRefusal? expected)
    {
        var job = await _it.Given.JobAsync(_it.Employer, card => card with { Header = card.Header with { Disclosure = disclosure, AcceptsSelfApplication = accepts } });

        Assert.Equal(expected, await ApplyToAsync(job));
    }

    [Fact, Trait("Rule", "JO-05"), Trait("Rule", "AP-01")]
    public async Task Apply_ToAJobWhoseLastDayIsOver_IsRefusedBeforeTheSchedulerKnows()
    {
        var job = await _it.Given.JobAsync(_it.Employer, lastDay: new DateOnly(2026, 3, 24));
        _it.Clock.SetJapan(2026, 3, 24, 23, 59, 59);
        var onTheLastDay = await PreviewOfAsync(job);
        _it.Clock.SetJapan(2026, 3, 25);

        Assert.Null(onTheLastDay!.Bar);
        Assert.Equal(ApplyRefusal.JobNotActive, await ApplyToAsync(job));
    }

    [Fact, Trait("Rule", "JO-01"), Trait("Rule", "AP-01")]
    public async Task Apply_ToAJobThatAwaitsItsCheck_FindsNone()
    {
        var job = await _it.Given.JobAsync(_it.Employer, published: false);

        Assert.Null(await PreviewOfAsync(job));
        Assert.Equal(ApplyRefusal.JobNotFound, await ApplyToAsync(job));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Apply_AfterTheRegistrationRanOut_IsRefusedBeforeTheSchedulerKnows()
    {
        var lasting = await _it.Given.JobAsync(_it.Employer, acceptedOn: new DateOnly(2026, 4, 30));
        _it.Clock.SetJapan(2026, 6, 1);

        Assert.Equal(ApplyRefusal.NoOpenRegistration, await ApplyToAsync(lasting));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Apply_BeforeThePreview_IsRefused() =>
        Assert.Equal(ApplyRefusal.PapersChanged, (await new ApplyToJob(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, _it.Job.Number, "見ていません", ""), default)).Refusal);

    [Fact, Trait("Rule", "AP-05")]
    public async Task Apply_AgainAfterWithdrawing_IsAnApplicationOfItsOwn()
    {
        var request = await _it.RequestAsync();
        var first = await _it.ApplyAsync();
        await _it.WithdrawAsync(first.Application!.Value);

        var second = await _it.ApplyAsync();

        Assert.NotEqual(first.Application, second.Application);
        Assert.Equal((request, (DirectRequestId?)null), (first.Answers, second.Answers));
    }

    private async Task<ApplyRefusal?> ApplyToAsync(JobOffer job)
    {
        var preview = await PreviewOfAsync(job);
        var papers = await _it.PreviewAsync("応募します。");
        return (await new ApplyToJob(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, job.Number, "応募します。", papers.Fingerprint), default)).Refusal is var refusal && preview is not null && preview.Bar != refusal
            ? throw new InvalidOperationException($"The form said {preview.Bar}, the sending {refusal}.")
            : refusal;
    }

    private Task<ApplicationPreview?> PreviewOfAsync(JobOffer job) => new PreviewApplication(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, job.Number), default);

    private async Task<Guid> ColleagueAsync()
    {
        var colleague = new Domain.Accounts.Account($"colleague-{Guid.NewGuid():N}", Domain.Accounts.Role.Employer, "同僚", null, _it.Clock.UtcNow());
        colleague.Activate(_it.Clock.UtcNow());
        await _it.ChangeAsync(db =>
        {
            db.AddRange(colleague, new OfficeMember(_it.Employer.Office, colleague.Id));
            return Task.CompletedTask;
        });
        return colleague.Id;
    }
}
