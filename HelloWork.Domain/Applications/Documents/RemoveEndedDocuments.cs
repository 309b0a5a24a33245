using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>
/// 期間の過ぎた応募書類を消す: thirty days after 採用, ninety days after it was added to an application that was never sent or after the job's end where nothing was decided, and
/// of what isn't decided when the seeker's MyPage closes. No employer could read them any more before it runs.
/// </summary>
public sealed class RemoveEndedDocuments(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many files were removed.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var abandoned = now.AddDays(-DocumentAccess.DaysOfADraft);
        var over = await db.ApplicationDocuments.Where(d => d.SelfApplicationId == null
                ? d.AddedAt <= abandoned || db.Seekers.Any(s => s.Id == d.SeekerId && s.MyPageClosedAt != null)
                : !db.OpenDocuments(now).Any(o => o.Id == d.Id))
            .OrderBy(d => d.AddedAt).ThenBy(d => d.Id).Select(d => d.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        if (over.Count == 0)
            return 0;
        foreach (var id in over)
            db.Record(now, null, nameof(RemoveEndedDocuments), nameof(ApplicationDocument), id);
        await db.ApplicationDocuments.Where(d => over.Contains(d.Id)).ExecuteDeleteAsync(ct);
        return over.Count;
    }
}
