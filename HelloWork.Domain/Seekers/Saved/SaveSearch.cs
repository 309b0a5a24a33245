using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Saved;

public enum SavedSearchRefusal
{
    /// <summary>No condition is set: it would tell of every job in Japan.</summary>
    NothingChosen = 1,
    NameMissing = 2,
    NameTooLong = 3,
    /// <summary>All <see cref="SavedSearch.Most"/> places are taken.</summary>
    TooMany = 4,
    /// <summary>The same conditions are saved already.</summary>
    AlreadySaved = 5,
    NotThere = 6,
}

/// <summary>検索条件を保存する</summary>
public sealed class SaveSearch(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Seeker, string Name, JobSearchQuery Query, AlertFrequency Alert);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<SavedSearchRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<SavedSearchRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Seeker, ct);
        var name = WrittenText.Tidy(command.Name);
        if (command.Query.ToKeep().IsEmpty)
            return SavedSearchRefusal.NothingChosen;
        if (SavedSearchNames.Refused(name) is { } refused)
            return refused;
        var key = SavedSearch.KeyOf(command.Query);
        var own = await db.SavedSearches.Where(s => s.SeekerId == command.Seeker.Seeker).Select(s => new { s.Slot, s.QueryKey }).ToListAsync(ct);
        if (own.Any(s => s.QueryKey == key))
            return SavedSearchRefusal.AlreadySaved;
        if (own.Count >= SavedSearch.Most)
            return SavedSearchRefusal.TooMany;

        var search = new SavedSearch(command.Seeker.Seeker, Enumerable.Range(1, SavedSearch.Most).First(slot => own.All(s => s.Slot != slot)), name, command.Query, command.Alert, now);
        db.SavedSearches.Add(search);
        db.Record(now, command.Seeker.Account, nameof(SaveSearch), nameof(SavedSearch), search.Id, command.Alert.ToString());
        return null;
    }, ct);
}

/// <summary>保存した検索条件を変える: its name, and how often it tells.</summary>
public sealed class ChangeSavedSearch(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Seeker, SavedSearchId Search, string Name, AlertFrequency Alert);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<SavedSearchRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<SavedSearchRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Seeker, ct);
        var name = WrittenText.Tidy(command.Name);
        if (SavedSearchNames.Refused(name) is { } refused)
            return refused;
        if (await db.SavedSearches.SingleOrDefaultAsync(s => s.Id == command.Search && s.SeekerId == command.Seeker.Seeker, ct) is not { } search)
            return SavedSearchRefusal.NotThere;

        search.Change(name, command.Alert, now);
        db.Record(now, command.Seeker.Account, nameof(ChangeSavedSearch), nameof(SavedSearch), search.Id, command.Alert.ToString());
        return null;
    }, ct);
}

/// <summary>保存した検索条件を消す: with its mails. Which jobs the seeker knows stays, so that another search doesn't tell them again.</summary>
public sealed class RemoveSavedSearch(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Seeker, SavedSearchId Search);

    /// <returns>False: there is no such search of this seeker.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Seeker, ct);
        if (await db.SavedSearches.SingleOrDefaultAsync(s => s.Id == command.Search && s.SeekerId == command.Seeker.Seeker, ct) is not { } search)
            return false;

        db.SavedSearches.Remove(search);
        db.Record(now, command.Seeker.Account, nameof(RemoveSavedSearch), nameof(SavedSearch), search.Id);
        return true;
    }, ct);
}

internal static class SavedSearchNames
{
    public static SavedSearchRefusal? Refused(string tidied) =>
        tidied.Length == 0 ? SavedSearchRefusal.NameMissing : !WrittenText.Fits(tidied, SavedSearch.LongestName) || tidied.Contains('\n') ? SavedSearchRefusal.NameTooLong : null;
}

/// <summary>保存した検索条件を一覧する: the latest first.</summary>
public sealed class ListSavedSearches(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record Query(SeekerActor Seeker);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<IReadOnlyList<SavedSearchItem>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var rows = await db.SavedSearches.AsNoTracking().Where(s => s.SeekerId == query.Seeker.Seeker).OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Slot).Take(SavedSearch.Most)
            .Select(s => new { s.Id, s.Name, s.Query, s.Alert, s.NextAlertOn, Last = db.SearchAlerts.Where(a => a.SavedSearchId == s.Id).Max(a => (DateOnly?)a.Day) }).ToListAsync(ct);
        return rows.ConvertAll(r => new SavedSearchItem(r.Id, r.Name, r.Query, r.Alert, r.NextAlertOn, r.Last));
    }
}

/// <param name="NextAlertOn">Japanese day in whose morning the next mail may come; null without alerts.</param>
/// <param name="LastToldOn">Japanese day of the last mail, or null.</param>
public sealed record SavedSearchItem(SavedSearchId Id, string Name, JobSearchQuery Query, AlertFrequency Alert, DateOnly? NextAlertOn, DateOnly? LastToldOn);
