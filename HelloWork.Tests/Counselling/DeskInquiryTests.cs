using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

public sealed class DeskInquiryTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 22);

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private CounselorActor _counselor = null!;
    private GivenSeeker _seeker = null!;
    private ContactInquiryId _inquiry;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
        _counselor = await _given.CounselorAsync();
        _seeker = await _given.SeekerAsync(myPage: false);
        var job = await _given.JobAsync(_employer);
        _inquiry = (await new AskPlacementOffice(_database, _clock).RunAsync(new(_employer, _seeker.PublicNumber, job.Number, "お会いしたいです。"), default)).Asked!.Value;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "SS-05"), Trait("Rule", "CO-03")]
    public async Task Ask_PutsTheQuestionOnTheOfficesDesk_DueInThreeOpenDays()
    {
        var item = Assert.Single((await ListAsync(_counselor)).Page.Items);

        // 22 March is a Sunday: the first open day is the 23rd.
        Assert.Equal((DeskItemKind.Inquiry, "Q-2603-0001", "経理事務", new DateOnly(2026, 3, 26), DeskItemState.New), (item.Kind, item.Number, item.Subject, item.DueOn, item.State));
        Assert.Empty((await ListAsync(await _given.CounselorAsync("13020"))).Page.Items);
    }

    [Fact, Trait("Rule", "CO-03")]
    public async Task Work_FromTheQuestionToTheAnswer_IsSeenByTheEmployerAtEachStep()
    {
        Assert.Equal(InquiryState.Waiting, (await OwnAsync()).State);

        Assert.Null(await CheckAsync());
        Assert.Equal(InquiryState.Checked, (await OwnAsync()).State);
        Assert.Null(await TellAsync(Today));
        Assert.Equal(InquiryState.SeekerTold, (await OwnAsync()).State);
        Assert.Null(await AnswerAsync(InquiryResult.WishesToApply, "応募したいとのことです。紹介状を持って伺います。"));

        var own = await OwnAsync();
        Assert.Equal((InquiryState.Answered, InquiryResult.WishesToApply, "応募したいとのことです。紹介状を持って伺います。"), (own.State, own.Result, own.Answer));
        var list = await ListAsync(_counselor);
        Assert.Equal((0, 1), (list.Waiting, list.Answered));
        await using var db = _database.CreateDbContext();
        var mail = await db.OutboxMails.SingleAsync();
        Assert.Equal((MailKind.InquiryAnswered, _employer.Account), (mail.Kind, mail.RecipientAccountId));
        Assert.Equal([nameof(CheckInquiry), nameof(RecordSeekerTold), nameof(AnswerInquiry)],
            await db.AuditEntries.Where(e => e.AccountId == _counselor.Account).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
    }

    [Fact, Trait("Rule", "MS-08"), Trait("Rule", "CO-03")]
    public async Task Check_IsToldToTheOpenPagesOfTheDesk()
    {
        var desk = LiveTopic.Desk("13010");
        var before = (await new ReadLiveSignals(_database).RunAsync([desk], default))[desk];

        Assert.Null(await CheckAsync());

        Assert.True((await new ReadLiveSignals(_database).RunAsync([desk], default))[desk] > before);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Open_BroughtUpToDate_IsNoSecondOpening_ButNeverOneWithoutTrace()
    {
        var open = new OpenDeskInquiry(_database, _clock);

        Assert.NotNull(await open.RunAsync(new(_counselor, _inquiry, Again: false), default));
        Assert.NotNull(await open.RunAsync(new(_counselor, _inquiry, Again: false), default));
        Assert.Equal(1, await OpeningsAsync());
        Assert.NotNull(await open.RunAsync(new(_counselor, _inquiry), default));
        Assert.Equal(2, await OpeningsAsync());
        _clock.Advance(TimeSpan.FromDays(1.5));
        Assert.NotNull(await open.RunAsync(new(_counselor, _inquiry, Again: false), default));
        Assert.Equal(3, await OpeningsAsync());

        async Task<int> OpeningsAsync()
        {
            await using var db = _database.CreateDbContext();
            return await db.AuditEntries.CountAsync(e => e.Act == nameof(OpenDeskInquiry));
        }
    }

    [Theory, Trait("Rule", "CO-03")]
    [InlineData(InquiryResult.WishesToApply, InquiryRefusal.SeekerNotTold)]
    [InlineData(InquiryResult.DoesNotWish, InquiryRefusal.SeekerNotTold)]
    [InlineData(InquiryResult.NotReached, null)]
    [InlineData(InquiryResult.DoesNotFit, null)]
    public async Task Answer_WithoutHavingToldTheSeeker_SpeaksOnlyForTheOffice(InquiryResult result, InquiryRefusal? expected)
    {
        Assert.Equal(InquiryRefusal.NotChecked, await AnswerAsync(result, "回答します。"));
        await CheckAsync();

        Assert.Equal(expected, await AnswerAsync(result, "回答します。"));
    }

    [Fact, Trait("Rule", "CO-03")]
    public async Task Answer_IsGivenOnce_AndTheSameFormTwiceIsOneAnswer()
    {
        await CheckAsync();
        Assert.Null(await AnswerAsync(InquiryResult.NotReached, "三度お電話しました。"));

        Assert.Null(await AnswerAsync(InquiryResult.NotReached, "三度お電話しました。"));
        Assert.Equal(InquiryRefusal.Answered, await AnswerAsync(InquiryResult.DoesNotFit, "別の回答です。"));
        Assert.Equal(InquiryRefusal.Answered, await CheckAsync());
        Assert.Equal(InquiryRefusal.Answered, await TellAsync(Today));
        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.OutboxMails.CountAsync());
    }

    [Theory, Trait("Rule", "CO-03")]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Tell_OnADayBeforeTheQuestionOrToCome_IsRefused(int days)
    {
        Assert.Equal(InquiryRefusal.NotChecked, await TellAsync(Today));
        await CheckAsync();

        Assert.Equal(InquiryRefusal.DayImpossible, await TellAsync(Today.AddDays(days)));
    }

    [Fact, Trait("Rule", "CO-03")]
    public async Task AnotherOfficesInquiry_IsNotFound()
    {
        var elsewhere = await _given.CounselorAsync("13020");

        Assert.Null(await new OpenDeskInquiry(_database, _clock).RunAsync(new(elsewhere, _inquiry), default));
        Assert.Equal(InquiryRefusal.NotFound, await new CheckInquiry(_database, _clock).RunAsync(new(elsewhere, _inquiry), default));
        Assert.Equal(InquiryRefusal.NotFound, await new RecordSeekerTold(_database, _clock).RunAsync(new(elsewhere, _inquiry, TellingWay.Phone, Today), default));
        Assert.Equal(InquiryRefusal.NotFound, await new AnswerInquiry(_database, _clock).RunAsync(new(elsewhere, _inquiry, InquiryResult.NotReached, "回答"), default));
        await Assert.ThrowsAsync<NotAllowedException>(async () => await new OpenDeskInquiry(_database, _clock).RunAsync(new(await _given.CounselorAsync(null), _inquiry), default));
    }

    [Fact, Trait("Rule", "CO-03")]
    public async Task Open_ShowsHowToReachTheSeeker_AndIsInTheTrail()
    {
        var shown = await new OpenDeskInquiry(_database, _clock).RunAsync(new(_counselor, _inquiry), default);

        Assert.Equal(("青木 花子", "03-0000-0000", "株式会社見本製作所"), (shown!.Seeker.Details.Name, shown.Seeker.Details.Phone, shown.Job.OfficeName));
        Assert.DoesNotContain(shown.Fit, l => l.Verdict is FitVerdict.Differs);
        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == nameof(OpenDeskInquiry) && e.AccountId == _counselor.Account));
    }

    [Fact, Trait("Rule", "CO-03")]
    public async Task Fit_PointsOutWhatDiffers_AndWhatHasToBeAsked()
    {
        var job = await _given.JobAsync(_employer, card => card with
        {
            Work = card.Work with
            {
                EmploymentType = EmploymentType.Part, OccupationCode = "050-01", Workplaces = [new() { PrefectureCode = "27", MunicipalityCode = "27127" }],
                Licences = [new("第一種衛生管理者", "必須")],
            },
            Pay = new() { Form = "月給", TotalFrom = 200_000, TotalTo = 230_000 },
        });

        var fit = JobFit.Of(Given.Statement() with { WantsTwoDaysOffAWeek = true }, job).ToDictionary(l => l.Point, l => l.Verdict);

        Assert.All(new[] { FitPoint.Occupation, FitPoint.Employment, FitPoint.Style, FitPoint.Place, FitPoint.Pay }, p => Assert.Equal((p, FitVerdict.Differs), (p, fit[p])));
        Assert.All(new[] { FitPoint.DaysOff, FitPoint.Licence }, p => Assert.Equal((p, FitVerdict.Unclear), (p, fit[p])));
        Assert.Equal(FitVerdict.Fits, fit[FitPoint.Staffing]);
        Assert.Equal(FitVerdict.Unclear, JobFit.Of(Given.Statement() with { CanRelocate = true }, job).Single(l => l.Point is FitPoint.Place).Verdict);
    }

    private Task<DeskInquiries> ListAsync(CounselorActor counselor) => new ListDeskInquiries(_database).RunAsync(new(counselor), default);

    private async Task<ListOwnInquiries.Inquiry> OwnAsync() => Assert.Single(await new ListOwnInquiries(_database, _clock).RunAsync(_employer, _seeker.PublicNumber, default));

    private Task<InquiryRefusal?> CheckAsync() => new CheckInquiry(_database, _clock).RunAsync(new(_counselor, _inquiry), default);

    private Task<InquiryRefusal?> TellAsync(DateOnly on) => new RecordSeekerTold(_database, _clock).RunAsync(new(_counselor, _inquiry, TellingWay.Phone, on), default);

    private Task<InquiryRefusal?> AnswerAsync(InquiryResult result, string answer) => new AnswerInquiry(_database, _clock).RunAsync(new(_counselor, _inquiry, result, answer), default);
}
