namespace HelloWork.Domain.Accounts;

/// <summary>2段階認証 (AC-04): the authenticator app of an account. It counts once a code of it has been entered.</summary>
public sealed class SecondFactor
{
    private SecondFactor() { }

    public SecondFactor(Guid account, string protectedSecret)
    {
        AccountId = account;
        ProtectedSecret = protectedSecret;
    }

    public Guid AccountId { get; private set; }
    /// <summary>Encrypted: it has to be read again to check a code, so it can't be a hash.</summary>
    public string ProtectedSecret { get; private set; } = "";
    /// <summary>Null: being set up, not asked for yet.</summary>
    public DateTime? ConfirmedAt { get; private set; }
    /// <summary>The step of the last code taken: no code opens twice.</summary>
    public long LastStep { get; private set; }
    public int Version { get; private set; }

    public void Confirm(long step, DateTime now)
    {
        ConfirmedAt = now;
        Take(step);
    }

    public void Take(long step)
    {
        LastStep = step;
        Version++;
    }
}

/// <summary>回復コード: opens once in place of the app's code, when the app is lost.</summary>
public sealed class RecoveryCode
{
    public const int PerAccount = 10;

    private RecoveryCode() { }

    public RecoveryCode(Guid account, string hash)
    {
        Id = Common.NewId.Next();
        AccountId = account;
        Hash = hash;
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime? UsedAt { get; private set; }
    public int Version { get; private set; }

    public static string HashOf(string plain, Guid account) => TypedSecret.HashOf(plain, $"recovery:{account:N}");

    public void Use(DateTime now)
    {
        if (UsedAt is not null)
            throw new InvalidOperationException("A recovery code opens once.");
        UsedAt = now;
        Version++;
    }
}

/// <summary>Why a second factor isn't accepted or changed.</summary>
public enum SecondFactorRefusal
{
    CodeWrong = 1,
    PasswordWrong = 2,
    TooOften = 3,
    /// <summary>It is on already, or was never begun.</summary>
    NotNow = 4,
}
