using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

/// <summary>From the draft over the desk to the search, and back.</summary>
public sealed class CheckJobsTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private CounselorActor _counselor = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
        _counselor = await _given.CounselorAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "JO-01"), Trait("Rule", "JO-06")]
    public async Task Request_PutsTheJobOnTheDeskOfTheOfficeInCharge_AndShowsItToNobody()
    {
        var job = await RequestAsync(await DraftAsync());

        Assert.StartsWith("13010-", job.Value);
        Assert.Null(await new ViewJob(_database, _clock).RunAsync(job, null, default));
        var row = Assert.Single((await ListAsync()).Jobs.Items);
        Assert.Equal((job.Value, "経理事務", "株式会社見本製作所", new DateOnly(2026, 3, 26), DeskItemState.New, (bool?)false), (row.Number, row.Title, row.OfficeName, row.DueOn, row.State, row.IsChange));
    }

    [Fact, Trait("Rule", "CO-02"), Trait("Rule", "JO-01"), Trait("Rule", "JO-05")]
    public async Task Publish_ShowsTheJobAtOnce_AcceptedOnTheDayOfTheCheck_AndTellsTheOffice()
    {
        var job = await RequestAsync(await DraftAsync());
        _clock.SetJapan(2026, 4, 1, 9);

        Assert.Null(await PublishAsync(job));

        var view = await new ViewJob(_database, _clock).RunAsync(job, null, default);
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)), (view!.Summary.AcceptedOn, view.Summary.LastDay));
        Assert.Empty((await ListAsync()).Jobs.Items);
        Assert.Empty(await DraftsAsync());
        Assert.Equal([(MailKind.JobOfferPublished, _employer.Account)], await MailsAsync());
        Assert.Equal(CheckRefusal.NotWaiting, await PublishAsync(job));
    }

    [Fact, Trait("Rule", "CO-02"), Trait("Rule", "JO-01")]
    public async Task SendBack_TellsTheOfficeLineByLine_AndWhatIsMendedIsPublished()
    {
        var draft = await DraftAsync();
        var job = await RequestAsync(draft);
        var version = (await OpenAsync(job))!.Version;

        Assert.Equal(CheckRefusal.NoComments, await SendBackAsync(job, version, ("Work.Title", "  ")));
        Assert.Null(await SendBackAsync(job, version, ("Work.Description", "1日の流れも書いてください。"), ("No.Such.Line", "…")));

        var view = await ReadAsync(draft);
        Assert.Equal("1日の流れも書いてください。", Assert.Single(view!.Comments.ByRow).Value);
        Assert.True(Assert.Single(await DraftsAsync()).SentBack);
        Assert.Equal(CheckRefusal.SentBack, await PublishAsync(job));
        Assert.Equal((0, 1), ((await ListAsync()).Waiting, (await ListAsync()).SentBack));

        await SaveAsync(draft, JobStep.Work, ("Work.Description", "午前は伝票の入力、午後は支払いの準備をします。"));
        Assert.Equal(job, await RequestAsync(draft));
        Assert.Equal("1日の流れも書いてください。", (await OpenAsync(job))!.SentComments["Work.Description"]);
        Assert.Null(await PublishAsync(job));
        Assert.Contains("午前は伝票", (await new ViewJob(_database, _clock).RunAsync(job, null, default))!.Card.Work.Description);
        Assert.Equal([MailKind.JobOfferSentBack, MailKind.JobOfferPublished], (await MailsAsync()).Select(m => m.Kind));
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task Change_LeavesWhatIsPublishedUntilItsCheck()
    {
        var job = await _given.JobAsync(_employer);
        var draft = await StartAsync(job.Number, JobDraftOrigin.Change);
        Assert.Equal(draft, await StartAsync(job.Number, JobDraftOrigin.Change));
        await SaveAsync(draft, JobStep.Work, ("Work.Title", "経理事務（決算）"));

        Assert.Equal(job.Number, await RequestAsync(draft));
        Assert.Equal("経理事務", (await new ViewJob(_database, _clock).RunAsync(job.Number, null, default))!.Card.Work.Title);
        var opened = await OpenAsync(job.Number);
        Assert.Equal(("経理事務（決算）", "経理事務"), (opened!.Card.Work.Title, opened.Published!.Work.Title));

        Assert.Null(await PublishAsync(job.Number));
        Assert.Equal("経理事務（決算）", (await new ViewJob(_database, _clock).RunAsync(job.Number, null, default))!.Card.Work.Title);
    }

    [Fact, Trait("Rule", "CO-02")]
    public async Task Publish_WhatTheOfficeChangedSinceItWasLookedAt_IsRefused()
    {
        var draft = await DraftAsync();
        var job = await RequestAsync(draft);
        var looked = (await OpenAsync(job))!.Version;
        await SaveAsync(draft, JobStep.Work, ("Work.Title", "別の職種"));
        await RequestAsync(draft);

        Assert.Equal(CheckRefusal.ChangedSince, await new PublishJobOffer(_database, _clock).RunAsync(new(_counselor, job, looked), default));
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task Publish_KeepsWhatTheOfficeTypedAfterAsking()
    {
        var draft = await DraftAsync();
        var job = await RequestAsync(draft);
        await SaveAsync(draft, JobStep.Appeal, ("Remarks.MessageFromOffice", "あとから書いた文章"));

        Assert.Null(await PublishAsync(job));

        Assert.Equal("あとから書いた文章", (await ReadAsync(draft))!.Values["Remarks.MessageFromOffice"]);
        Assert.Null((await new ViewJob(_database, _clock).RunAsync(job, null, default))!.Card.Remarks.MessageFromOffice);
    }

    [Fact, Trait("Rule", "DR-02")]
    public async Task Renewal_OfAnEndedJob_GetsANewNumberAndTenPlaces()
    {
        var job = await _given.JobAsync(_employer);
        await new SendDirectRequest(_database, _clock).RunAsync(new(_employer, job.Number, (await _given.SeekerAsync()).PublicNumber, "ご経験を拝見しました。", true), default);
        Assert.Equal(StartJobDraftRefusal.NotEnded, (await new StartJobDraft(_database, _clock).RunAsync(new(_employer, job.Number, JobDraftOrigin.Renewal), default)).Refusal);
        await new EndJobOffer(_database, _clock).RunAsync(new(_employer, job.Number, JobEndReason.Filled), default);

        var draft = await StartAsync(job.Number, JobDraftOrigin.Renewal);
        await SaveAsync(draft, JobStep.Work, [.. Complete(JobStep.Work)]);
        var again = await RequestAsync(draft);
        await PublishAsync(again);

        Assert.NotEqual(job.Number, again);
        Assert.Equal(0, (await new CountPlacesTaken(_database).RunAsync(_employer, [again], default)).GetValueOrDefault(again));
    }

    [Fact, Trait("Rule", "JO-06")]
    public async Task Requests_AtTheSameTime_GetNumbersOfTheirOwn()
    {
        var drafts = new List<JobDraftId>();
        for (var i = 0; i < 4; i++)
            drafts.Add(await DraftAsync());

        var numbers = await Task.WhenAll(drafts.Select(RequestAsync));

        Assert.Equal(4, numbers.Distinct().Count());
    }

    [Fact, Trait("Rule", "CO-02")]
    public async Task AnotherOfficesDesk_AndAnotherEmployersDraft_AreNotFound()
    {
        var draft = await DraftAsync();
        var job = await RequestAsync(draft);
        var elsewhere = await _given.CounselorAsync("27020");
        var other = await _given.EmployerAsync();

        Assert.Null(await new OpenJobCheck(_database).RunAsync(new(elsewhere, job), default));
        Assert.Equal(CheckRefusal.NotFound, await new PublishJobOffer(_database, _clock).RunAsync(new(elsewhere, job, 1), default));
        Assert.Equal(CheckRefusal.NotFound, await new SendJobBack(_database, _clock).RunAsync(new(elsewhere, job, 1, Comments(("Work.Title", "…"))), default));
        Assert.Equal(CheckRefusal.NotFound, (await new SaveCheckComments(_database, _clock).RunAsync(new(elsewhere, job, JobComments.None), default)).Refusal);
        Assert.Null(await new ReadJobDraft(_database).RunAsync(new(other, draft), default));
        Assert.Equal(SaveJobDraftRefusal.NotFound, (await new SaveJobDraft(_database, _clock).RunAsync(new(other, draft, JobStep.Work, JobDraftValues.Empty), default)).Refusal);
        Assert.Equal(RequestCheckRefusal.NotFound, (await new RequestJobCheck(_database, _clock).RunAsync(new(other, draft, 1), default)).Refusal);
        Assert.Equal(StartJobDraftRefusal.JobNotFound, (await new StartJobDraft(_database, _clock).RunAsync(new(other, job, JobDraftOrigin.Copy), default)).Refusal);
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task ADraftThatWasThrownAway_IsNotMadeAnewByAPageThatStillShowsIt()
    {
        var draft = await DraftAsync();
        await new DiscardJobDraft(_database).RunAsync(new(_employer, draft), default);

        Assert.Equal(SaveJobDraftRefusal.NotFound, (await new SaveJobDraft(_database, _clock).RunAsync(new(_employer, draft, JobStep.Work, JobDraftValues.Empty), default)).Refusal);
        Assert.Null(await ReadAsync(draft));
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task EndingAJob_TakesItsChangeOffTheDesk()
    {
        var job = await _given.JobAsync(_employer);
        var draft = await StartAsync(job.Number, JobDraftOrigin.Change);
        await SaveAsync(draft, JobStep.Work, [.. Complete(JobStep.Work)]);
        await RequestAsync(draft);

        await new EndJobOffer(_database, _clock).RunAsync(new(_employer, job.Number, JobEndReason.Withdrawn), default);

        Assert.Empty((await ListAsync()).Jobs.Items);
        Assert.Equal(CheckRefusal.NotWaiting, await PublishAsync(job.Number));
    }

    private async Task<JobDraftId> DraftAsync()
    {
        var draft = new JobDraftId(NewId.Next());
        foreach (var step in Enum.GetValues<JobStep>())
            await SaveAsync(draft, step, [.. Complete(step)]);
        return draft;
    }

    private static IEnumerable<(string, string)> Complete(JobStep step) =>
        JobDraftValues.Of(Given.Card() with
        {
            Work = Given.Card().Work with { SmokePrevention = "あり（屋内禁煙）", TermLimit = "雇用期間の定めなし" },
        }).ByPath.Where(v => JobFields.Find(v.Key)!.Step == step).Select(v => (v.Key, v.Value));

    private async Task SaveAsync(JobDraftId draft, JobStep step, params (string Path, string Value)[] typed)
    {
        var kept = await ReadAsync(draft) is { } view ? view.Values.ByPath.Where(v => JobFields.Find(v.Key)!.Step == step).ToDictionary() : [];
        foreach (var (path, value) in typed)
            kept[path] = value;
        var saved = await new SaveJobDraft(_database, _clock).RunAsync(new(_employer, draft, step, new JobDraftValues(kept), Begins: step is JobStep.General), default);
        Assert.Null(saved.Refusal);
    }

    private Task<JobDraftView?> ReadAsync(JobDraftId draft) => new ReadJobDraft(_database).RunAsync(new(_employer, draft), default);

    private async Task<JobDraftId> StartAsync(JobNumber job, JobDraftOrigin origin)
    {
        var draft = (await new StartJobDraft(_database, _clock).RunAsync(new(_employer, job, origin), default)).Draft!.Value;
        await SaveAsync(draft, JobStep.Work, ("Work.SmokePrevention", "あり（屋内禁煙）"), ("Work.TermLimit", "雇用期間の定めなし"));
        return draft;
    }

    private async Task<JobNumber> RequestAsync(JobDraftId draft)
    {
        var view = await ReadAsync(draft);
        Assert.Empty(view!.Values.Faults());
        var result = await new RequestJobCheck(_database, _clock).RunAsync(new(_employer, draft, view.Version), default);
        Assert.Null(result.Refusal);
        return result.Job!.Value;
    }

    private Task<JobToCheck?> OpenAsync(JobNumber job) => new OpenJobCheck(_database).RunAsync(new(_counselor, job), default);

    private async Task<CheckRefusal?> PublishAsync(JobNumber job) =>
        await new PublishJobOffer(_database, _clock).RunAsync(new(_counselor, job, (await OpenAsync(job))!.Version), default);

    private Task<CheckRefusal?> SendBackAsync(JobNumber job, int version, params (string, string)[] comments) =>
        new SendJobBack(_database, _clock).RunAsync(new(_counselor, job, version, Comments(comments)), default);

    private static JobComments Comments(params (string Row, string Text)[] comments) => new(comments.ToDictionary(c => c.Row, c => c.Text));

    private Task<ListJobsToCheck.Result> ListAsync() => new ListJobsToCheck(_database).RunAsync(new(_counselor), default);

    private Task<IReadOnlyList<ListJobDrafts.Row>> DraftsAsync() => new ListJobDrafts(_database).RunAsync(_employer, default);

    private async Task<List<(MailKind Kind, Guid To)>> MailsAsync()
    {
        await using var db = _database.CreateDbContext();
        return [.. (await db.OutboxMails.OrderBy(m => m.CreatedAt).ThenBy(m => m.Kind == MailKind.JobOfferPublished).Select(m => new { m.Kind, m.RecipientAccountId }).ToListAsync()).Select(m => (m.Kind, m.RecipientAccountId))];
    }
}
