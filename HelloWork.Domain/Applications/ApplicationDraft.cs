using HelloWork.Domain.Jobs;

namespace HelloWork.Domain.Applications;

/// <summary>応募の下書き: the motivation as typed so far, per account and job.</summary>
public sealed class ApplicationDraft
{
    private ApplicationDraft() { }

    public ApplicationDraft(Guid account, JobOfferId job)
    {
        AccountId = account;
        JobOfferId = job;
    }

    public Guid AccountId { get; private set; }
    public JobOfferId JobOfferId { get; private set; }
    public string Motivation { get; private set; } = "";
    public DateTime SavedAt { get; private set; }

    public void Save(string motivation, DateTime now)
    {
        Motivation = motivation;
        SavedAt = now;
    }
}
