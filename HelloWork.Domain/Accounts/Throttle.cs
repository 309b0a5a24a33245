using System.Security.Cryptography;
using System.Text;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>
/// 回数の制限 (AC-04): how often something was tried within a window. It stands in the database, so that it holds over any number of
/// connections, nodes and restarts; whom or what it counts stands there as a hash only.
/// </summary>
public sealed class Throttle
{
    private Throttle() { }

    public Throttle(ThrottleKind kind, string subjectHash, DateTime now)
    {
        Kind = kind;
        SubjectHash = subjectHash;
        WindowStart = now;
    }

    public ThrottleKind Kind { get; private set; }
    public string SubjectHash { get; private set; } = "";
    public DateTime WindowStart { get; private set; }
    public int Count { get; private set; }
    public int Version { get; private set; }

    /// <summary>Counts one more.</summary>
    /// <returns>False: it was one too many.</returns>
    public bool Passes(DateTime now)
    {
        var (most, window) = ThrottleRules.Of(Kind);
        if (now >= WindowStart + window)
            (WindowStart, Count) = (now, 0);
        if (Count > most)
            return false;
        Count++;
        Version++;
        return Count <= most;
    }

    public void Forget()
    {
        Count = 0;
        Version++;
    }
}

/// <summary>What is counted.</summary>
public enum ThrottleKind
{
    /// <summary>Openings tried for one registration number or office number.</summary>
    OpeningPerNumber = 1,
    OpeningPerNetwork = 2,
    KeyEntry = 3,
    KeyReissue = 4,
    PasswordReissuePerUserId = 5,
    PasswordReissuePerNetwork = 6,
    PasswordReissueEntry = 7,
    /// <summary>Refused sign-ins from one network address.</summary>
    SignInRefusedPerNetwork = 8,
    SecondFactorEntry = 9,
    EmailChange = 10,
}

internal static class ThrottleRules
{
    /// <summary>The longest window: what is older counts for nothing.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);

    /// <summary>Wide enough for a library or school behind one address, narrow enough that no number can be guessed.</summary>
    public static (int Most, TimeSpan Window) Of(ThrottleKind kind) => kind switch
    {
        ThrottleKind.OpeningPerNumber => (5, LongestWindow),
        ThrottleKind.OpeningPerNetwork => (60, LongestWindow),
        ThrottleKind.KeyEntry => (20, LongestWindow),
        ThrottleKind.KeyReissue => (5, LongestWindow),
        ThrottleKind.PasswordReissuePerUserId => (5, LongestWindow),
        ThrottleKind.PasswordReissuePerNetwork => (60, LongestWindow),
        ThrottleKind.PasswordReissueEntry => (10, LongestWindow),
        ThrottleKind.SignInRefusedPerNetwork => (100, TimeSpan.FromMinutes(15)),
        ThrottleKind.SecondFactorEntry => (5, TimeSpan.FromMinutes(15)),
        ThrottleKind.EmailChange => (5, LongestWindow),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

internal static class Throttling
{
    /// <summary>Counts one more, in the transaction at hand, which must commit even when the answer is no.</summary>
    public static async Task<bool> PassesAsync(this HelloWorkDbContext db, ThrottleKind kind, string subject, DateTime now, CancellationToken ct)
    {
        var hash = HashOf(kind, subject);
        var throttle = await db.Throttles.FindAsync([kind, hash], ct);
        if (throttle is null)
            db.Throttles.Add(throttle = new Throttle(kind, hash, now));
        return throttle.Passes(now);
    }

    /// <summary>Whether one more would pass; counts nothing.</summary>
    public static async Task<bool> WouldPassAsync(this HelloWorkDbContext db, ThrottleKind kind, string subject, DateTime now, CancellationToken ct)
    {
        var hash = HashOf(kind, subject);
        var (most, window) = ThrottleRules.Of(kind);
        return await db.Throttles.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind && t.SubjectHash == hash, ct) is not { } throttle
            || throttle.Count < most || now >= throttle.WindowStart + window;
    }

    /// <summary>It came out well: earlier slips count no more.</summary>
    public static async Task ForgetAsync(this HelloWorkDbContext db, ThrottleKind kind, string subject, CancellationToken ct)
    {
        if (await db.Throttles.FindAsync([kind, HashOf(kind, subject)], ct) is { } throttle)
            throttle.Forget();
    }

    private static string HashOf(ThrottleKind kind, string subject) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{(int)kind}:{subject.Trim().ToUpperInvariant()}")));
}
