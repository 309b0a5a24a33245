using System.Globalization;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Seekers.Saved;
using HelloWork.Blazor.Calendars;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Notifications;

/// <summary>
/// Makes the text of a mail from its kind and the record it tells of, as they are when it is sent. Mail is an open letter: it holds
/// the job, days and an address of the portal, and never who the seeker is. The subject is fixed words, so nothing can be slipped into a header.
/// </summary>
public sealed partial class MailComposer(IDbContextFactory<HelloWorkDbContext> contexts, PortalSettings portal, DrawAuthenticationKey draw, ReadSearchAlert readAlert, ReadTimesToPick readTimes, CalendarFiles calendars, TimeProvider clock)
{
    /// <returns>Null: there is nothing to tell any more.</returns>
    public async Task<ComposedMail?> ComposeAsync(OutgoingMail mail, CancellationToken ct)
    {
        var words = new MailWords(await LanguageOfAsync(mail, ct));
        var facts = await FactsAsync(mail, ct);
        // What was picked, moved or called off meanwhile is told by a newer mail; an old one would contradict the entry it carries.
        if (facts.Interview is { } written && !StillSo(mail, written))
            return null;
        // Answered, or put off to another day meanwhile.
        if (mail.Kind is MailKind.AnswerPromised or MailKind.AnswerOwed or MailKind.ResultOwed && facts.Day is null)
            return null;
        // Answered, or ended, between the sweep and now: nothing is to be hurried any more.
        if (mail.Kind is MailKind.DirectRequestEndsSoon && facts.Deadline is null)
            return null;
        if (mail.Kind is MailKind.JobOfferEndsSoon && facts.Job?.EndedAt is not null)
            return null;
        // Each of them was filled or withdrawn meanwhile.
        if (mail.Kind is MailKind.SavedJobsEndSoon && facts.Ending.Count == 0)
            return null;
        if (PurposeOf(mail.Kind) is { } purpose)
        {
            if (await draw.RunAsync(new(mail.Account, purpose), ct) is not { } key)
                return null;
            facts = facts with { Key = key };
        }
        if (mail.Kind is MailKind.SearchAlert)
        {
            if (await readAlert.RunAsync(SavedSearchId.Parse(mail.Parameters["search"], null), DateOnly.Parse(mail.Parameters["alertday"], CultureInfo.InvariantCulture), ct) is not { } told)
                return null;
            facts = facts with { Told = told };
        }
        var offersTimes = mail.Kind is MailKind.InterviewOffered or MailKind.InterviewTimesEndSoon;
        if (offersTimes && facts.Interview is { } offer)
            facts = facts with { ToPick = await readTimes.RunAsync(offer.Id, ct) };
        // Between writing and sending others may have taken the last of them.
        var text = offersTimes && facts.ToPick.Count == 0 ? "Interview.NoneLeft" : $"{mail.Kind}.Body";
        var body = Mark().Replace(words.Say(text), mark => ValueOf(mark.Groups[1].Value, mail, facts, words));
        return new ComposedMail(mail.Id, $"<{MessageName(mail, facts)}@{portal.Address("/").Host}>", mail.Address, words.Subject(mail.Kind), $"{body}\n\n{words.Say("Footer")}\n", mail.WrittenAt, CalendarOf(mail, facts, words))
        {
            Unsubscribe = facts.Told is { } stoppable ? portal.Address(SavedAddress.Stop(stoppable.StopKey)) : null,
        };
    }

    private bool StillSo(OutgoingMail mail, Interview interview) => mail.Kind switch
    {
        MailKind.InterviewOffered or MailKind.InterviewTimesEndSoon => interview.StateAt(clock.UtcNow()) is InterviewState.Offered,
        MailKind.InterviewAgreedToSeeker or MailKind.InterviewAgreedToEmployer or MailKind.InterviewMovedToSeeker or MailKind.InterviewMovedToEmployer => IsCurrent(mail, interview),
        MailKind.InterviewReminderToSeeker or MailKind.InterviewReminderToEmployer => IsCurrent(mail, interview) && interview.StartsAt > clock.UtcNow(),
        _ => true,
    };

    private static bool IsCurrent(OutgoingMail mail, Interview interview) =>
        interview.State is InterviewState.Agreed && interview.Sequence.ToString(CultureInfo.InvariantCulture) == mail.Parameters["sequence"];

    private CalendarFile? CalendarOf(OutgoingMail mail, Facts facts, MailWords words) =>
        facts is { Interview: { StartsAt: not null } interview, Job: { } job, Application: { } application } && mail.Kind is not (MailKind.InterviewReminderToSeeker or MailKind.InterviewReminderToEmployer)
            ? calendars.OfInterview(interview, application, job.Number, job.Title, ToEmployer(mail.Kind) ? null : NameShown(job, words), words.Language)
            : null;

    private static bool ToEmployer(MailKind kind) => kind is MailKind.InterviewAgreedToEmployer or MailKind.InterviewNoneSuits or MailKind.InterviewMovedToEmployer
        or MailKind.InterviewCalledOffToEmployer or MailKind.InterviewReminderToEmployer or MailKind.InterviewTimesPassedToEmployer;

    /// <summary>A mail tried again brings another key, so it must not be taken for the one before.</summary>
    private static string MessageName(OutgoingMail mail, Facts facts) => facts.Key is { } key ? $"{mail.Id:N}.{key.Id:N}" : $"{mail.Id:N}";

    private static KeyPurpose? PurposeOf(MailKind kind) => kind switch
    {
        MailKind.AccountOpeningKey => KeyPurpose.Opening,
        MailKind.PasswordReissueKey => KeyPurpose.PasswordReissue,
        MailKind.EmailChangeKeyToOld => KeyPurpose.EmailChangeOld,
        MailKind.EmailChangeKeyToNew => KeyPurpose.EmailChangeNew,
        _ => null,
    };

    private string ValueOf(string mark, OutgoingMail mail, Facts facts, MailWords words) => mark is "times"
        ? string.Join('\n', facts.ToPick.Select(at => words.Format("Interview.Time", words.Moment(Jst.ToJapan(at)))))
        : mark is "ending"
        ? string.Join('\n', facts.Ending.Select(job => words.Format("SavedJobsEndSoon.Job", OneLine(job.Title), OneLine(NameShown(job, words)), portal.Address(JobSearchAddress.Of(job.Number)).AbsoluteUri)))
        : mark is "jobs" && facts.Told is { } all
        ? string.Join('\n', all.Jobs.Select(job => words.Format("SearchAlert.Job", OneLine(job.Title), OneLine(job.Office ?? words.Say("Office.NotShown")), words.Day(job.LastDay), portal.Address(JobSearchAddress.Of(job.Number)).AbsoluteUri)))
        : OneLine(mark switch
    {
        "search" => facts.Told?.Name,
        "count" => facts.Told?.Count.ToString("N0", CultureInfo.InvariantCulture),
        "stop" => facts.Told is { } told ? portal.Address(SavedAddress.Stop(told.StopKey)).AbsoluteUri : null,
        "manage" => portal.Address(SavedAddress.Searches).AbsoluteUri,
        "link" when facts.Told is { } found => portal.Address(JobSearchAddress.Of(found.Query)).AbsoluteUri,
        "job" => facts.Job?.Title,
        "number" => facts.Job?.Number.Value,
        "office" => facts.Job is { } job ? NameShown(job, words) : null,
        "deadline" => facts.Deadline is { } day ? words.Format(facts.Ends is DirectRequestEnd.Lapsed ? "Deadline" : $"Deadline.{facts.Ends}", words.Day(day)) : null,
        "after" => words.Say($"After.{facts.Ends}"),
        "provider" => facts.Provider,
        "fields" => string.Join(words.Say("And"), mail.Parameters["fields"].Split(',').Select(field => words.Say($"Field.{field}"))),
        "day" => facts.Day is { } day ? words.Day(day) : null,
        "time" => mail.Parameters.TryGetValue("at", out var at) ? words.Moment(Jst.ToJapan(DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind))) : null,
        "lasttime" => facts.ToPick is [.., var last] ? words.Moment(Jst.ToJapan(last)) : null,
        "userid" => facts.Key?.UserId ?? facts.UserId,
        "key" => facts.Key?.Written,
        "until" => facts.Key is { } key ? words.Until(Jst.ToJapan(key.DiesAt)) : null,
        "link" => portal.Address(PathOf(mail)).AbsoluteUri,
        "joblink" => facts.Job is { } job ? portal.Address($"/jobs/{job.Number}").AbsoluteUri : null,
        _ => null,
    } ?? throw new InvalidOperationException($"The mail {mail.Kind} has no value for {{{mark}}}."));

    /// <summary>Only what the job card shows to a signed-in seeker (JO-02).</summary>
    private static string NameShown(JobFacts job, MailWords words) => job.Disclosure is Disclosure.NameToAll or Disclosure.NameToSeekers ? job.OfficeName : words.Say("Office.NotShown");

    private static string PathOf(OutgoingMail mail) => mail.Kind switch
    {
        MailKind.DirectRequestArrived or MailKind.DirectRequestEndsSoon or MailKind.DirectRequestLapsedToSeeker or MailKind.DirectRequestJobEndedToSeeker or MailKind.DirectRequestRegistrationEndedToSeeker
            => $"/seeker/requests/{mail.Parameters["request"]}",
        MailKind.DirectRequestDeclined or MailKind.DirectRequestLapsedToEmployer or MailKind.DirectRequestJobEndedToEmployer or MailKind.DirectRequestRegistrationEndedToEmployer
            => "/employer/requests",
        MailKind.DirectRequestApplied or MailKind.ApplicationArrived or MailKind.ApplicationWithdrawn or MailKind.ApplicationMessageToEmployer => "/employer/applications",
        MailKind.ApplicationOutcome or MailKind.ApplicationMessageToSeeker => "/seeker/applications",
        MailKind.JobOfferEndsSoon => $"/employer/jobs/{mail.Parameters["job"]}",
        MailKind.JobOfferEnded or MailKind.JobOfferSentBack => "/employer/jobs",
        MailKind.JobOfferPublished => $"/employer/jobs/{mail.Parameters["job"]}",
        MailKind.RegistrationEnded or MailKind.RegistrationEndsSoon or MailKind.PersonalDetailsCorrected => "/seeker",
        MailKind.StatementCorrected => "/seeker/profile",
        MailKind.StatementToReview => "/provision/profile/review",
        MailKind.PasswordChanged or MailKind.EmailChangeKeyToOld or MailKind.EmailChangeKeyToNew or MailKind.EmailChanged or MailKind.SecondFactorOn or MailKind.SecondFactorOff
            or MailKind.RecoveryCodesRenewed or MailKind.PasskeyAdded or MailKind.PasskeyRemoved => "/account",
        MailKind.AccountOpeningKey or MailKind.AccountAlreadyOpen or MailKind.AccountOpeningElsewhere => "/account/login",
        MailKind.PasswordReissueKey => "/account/reset/key",
        MailKind.InquiryAnswered => "/employer/requests",
        MailKind.ConsultationAnswered => "/seeker",
        MailKind.GuidanceArrived or MailKind.DeletionAnswered or MailKind.ComplaintDecided => $"/provision/messages/{mail.Parameters["conversation"]}",
        MailKind.DeletionDemanded or MailKind.DeletionOverdue or MailKind.DeletionDueSoon or MailKind.ProviderRemoved => "/provider/deletions",
        MailKind.CorrectionOrdered or MailKind.OrderDueSoon => "/provider/order",
        MailKind.ReferralArrived or MailKind.ReferralOutcomeRecorded => "/seeker/referrals",
        MailKind.ReferralToEmployer => "/employer/referrals",
        MailKind.OfficeProfileChecked => "/employer/office",
        MailKind.SearchAlert => SavedAddress.Searches,
        MailKind.SavedJobsEndSoon => SavedAddress.Jobs,
        MailKind.DraftFilesEndSoon => $"/seeker/applications/new/{mail.Parameters["job"]}",
        MailKind.InterviewOffered or MailKind.InterviewAgreedToSeeker or MailKind.InterviewMovedToSeeker or MailKind.InterviewCalledOffToSeeker or MailKind.InterviewReminderToSeeker or MailKind.InterviewTimesWithdrawn
            or MailKind.InterviewTimesEndSoon or MailKind.InterviewTimesPassedToSeeker
            => $"/seeker/applications/{mail.Parameters["application"]}#interview",
        MailKind.AnswerPromised => $"/seeker/applications/{mail.Parameters["application"]}",
        MailKind.AnswerOwed or MailKind.ResultOwed => $"/employer/applications/{mail.Parameters["application"]}#record",
        _ when ToEmployer(mail.Kind) => $"/employer/applications/{mail.Parameters["application"]}#interview",
        MailKind.AccountDisabled => "/",
        _ => throw new ArgumentOutOfRangeException(nameof(mail), mail.Kind, "A kind without an address to lead to."),
    };

    private async Task<Language> LanguageOfAsync(OutgoingMail mail, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Users.Where(a => a.Id == mail.Account).Select(a => a.Language).SingleOrDefaultAsync(ct) ?? Language.Japanese;
    }

    private async Task<Facts> FactsAsync(OutgoingMail mail, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (mail.Kind is MailKind.AccountAlreadyOpen)
            return new Facts(null, null, null) { UserId = await db.Users.Where(a => a.Id == mail.Account).Select(a => a.UserName).SingleAsync(ct) };
        if (mail.Parameters.TryGetValue("request", out var written))
        {
            var id = DirectRequestId.Parse(written, null);
            var context = await db.DirectRequests.AsNoTracking().Where(r => r.Id == id).InContext(db).SingleAsync(ct);
            if (mail.Kind is MailKind.DirectRequestEndsSoon && !context.IsOpenAt(clock.UtcNow()))
                return new Facts(null, null, null);
            var job = context.Request.JobOfferId;
            return new Facts(await JobAsync(db, j => j.Id == job, ct), context.Deadline.LastDay, null) { Ends = context.Deadline.Ends };
        }
        if (mail.Parameters.TryGetValue("application", out written))
        {
            var id = SelfApplicationId.Parse(written, null);
            var found = await db.SelfApplications.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.JobOfferId, a.AnswerBy, a.ResultBy }).SingleAsync(ct);
            var standing = mail.Kind is MailKind.ResultOwed ? found.ResultBy : found.AnswerBy;
            var promised = mail.Parameters.TryGetValue("day", out var by) && DateOnly.Parse(by, CultureInfo.InvariantCulture) == standing ? standing : null;
            var facts = new Facts(await JobAsync(db, j => j.Id == found.JobOfferId, ct), null, promised) { Application = id };
            if (!mail.Parameters.TryGetValue("interview", out var about))
                return facts;
            var interview = InterviewId.Parse(about, null);
            return facts with { Interview = await db.Interviews.AsNoTracking().Include(i => i.Times).SingleAsync(i => i.Id == interview, ct) };
        }
        if (mail.Parameters.TryGetValue("job", out written))
        {
            var number = JobNumber.Parse(written);
            var job = await JobAsync(db, j => j.Number == number, ct);
            return new Facts(job, null, mail.Parameters.TryGetValue("day", out var last) ? DateOnly.Parse(last, CultureInfo.InvariantCulture) : job.EndedAt is { } at ? LastDayBefore(at) : null);
        }
        if (mail.Parameters.TryGetValue("registration", out written))
        {
            var id = SeekerRegistrationId.Parse(written, null);
            var end = await db.SeekerRegistrations.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.EndedAt, r.LastDay }).SingleAsync(ct);
            return new Facts(null, null, end.EndedAt is { } at ? LastDayBefore(at) : end.LastDay);
        }
        if (mail.Parameters.TryGetValue("conversation", out written))
        {
            var id = ConversationId.Parse(written, null);
            return new Facts(null, null, null, await db.Conversations.Where(c => c.Id == id).Join(db.Providers, c => c.ProviderId, p => p.Id, (_, p) => p.Name).SingleAsync(ct));
        }
        if (mail.Parameters.TryGetValue("jobs", out written))
        {
            var numbers = written.Split(',').Select(JobNumber.Parse).ToList();
            var ending = await db.JobOffers.AsNoTracking().Where(j => numbers.Contains(j.Number) && j.Status == JobOfferStatus.Active).OrderBy(j => j.Number)
                .Join(db.Offices, j => j.OfficeId, o => o.Id, (j, o) => new JobFacts(j.Title, j.Number, j.Disclosure, o.Name, j.EndedAt)).ToListAsync(ct);
            return new Facts(null, null, DateOnly.Parse(mail.Parameters["day"], CultureInfo.InvariantCulture)) { Ending = ending };
        }
        return new Facts(null, null, mail.Parameters.TryGetValue("day", out written) ? DateOnly.Parse(written, CultureInfo.InvariantCulture) : null);
    }

    private static Task<JobFacts> JobAsync(HelloWorkDbContext db, System.Linq.Expressions.Expression<Func<JobOffer, bool>> which, CancellationToken ct) =>
        db.JobOffers.AsNoTracking().Where(which)
            .Join(db.Offices, j => j.OfficeId, o => o.Id, (j, o) => new JobFacts(j.Title, j.Number, j.Disclosure, o.Name, j.EndedAt)).SingleAsync(ct);

    /// <summary>Midnight belongs to the day before: 31日24時, not 1日0時.</summary>
    private static DateOnly LastDayBefore(DateTime ended) => Jst.DayOf(ended.AddTicks(-1));

    /// <summary>What people wrote stays on its line.</summary>
    private static string OneLine(string value) => Broken().Replace(value, " ");

    [GeneratedRegex(@"\{([a-z]+)\}")] private static partial Regex Mark();
    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")] private static partial Regex Broken();

    private sealed record Facts(JobFacts? Job, DateOnly? Deadline, DateOnly? Day, string? Provider = null)
    {
        public DrawnKey? Key { get; init; }
        public string? UserId { get; init; }
        public ToldSearch? Told { get; init; }
        public SelfApplicationId? Application { get; init; }
        public Interview? Interview { get; init; }
        /// <summary>UTC: times offered that can still be picked, the earliest first.</summary>
        public IReadOnlyList<DateTime> ToPick { get; init; } = [];
        /// <summary>Saved jobs that are about to end.</summary>
        public IReadOnlyList<JobFacts> Ending { get; init; } = [];
        /// <summary>What comes after the deadline of a request without an answer.</summary>
        public DirectRequestEnd Ends { get; init; } = DirectRequestEnd.Lapsed;
    }

    private sealed record JobFacts(string Title, JobNumber Number, Disclosure Disclosure, string OfficeName, DateTime? EndedAt);
}
