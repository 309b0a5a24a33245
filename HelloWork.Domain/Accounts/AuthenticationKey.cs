using HelloWork.Domain.Common;

namespace HelloWork.Domain.Accounts;

/// <summary>
/// 認証キー (AC-02): a secret mailed once, good for one act within half an hour. An activation secret, not a second factor. Only its hash
/// is kept; the key itself exists in the mail alone.
/// </summary>
public sealed class AuthenticationKey
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    public const int MostWrongEntries = 5;

    private AuthenticationKey() { }

    private AuthenticationKey(Guid account, KeyPurpose purpose, string plain, DateTime now)
    {
        Id = NewId.Next();
        AccountId = account;
        Purpose = purpose;
        Hash = HashOf(plain, account, purpose);
        IssuedAt = now;
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public KeyPurpose Purpose { get; private set; }
    public string Hash { get; private set; } = "";
    /// <summary>UTC: when the mail with it was made.</summary>
    public DateTime IssuedAt { get; private set; }
    public int WrongEntries { get; private set; }
    /// <summary>Null: it may still be entered, until <see cref="DiesAt"/>.</summary>
    public DateTime? EndedAt { get; private set; }
    public KeyEnd? Ending { get; private set; }
    public int Version { get; private set; }

    /// <summary>The first instant at which it is dead, whether or not anybody has removed it.</summary>
    public DateTime DiesAt => IssuedAt + Lifetime;
    public int TriesLeft => MostWrongEntries - WrongEntries;

    public bool IsLiveAt(DateTime now) => EndedAt is null && now < DiesAt;

    /// <summary>A new key and what is to be written into the mail, for instance <c>7KMQ-3XWA-9TRD</c>.</summary>
    public static (AuthenticationKey Key, string Written) Draw(Guid account, KeyPurpose purpose, DateTime now)
    {
        var plain = TypedSecret.Draw();
        return (new AuthenticationKey(account, purpose, plain, now), TypedSecret.Write(plain));
    }

    /// <summary>Bound to the account and the purpose, so that a key is worth nothing elsewhere and equal keys have different hashes.</summary>
    public static string HashOf(string plain, Guid account, KeyPurpose purpose) => TypedSecret.HashOf(plain, $"{account:N}:{(int)purpose}");

    public bool Fits(string hash) => TypedSecret.AreEqual(Hash, hash);

    public void NoteWrongEntry(DateTime now)
    {
        if (!IsLiveAt(now))
            throw new InvalidOperationException("A dead key counts no entries.");
        WrongEntries++;
        Version++;
        if (WrongEntries >= MostWrongEntries)
            Finish(KeyEnd.TooManyWrong, now);
    }

    public void Use(DateTime now)
    {
        if (!IsLiveAt(now))
            throw new InvalidOperationException("A dead key opens nothing.");
        Finish(KeyEnd.Used, now);
    }

    /// <summary>Another one is on its way.</summary>
    public void Replace(DateTime now) => Finish(KeyEnd.Replaced, now);

    private void Finish(KeyEnd end, DateTime now)
    {
        EndedAt = now;
        Ending = end;
        Version++;
    }
}

/// <summary>What a key is good for.</summary>
public enum KeyPurpose
{
    /// <summary>初回ログイン</summary>
    Opening = 1,
    /// <summary>パスワードの再発行</summary>
    PasswordReissue = 2,
    /// <summary>メールアドレスの変更: what was mailed to the old address</summary>
    EmailChangeOld = 3,
    /// <summary>メールアドレスの変更: what was mailed to the new address</summary>
    EmailChangeNew = 4,
}

/// <summary>What ended a key before its half hour.</summary>
public enum KeyEnd
{
    Used = 1,
    Replaced = 2,
    TooManyWrong = 3,
}
