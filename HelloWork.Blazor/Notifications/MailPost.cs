using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Notifications;

/// <summary>The portal's post: its wording and its carrier.</summary>
public sealed class MailPost(MailComposer composer, IMailCarrier carrier) : IMailPost
{
    public async Task HandOverAsync(OutgoingMail mail, CancellationToken ct) =>
        await carrier.CarryAsync(await composer.ComposeAsync(mail, ct), ct);
}
