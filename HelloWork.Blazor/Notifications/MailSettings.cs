using System.Net.Mail;

namespace HelloWork.Blazor.Notifications;

/// <summary>The section «Mail» of the settings.</summary>
public sealed class MailSettings
{
    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "no-reply@localhost";
    /// <summary>The SMTP server. Empty: files in Development; elsewhere mails wait in the outbox until it is set.</summary>
    public string Host { get; set; } = "";
    public int Port { get; set; } = 587;
    /// <summary>Where Development keeps its mails: from the program's folder, or a whole path.</summary>
    public string Folder { get; set; } = "mail";
    public bool StartTls { get; set; } = true;
    /// <summary>Empty: no sign-in to the server.</summary>
    public string User { get; set; } = "";
    public string Password { get; set; } = "";

    public MailRoute Route(IHostEnvironment environment) =>
        Host.Length > 0 ? MailRoute.Smtp : environment.IsDevelopment() ? MailRoute.Files : MailRoute.Held;

    /// <exception cref="InvalidOperationException">A setting can't work; the message names it.</exception>
    public void Demand()
    {
        if (!MailAddress.TryCreate(From, out _))
            throw new InvalidOperationException($"Mail:From is «{From}», which is no e-mail address.");
        if (Port is < 1 or > 65535)
            throw new InvalidOperationException($"Mail:Port is {Port}; a port is a number from 1 to 65535.");
    }
}

/// <summary>Where mail goes.</summary>
public enum MailRoute
{
    /// <summary>It waits in the outbox.</summary>
    Held = 1,
    Files = 2,
    Smtp = 3,
}

/// <summary>The section «Portal» of the settings.</summary>
public sealed class PortalSettings
{
    /// <summary>The address people reach the portal at; links in mails begin with it.</summary>
    public string BaseAddress { get; set; } = "http://localhost:5080";

    /// <summary>An address of the portal in full.</summary>
    public Uri Address(string path) => new(new Uri(BaseAddress), path);

    /// <exception cref="InvalidOperationException">The address can't be led to.</exception>
    public void Demand()
    {
        if (!Uri.TryCreate(BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"Portal:BaseAddress is «{BaseAddress}»; it must be an address such as https://portal.example.jp.");
    }
}
