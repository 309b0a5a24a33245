using System.Buffers.Text;
using System.Security.Cryptography;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>新着のお知らせの回数: how often a saved search tells of new jobs.</summary>
public enum AlertFrequency
{
    /// <summary>お知らせしない</summary>
    Off = 1,
    /// <summary>毎日</summary>
    Daily = 2,
    /// <summary>週に1回</summary>
    Weekly = 3,
}

/// <summary>保存した検索条件: a search that a seeker wants to run again, or to be told of by mail.</summary>
public sealed class SavedSearch
{
    /// <summary>So many places a seeker has; the database holds them by <see cref="Slot"/>.</summary>
    public const int Most = 20;
    public const int LongestName = 60;
    private const int DaysToTakeBack = 7;

    private SavedSearch() { }

    public SavedSearch(SeekerId seeker, int slot, string name, JobSearchQuery query, AlertFrequency alert, DateTime now)
    {
        if (slot is < 1 or > Most)
            throw new ArgumentOutOfRangeException(nameof(slot), slot, "No such place.");

        Id = new(NewId.Next());
        SeekerId = seeker;
        Slot = (byte)slot;
        Query = query.ToKeep();
        QueryKey = KeyOf(query);
        StopKey = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        CreatedAt = now;
        Name = name;
        SetAlert(alert, now);
    }

    public SavedSearchId Id { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public byte Slot { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Conditions without page, size and order.</summary>
    public JobSearchQuery Query { get; private set; } = new();
    /// <summary>Tells the same conditions: they are saved once.</summary>
    public string QueryKey { get; private set; } = "";
    public AlertFrequency Alert { get; private set; }
    /// <summary>Japanese day from which the next alert is due; null without alerts.</summary>
    public DateOnly? NextAlertOn { get; private set; }
    /// <summary>UTC, a whole minute: what was published through it needs no telling any more.</summary>
    public DateTime ToldThrough { get; private set; }
    /// <summary>How often it told before its mails were stopped by <see cref="StopKey"/>; null: they weren't, or their owner has decided anew.</summary>
    public AlertFrequency? StoppedFrom { get; private set; }
    /// <summary>Stops the mails without a sign-in, and takes that back. It stands in every mail, so it is kept as it is; it can do nothing else.</summary>
    public string StopKey { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    /// <summary>Application-managed: SQLite has no row version.</summary>
    public int Version { get; private set; }

    public static string KeyOf(JobSearchQuery query) => Fingerprint.Of(query.ToKeep());

    public void Change(string name, AlertFrequency alert, DateTime now)
    {
        Name = name;
        if (alert != Alert)
            SetAlert(alert, now);
        StoppedFrom = null;
        Version++;
    }

    /// <summary>By its key.</summary>
    public void StopAlert()
    {
        if (Alert is AlertFrequency.Off)
            throw new InvalidOperationException($"Search {Id} tells nothing.");
        (StoppedFrom, Alert) = (Alert, AlertFrequency.Off);
        NextAlertOn = null;
        Version++;
    }

    /// <summary>もう一度受け取る: takes the stop by its key back, as it was. Taken back within a week, nothing that came meanwhile is missed.</summary>
    public void ResumeAlert(DateTime now)
    {
        if (StoppedFrom is not { } before)
            throw new InvalidOperationException($"Search {Id} wasn't stopped by its key.");
        var told = ToldThrough;
        SetAlert(before, now);
        // The last telling may lie a whole interval before the stop.
        if (told > now.AddDays(-DaysToTakeBack - (before is AlertFrequency.Weekly ? 7 : 1)))
            (ToldThrough, NextAlertOn) = (told, NextAfter(before, Jst.DayOf(told)));
        StoppedFrom = null;
        Version++;
    }

    /// <summary>What was published through a moment is told, or there was nothing; the next time is due tomorrow or in a week.</summary>
    public void HaveTold(DateTime through, DateOnly today)
    {
        if (through > ToldThrough)
            ToldThrough = through;
        NextAlertOn = NextAfter(Alert, today);
        Version++;
    }

    private void SetAlert(AlertFrequency alert, DateTime now)
    {
        // What came while nothing was to be told stays untold. A minute early: of two things in one minute none is missed.
        if (Alert is not (AlertFrequency.Daily or AlertFrequency.Weekly))
            ToldThrough = Minute(now).AddMinutes(-1);
        Alert = alert;
        NextAlertOn = NextAfter(alert, Jst.DayOf(now));
    }

    private static DateOnly? NextAfter(AlertFrequency alert, DateOnly today) => alert switch
    {
        AlertFrequency.Daily => today.AddDays(1),
        AlertFrequency.Weekly => today.AddDays(7),
        _ => null,
    };

    internal static DateTime Minute(DateTime utc) => new(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);
}

/// <summary>新着のお知らせ: one mail of a saved search; at most one a Japanese day.</summary>
public sealed class SearchAlert
{
    private SearchAlert() { }

    /// <param name="count">How many new jobs there were; the mail names the first of them.</param>
    public SearchAlert(SavedSearchId search, DateOnly day, int count)
    {
        SavedSearchId = search;
        Day = day;
        Count = count;
    }

    public SavedSearchId SavedSearchId { get; private set; }
    public DateOnly Day { get; private set; }
    public int Count { get; private set; }
}

/// <summary>お知らせした求人: named in a mail of this search. That nobody is told it again is kept by <see cref="ToldJobOffer"/>.</summary>
public sealed class SearchAlertJob
{
    private SearchAlertJob() { }

    public SearchAlertJob(SavedSearchId search, JobNumber number, DateOnly day, int position)
    {
        SavedSearchId = search;
        Number = number;
        Day = day;
        Position = (byte)position;
    }

    public SavedSearchId SavedSearchId { get; private set; }
    public JobNumber Number { get; private set; }
    public DateOnly Day { get; private set; }
    public byte Position { get; private set; }
}

/// <summary>知らせ済みの求人: a seeker was told of this job by one of their searches, and isn't again by another. It outlives the search.</summary>
public sealed class ToldJobOffer
{
    private ToldJobOffer() { }

    public ToldJobOffer(SeekerId seeker, JobNumber number, DateOnly day)
    {
        SeekerId = seeker;
        Number = number;
        Day = day;
    }

    public SeekerId SeekerId { get; private set; }
    public JobNumber Number { get; private set; }
    public DateOnly Day { get; private set; }
}
