using HelloWork.Blazor.Calendars;
using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Notifications;

public static class NotificationsSetup
{
    /// <summary>The wording and the carrier of mail: files in Development, else the SMTP server of the section «Mail».</summary>
    /// <exception cref="InvalidOperationException">A setting can't work; the message names it.</exception>
    public static WebApplicationBuilder AddPortalNotifications(this WebApplicationBuilder builder)
    {
        var mail = builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new();
        var portal = builder.Configuration.GetSection("Portal").Get<PortalSettings>() ?? new();
        mail.Demand();
        portal.Demand();

        builder.Services.AddSingleton(mail);
        builder.Services.AddSingleton(portal);
        builder.Services.AddSingleton(new MailFolder(Path.Combine(builder.Environment.ContentRootPath, mail.Folder), mail));
        builder.Services.AddSingleton<IMailCarrier>(services => mail.Route(builder.Environment) switch
        {
            MailRoute.Smtp => new SmtpMailCarrier(mail),
            MailRoute.Files => services.GetRequiredService<MailFolder>(),
            _ => new HeldMail(),
        });
        builder.Services.AddSingleton<CalendarFiles>();
        builder.Services.AddSingleton<MailComposer>();
        builder.Services.AddSingleton<IMailPost, MailPost>();
        return builder;
    }
}
