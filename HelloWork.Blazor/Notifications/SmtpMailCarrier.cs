using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using HelloWork.Domain.Accounts;

namespace HelloWork.Blazor.Notifications;

/// <summary>Hands mails to an SMTP server.</summary>
public sealed class SmtpMailCarrier(MailSettings settings) : IMailCarrier
{
    // The sender has one name, whatever the mail is written in.
    private static readonly MailWords Words = new(Language.Japanese);

    public async Task CarryAsync(ComposedMail mail, CancellationToken ct)
    {
        using var message = new MailMessage(new MailAddress(settings.From, Words.Say("From"), Encoding.UTF8), mail.Recipient())
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        using var calendar = mail.Calendar is { } file ? new Attachment(new MemoryStream(file.Content), file.ContentType()) : null;
        if (calendar is not null)
            message.Attachments.Add(calendar);
        message.Headers.Add("Message-ID", mail.MessageId);
        // Keeps absence notices from answering a machine.
        message.Headers.Add("Auto-Submitted", "auto-generated");

        if (mail.Unsubscribe is { } address)
        {
            message.Headers.Add("List-Unsubscribe", $"<{address.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User.Length > 0)
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        await client.SendMailAsync(message, ct);
    }
}
