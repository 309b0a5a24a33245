using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace HelloWork.Blazor.Notifications;

/// <summary>Development's carrier: each mail becomes a file that any mail program opens, and that <c>/dev/mail</c> shows.</summary>
public sealed class MailFolder(string folder, MailSettings settings) : IMailCarrier
{
    private const string PlainHeader = "Content-Type: text/plain; charset=utf-8";

    // Stands in no mail: neither base64 nor anything that people write begins a line so.
    private const string Boundary = "=_hello-work-portal_=";

    /// <summary>A mail sent twice is one file: the name is made of when it was written and its key.</summary>
    public async Task CarryAsync(ComposedMail mail, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var name = $"{mail.WrittenAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{mail.Id:N}";
        var text = new StringBuilder()
            .Append("Date: ").AppendLine(new DateTimeOffset(mail.WrittenAt, TimeSpan.Zero).ToString("r", CultureInfo.InvariantCulture))
            .Append("From: ").AppendLine(new MailAddress(settings.From).Address)
            .Append("To: ").AppendLine(mail.Recipient().Address)
            .Append("Subject: ").AppendLine(mail.Subject)
            .Append("Message-ID: ").AppendLine(mail.MessageId)
            .Append(mail.Unsubscribe is { } address ? $"List-Unsubscribe: <{address.AbsoluteUri}>{Environment.NewLine}List-Unsubscribe-Post: List-Unsubscribe=One-Click{Environment.NewLine}" : "")
            .AppendLine("MIME-Version: 1.0");
        if (mail.Calendar is { } calendar)
            text.Append("Content-Type: multipart/mixed; boundary=\"").Append(Boundary).AppendLine("\"").AppendLine()
                .Append("--").AppendLine(Boundary).AppendLine(PlainHeader).AppendLine("Content-Transfer-Encoding: 8bit").AppendLine().AppendLine(mail.Body)
                .Append("--").AppendLine(Boundary).Append("Content-Type: ").AppendLine(calendar.ContentType().ToString()).AppendLine("Content-Transfer-Encoding: base64")
                .Append("Content-Disposition: attachment; filename=").AppendLine(calendar.Name).AppendLine()
                .AppendLine(Convert.ToBase64String(calendar.Content, Base64FormattingOptions.InsertLineBreaks)).Append("--").Append(Boundary).AppendLine("--");
        else
            text.AppendLine(PlainHeader).AppendLine("Content-Transfer-Encoding: 8bit").AppendLine().Append(mail.Body);
        var unfinished = Path.Combine(folder, $"{name}.part");
        await File.WriteAllTextAsync(unfinished, text.ToString(), ct);
        File.Move(unfinished, Path.Combine(folder, $"{name}.eml"), overwrite: true);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FiledMail> Newest(int count) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Reverse().Take(count).Select(Read)];

    /// <returns>Null: there is no such mail. The name is looked for among those that stand there, so that it leads nowhere else.</returns>
    public FiledMail? Find(string name) => !Directory.Exists(folder) ? null :
        Directory.EnumerateFiles(folder, "*.eml").FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name) is { } found ? Read(found) : null;

    private static FiledMail Read(string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = text[..end].Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1]);
        return new FiledMail(Path.GetFileNameWithoutExtension(file), DateTimeOffset.Parse(headers["Date"], CultureInfo.InvariantCulture).UtcDateTime,
            headers["To"], headers["Subject"], headers["Message-ID"], BodyOf(text[(end + 2)..]));
    }

    private static string BodyOf(string content)
    {
        if (!content.StartsWith($"--{Boundary}\n", StringComparison.Ordinal))
            return content;
        var part = content.Split($"--{Boundary}")[1];
        return part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 2)..^1];
    }
}

/// <param name="Name">The file's, without its ending.</param>
/// <param name="WrittenAt">UTC.</param>
public sealed record FiledMail(string Name, DateTime WrittenAt, string To, string Subject, string MessageId, string Body);
