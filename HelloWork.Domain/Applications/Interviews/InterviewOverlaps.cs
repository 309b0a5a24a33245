using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>
/// 面接の時間の重なり, within one office: a time that somebody else has agreed on since it was offered is taken and can't be picked. One that the employer offered beside an
/// interview they knew of can: they may have two rooms.
/// </summary>
internal static class InterviewOverlaps
{
    /// <summary>An interview agreed on.</summary>
    /// <param name="Stood">Where it stood after each of its steps, oldest first.</param>
    public sealed record Taken(InterviewId Interview, DateTime StartsAt, int Minutes, IReadOnlyList<Standing> Stood)
    {
        public bool Meets(DateTime startsAt, int minutes) => Meet(StartsAt, Minutes, startsAt, minutes);

        /// <summary>It meets this hour now, and didn't when the hour was offered: agreed on, moved or made longer since.</summary>
        public bool HasTaken(DateTime startsAt, int minutes, DateTime offeredAt) => Meets(startsAt, minutes)
            && !(Stood.LastOrDefault(s => s.At < offeredAt) is { StartsAt: { } then } before && Meet(then, before.Minutes ?? Minutes, startsAt, minutes));

        private static bool Meet(DateTime startsAt, int minutes, DateTime other, int otherMinutes) => other < startsAt.AddMinutes(minutes) && startsAt < other.AddMinutes(otherMinutes);
    }

    /// <param name="At">UTC: since when.</param>
    /// <param name="StartsAt">UTC; null: nothing was agreed on.</param>
    /// <param name="Minutes">Null: not noted, as long as it is now.</param>
    public sealed record Standing(DateTime At, DateTime? StartsAt, int? Minutes);

    /// <param name="except">The one that is asked about.</param>
    public static async Task<IReadOnlyList<Taken>> TakenAsync(this HelloWorkDbContext db, OfficeId office, InterviewId except, DateTime now, CancellationToken ct)
    {
        var from = now.AddMinutes(-Interview.LongestMinutes);
        return await db.Interviews.AsNoTracking().Where(i => i.Id != except && i.State == InterviewState.Agreed && i.StartsAt > from && db.SentTo(office).Any(a => a.Id == i.SelfApplicationId))
            .Select(i => new Taken(i.Id, i.StartsAt!.Value, i.Minutes, i.Steps.OrderBy(s => s.Number).Select(s => new Standing(s.At, s.StartsAt, s.Minutes)).ToList())).ToListAsync(ct);
    }

    public static bool IsTaken(this IEnumerable<Taken> others, DateTime startsAt, int minutes, DateTime offeredAt) => others.Any(t => t.HasTaken(startsAt, minutes, offeredAt));

    /// <summary>Of the times offered those that can still be picked, the earliest first.</summary>
    public static async Task<IReadOnlyList<DateTime>> ToBePickedAsync(this HelloWorkDbContext db, InterviewId offer, OfficeId office, DateTime now, CancellationToken ct)
    {
        var times = await db.Interviews.AsNoTracking().Where(i => i.Id == offer)
            .Select(i => new { i.Minutes, OfferedAt = i.Steps.Min(s => s.At), ToCome = i.Times.Where(t => t.StartsAt > now).OrderBy(t => t.StartsAt).Select(t => t.StartsAt).ToList() }).SingleAsync(ct);
        var others = await db.TakenAsync(office, offer, now, ct);
        return times.ToCome.FindAll(at => !others.IsTaken(at, times.Minutes, times.OfferedAt));
    }

    public static Task<OfficeId> OfficeOfAsync(this HelloWorkDbContext db, SelfApplicationId application, CancellationToken ct) =>
        db.SelfApplications.Where(a => a.Id == application).Join(db.JobOffers, a => a.JobOfferId, j => j.Id, (_, j) => j.OfficeId).SingleAsync(ct);

    /// <summary>Other applicants with this hour among theirs: their pages are told, and a pick of theirs at this very moment meets the changed version and runs again.</summary>
    public static async Task CloseToOthersAsync(this HelloWorkDbContext db, Interview agreed, OfficeId office, DateTime now, CancellationToken ct)
    {
        var (from, to) = (agreed.StartsAt!.Value, agreed.EndsAt!.Value);
        var taken = await db.TakenAsync(office, agreed.Id, now, ct);
        foreach (var other in await db.OfferedTo(agreed.Id, office, from, to).Whole().ToListAsync(ct))
        {
            var offeredAt = other.Steps.Min(s => s.At);
            other.LoseTimes(other.Times.Where(t => t.StartsAt > now && (t.StartsAt >= to || t.StartsAt.AddMinutes(other.Minutes) <= from)
                && !taken.IsTaken(t.StartsAt, other.Minutes, offeredAt)).Max(t => (DateTime?)t.StartsAt), now);
            await db.SignalAsync(other.SelfApplicationId, now, ct);
        }
    }

    /// <summary>An hour that was agreed on is free again: the pages of other applicants with it among theirs are told.</summary>
    public static async Task OpenToOthersAsync(this HelloWorkDbContext db, InterviewId left, OfficeId office, DateTime from, DateTime to, DateTime now, CancellationToken ct)
    {
        foreach (var application in await db.OfferedTo(left, office, from, to).Select(i => i.SelfApplicationId).ToListAsync(ct))
            await db.SignalAsync(application, now, ct);
    }

    private static IQueryable<Interview> OfferedTo(this HelloWorkDbContext db, InterviewId except, OfficeId office, DateTime from, DateTime to)
    {
        var earliest = from.AddMinutes(-Interview.LongestMinutes);
        return db.Interviews.Where(i => i.Id != except && i.State == InterviewState.Offered && i.Times.Any(t => t.StartsAt > earliest && t.StartsAt < to)
            && db.SentTo(office).Any(a => a.Id == i.SelfApplicationId));
    }

    /// <summary>The open interview with what of it meets others.</summary>
    public static async Task<IReadOnlyList<InterviewView>> WithOverlapsAsync(this HelloWorkDbContext db, IReadOnlyList<InterviewView> interviews, SelfApplicationId application, DateTime now, CancellationToken ct)
    {
        if (interviews.LastOrDefault(i => i.IsOpen) is not { } open)
            return interviews;
        var others = await db.TakenAsync(await db.OfficeOfAsync(application, ct), open.Id, now, ct);
        if (others.Count == 0)
            return interviews;
        var marked = open with
        {
            Overlaps = open is { State: InterviewState.Agreed, StartsAt: { } at } && others.Any(t => t.Meets(at, open.Minutes)),
            Times = [.. open.Times.Select(t => t with
            {
                Overlaps = others.Any(o => o.Meets(t.StartsAt, open.Minutes)),
                IsTaken = open.State is InterviewState.Offered && others.IsTaken(t.StartsAt, open.Minutes, open.Steps[0].At),
            })],
        };
        return [.. interviews.Select(i => i.Id == open.Id ? marked : i)];
    }
}
