using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>
/// How an office's requests are counted and listed by their state now. What has a recorded end is counted by the database; the
/// rest is at most what was sent since the last sweep or within seven days, and is told one by one.
/// </summary>
internal static class SentRequests
{
    public static IQueryable<DirectRequest> SentBy(this HelloWorkDbContext db, OfficeId office) =>
        db.DirectRequests.AsNoTracking().Where(r => db.JobOffers.Any(j => j.Id == r.JobOfferId && j.OfficeId == office));

    public static async Task<SentStates> StatesAsync(this IQueryable<DirectRequest> requests, HelloWorkDbContext db, DateTime now, CancellationToken ct)
    {
        var recorded = await requests.Where(r => r.End != null).GroupBy(r => r.End)
            .Select(g => new { End = g.Key, Count = g.Count() }).ToListAsync(ct);
        var unrecorded = (await requests.Where(r => r.End == null).InContext(db).ToListAsync(ct))
            .ToLookup(r => r.StateAt(now), r => r.Request.Id);
        var counts = Enum.GetValues<DirectRequestState>().ToDictionary(state => state,
            state => unrecorded[state].Count() + (recorded.Find(r => (int?)r.End == (int)state)?.Count ?? 0));
        return new SentStates(counts, unrecorded);
    }

    public static async Task<IReadOnlyList<SentRequest>> AsSentAsync(this HelloWorkDbContext db, IQueryable<DirectRequest> requests, int skip, int take, DateTime now, CancellationToken ct)
    {
        var today = Jst.DayOf(now);
        var rows = await requests.InContext(db)
            .OrderByDescending(r => r.Request.SentAt).ThenBy(r => r.Request.Id).Skip(skip).Take(take).ToListAsync(ct);
        var jobs = rows.Select(r => r.Request.JobOfferId).Distinct().ToList();
        var titles = await db.JobOffers.AsNoTracking().Where(j => jobs.Contains(j.Id))
            .Select(j => new { j.Id, j.Number, j.Title }).ToDictionaryAsync(j => j.Id, ct);
        var seekers = rows.Select(r => r.Request.SeekerId).Distinct().ToList();
        var numbers = await db.SeekerProfiles.AsNoTracking().Where(p => seekers.Contains(p.SeekerId))
            .Select(p => new { p.SeekerId, p.PublicNumber, Shown = db.ShownToEmployers(today).Any(s => s.SeekerId == p.SeekerId) })
            .ToDictionaryAsync(p => p.SeekerId, ct);
        return rows.ConvertAll(row =>
        {
            var (request, job, seeker) = (row.Request, titles[row.Request.JobOfferId], numbers[row.Request.SeekerId]);
            return new SentRequest(request.Id, request.SeekerId, seeker.PublicNumber, seeker.Shown, job.Number, job.Title, request.Message, request.SentAt, request.ReadAt,
                row.Deadline.At, row.DeadlineForEmployer.LastDay, row.StateAt(now), request.EndedAt ?? request.ImpliedEnd(now, row.Surroundings)?.At, request.DeclineReason) { Ends = row.DeadlineForEmployer.Ends };
        });
    }
}

internal sealed record SentStates(IReadOnlyDictionary<DirectRequestState, int> Counts, ILookup<DirectRequestState, DirectRequestId> Unrecorded)
{
    public IQueryable<DirectRequest> Having(IQueryable<DirectRequest> requests, DirectRequestState state)
    {
        var ids = Unrecorded[state].ToList();
        if (state is DirectRequestState.Unread or DirectRequestState.Read)
            return requests.Where(r => ids.Contains(r.Id));
        var end = (DirectRequestEnd)state;
        return requests.Where(r => r.End == end || ids.Contains(r.Id));
    }
}
