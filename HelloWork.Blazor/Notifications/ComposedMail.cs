using System.Net.Mail;
using HelloWork.Blazor.Calendars;

namespace HelloWork.Blazor.Notifications;

/// <summary>A mail as it is read.</summary>
/// <param name="MessageId">With angle brackets; the same at every try, so that a mail sent twice can be told as one.</param>
/// <param name="Subject">One line of fixed words.</param>
/// <param name="WrittenAt">UTC.</param>
/// <param name="Calendar">What goes into the reader's calendar.</param>
public sealed record ComposedMail(Guid Id, string MessageId, string To, string Subject, string Body, DateTime WrittenAt, CalendarFile? Calendar = null)
{
    /// <summary>Stops mails of this sort by one POST without a sign-in (RFC 8058); null: it isn't one that can be stopped.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <exception cref="FormatException">Not one plain address: a second one, a name or a line end beside it is refused.</exception>
    public MailAddress Recipient() =>
        MailAddress.TryCreate(To, out var address) && address.Address == To ? address : throw new FormatException("The recipient isn't one plain e-mail address.");
}

/// <summary>Carries composed mails away: a server or a folder.</summary>
public interface IMailCarrier
{
    /// <summary>Returns when the mail is taken over.</summary>
    Task CarryAsync(ComposedMail mail, CancellationToken ct);
}
