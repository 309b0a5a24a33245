using Microsoft.AspNetCore.Identity;

namespace HelloWork.Domain.Accounts;

/// <summary>アカウント: one person's (or one clerk's) way in. The user ID (ユーザーID) is Identity's UserName. One person has one (AC-05).</summary>
public sealed class Account : IdentityUser<Guid>
{
    private Account() { }

    public Account(string userId, Role role, string displayName, string? email, DateTime openedAt)
    {
        Id = Common.NewId.Next();
        UserName = userId;
        NormalizedUserName = NormalUserId(userId);
        Role = role;
        DisplayName = displayName;
        Email = email;
        NormalizedEmail = email?.ToUpperInvariant();
        OpenedAt = openedAt;
        LockoutEnabled = true;
        SecurityStamp = NewStamp();
    }

    /// <summary>The form user IDs are compared in: whoever types with a Japanese keyboard may type ｅｍｐｌｏｙｅｒ０１.</summary>
    public static string NormalUserId(string typed) =>
        string.Concat(typed.Trim().Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c)).ToUpperInvariant();

    public Role Role { get; private set; }
    /// <summary>What the header greets with; for an employer the office's name.</summary>
    public string DisplayName { get; private set; } = "";
    public DateTime OpenedAt { get; private set; }
    /// <summary>Set when the first sign-in is complete (AC-01); null: only the authentication key is missing.</summary>
    public DateTime? ActivatedAt { get; private set; }
    public DateTime? DisabledAt { get; private set; }
    /// <summary>An address to change to, until it is confirmed at both.</summary>
    public string? PendingEmail { get; private set; }
    /// <summary>Null: nothing chosen, so Japanese.</summary>
    public Language? Language { get; private set; }

    private const int MostWrongPasswords = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public bool CanSignIn => DisabledAt is null && ActivatedAt is not null;

    public bool IsLockedAt(DateTime now) => LockoutEnd is { } end && now < end.UtcDateTime;

    /// <summary>Counts one try: five wrong ones in a row lock for a quarter of an hour, in which the right one doesn't open either (AC-04).</summary>
    /// <returns>Whether the password is accepted; an account without its first key (<see cref="ActivatedAt"/>) goes no further than asking for it.</returns>
    public bool NotePassword(bool fits, DateTime now)
    {
        Changed();
        if (IsLockedAt(now))
            return false;
        if (fits)
        {
            AccessFailedCount = 0;
            return DisabledAt is null;
        }
        if (++AccessFailedCount >= MostWrongPasswords)
        {
            AccessFailedCount = 0;
            LockoutEnd = new DateTimeOffset(now + LockedFor);
        }
        return false;
    }

    public void TakePassword(string hash)
    {
        PasswordHash = hash;
        SignOutEverywhere();
    }

    /// <summary>A forgotten password is replaced: whoever reads the owner's mail isn't kept out by somebody's wrong guesses (AC-03).</summary>
    public void ReplaceForgottenPassword(string hash)
    {
        AccessFailedCount = 0;
        LockoutEnd = null;
        TakePassword(hash);
    }

    /// <summary>The first sign-in is complete (AC-01).</summary>
    public void Activate(DateTime now)
    {
        ActivatedAt ??= now;
        EmailConfirmed = Email is not null;
        Changed();
    }

    /// <summary>Opened once more before it was ever used: another address and password, the same user ID.</summary>
    public void OpenAnew(string email, string passwordHash)
    {
        if (ActivatedAt is not null)
            throw new InvalidOperationException("The account is in use.");
        TakeEmail(email);
        ReplaceForgottenPassword(passwordHash);
    }

    public void Choose(Language language)
    {
        if (!Enum.IsDefined(language))
            throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the portal.");
        Language = language;
        Changed();
    }

    /// <summary>Takes the language of a page where its owner has chosen none.</summary>
    internal void ShowIn(Language? shown)
    {
        if (Language is null && shown is { } language)
            Choose(language);
    }

    public void AskForEmail(string email)
    {
        PendingEmail = email;
        Changed();
    }

    /// <summary>The pending address is confirmed.</summary>
    public void ConfirmEmail()
    {
        TakeEmail(PendingEmail ?? throw new InvalidOperationException("No address waits to be confirmed."));
        PendingEmail = null;
        EmailConfirmed = true;
        Changed();
    }

    private void TakeEmail(string email)
    {
        Email = email;
        NormalizedEmail = email.ToUpperInvariant();
    }

    /// <summary>Ends every session at its next click, wherever it is open.</summary>
    public void Disable(DateTime now)
    {
        DisabledAt ??= now;
        SignOutEverywhere();
    }

    public void Enable()
    {
        DisabledAt = null;
        Changed();
    }

    public void SignOutEverywhere()
    {
        SecurityStamp = NewStamp();
        Changed();
    }

    // Identity's concurrency token: of two who change the account at once, one starts again.
    private void Changed() => ConcurrencyStamp = Guid.NewGuid().ToString();

    private static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
}

/// <summary>役割: what an account is for. It holds exactly one.</summary>
public enum Role
{
    /// <summary>求職者</summary>
    Seeker = 1,
    /// <summary>求人者</summary>
    Employer = 2,
    /// <summary>利用団体</summary>
    Provider = 3,
    /// <summary>ハローワーク職員</summary>
    Counselor = 4,
    /// <summary>労働局職員</summary>
    BureauOfficer = 5,
}
