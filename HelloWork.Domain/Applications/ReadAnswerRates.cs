using System.Linq.Expressions;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>返事の状況を見る: what became of the office's own requests, month by month, and how soon it answers applications.</summary>
public sealed class ReadAnswerRates(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int Months = 6;

    /// <summary>The latest applications of the year that are looked at.</summary>
    public const int MostApplications = 2_000;

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<AnswerRates> RunAsync(EmployerActor employer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var answers = await db.AnswersAsync(employer.Office, AnswerReading.Since(today), MostApplications, ct);
        var habit = answers.Take(AnswerReading.Latest).Select(a => a.Wait(today)).OfType<int>().Order().ToList();
        return new(
            await RequestsAsync(db, employer.Office, first, now, ct),
            [.. Enum.GetValues<AnswerWait>().Select(wait => (wait, answers.Count(a => WaitOf(a) == wait)))],
            habit.Count >= ViewAnswerHabit.FewestCases && habit[habit.Count / 2] is < AnsweredApplication.Never and var days ? days : null);
    }

    /// <summary>What has a recorded end is counted by the database; the few others are told one by one, as everywhere.</summary>
    private static async Task<IReadOnlyList<RequestMonth>> RequestsAsync(HelloWorkDbContext db, OfficeId office, DateOnly first, DateTime now, CancellationToken ct)
    {
        var (since, later) = (Jst.StartOf(first), Enumerable.Range(1, Months - 1).Select(m => Jst.StartOf(first.AddMonths(m))));
        var sent = db.SentBy(office).Where(r => r.SentAt >= since);
        var month = Predicates.HowMany(later.Select(edge => (Expression<Func<DirectRequest, bool>>)(r => r.SentAt >= edge)));
        var counts = Enumerable.Range(0, Months).Select(_ => new Dictionary<DirectRequestState, int>()).ToList();
        foreach (var end in Enum.GetValues<DirectRequestEnd>())
            foreach (var group in await sent.Where(r => r.End == end).GroupBy(month).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
                counts[group.Key][(DirectRequestState)end] = group.Count;
        foreach (var open in await sent.Where(r => r.End == null).InContext(db).ToListAsync(ct))
        {
            var day = Jst.DayOf(open.Request.SentAt);
            var of = counts[(day.Year - first.Year) * 12 + day.Month - first.Month];
            of[open.StateAt(now)] = of.GetValueOrDefault(open.StateAt(now)) + 1;
        }
        return [.. counts.Select((of, m) => new RequestMonth(first.AddMonths(m), Of(of, DirectRequestState.Applied), Of(of, DirectRequestState.Declined), Of(of, DirectRequestState.Lapsed),
            Of(of, DirectRequestState.Unread) + Of(of, DirectRequestState.Read), Of(of, DirectRequestState.JobEnded) + Of(of, DirectRequestState.RegistrationEnded)))];
    }

    private static int Of(Dictionary<DirectRequestState, int> counts, DirectRequestState state) => counts.GetValueOrDefault(state);

    private static AnswerWait? WaitOf(AnsweredApplication application)
    {
        if (application.AnsweredAt is not { } answered)
            return application.WithdrawnAt is null ? AnswerWait.NotYet : null;
        return (Jst.DayOf(answered).DayNumber - Jst.DayOf(application.AppliedAt).DayNumber) switch
        {
            <= 1 => AnswerWait.NextDay,
            <= 3 => AnswerWait.ThreeDays,
            <= 7 => AnswerWait.Week,
            <= 14 => AnswerWait.TwoWeeks,
            _ => AnswerWait.Longer,
        };
    }
}

/// <summary>How an office answers and is answered.</summary>
/// <param name="Requests">Requests by the month they were sent in, the current one last.</param>
/// <param name="Applications">Applications of the last year by how long they waited for the first answer.</param>
/// <param name="UsualDays">Of the middle case; null: too few cases, or most are unanswered.</param>
public sealed record AnswerRates(IReadOnlyList<RequestMonth> Requests, IReadOnlyList<(AnswerWait Wait, int Count)> Applications, int? UsualDays);

/// <param name="Month">Its first day.</param>
/// <param name="Open">未読・既読</param>
/// <param name="Otherwise">求人終了・登録終了</param>
public sealed record RequestMonth(DateOnly Month, int Applied, int Declined, int Lapsed, int Open, int Otherwise)
{
    public int Sent => Applied + Declined + Lapsed + Open + Otherwise;
}

/// <summary>最初の返事までの日数</summary>
public enum AnswerWait
{
    /// <summary>翌日まで</summary>
    NextDay = 1,
    /// <summary>3日以内</summary>
    ThreeDays = 2,
    /// <summary>1週間以内</summary>
    Week = 3,
    /// <summary>2週間以内</summary>
    TwoWeeks = 4,
    Longer = 5,
    /// <summary>まだ</summary>
    NotYet = 6,
}
