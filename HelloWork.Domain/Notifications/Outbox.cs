using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Notifications;

public static class Outbox
{
    /// <summary>
    /// Puts a mail into the outbox in the transaction at hand. <paramref name="about"/> is the record's key; kind, record and
    /// recipient together go out once.
    /// </summary>
    public static void Tell(this HelloWorkDbContext db, MailKind kind, Guid recipient, object about, DateTime now, params (string Name, string Value)[] parameters) =>
        db.OutboxMails.Add(new OutboxMail(kind, recipient, now, $"{kind}:{about}:{recipient:N}", parameters.ToDictionary(p => p.Name, p => p.Value)));

    /// <summary>As <see cref="Tell"/>, where it may have been told before.</summary>
    /// <returns>Whether it is told now.</returns>
    public static async Task<bool> TellOnceAsync(this HelloWorkDbContext db, MailKind kind, Guid recipient, string about, DateTime now, CancellationToken ct, params (string Name, string Value)[] parameters)
    {
        var key = $"{kind}:{about}:{recipient:N}";
        if (db.OutboxMails.Local.Any(m => m.OnceKey == key) || await db.OutboxMails.AnyAsync(m => m.OnceKey == key, ct))
            return false;
        db.Tell(kind, recipient, about, now, parameters);
        return true;
    }

    /// <summary>As <see cref="Tell"/>, to an address that isn't (yet) the account's own.</summary>
    public static void TellAt(this HelloWorkDbContext db, string address, MailKind kind, Guid account, object about, DateTime now, params (string Name, string Value)[] parameters) =>
        db.OutboxMails.Add(new OutboxMail(kind, account, now, $"{kind}:{about}:{account:N}", parameters.ToDictionary(p => p.Name, p => p.Value), address));
}
