using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>
/// The one way requests are read together with what they hang on, so that every page and task tells the same state at the same
/// instant (DR-09, DR-10, DR-11, JO-05), whether or not the scheduler has recorded an end.
/// </summary>
public static class RequestReading
{
    /// <summary>Filter before, order and page after: <c>.OrderBy(r => r.Request.SentAt)</c>. Tracked unless the caller says otherwise.</summary>
    public static IQueryable<RequestInContext> InContext(this IQueryable<DirectRequest> requests, HelloWorkDbContext db) =>
        from request in requests
        join job in db.JobOffers on request.JobOfferId equals job.Id
        join seeker in db.Seekers on request.SeekerId equals seeker.Id
        select new RequestInContext
        {
            Request = request,
            JobLastDay = job.LastDay,
            JobEndedAt = job.EndedAt,
            MyPageClosedAt = seeker.MyPageClosedAt,
            Registrations = db.SeekerRegistrations.Where(r => r.SeekerId == request.SeekerId)
                .Select(r => new RegistrationSpan(r.LastDay, r.EndedAt)).ToList(),
        };

    /// <summary>Requests without a recorded end that nobody's answer can reach after <paramref name="day"/>, as days go: <see cref="RequestInContext.Deadline"/>, asked of the database; what ended before its day is told by <see cref="EndedUnrecordedAt"/>.</summary>
    public static IQueryable<DirectRequest> EndingBy(this HelloWorkDbContext db, DateOnly day)
    {
        var end = Jst.EndOf(day);
        return db.DirectRequests.Where(request => request.End == null && (request.ExpiresAt <= end
            || db.JobOffers.Any(j => j.Id == request.JobOfferId && (j.LastDay <= day || j.EndedAt != null))
            || db.SeekerRegistrations.Any(r => r.SeekerId == request.SeekerId && r.EndedAt == null && r.LastDay <= day)));
    }

    /// <summary>Requests without a recorded end that have ended by <paramref name="now"/>: what the scheduled task has to record.</summary>
    public static IQueryable<DirectRequest> EndedUnrecordedAt(this HelloWorkDbContext db, DateTime now)
    {
        var today = Jst.DayOf(now);
        return db.DirectRequests.Where(request => request.End == null && (request.ExpiresAt <= now
            || db.JobOffers.Any(j => j.Id == request.JobOfferId && (j.LastDay < today || j.EndedAt <= now))
            || db.Seekers.Any(s => s.Id == request.SeekerId && s.MyPageClosedAt <= now)
            || db.SeekerRegistrations.Any(r => r.SeekerId == request.SeekerId
                && (r.EndedAt == null ? r.LastDay < today : r.EndedAt > request.SentAt && r.EndedAt <= now))));
    }
}

/// <summary>A request with the ends of its job, registration and MyPage.</summary>
public sealed record RequestInContext
{
    public required DirectRequest Request { get; init; }
    public required DateOnly JobLastDay { get; init; }
    public required DateTime? JobEndedAt { get; init; }
    public required DateTime? MyPageClosedAt { get; init; }
    public required IReadOnlyList<RegistrationSpan> Registrations { get; init; }

    /// <summary>The registration that counts is the one that was open on sending; a later one doesn't revive the request.</summary>
    public RequestSurroundings Surroundings => new(
        Earlier(JobEndedAt, Jst.EndOf(JobLastDay)),
        Earlier(MyPageClosedAt, Registrations.Select(r => r.End).Where(end => end > Request.SentAt).Select(end => (DateTime?)end).Min()));

    public DirectRequestState StateAt(DateTime now) => Request.StateAt(now, Surroundings);

    /// <summary>未読 or 既読: an answer still counts.</summary>
    public bool IsOpenAt(DateTime now) => StateAt(now) is DirectRequestState.Unread or DirectRequestState.Read;

    /// <summary>As its seeker is told it. One that was answered keeps its seven days: what ended afterwards says nothing about it.</summary>
    public RequestDeadline Deadline => DeadlineIn(Surroundings);

    /// <summary>As the employer is told it: how long a seeker is registered is no part of what employers are shown (SS-03), and may be renewed.</summary>
    public RequestDeadline DeadlineForEmployer => DeadlineIn(Surroundings with { RegistrationEndedAt = null });

    private RequestDeadline DeadlineIn(RequestSurroundings around) =>
        Request.DeadlineIn(Request.End is DirectRequestEnd.Applied or DirectRequestEnd.Declined ? default : around);

    private static DateTime? Earlier(DateTime? a, DateTime? b) => a is null || b < a ? b : a;
}

/// <summary>How far one registration of the seeker reaches.</summary>
public sealed record RegistrationSpan(DateOnly LastDay, DateTime? EndedAt)
{
    /// <summary>The first instant (UTC) at which it is over.</summary>
    public DateTime End => EndedAt is { } ended && ended < Jst.EndOf(LastDay) ? ended : Jst.EndOf(LastDay);
}
