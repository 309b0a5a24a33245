using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>A key as somebody typed it, hashed before the transaction that compares it: hashing takes longer than writing.</summary>
internal sealed record TypedKey(Guid Account, KeyPurpose Purpose, string? Hash)
{
    public static TypedKey Read(Guid account, KeyPurpose purpose, string? typed) =>
        new(account, purpose, TypedSecret.Read(typed) is { } plain ? AuthenticationKey.HashOf(plain, account, purpose) : null);
}

/// <summary>What entering a key came to.</summary>
/// <param name="Refusal">Null: it was right, and is used up now.</param>
/// <param name="TriesLeft">After a wrong entry.</param>
public sealed record KeyEntry(KeyRefusal? Refusal, int TriesLeft = 0);

/// <summary>Why a key doesn't open.</summary>
public enum KeyRefusal
{
    /// <summary>Not the shape of a key; no try is lost.</summary>
    Malformed = 1,
    Wrong = 2,
    /// <summary>Its half hour is over.</summary>
    Dead = 3,
    Used = 4,
    /// <summary>A newer one has been mailed.</summary>
    Replaced = 5,
    /// <summary>Five wrong entries.</summary>
    TooManyWrong = 6,
    /// <summary>The mail with it hasn't left yet.</summary>
    OnItsWay = 7,
    /// <summary>Too many entries within the hour.</summary>
    Throttled = 8,
}

internal static class AuthenticationKeys
{
    public static IQueryable<AuthenticationKey> KeysOf(this HelloWorkDbContext db, Guid account, KeyPurpose purpose) =>
        db.AuthenticationKeys.Where(k => k.AccountId == account && k.Purpose == purpose);

    public static MailKind MailOf(KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Opening => MailKind.AccountOpeningKey,
        KeyPurpose.PasswordReissue => MailKind.PasswordReissueKey,
        KeyPurpose.EmailChangeOld => MailKind.EmailChangeKeyToOld,
        KeyPurpose.EmailChangeNew => MailKind.EmailChangeKeyToNew,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    /// <summary>Kills what was mailed before and puts a mail into the outbox; its key is drawn when it leaves.</summary>
    public static async Task MailNewKeyAsync(this HelloWorkDbContext db, Guid account, KeyPurpose purpose, string? address, DateTime now, CancellationToken ct)
    {
        await db.ReplaceLiveKeysAsync(account, purpose, now, ct);
        var kind = MailOf(purpose);
        // A mail that hasn't left would bring a key that the next mail kills at once.
        foreach (var older in await db.OutboxMails.Where(m => m.RecipientAccountId == account && m.Kind == kind && m.SentAt == null && m.GivenUpAt == null).ToListAsync(ct))
            older.GiveUp(now, "a newer one follows");
        var about = Common.NewId.Next();
        if (address is null)
            db.Tell(kind, account, about, now);
        else
            db.TellAt(address, kind, account, about, now);
    }

    public static async Task ReplaceLiveKeysAsync(this HelloWorkDbContext db, Guid account, KeyPurpose purpose, DateTime now, CancellationToken ct)
    {
        foreach (var key in await db.KeysOf(account, purpose).Where(k => k.EndedAt == null).ToListAsync(ct))
            key.Replace(now);
    }

    public static Task<bool> KeyIsOnItsWayAsync(this HelloWorkDbContext db, Guid account, KeyPurpose purpose, CancellationToken ct)
    {
        var kind = MailOf(purpose);
        return db.OutboxMails.AnyAsync(m => m.RecipientAccountId == account && m.Kind == kind && m.SentAt == null && m.GivenUpAt == null, ct);
    }

    /// <summary>Compares and, when it fits, uses the key up. Of any number of entries at once one gets it.</summary>
    public static async Task<KeyEntry> EnterAsync(this HelloWorkDbContext db, TypedKey typed, DateTime now, CancellationToken ct) =>
        (await db.EnterAllAsync([typed], now, ct)).Entry;

    /// <summary>Uses up all of them or none: what was right stays good when another is refused.</summary>
    public static async Task<EmailEntry> EnterAllAsync(this HelloWorkDbContext db, IReadOnlyList<TypedKey> typed, DateTime now, CancellationToken ct)
    {
        var right = new List<AuthenticationKey>();
        foreach (var one in typed)
        {
            var (key, entry) = await db.JudgeAsync(one, now, ct);
            if (key is null)
                return new(one.Purpose, entry);
            right.Add(key);
        }
        right.ForEach(key => key.Use(now));
        return new(null, new(Refusal: null));
    }

    private static async Task<(AuthenticationKey? Key, KeyEntry Entry)> JudgeAsync(this HelloWorkDbContext db, TypedKey typed, DateTime now, CancellationToken ct)
    {
        if (!await db.PassesAsync(ThrottleKind.KeyEntry, $"{typed.Account:N}:{(int)typed.Purpose}", now, ct))
            return (null, new(KeyRefusal.Throttled));
        if (typed.Hash is not { } hash)
            return (null, new(KeyRefusal.Malformed));

        var keys = await db.KeysOf(typed.Account, typed.Purpose).ToListAsync(ct);
        if (keys.Find(k => k.Fits(hash)) is { } meant)
            return meant.IsLiveAt(now) ? (meant, new(Refusal: null)) : (null, new(EndOf(meant)));
        if (keys.Find(k => k.IsLiveAt(now)) is { } live)
        {
            live.NoteWrongEntry(now);
            return (null, live.TriesLeft > 0 ? new(KeyRefusal.Wrong, live.TriesLeft) : new(KeyRefusal.TooManyWrong));
        }
        if (await db.KeyIsOnItsWayAsync(typed.Account, typed.Purpose, ct))
            return (null, new(KeyRefusal.OnItsWay));
        var last = keys.MaxBy(k => k.IssuedAt);
        return (null, new(last is { Ending: KeyEnd.TooManyWrong } && now < last.DiesAt ? KeyRefusal.TooManyWrong : KeyRefusal.Dead));
    }

    private static KeyRefusal EndOf(AuthenticationKey key) => key.Ending switch
    {
        KeyEnd.Used => KeyRefusal.Used,
        KeyEnd.Replaced => KeyRefusal.Replaced,
        KeyEnd.TooManyWrong => KeyRefusal.TooManyWrong,
        _ => KeyRefusal.Dead,
    };
}
