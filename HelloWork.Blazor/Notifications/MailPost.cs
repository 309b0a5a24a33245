using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Notifications;

/// <summary>The portal's post: its wording and its carrier.</summary>
public sealed class MailPost(MailComposer composer, IMailCarrier carrier) : IMailPost
{
    public async Task<bool> HandOverAsync(OutgoingMail mail, CancellationToken ct)
    {
        if (await composer.ComposeAsync(mail, ct) is not { } composed)
            return false;
        await carrier.CarryAsync(composed, ct);
        return true;
    }
}
