namespace HelloWork.Domain.Applications;

/// <summary>応募についてのメッセージ, between the employer and the applicant (AP-06).</summary>
public sealed class ApplicationMessage
{
    public const int LongestBody = 2000;

    private ApplicationMessage() { }

    /// <param name="id">Drawn with the form, so that one sent twice is one message.</param>
    public ApplicationMessage(Guid id, SelfApplicationId application, bool fromSeeker, Guid account, string body, DateTime now)
    {
        Id = id;
        SelfApplicationId = application;
        FromSeeker = fromSeeker;
        AccountId = account;
        Body = body;
        SentAt = now;
    }

    public Guid Id { get; private set; }
    public SelfApplicationId SelfApplicationId { get; private set; }
    public bool FromSeeker { get; private set; }
    public Guid AccountId { get; private set; }
    public string Body { get; private set; } = "";
    public DateTime SentAt { get; private set; }
    public DateTime? ReadAt { get; private set; }

    public void MarkRead(DateTime now) => ReadAt ??= now;
}

/// <summary>メッセージの下書き: what one side has typed and not sent yet, per account and application.</summary>
public sealed class ApplicationMessageDraft
{
    private ApplicationMessageDraft() { }

    public ApplicationMessageDraft(Guid account, SelfApplicationId application)
    {
        AccountId = account;
        SelfApplicationId = application;
    }

    public Guid AccountId { get; private set; }
    public SelfApplicationId SelfApplicationId { get; private set; }
    public string Body { get; private set; } = "";
    public DateTime SavedAt { get; private set; }

    public void Save(string body, DateTime now)
    {
        Body = body;
        SavedAt = now;
    }
}
