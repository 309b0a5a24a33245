namespace HelloWork.Blazor.Notifications;

/// <summary>No server is named: mails stay in the outbox and go out once <c>Mail:Host</c> is set.</summary>
public sealed class HeldMail : IMailCarrier
{
    public Task CarryAsync(ComposedMail mail, CancellationToken ct) => throw new InvalidOperationException("Mail:Host isn't set; nobody carries mail.");
}
