using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>新着のお知らせを止める: by the key that stands in each mail, without a sign-in. Stopping twice is stopping once.</summary>
public sealed class StopSearchAlert(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <returns>False: no search has this key (any more).</returns>
    public Task<bool> RunAsync(string key, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        if (!StopKeys.HasShape(key) || await db.SavedSearches.SingleOrDefaultAsync(s => s.StopKey == key, ct) is not { } search)
            return false;
        if (search.Alert is AlertFrequency.Off)
            return true;

        search.StopAlert();
        db.Record(clock.UtcNow(), null, nameof(StopSearchAlert), nameof(SavedSearch), search.Id);
        return true;
    }, ct);
}

/// <summary>止めたお知らせをもう一度受け取る: takes back what the same key has stopped, without a sign-in, and nothing else: what its owner has turned off stays off.</summary>
public sealed class ResumeSearchAlert(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <returns>False: no search has this key (any more), or nothing was stopped by it. Twice is once.</returns>
    public Task<bool> RunAsync(string key, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        if (!StopKeys.HasShape(key) || await db.SavedSearches.SingleOrDefaultAsync(s => s.StopKey == key, ct) is not { } search)
            return false;
        if (search.StoppedFrom is null)
            return search.Alert is not AlertFrequency.Off;

        var now = clock.UtcNow();
        search.ResumeAlert(now);
        db.Record(now, null, nameof(ResumeSearchAlert), nameof(SavedSearch), search.Id, search.Alert.ToString());
        return true;
    }, ct);
}

/// <summary>止めるお知らせを確かめる: which search a mail's link would stop.</summary>
public sealed class ViewSearchAlert(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <param name="CanResume">Stopped by this key, which can take it back.</param>
    public sealed record Result(string Name, AlertFrequency Alert, bool CanResume);

    /// <returns>The search's name and what it tells now; null: no search has this key (any more).</returns>
    public async Task<Result?> RunAsync(string key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asked = StopKeys.HasShape(key) ? key : "";
        return await db.SavedSearches.AsNoTracking().Where(s => s.StopKey == asked).Select(s => new Result(s.Name, s.Alert, s.StoppedFrom != null)).SingleOrDefaultAsync(ct);
    }
}

internal static class StopKeys
{
    private const int Letters = 22;

    public static bool HasShape(string key) => key.Length == Letters && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
