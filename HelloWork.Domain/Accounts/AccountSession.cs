using HelloWork.Domain.Common;

namespace HelloWork.Domain.Accounts;

/// <summary>ログイン中の端末: one sign-in, from its start until it ends; the cookie carries its key.</summary>
public sealed class AccountSession
{
    /// <summary>How much of a browser's own name is kept.</summary>
    public const int LongestAgent = 300;

    private AccountSession() { }

    public AccountSession(Guid account, string? agent, DateTime now)
    {
        Id = NewId.Next();
        AccountId = account;
        Agent = agent is { Length: > LongestAgent } ? agent[..LongestAgent] : agent;
        StartedAt = now;
        LastUsedAt = now;
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    /// <summary>What the browser calls itself; pages say it in words.</summary>
    public string? Agent { get; private set; }
    public DateTime StartedAt { get; private set; }
    /// <summary>To the minute.</summary>
    public DateTime LastUsedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public void Use(DateTime now) => LastUsedAt = now;

    public void End(DateTime now) => EndedAt ??= now;
}
