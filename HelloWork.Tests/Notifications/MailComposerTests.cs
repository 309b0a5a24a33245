using System.Text.RegularExpressions;
using System.Globalization;
using HelloWork.Blazor.Calendars;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Notifications;

public sealed partial class MailComposerTests : IAsyncLifetime
{
    private static readonly PortalSettings Portal = new() { BaseAddress = "https://portal.example.jp" };
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private MailComposer _composer = null!;

    public static TheoryData<MailKind> Kinds => [.. Enum.GetValues<MailKind>()];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _composer = new MailComposer(_database, Portal, new DrawAuthenticationKey(_database, _clock), new ReadSearchAlert(_database, _clock), new ReadTimesToPick(_database, _clock), new CalendarFiles(Portal, new MailSettings()), _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory, MemberData(nameof(Kinds))]
    public async Task Compose_OfEveryKind_HasASubjectOfFixedWords_AndABodyWithoutOpenMarksOrPersonalData(MailKind kind)
    {
        var (job, request, seeker) = await SentAsync();
        var interview = await InterviewAsync(job, seeker, picked: !kind.ToString().StartsWith("InterviewTimes", StringComparison.Ordinal) && kind is not MailKind.InterviewOffered);
        // Of a request that has ended nothing is foretold.
        if (kind is not MailKind.DirectRequestEndsSoon)
            await EndAsync(job, seeker);

        var mail = await ComposeAsync(kind, kind is MailKind.SearchAlert ? await FoundAsync(seeker) : kind is MailKind.JobOfferEndsSoon ? EndsSoon(await _given.JobAsync(await _given.EmployerAsync()))
            : kind is MailKind.SavedJobsEndSoon ? [("jobs", (await _given.JobAsync(await _given.EmployerAsync())).Number.Value), ("day", "2026-05-31")]
            : IsOfApplication(kind) ? interview : kind is MailKind.GuidanceArrived or MailKind.DeletionAnswered or MailKind.ComplaintDecided ? [("conversation", (await WrittenToAsync()).ToString())] : ParametersOf(kind, job, request, seeker));

        Assert.StartsWith("【ハローワーク】", mail.Subject);
        Assert.DoesNotMatch(@"[\r\n{}]", mail.Subject);
        Assert.DoesNotMatch("[{}]", mail.Body);
        Assert.DoesNotContain("青木", mail.Subject + mail.Body);
        Assert.DoesNotContain(seeker.PublicNumber.ToString(), mail.Body);
        Assert.EndsWith("このメールは送信専用です。返信いただいてもお答えできません。\n", mail.Body);
        Assert.All(Link().Matches(mail.Body), link => Assert.StartsWith("https://portal.example.jp/", link.Value));
        Assert.Matches($@"^<{mail.Id:N}(\.[0-9a-f]{{32}})?@portal\.example\.jp>$", mail.MessageId);
    }

    [Theory, InlineData(Language.English), InlineData(Language.EasyJapanese)]
    public async Task Compose_OfEveryKind_SpeaksTheLanguageOfWhomItGoesTo(Language language)
    {
        var (job, request, seeker) = await SentAsync();
        var interview = await InterviewAsync(job, seeker);
        var offered = await InterviewAsync(job, await _given.SeekerAsync(), picked: false);
        await EndAsync(job, seeker);
        var standing = (await SentAsync()).Request;
        var conversation = (await WrittenToAsync()).ToString();
        var found = await FoundAsync(seeker);
        var open = await _given.JobAsync(await _given.EmployerAsync());

        foreach (var kind in Enum.GetValues<MailKind>())
        {
            var mail = await ComposeAsync(kind, language, kind is MailKind.SearchAlert ? found : kind is MailKind.JobOfferEndsSoon ? EndsSoon(open) : kind is MailKind.SavedJobsEndSoon ? [("jobs", open.Number.Value), ("day", "2026-05-31")] : kind is MailKind.InterviewOffered or MailKind.InterviewTimesEndSoon or MailKind.InterviewTimesPassedToSeeker or MailKind.InterviewTimesPassedToEmployer ? offered : IsOfApplication(kind) ? interview : kind is MailKind.GuidanceArrived or MailKind.DeletionAnswered or MailKind.ComplaintDecided ? [("conversation", conversation)] : ParametersOf(kind, job, kind is MailKind.DirectRequestEndsSoon ? standing : request, seeker));

            // What the employer wrote, and the names of organisations, stay as they are.
            var own = mail.Body.Replace(job.Title, "").Replace("株式会社見本製作所", "").Replace("見本人材紹介株式会社", "");
            Assert.DoesNotMatch("[《》{}\uFFF9-\uFFFB]", mail.Subject + mail.Body);
            if (language is Language.English)
                Assert.DoesNotMatch(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]", $"{mail.Subject}\n{System.Text.RegularExpressions.Regex.Replace(own, @"\([^()]*\)", "")}");
            else
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}（[ぁ-ん]+）", own);
        }
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Compose_OfAnInterview_LeavesOutWhatANewerMailTells()
    {
        var (job, _, seeker) = await SentAsync();
        var parameters = (await InterviewAsync(job, seeker)).ToDictionary(p => p.Item1, p => p.Item2);
        Task<ComposedMail?> LateAsync(MailKind kind) => _composer.ComposeAsync(new OutgoingMail(NewId.Next(), kind, seeker.Account, "a@example.jp", _clock.UtcNow(), parameters), CancellationToken.None);

        // Picked since.
        Assert.Null(await LateAsync(MailKind.InterviewOffered));
        Assert.NotNull(await LateAsync(MailKind.InterviewAgreedToSeeker));
        await using (var db = _database.CreateDbContext())
        {
            (await db.Interviews.Include(i => i.Times).Include(i => i.Steps).SingleAsync()).Reschedule(Jst.StartOf(new DateOnly(2026, 4, 3)).AddHours(9), 60, "本社3階", "会議のため", seeker.Account, _clock.UtcNow());
            await db.SaveChangesAsync();
        }
        Assert.Null(await LateAsync(MailKind.InterviewAgreedToSeeker));
        parameters["sequence"] = "1";
        Assert.NotNull(await LateAsync(MailKind.InterviewReminderToSeeker));
        _clock.SetJapan(2026, 4, 3, 9);

        Assert.Null(await LateAsync(MailKind.InterviewReminderToSeeker));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task Compose_OfAnInterviewAgreedOn_TellsItsTimeAndCarriesItForTheCalendar_ButNoReminderOnceItIsCalledOff()
    {
        var (job, _, seeker) = await SentAsync();
        var parameters = await InterviewAsync(job, seeker);
        var agreed = await ComposeAsync(MailKind.InterviewAgreedToSeeker, parameters);
        await using (var db = _database.CreateDbContext())
        {
            var interview = await db.Interviews.Include(i => i.Steps).SingleAsync();
            interview.CallOff(fromSeeker: true, seeker.Account, "体調不良のため", _clock.UtcNow());
            await db.SaveChangesAsync();
        }

        var calledOff = await ComposeAsync(MailKind.InterviewCalledOffToEmployer, parameters);
        var reminder = await _composer.ComposeAsync(new OutgoingMail(Guid.NewGuid(), MailKind.InterviewReminderToSeeker, seeker.Account, "a@example.jp", _clock.UtcNow(), parameters.ToDictionary(p => p.Item1, p => p.Item2)), CancellationToken.None);

        Assert.Contains("日時：4月2日（木）14時00分\n", agreed.Body);
        Assert.Equal(("PUBLISH", "CANCEL"), (agreed.Calendar!.Method, calledOff.Calendar!.Method));
        Assert.Null(reminder);
    }

    [Fact, Trait("Rule", "AC-01")]
    public async Task Compose_OfAnOpening_DrawsAKeyAndKeepsItNowhereInClear()
    {
        var mail = await ComposeAsync(MailKind.AccountOpeningKey);

        var written = Regex.Match(mail.Body, "認証キー：([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})").Groups[1].Value;
        Assert.NotEqual("", written);
        await using var db = _database.CreateDbContext();
        var key = await db.AuthenticationKeys.SingleAsync();
        Assert.Equal(AuthenticationKey.HashOf(TypedSecret.Read(written)!, key.AccountId, KeyPurpose.Opening), key.Hash);
        Assert.DoesNotContain(written.Replace("-", ""), key.Hash);
        Assert.Contains("14時35分0秒（発行から30分間）", mail.Body);
    }

    [Fact, Trait("Rule", "DR-06")]
    public async Task Compose_ForARequestThatArrived_NamesOfficeJobDeadlineAndItsPage()
    {
        var (job, request, _) = await SentAsync();

        var mail = await ComposeAsync(MailKind.DirectRequestArrived, ("request", request.ToString()!));

        Assert.Equal("【ハローワーク】直接リクエストが届きました", mail.Subject);
        Assert.Contains("株式会社見本製作所から、次の求人について直接リクエストが届きました。", mail.Body);
        Assert.Contains($"求人：経理事務（求人番号 {job.Number}）", mail.Body);
        Assert.Contains("回答の期限：3月29日（日）24時\n", mail.Body);
        Assert.Contains($"https://portal.example.jp/seeker/requests/{request}", mail.Body);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task Compose_ForARequestWhoseJobEndsBeforeTheSevenDays_NamesThatDayAndTheReason()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer, lastDay: new DateOnly(2026, 3, 25));
        var request = (await new SendDirectRequest(_database, _clock).RunAsync(new(employer, job.Number, (await _given.SeekerAsync()).PublicNumber, "ご連絡しました。", true), CancellationToken.None)).Sent;

        var mail = await ComposeAsync(MailKind.DirectRequestArrived, ("request", request.ToString()!));

        Assert.Contains("回答の期限：3月25日（水）24時（この求人の受付がこの日で終わるため）\n", mail.Body);
        Assert.Contains("この求人には応募できなくなります", mail.Body);
        Assert.DoesNotContain("辞退したもの", mail.Body);
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task Compose_WhenTheOfficesNameIsNoLongerShown_DoesNotName()
    {
        var (job, request, _) = await SentAsync();
        await using (var db = _database.CreateDbContext())
        {
            var offer = await db.JobOffers.Include(j => j.Places).SingleAsync(j => j.Id == job.Id);
            offer.Revise(offer.Card with { Header = offer.Card.Header with { Disclosure = Disclosure.WithoutName, AcceptsSelfApplication = false } }, _clock.UtcNow());
            await db.SaveChangesAsync();
        }

        var mail = await ComposeAsync(MailKind.DirectRequestArrived, ("request", request.ToString()!));

        Assert.DoesNotContain("見本製作所", mail.Body);
        Assert.Contains("求人者（事業所名は非公開）", mail.Body);
    }

    [Fact]
    public async Task Compose_WithATitleThatHoldsLineEndsAndMarks_KeepsItOnItsLineAndAsItIs()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer, card => card with { Work = card.Work with { Title = "事務\r\nBcc: x@example.jp\u2028{link}" } });

        var mail = await ComposeAsync(MailKind.JobOfferEnded, ("job", (await EndedAsync(job)).Number.Value));

        Assert.Contains("求人：事務 Bcc: x@example.jp {link}（求人番号", mail.Body);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task Compose_ForAJobThatEndedAtMidnight_NamesTheDayThatWasItsLast()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer, lastDay: new DateOnly(2026, 3, 31));
        _clock.SetJapan(2026, 4, 5, 9);

        var mail = await ComposeAsync(MailKind.JobOfferEnded, ("job", (await EndedAsync(job, JobEndReason.LastDayPassed)).Number.Value));

        Assert.Contains("終了日：3月31日（火）", mail.Body);
    }

    private Task<ComposedMail> ComposeAsync(MailKind kind, params (string Name, string Value)[] parameters) => ComposeAsync(kind, null, parameters);

    private async Task<ComposedMail> ComposeAsync(MailKind kind, Language? language, params (string Name, string Value)[] parameters)
    {
        var mail = new OutgoingMail(NewId.Next(), kind, await AccountAsync(kind, language), "someone@example.jp", _clock.UtcNow(), parameters.ToDictionary(p => p.Name, p => p.Value));
        return await _composer.ComposeAsync(mail, CancellationToken.None) ?? throw new InvalidOperationException("There was nothing to tell.");
    }

    /// <summary>One whose state the kind fits.</summary>
    private async Task<Guid> AccountAsync(MailKind kind, Language? language)
    {
        await using var db = _database.CreateDbContext();
        var account = new Account(UserIds.Draw(), Role.Seeker, "青木 花子", "seeker@example.jp", _clock.UtcNow());
        if (kind is not MailKind.AccountOpeningKey)
            account.Activate(_clock.UtcNow());
        account.AskForEmail("new@example.jp");
        if (language is { } chosen)
            account.Choose(chosen);
        db.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    }

    private static (string, string)[] EndsSoon(JobOffer job) => [("job", job.Number.Value), ("day", "2026-05-31")];

    /// <summary>As the verbs write them.</summary>
    private static (string, string)[] ParametersOf(MailKind kind, JobOffer job, DirectRequestId request, GivenSeeker seeker) => kind switch
    {
        MailKind.DirectRequestEndsSoon => [("request", request.ToString()!)],
        MailKind.DeletionDueSoon or MailKind.OrderDueSoon => [("day", "2026-05-31")],
        MailKind.DraftFilesEndSoon => EndsSoon(job),
        MailKind.JobOfferPublished or MailKind.JobOfferSentBack => [("job", job.Number.Value)],
        MailKind.AccountDisabled or MailKind.PasswordChanged or >= MailKind.AccountOpeningKey => [],
        MailKind.PersonalDetailsCorrected => [("fields", "Name,NameKana,BirthDate,PostalCode,Address,Phone,Email")],
        MailKind.StatementCorrected or MailKind.StatementToReview => [("fields", string.Join(',', Enum.GetNames<HelloWork.Domain.Seekers.Provision.StatementStep>()))],
        MailKind.RegistrationEnded or MailKind.RegistrationEndsSoon => [("registration", seeker.Registration.ToString()!)],
        _ when kind.ToString().StartsWith("DirectRequest", StringComparison.Ordinal) => [("request", request.ToString()!)],
        _ => [("job", job.Number.Value)],
    };

    private static bool IsOfApplication(MailKind kind) => kind is MailKind.AnswerPromised or MailKind.AnswerOwed or MailKind.ResultOwed || kind.ToString().StartsWith("Interview", StringComparison.Ordinal);

    /// <summary>The seeker applied and picked 2 April, 14:00.</summary>
    private async Task<(string, string)[]> InterviewAsync(JobOffer job, GivenSeeker seeker, bool picked = true)
    {
        await using var db = _database.CreateDbContext();
        var at = Jst.StartOf(new DateOnly(2026, 4, 2)).AddHours(14);
        var application = new SelfApplication(job, seeker.Id, null, ApplicationPapers.Of((await db.Seekers.SingleAsync(s => s.Id == seeker.Id)).Details, null, "応募します。"), seeker.Account, _clock.UtcNow());
        var interview = new Interview(new(NewId.Next()), application, [at], 60, "本社3階", null, seeker.Account, _clock.UtcNow());
        if (picked)
            interview.Pick(1, seeker.Account, _clock.UtcNow());
        application.AwaitResult(new DateOnly(2026, 4, 10), _clock.UtcNow());
        application.PromiseAnswer(new DateOnly(2026, 4, 10), _clock.UtcNow());
        db.AddRange(application, interview);
        await db.SaveChangesAsync();
        return [("application", application.Id.ToString()), ("interview", interview.Id.ToString()), ("sequence", "0"), ("at", at.ToString("O", CultureInfo.InvariantCulture)), ("day", "2026-04-10")];
    }

    private async Task<(JobOffer Job, DirectRequestId Request, GivenSeeker Seeker)> SentAsync()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer);
        var seeker = await _given.SeekerAsync();
        var result = await new SendDirectRequest(_database, _clock).RunAsync(new(employer, job.Number, seeker.PublicNumber, "ご連絡しました。", true), CancellationToken.None);
        return (job, result.Sent!.Value, seeker);
    }

    [Fact, Trait("Rule", "MS-03")]
    public async Task Compose_ForAFirstGuidanceMessage_NamesTheProviderAndItsPage_AndSaysThatLaterOnesArentMailed()
    {
        var conversation = await WrittenToAsync();

        var mail = await ComposeAsync(MailKind.GuidanceArrived, ("conversation", conversation.ToString()));

        Assert.Equal("【ハローワーク】利用団体から最初の案内が届きました", mail.Subject);
        Assert.Contains("見本人材紹介株式会社から最初の案内が届きました。", mail.Body);
        Assert.Contains($"https://portal.example.jp/provision/messages/{conversation}\n", mail.Body);
        Assert.Contains("2回目からのメッセージは、メールではお知らせしません。", mail.Body);
        Assert.DoesNotContain("月次決算", mail.Body);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task Compose_OfAJobsNearEnd_SaysNothingOnceItHasEnded()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer);
        var mail = new OutgoingMail(Guid.NewGuid(), MailKind.JobOfferEndsSoon, employer.Account, "a@example.jp", _clock.UtcNow(), new Dictionary<string, string> { ["job"] = job.Number.Value, ["day"] = "2026-05-31" });

        Assert.NotNull(await _composer.ComposeAsync(mail, default));
        await new EndJobOffer(_database, _clock).RunAsync(new(employer, job.Number, JobEndReason.Filled), default);
        Assert.Null(await _composer.ComposeAsync(mail, default));
    }

    [Fact]
    public async Task Compose_ForNewJobsOfASearch_NamesThem_LeadsToTheSearch_AndCanBeStopped()
    {
        var seeker = await _given.SeekerAsync();
        var parameters = await FoundAsync(seeker);

        var mail = await ComposeAsync(MailKind.SearchAlert, parameters);

        Assert.Contains("保存した検索条件「Jobs in Tokyo」に合う新しい求人が1件あります。", mail.Body);
        Assert.Matches("・経理事務（株式会社見本製作所）\n　紹介期限 5月31日（日）\n　https://portal\\.example\\.jp/jobs/[0-9-]+\n", mail.Body);
        Assert.Contains("https://portal.example.jp/jobs?pref=13\n", mail.Body);
        Assert.StartsWith("https://portal.example.jp/alerts/stop/", mail.Unsubscribe!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(mail.Unsubscribe.AbsoluteUri, mail.Body);
        Assert.Null((await ComposeAsync(MailKind.PasswordChanged)).Unsubscribe);
    }

    /// <summary>A job that was published after a search was saved, and the mail of it.</summary>
    private async Task<(string, string)[]> FoundAsync(GivenSeeker seeker)
    {
        var job = await _given.JobAsync(await _given.EmployerAsync());
        await using var db = _database.CreateDbContext();
        var search = new SavedSearch(seeker.Id, 1, "Jobs in Tokyo", new() { Prefectures = ["13"] }, AlertFrequency.Daily, _clock.UtcNow());
        var day = _clock.TodayInJapan();
        db.AddRange(search, new SearchAlert(search.Id, day, 1), new SearchAlertJob(search.Id, job.Number, day, 1));
        await db.SaveChangesAsync();
        return [("search", search.Id.ToString()), ("alertday", day.ToString("yyyy-MM-dd"))];
    }

    private async Task<ConversationId> WrittenToAsync()
    {
        var (provider, seeker) = (await _given.ProviderAsync(), await _given.ProvidedSeekerAsync());
        await using var db = _database.CreateDbContext();
        var conversation = new Conversation(provider.Provider, seeker.Id, _clock.UtcNow());
        db.AddRange(conversation, new Message(NewId.Next(), conversation, 1, MessageKind.Guidance, provider.Account, "ご案内", "月次決算の仕事です。", Given.Disclosures(), _clock.UtcNow()));
        await db.SaveChangesAsync();
        return conversation.Id;
    }

    private async Task EndAsync(JobOffer job, GivenSeeker seeker)
    {
        await EndedAsync(job);
        await using var db = _database.CreateDbContext();
        (await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == seeker.Id)).End(RegistrationEndReason.Employed, _clock.UtcNow());
        await db.SaveChangesAsync();
    }

    private async Task<JobOffer> EndedAsync(JobOffer job, JobEndReason reason = JobEndReason.Filled)
    {
        await using var db = _database.CreateDbContext();
        var offer = await db.JobOffers.SingleAsync(j => j.Id == job.Id);
        offer.End(reason, _clock.UtcNow());
        await db.SaveChangesAsync();
        return offer;
    }

    [GeneratedRegex(@"https?://\S+")] private static partial Regex Link();
}
