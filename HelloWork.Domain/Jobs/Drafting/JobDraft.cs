using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人申込みの下書き: what an office has typed into the eight steps. Nobody else sees it before its check is asked for (JO-01).</summary>
public sealed class JobDraft
{
    public const int MostPerOffice = 100;

    private JobDraft() { }

    public JobDraft(JobDraftId id, OfficeId office, JobDraftOrigin origin, JobOffer? changes, JobNumber? from, JobDraftValues values, DateTime now)
    {
        Id = id;
        OfficeId = office;
        Origin = origin;
        JobOfferId = changes?.Id;
        FromNumber = from;
        StartedAt = now;
        Save(values, now);
    }

    public JobDraftId Id { get; private set; }
    public OfficeId OfficeId { get; private set; }
    public JobDraftOrigin Origin { get; private set; }
    /// <summary>The job it changes; null: it will get a number of its own.</summary>
    public JobOfferId? JobOfferId { get; private set; }
    /// <summary>The job it was copied from.</summary>
    public JobNumber? FromNumber { get; private set; }
    public JobDraftValues Values { get; private set; } = JobDraftValues.Empty;
    /// <summary>職種 as typed, for lists.</summary>
    public string Title { get; private set; } = "";
    public DateTime StartedAt { get; private set; }
    public DateTime SavedAt { get; private set; }
    /// <summary>確認を依頼した日時; null: never yet.</summary>
    public DateTime? SentAt { get; private set; }
    /// <summary>Counts savings: who reviewed version 7 sends version 7 or nothing.</summary>
    public int Version { get; private set; }

    /// <summary>The version that was sent last.</summary>
    public int? SentVersion { get; private set; }

    /// <summary>What was sent is what stands here.</summary>
    public bool IsAsSent => SentVersion == Version;

    public void Save(JobDraftValues values, DateTime now)
    {
        Values = values;
        Title = Shortened(values["Work.Title"]);
        SavedAt = now;
        Version++;
    }

    /// <summary>確認を依頼する. From now on it is the draft of this job.</summary>
    public void Send(JobOffer job, DateTime now)
    {
        if (JobOfferId is { } own && own != job.Id)
            throw new InvalidOperationException($"Draft {Id} changes job offer {own}, not {job.Id}.");
        JobOfferId = job.Id;
        SentAt = now;
        SentVersion = ++Version;
    }

    private static string Shortened(string title) => title.Length <= 400 ? title : title[..(char.IsHighSurrogate(title[399]) ? 399 : 400)];
}

/// <summary>How a draft came to be.</summary>
public enum JobDraftOrigin
{
    New = 1,
    /// <summary>転用</summary>
    Copy = 2,
    /// <summary>公開中・確認待ちの求人の変更</summary>
    Change = 3,
    /// <summary>再申込み: an ended job under a new number; DR-02 starts anew.</summary>
    Renewal = 4,
}
