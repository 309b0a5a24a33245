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
}
