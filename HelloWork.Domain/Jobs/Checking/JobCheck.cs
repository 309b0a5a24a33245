namespace HelloWork.Domain.Jobs.Checking;

/// <summary>求人の確認: what a counselor notes on a job that awaits its check, line by line, and what was sent back (JO-01). Gone once it is published.</summary>
public sealed class JobCheck
{
    private JobCheck() { }

    public JobCheck(JobOfferId job) => JobOfferId = job;

    public JobOfferId JobOfferId { get; private set; }
    /// <summary>コメント as typed so far; the office doesn't see them.</summary>
    public JobComments Comments { get; private set; } = JobComments.None;
    public DateTime? SavedAt { get; private set; }
    /// <summary>What the office was told last.</summary>
    public JobComments SentComments { get; private set; } = JobComments.None;
    /// <summary>差し戻した日時; null: it waits for the counselor.</summary>
    public DateTime? SentBackAt { get; private set; }
    public Guid? SentBackBy { get; private set; }
    public int Version { get; private set; }

    public void Save(JobComments comments, DateTime now)
    {
        Comments = comments;
        SavedAt = now;
        Version++;
    }

    public void SendBack(JobComments comments, Guid counselor, DateTime now)
    {
        if (comments.ByRow.Count == 0)
            throw new ArgumentException("What is sent back has a comment.", nameof(comments));
        SentComments = comments;
        Comments = JobComments.None;
        SavedAt = null;
        SentBackAt = now;
        SentBackBy = counselor;
        Version++;
    }

    /// <summary>The office asks again. What it was told stays for the counselor to look at.</summary>
    public void Resume(DateTime now)
    {
        if (SentBackAt > now)
            throw new InvalidOperationException("It was sent back later than this.");
        SentBackAt = null;
        SentBackBy = null;
        Version++;
    }
}

/// <summary>コメント by line of the card, or by one field of a line that has several (<see cref="Drafting.JobFields.CanComment"/>). An immutable document without empty ones.</summary>
public sealed record JobComments(IReadOnlyDictionary<string, string> ByRow)
{
    public const int Longest = 500;

    public static JobComments None { get; } = new(new Dictionary<string, string>());

    public string? this[string row] => ByRow.GetValueOrDefault(row);

    /// <summary>Of known lines and fields only, outer blanks gone.</summary>
    public JobComments Tidied() => new(ByRow.Where(c => Drafting.JobFields.CanComment(c.Key))
        .Select(c => KeyValuePair.Create(c.Key, Common.WrittenText.Tidy(c.Value))).Where(c => c.Value.Length > 0).ToDictionary());

    /// <summary>Lines whose comment is too long or can't be stored.</summary>
    public IEnumerable<string> TooLong() => ByRow.Where(c => !Common.WrittenText.Fits(c.Value, Longest)).Select(c => c.Key);
}
