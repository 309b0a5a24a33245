using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Resources;
using System.Text;

namespace HelloWork.Blazor.Notifications;

/// <summary>Hands mails to an SMTP server.</summary>
public sealed class SmtpMailCarrier(MailSettings settings) : IMailCarrier
{
    private static readonly ResourceManager Text = new(typeof(MailText));

    public async Task CarryAsync(ComposedMail mail, CancellationToken ct)
    {
        using var message = new MailMessage(new MailAddress(settings.From, Text.GetString("From"), Encoding.UTF8), mail.Recipient())
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", mail.MessageId);
        // Keeps absence notices from answering a machine.
        message.Headers.Add("Auto-Submitted", "auto-generated");

        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User.Length > 0)
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        await client.SendMailAsync(message, ct);
    }
}
