namespace HelloWork.Domain.Seekers;

/// <summary>開設手続き中のアカウント: which seeker an account will be tied to, and which services open, once its key has been entered (AC-01).</summary>
public sealed class SeekerAccountOpening
{
    private SeekerAccountOpening() { }

    public SeekerAccountOpening(Guid account, Seeker seeker)
    {
        AccountId = account;
        SeekerId = seeker.Id;
    }

    public Guid AccountId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public SeekerServices Services { get; private set; }
    public int Version { get; private set; }

    public void Ask(SeekerServices service)
    {
        Services |= service;
        Version++;
    }
}

/// <summary>サービス: what a seeker's one account may have open (AC-05).</summary>
[Flags]
public enum SeekerServices
{
    None = 0,
    /// <summary>求職者マイページ</summary>
    MyPage = 1,
    /// <summary>求職情報提供サイト</summary>
    Provision = 2,
}
