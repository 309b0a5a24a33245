using System.Globalization;
using System.Net.Mail;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Blazor.Calendars;

/// <summary>
/// Makes calendar files of what has a day or an hour. They lie about in calendars that others read, so they hold what a mail may hold: the job, the office,
/// time, place and an address of the portal, and never who the seeker is.
/// </summary>
public sealed class CalendarFiles(PortalSettings portal, MailSettings mail)
{
    private static readonly TextSource Texts = TextSource.Of(typeof(CalendarText));

    /// <param name="officeName">Null: for the employer's own calendar.</param>
    /// <exception cref="ArgumentException">Nothing was ever agreed on.</exception>
    public CalendarFile OfInterview(Interview interview, SelfApplicationId application, JobNumber job, string jobTitle, string? officeName, Language language) =>
        Interview(interview.Id, interview.State, interview.StartsAt, interview.Minutes, interview.Place, interview.Sequence, interview.ChangedAt, application, job, jobTitle, officeName, language);

    /// <inheritdoc cref="OfInterview(Interview, SelfApplicationId, JobNumber, string, string?, Language)"/>
    public CalendarFile OfInterview(InterviewOfJob found, bool forEmployer, Language language) =>
        Interview(found.Interview.Id, found.Interview.State, found.Interview.StartsAt, found.Interview.Minutes, found.Interview.Place, found.Interview.Sequence, found.Interview.ChangedAt,
            found.Application, found.Job, found.JobTitle, forEmployer ? null : found.OfficeName, language);

    /// <summary>回答期限: the last day on which an answer counts (DR-06). Where its job or the registration ends later than it was to, it is the same entry on another day.</summary>
    public CalendarFile OfRequest(ReceivedRequest request, DateTime now, Language language)
    {
        var link = portal.Address($"/seeker/requests/{request.Id}");
        return File("request.ics", new()
        {
            Uid = Uid("request", request.Id.Value),
            // Its day moves either way: a job's last day is set earlier, a registration renewed.
            Sequence = SequenceAt(now),
            ChangedAt = now,
            Summary = Say(language, "Request", request.JobTitle),
            Description = Say(language, request.Ends is DirectRequestEnd.Lapsed ? "Request.What" : $"Request.What.{request.Ends}", request.OfficeName, request.Job, link.AbsoluteUri),
            Link = link,
            Day = request.LastDay,
            Cancelled = !request.IsOpen,
        }, language);
    }

    /// <summary>有効期間の最終日: of the seeker's registration (PV-05). Renewed, it is the same entry on another day.</summary>
    public CalendarFile OfRegistration(SeekerId seeker, RegistrationView registration, DateTime now, Language language)
    {
        var link = portal.Address("/seeker/profile");
        return File("registration.ics", new()
        {
            Uid = Uid("registration", seeker.Value),
            // Renewed, ended early and begun anew until the same month: no day or count of the registration only grows.
            Sequence = SequenceAt(now),
            ChangedAt = now,
            Summary = Say(language, "Registration"),
            Description = Say(language, "Registration.What", link.AbsoluteUri),
            Link = link,
            Day = registration.LastDay,
            Cancelled = !registration.IsOpen,
        }, language);
    }

    /// <summary>紹介期限日: the last day on which one can apply (JO-05). Where it is put off, it is the same entry on another day.</summary>
    public CalendarFile OfJob(JobView job, DateTime now, Language language)
    {
        var link = portal.Address($"/jobs/{job.Number}");
        return File("job.ics", new()
        {
            Uid = Uid($"job-{job.Number}"),
            Sequence = SequenceAt(now),
            ChangedAt = now,
            Summary = Say(language, "Job", job.Card.Work.Title),
            Description = Say(language, "Job.What", job.Number, link.AbsoluteUri),
            Link = link,
            Day = job.Summary.LastDay,
            Cancelled = job.Ended is not null,
        }, language);
    }

    /// <summary>返事の予定日, in both sides' calendars (AP-05).</summary>
    public CalendarFile OfAnswer(AnswerDay answer, bool forEmployer, DateTime now, Language language)
    {
        var link = portal.Address($"/{(forEmployer ? "employer" : "seeker")}/applications/{answer.Application}");
        return File("answer.ics", new()
        {
            Uid = Uid("answer", answer.Application.Value),
            Sequence = answer.Version,
            ChangedAt = now,
            Summary = Say(language, forEmployer ? "Answer.Employer" : "Answer", answer.JobTitle),
            Description = forEmployer ? Say(language, "Answer.What.Employer", answer.Job, link.AbsoluteUri) : Say(language, "Answer.What", answer.OfficeName, answer.Job, link.AbsoluteUri),
            Link = link,
            Day = answer.By,
        }, language);
    }

    /// <summary>削除の期限 (PR-03, PR-04): by the number alone, which says nothing to others.</summary>
    public CalendarFile OfDeletion(ProviderId provider, AliasNumber number, DeletionDue due, DateTime now, Language language)
    {
        var link = portal.Address("/provider/deletions");
        return File("deletion.ics", new()
        {
            Uid = Uid($"deletion-{provider.Value:N}-{number}"),
            Sequence = SequenceAt(now),
            ChangedAt = now,
            Summary = Say(language, "Deletion", number),
            Description = Say(language, "Deletion.What", link.AbsoluteUri),
            Link = link,
            Day = due.LastDay,
        }, language);
    }

    /// <summary>是正要請への回答の期限 (OV-02).</summary>
    public CalendarFile OfOrder(ReceivedOrder order, Language language)
    {
        var link = portal.Address("/provider/order");
        return File("order.ics", new()
        {
            Uid = Uid("order", order.Id.Value),
            Sequence = order.AnsweredAt is null ? 0 : 1,
            ChangedAt = order.AnsweredAt ?? order.IssuedAt,
            Summary = Say(language, "Order"),
            Description = Say(language, "Order.What", link.AbsoluteUri),
            Link = link,
            Day = order.AnswerBy,
            Cancelled = order.AnsweredAt is not null,
        }, language);
    }

    /// <summary>For days that move either way and keep no count of it: the later file wins.</summary>
    private static int SequenceAt(DateTime now) => (int)(now - new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalMinutes;

    private CalendarFile Interview(InterviewId id, InterviewState state, DateTime? startsAt, int minutes, string place, int sequence, DateTime changedAt,
        SelfApplicationId application, JobNumber job, string jobTitle, string? officeName, Language language)
    {
        if (startsAt is null)
            throw new ArgumentException($"Interview {id} has no time.", nameof(startsAt));
        var link = portal.Address($"/{(officeName is null ? "employer" : "seeker")}/applications/{application}");
        return File("interview.ics", new()
        {
            Uid = Uid("interview", id.Value),
            Sequence = sequence,
            ChangedAt = changedAt,
            Summary = Say(language, "Interview", jobTitle),
            Description = officeName is null ? Say(language, "Interview.What.Employer", job, link.AbsoluteUri) : Say(language, "Interview.What", officeName, job, link.AbsoluteUri),
            Link = link,
            Place = place,
            StartsAt = startsAt,
            Minutes = minutes,
            Cancelled = state is not (InterviewState.Agreed or InterviewState.Over),
        }, language);
    }

    private CalendarFile File(string name, CalendarEntry entry, Language language) =>
        CalendarFile.Of(entry, name, new(Say(language, "Organizer"), new MailAddress(mail.From).Address));

    private string Uid(string kind, Guid id) => Uid($"{kind}-{id:N}");

    private string Uid(string name) => $"{name}@{portal.Address("/").Host}";

    private static string Say(Language language, string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Readings.Bare(Texts.Find(language, key) ?? throw new InvalidOperationException($"CalendarText has no «{key}».")), arguments);
}
