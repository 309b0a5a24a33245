using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

internal static class InterviewResults
{
    /// <summary>面接選考結果までの日数: what the job card promises counts from the day of the interview agreed on, and falls away with it.</summary>
    public static async Task AwaitResultAsync(this HelloWorkDbContext db, Interview interview, DateTime now, CancellationToken ct)
    {
        var application = await db.SelfApplications.SingleAsync(a => a.Id == interview.SelfApplicationId, ct);
        var days = (await db.JobOffers.AsNoTracking().Where(j => j.Id == application.JobOfferId).Select(j => j.Card).SingleAsync(ct)).Selection.DaysToInterviewResult;
        application.AwaitResult(interview is { State: InterviewState.Agreed, StartsAt: { } at } && days is { } after ? Jst.DayOf(at).AddDays(after) : null, now);
    }
}
