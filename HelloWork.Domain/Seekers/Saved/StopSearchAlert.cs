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

/// <summary>止めるお知らせを確かめる: which search a mail's link would stop.</summary>
public sealed class ViewSearchAlert(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>The search's name and what it tells now; null: no search has this key (any more).</returns>
    public async Task<(string Name, AlertFrequency Alert)?> RunAsync(string key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asked = StopKeys.HasShape(key) ? key : "";
        var search = await db.SavedSearches.AsNoTracking().Where(s => s.StopKey == asked).Select(s => new { s.Name, s.Alert }).SingleOrDefaultAsync(ct);
        return search is null ? null : (search.Name, search.Alert);
    }
}

internal static class StopKeys
{
    private const int Letters = 22;

    public static bool HasShape(string key) => key.Length == Letters && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
