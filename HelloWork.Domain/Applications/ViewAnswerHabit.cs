using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>返事の早さを見る: how soon the office of a public job usually answers an application. Only what speaks for it, and only when enough cases do.</summary>
public sealed class ViewAnswerHabit(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>事業所あたり: fewer say nothing.</summary>
    public const int FewestCases = 5;

    /// <summary>A slower office is left without a sentence.</summary>
    public const int MostDays = 14;

    /// <param name="Days">Of the middle case, the slower of two, in Japanese days; 0: on the same day.</param>
    /// <param name="Cases">From how many applications this is told.</param>
    public sealed record Habit(int Days, int Cases);

    /// <returns>Null: not a public job with its office's name that takes online applications, too few applications, or usually slower.</returns>
    public async Task<Habit?> RunAsync(JobNumber job, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.TodayInJapan();
        // Of a job without the office's name the figures would tell whose it is.
        var office = await db.JobOffers.AsNoTracking().ShownOn(today).Where(j => j.Number == job && j.Disclosure == Disclosure.NameToAll && j.AcceptsSelfApplication).Select(j => (OfficeId?)j.OfficeId).SingleOrDefaultAsync(ct);
        if (office is not { } id)
            return null;
        var waits = (await db.AnswersAsync(id, AnswerReading.Since(today), AnswerReading.Latest, ct)).Select(a => a.Wait(today)).OfType<int>().Order().ToList();
        return waits.Count >= FewestCases && waits[waits.Count / 2] is <= MostDays and var days ? new(days, waits.Count) : null;
    }
}

/// <summary>When an application came and when the office first answered it: by a message, interview times, or a step it recorded other than 書類選考中, which answers nobody.</summary>
internal sealed record AnsweredApplication(DateTime AppliedAt, DateTime? AnsweredAt, DateTime? WithdrawnAt)
{
    /// <summary>An application that has waited longer counts as answered never.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Japanese days until the answer; null: no case yet, since it is too young, or was withdrawn first.</summary>
    public int? Wait(DateOnly today)
    {
        if (AnsweredAt is { } answered && (WithdrawnAt is null || answered <= WithdrawnAt))
            return Jst.DayOf(answered).DayNumber - Jst.DayOf(AppliedAt).DayNumber;
        return WithdrawnAt is null && today.DayNumber - Jst.DayOf(AppliedAt).DayNumber > ViewAnswerHabit.MostDays ? Never : null;
    }
}

internal static class AnswerReading
{
    /// <summary>The latest are asked: an office that has become quicker shall be told so.</summary>
    public const int Latest = 50;

    /// <summary>A year back.</summary>
    public static DateTime Since(DateOnly today) => Jst.StartOf(today.AddYears(-1));

    /// <summary>The latest applications to an office, at most so many.</summary>
    public static async Task<IReadOnlyList<AnsweredApplication>> AnswersAsync(this HelloWorkDbContext db, OfficeId office, DateTime since, int most, CancellationToken ct)
    {
        var rows = await db.SentTo(office).AsNoTracking().Where(a => a.AppliedAt >= since).OrderByDescending(a => a.AppliedAt).ThenBy(a => a.Id).Take(most)
            .Select(a => new
            {
                a.AppliedAt, a.WithdrawnAt,
                Step = db.Set<ApplicationStep>().Where(s => s.SelfApplicationId == a.Id && s.Number > 1 && s.Status != ApplicationStatus.Withdrawn && s.Status != ApplicationStatus.DocumentScreening).OrderBy(s => s.Number).Select(s => (DateTime?)s.At).FirstOrDefault(),
                Message = db.ApplicationMessages.Where(m => m.SelfApplicationId == a.Id && !m.FromSeeker).OrderBy(m => m.SentAt).Select(m => (DateTime?)m.SentAt).FirstOrDefault(),
                Offer = db.Interviews.Where(i => i.SelfApplicationId == a.Id).SelectMany(i => i.Steps).Where(s => s.Kind == InterviewStepKind.Offered).OrderBy(s => s.At).Select(s => (DateTime?)s.At).FirstOrDefault(),
            }).ToListAsync(ct);
        return rows.ConvertAll(r => new AnsweredApplication(r.AppliedAt, new[] { r.Step, r.Message, r.Offer }.Min(), r.WithdrawnAt));
    }
}
