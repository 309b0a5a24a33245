using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Notifications;

namespace HelloWork.Tests.Notifications;

public sealed partial class SmtpMailCarrierTests
{
    private static readonly ComposedMail Mail = new(Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), "<0123456789abcdef0123456789abcdef@portal.example.jp>",
        "seeker@example.jp", "【ハローワーク】直接リクエストが届きました", "株式会社見本製作所から届きました。\n.\n回答の期限：3月29日（日）24時\n", new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc));

    [Fact]
    public async Task Carry_HandsOverAJapaneseMailWithItsOwnMessageId()
    {
        await using var server = new Server();

        await new SmtpMailCarrier(server.Settings).CarryAsync(Mail, CancellationToken.None);

        var (commands, data) = await server.HeardAsync();
        Assert.Contains("MAIL FROM:<no-reply@portal.example.jp>", commands);
        Assert.Equal(["RCPT TO:<seeker@example.jp>"], commands.Where(c => c.StartsWith("RCPT", StringComparison.Ordinal)));
        Assert.DoesNotContain(commands, c => c.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
        var (headers, body) = Read(data);
        Assert.Equal(Mail.MessageId, headers["Message-ID"]);
        Assert.Equal("auto-generated", headers["Auto-Submitted"]);
        Assert.Equal(Mail.Subject, Decoded(headers["Subject"]));
        Assert.Equal(Mail.Body, body.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Carry_WithAUser_SignsInFirst()
    {
        await using var server = new Server();
        server.Settings.User = "portal";
        server.Settings.Password = "見本";

        await new SmtpMailCarrier(server.Settings).CarryAsync(Mail, CancellationToken.None);

        var (commands, _) = await server.HeardAsync();
        Assert.StartsWith("AUTH LOGIN", commands[1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Carry_WhenTheServerRefusesTheRecipient_Throws()
    {
        await using var server = new Server(recipient: "550 5.1.1 no such user");

        await Assert.ThrowsAsync<SmtpFailedRecipientException>(() => new SmtpMailCarrier(server.Settings).CarryAsync(Mail, CancellationToken.None));
    }

    [Fact]
    public async Task Carry_WhenNobodyListens_Throws()
    {
        var settings = new Server().Settings;
        settings.Port = 1;

        await Assert.ThrowsAsync<SmtpException>(() => new SmtpMailCarrier(settings).CarryAsync(Mail, CancellationToken.None));
    }

    [Fact]
    public async Task Carry_ToAServerThatWantsNoEncryptionWhenItWasDemanded_Throws()
    {
        await using var server = new Server();
        server.Settings.StartTls = true;

        await Assert.ThrowsAsync<SmtpException>(() => new SmtpMailCarrier(server.Settings).CarryAsync(Mail, CancellationToken.None));
    }

    [Theory]
    [InlineData("a@example.jp\r\nBcc: b@example.jp")]
    [InlineData("a@example.jp, b@example.jp")]
    [InlineData("花子 <a@example.jp>")]
    [InlineData("nobody")]
    public async Task Carry_ToAnAddressThatIsMoreOrLessThanOne_Throws(string address)
    {
        await using var server = new Server();
        var folder = new MailFolder(Path.Combine(Path.GetTempPath(), "hellowork-tests", Guid.NewGuid().ToString("N")), server.Settings);

        await Assert.ThrowsAsync<FormatException>(() => new SmtpMailCarrier(server.Settings).CarryAsync(Mail with { To = address }, CancellationToken.None));
        await Assert.ThrowsAsync<FormatException>(() => folder.CarryAsync(Mail with { To = address }, CancellationToken.None));
        Assert.Empty(folder.Newest(1));
    }

    private static (Dictionary<string, string> Headers, string Body) Read(string data)
    {
        var end = data.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        // Long headers go on in lines that begin with a blank.
        var headers = data[..end].Replace("\r\n ", " ").Split("\r\n").Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        return (headers, Encoding.UTF8.GetString(Convert.FromBase64String(data[(end + 4)..])));
    }

    private static string Decoded(string header) =>
        string.Concat(EncodedWord().Matches(header).Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value))));

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]+)\?=")] private static partial Regex EncodedWord();

    /// <summary>As much of an SMTP server as one mail needs.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task<(List<string> Commands, string Data)> _talk;

        public Server(string recipient = "250 ok")
        {
            _listener.Start();
            Settings = new() { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, StartTls = false, From = "no-reply@portal.example.jp" };
            _talk = TalkAsync(recipient);
        }

        public MailSettings Settings { get; }

        public Task<(List<string> Commands, string Data)> HeardAsync() => _talk.WaitAsync(TimeSpan.FromSeconds(30));

        private async Task<(List<string>, string)> TalkAsync(string recipient)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            var (commands, data) = (new List<string>(), new StringBuilder());
            await writer.WriteLineAsync("220 ready");
            while (await reader.ReadLineAsync() is { } line)
            {
                commands.Add(line);
                if (line == "QUIT")
                {
                    await writer.WriteLineAsync("221 bye");
                    break;
                }
                if (line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("334 UGFzc3dvcmQ6");
                    await reader.ReadLineAsync();
                    await writer.WriteLineAsync("235 welcome");
                    continue;
                }
                if (line != "DATA")
                {
                    await writer.WriteLineAsync(line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-hello\r\n250 AUTH LOGIN" : line.StartsWith("RCPT", StringComparison.Ordinal) ? recipient : "250 ok");
                    continue;
                }
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } part && part != ".")
                    data.Append(part).Append("\r\n");
                await writer.WriteLineAsync("250 taken");
            }
            return (commands, data.ToString());
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _talk.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
