namespace HelloWork.Domain.Data.Feed;

/// <summary>
/// 変更の知らせ: a record that a search shows was written or removed. The database itself adds the row, in the transaction of the change
/// (<see cref="FeedTriggers"/>); what the record looks like now is read from its own tables.
/// </summary>
public sealed class RecordChange
{
    private RecordChange() { }

    public RecordChange(long number, ChangedRecord kind, Guid recordId) => (Number, Kind, RecordId) = (number, kind, recordId);

    /// <summary>Grows with each change. Read it by <see cref="ReadChanges"/> only: on SQL Server a smaller one may become visible after a greater one.</summary>
    public long Number { get; private set; }
    public ChangedRecord Kind { get; private set; }
    /// <summary>Key of the <see cref="Jobs.JobOffer"/>, <see cref="Seekers.Seeker"/> or <see cref="Providers.Provider"/>.</summary>
    public Guid RecordId { get; private set; }
}

/// <summary>What has changed.</summary>
public enum ChangedRecord : byte
{
    /// <summary>求人: what it says, its state, its places, or its office.</summary>
    JobOffer = 1,
    /// <summary>求職者: profile, registration and its end, consents, MyPage, provision service, receive conditions, blocks.</summary>
    Seeker = 2,
    /// <summary>利用団体: what it handles, its mark, its suspensions.</summary>
    Provider = 3,
}

/// <summary>Up to where the feed has been cut off; one row.</summary>
public sealed class FeedMark
{
    public const byte OnlyId = 1;

    private FeedMark() { }

    public FeedMark(long current, DateTime now)
    {
        Id = OnlyId;
        (NextThrough, NextSince) = (current, now);
    }

    public byte Id { get; private set; }
    /// <summary>Changes up to this number are gone, or going.</summary>
    public long PrunedThrough { get; private set; }
    /// <summary>What had been committed at <see cref="NextSince"/>: gone after the next pruning.</summary>
    public long NextThrough { get; private set; }
    public DateTime NextSince { get; private set; }

    /// <summary>What was the end of the feed when this was last called is cut off now.</summary>
    public void Advance(long current, DateTime now) => (PrunedThrough, NextThrough, NextSince) = (NextThrough, current, now);
}
