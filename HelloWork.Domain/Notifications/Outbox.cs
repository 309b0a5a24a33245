using HelloWork.Domain.Data;

namespace HelloWork.Domain.Notifications;

public static class Outbox
{
    /// <summary>
    /// Puts a mail into the outbox in the transaction at hand. <paramref name="about"/> is the record's key; kind, record and
    /// recipient together go out once.
    /// </summary>
    public static void Tell(this HelloWorkDbContext db, MailKind kind, Guid recipient, object about, DateTime now, params (string Name, string Value)[] parameters) =>
        db.OutboxMails.Add(new OutboxMail(kind, recipient, now, $"{kind}:{about}:{recipient:N}", parameters.ToDictionary(p => p.Name, p => p.Value)));

    /// <summary>As <see cref="Tell"/>, to an address that isn't (yet) the account's own.</summary>
    public static void TellAt(this HelloWorkDbContext db, string address, MailKind kind, Guid account, object about, DateTime now, params (string Name, string Value)[] parameters) =>
        db.OutboxMails.Add(new OutboxMail(kind, account, now, $"{kind}:{about}:{account:N}", parameters.ToDictionary(p => p.Name, p => p.Value), address));
}
