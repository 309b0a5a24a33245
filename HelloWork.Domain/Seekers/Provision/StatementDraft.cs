namespace HelloWork.Domain.Seekers.Provision;

/// <summary>求職情報の下書き: what a seeker has typed into the steps of the profile; nobody sees it before it is published.</summary>
public sealed class StatementDraft
{
    private StatementDraft() { }

    public StatementDraft(SeekerId seeker) => SeekerId = seeker;

    public SeekerId SeekerId { get; private set; }
    public SeekerStatement Statement { get; private set; } = new();
    public DateTime SavedAt { get; private set; }
    /// <summary>Counts savings: who reviewed version 7 publishes version 7 or nothing (PV-03).</summary>
    public int Version { get; private set; }

    public void Save(SeekerStatement statement, DateTime now)
    {
        Statement = statement;
        SavedAt = now;
        Version++;
    }
}
