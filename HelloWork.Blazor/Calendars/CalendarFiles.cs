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
using HelloWork.Domain.Seekers;

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
    public CalendarFile OfRequest(ReceivedRequest request, Language language)
    {
        var link = portal.Address($"/seeker/requests/{request.Id}");
        return File("request.ics", new()
        {
            Uid = Uid("request", request.Id.Value),
            Sequence = 2 * (request.LastDay.DayNumber - Jst.DayOf(request.SentAt).DayNumber) + (request.IsOpen ? 0 : 1),
            ChangedAt = request.EndedAt ?? request.SentAt,
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
            // Months, since each renewal moves the last day by one or more; an end counts as a change of its own.
            Sequence = 2 * (12 * (registration.LastDay.Year - 2000) + registration.LastDay.Month) + (registration.IsOpen ? 0 : 1),
            ChangedAt = now,
            Summary = Say(language, "Registration"),
            Description = Say(language, "Registration.What", link.AbsoluteUri),
            Link = link,
            Day = registration.LastDay,
            Cancelled = !registration.IsOpen,
        }, language);
    }

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

    private string Uid(string kind, Guid id) => $"{kind}-{id:N}@{portal.Address("/").Host}";

    private static string Say(Language language, string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Readings.Bare(Texts.Find(language, key) ?? throw new InvalidOperationException($"CalendarText has no «{key}».")), arguments);
}
