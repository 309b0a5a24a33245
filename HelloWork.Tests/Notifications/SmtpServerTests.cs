using System.Diagnostics;
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HelloWork.Blazor.Notifications;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Notifications;

/// <summary>The carrier against somebody else's SMTP server: STARTTLS, a certificate that is really checked, AUTH, Japanese.</summary>
public sealed class SmtpServerTests : IDisposable
{
    private static readonly ComposedMail Mail = new(Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), "<0123456789abcdef0123456789abcdef@portal.example.jp>",
        "seeker@example.jp", "【ハローワーク】ユーザーIDと認証キーのお知らせ", "認証キー：7KMQ-3XWA-9TRD\n", new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc));

    private readonly string _folder = Directory.CreateTempSubdirectory("hellowork-smtp").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SmtpServerFact]
    public async Task Carry_OverStartTlsWithAUser_ReachesARealServer()
    {
        using var certificate = MakeCertificate();
        using var server = Start(out var port);

#pragma warning disable SYSLIB0014 // The one door SmtpClient leaves for a certificate that no authority has signed.
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString();
        try
        {
            await new SmtpMailCarrier(Settings(port)).CarryAsync(Mail, CancellationToken.None);
        }
        finally
        {
            ServicePointManager.ServerCertificateValidationCallback = null;
        }
#pragma warning restore SYSLIB0014

        var taken = await File.ReadAllTextAsync(Path.Combine(_folder, "mail.eml"));
        Assert.Contains($"Message-ID: {Mail.MessageId}", taken, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(Mail.Body.ReplaceLineEndings("\r\n")))[..20], taken);
        Assert.Contains("=?utf-8?B?", taken);
    }

    [SmtpServerFact]
    public async Task Carry_ToAServerWhoseCertificateNobodySigned_Throws()
    {
        using var certificate = MakeCertificate();
        using var server = Start(out var port);

        await Assert.ThrowsAnyAsync<Exception>(() => new SmtpMailCarrier(Settings(port)).CarryAsync(Mail, CancellationToken.None));

        Assert.False(File.Exists(Path.Combine(_folder, "mail.eml")));
    }

    private static MailSettings Settings(int port) => new()
    {
        Host = "localhost", Port = port, StartTls = true, From = "no-reply@portal.example.jp", User = "portal", Password = "ひみつ",
    };

    private X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(Path.Combine(_folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    private Server Start(out int port)
    {
        var script = Path.Combine(Repository.Root, "HelloWork.Tests", "Notifications", "smtp_server.py");
        var process = Process.Start(new ProcessStartInfo(SmtpServerFactAttribute.Python, [script, Path.Combine(_folder, "cert.pem"), Path.Combine(_folder, "key.pem"), Path.Combine(_folder, "mail.eml")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        port = int.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The SMTP server didn't start."), System.Globalization.CultureInfo.InvariantCulture);
        return new Server(process);
    }

    /// <summary>Ends when its input does.</summary>
    private sealed class Server(Process process) : IDisposable
    {
        public void Dispose()
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
