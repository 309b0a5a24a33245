namespace HelloWork.Domain.Notifications;

/// <summary>Makes the text of a mail and hands it to whatever carries mail. Wording and carriers are the portal's, not the domain's.</summary>
public interface IMailPost
{
    /// <summary>Returns when the carrier has taken the mail over; throws otherwise, and it is tried again later.</summary>
    /// <returns>False: there is nothing to tell any more, and it isn't tried again.</returns>
    Task<bool> HandOverAsync(OutgoingMail mail, CancellationToken ct);
}

/// <summary>One mail on its way out.</summary>
/// <param name="Id">The same at every try: the Message-ID is made of it.</param>
/// <param name="Account">Whom it concerns.</param>
/// <param name="Address">The mail's own address, else the account's at the time of sending.</param>
/// <param name="WrittenAt">UTC, when the change it tells of happened.</param>
public sealed record OutgoingMail(Guid Id, MailKind Kind, Guid Account, string Address, DateTime WrittenAt, IReadOnlyDictionary<string, string> Parameters);
