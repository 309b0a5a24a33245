using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>届いた直接リクエストの一覧: a seeker's own, those that may still be answered first (DR-08).</summary>
public sealed class ListReceivedRequests(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int PageSize = 20;
    private const int MostOpen = 200;

    /// <param name="OpenOnly">Only those that may still be answered, the nearest deadline first.</param>
    public sealed record Query(SeekerActor Seeker, bool OpenOnly = false, int Page = 1);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<Page<ReceivedRequestItem>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var now = clock.UtcNow();
        var mine = db.DirectRequests.AsNoTracking().Where(r => r.SeekerId == query.Seeker.Seeker);

        if (query.OpenOnly)
        {
            var unanswered = await Read(mine.Where(r => r.End == null && r.ExpiresAt > now), db)
                .OrderBy(r => r.Context.Request.ExpiresAt).ThenBy(r => r.Context.Request.Id).Take(MostOpen).ToListAsync(ct);
            var open = unanswered.Where(r => r.Context.IsOpenAt(now)).OrderBy(r => r.Context.Deadline.At).Select(r => r.ItemAt(now)).ToList();
            return new(open, open.Count, 1, MostOpen);
        }

        var page = Math.Max(query.Page, 1);
        var rows = await Read(mine, db)
            .OrderByDescending(r => r.Context.Request.End == null && r.Context.Request.ExpiresAt > now)
            .ThenByDescending(r => r.Context.Request.SentAt).ThenBy(r => r.Context.Request.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(rows.ConvertAll(r => r.ItemAt(now)), await mine.CountAsync(ct), page, PageSize);
    }

    private static IQueryable<Row> Read(IQueryable<DirectRequest> requests, HelloWorkDbContext db) =>
        from context in requests.InContext(db)
        join job in db.JobOffers on context.Request.JobOfferId equals job.Id
        join office in db.Offices on job.OfficeId equals office.Id
        select new Row { Context = context, Number = job.Number, Title = job.Title, OfficeName = office.Name };

    private sealed class Row
    {
        public required RequestInContext Context { get; init; }
        public required JobNumber Number { get; init; }
        public required string Title { get; init; }
        public required string OfficeName { get; init; }

        public ReceivedRequestItem ItemAt(DateTime now) => new(
            Context.Request.Id, Context.StateAt(now), Context.Request.JobOfferId, Number, Title, OfficeName, Context.Request.SentAt, Context.Deadline.LastDay) { Ends = Context.Deadline.Ends };
    }
}

/// <summary>One line of the list.</summary>
/// <param name="LastDay">The last Japanese day on which an answer counts.</param>
public sealed record ReceivedRequestItem(DirectRequestId Id, DirectRequestState State, JobOfferId JobOffer, JobNumber Job, string JobTitle, string OfficeName, DateTime SentAt, DateOnly LastDay)
{
    /// <summary>What comes after that day without an answer.</summary>
    public DirectRequestEnd Ends { get; init; } = DirectRequestEnd.Lapsed;

    public bool IsOpen => State is DirectRequestState.Unread or DirectRequestState.Read;
}
