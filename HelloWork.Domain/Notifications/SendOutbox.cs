using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Notifications;

/// <summary>
/// 送信待ちメールを送る: takes some mails for itself, hands them over one by one outside any transaction, notes each before the next.
/// At least once: a process killed between the carrier's «taken» and the note sends that one mail again, under the same Message-ID.
/// </summary>
public sealed class SendOutbox(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, IMailPost post)
{
    private const int MailsPerLease = 20;

    /// <summary>How long a mail belongs to the sender that took it; a killed sender's mails go out after that.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>The carrier's patience for one mail.</summary>
    public static readonly TimeSpan LongestHandover = TimeSpan.FromSeconds(30);

    /// <summary>Several senders at once don't meet: a mail belongs to one of them.</summary>
    /// <returns>How many mails were handed over.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var sent = 0;
        while (await contexts.WriteAsync(db => TakeAsync(db, ct), ct) is { } taken)
            foreach (var mail in taken.Mails)
                // Handing over may not outlast the lease: what is left by then is somebody else's soon.
                if (clock.UtcNow() + LongestHandover <= taken.Until && await SendAsync(mail, ct))
                    sent++;
        return sent;
    }

    /// <returns>Null when nothing is due. Mails that have nobody to go to are closed on the way.</returns>
    private async Task<Taken?> TakeAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = await db.OutboxMails.Where(m => m.SentAt == null && m.GivenUpAt == null && m.NextTryAt <= now)
            .OrderBy(m => m.NextTryAt).ThenBy(m => m.Id).Take(MailsPerLease)
            .Join(db.Users, m => m.RecipientAccountId, a => a.Id, (m, a) => new { Mail = m, Email = m.Address ?? a.Email, a.DisabledAt })
            .OrderBy(d => d.Mail.NextTryAt).ThenBy(d => d.Mail.Id).ToListAsync(ct);
        if (due.Count == 0)
            return null;

        var taken = new Taken([], now + LeaseTime);
        foreach (var (mail, address, disabled) in due.Select(d => (d.Mail, d.Email, d.DisabledAt is not null)))
        {
            if (BarOf(mail.Kind, address, disabled) is { } bar)
            {
                mail.GiveUp(now, bar);
                Record(db, mail, $"given up: {bar}", now);
                continue;
            }
            mail.Lease(taken.Until);
            taken.Mails.Add(new OutgoingMail(mail.Id, mail.Kind, mail.RecipientAccountId, address!, mail.CreatedAt, mail.ReadParameters()));
        }
        return taken;
    }

    /// <summary>True when the carrier took it.</summary>
    private async Task<bool> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        string? failure = null;
        var told = true;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LongestHandover);
        try
        {
            told = await post.HandOverAsync(mail, patience.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever it was, it must not hold up the mails behind; it stays on the row for an operator to read.
            failure = $"{e.GetType().Name}: {e.Message}";
        }
        // What is out is out: a stop at this moment must not lose the note.
        await contexts.WriteAsync(db => NoteAsync(db, mail.Id, told, failure), CancellationToken.None);
        return told && failure is null;
    }

    private async Task<bool> NoteAsync(HelloWorkDbContext db, Guid id, bool told, string? failure)
    {
        var now = clock.UtcNow();
        var mail = await db.OutboxMails.SingleAsync(m => m.Id == id);
        if (mail.SentAt is not null || mail.GivenUpAt is not null)
            return false;
        if (!told)
        {
            mail.GiveUp(now, "nothing to tell any more");
            Record(db, mail, "given up: nothing to tell any more", now);
        }
        else if (failure is null)
        {
            mail.MarkSent(now);
            Record(db, mail, "sent", now);
        }
        else
        {
            mail.MarkFailed(now, failure);
            if (mail.GivenUpAt is not null)
                Record(db, mail, $"given up after {mail.Tries} tries", now);
        }
        return true;
    }

    private static void Record(HelloWorkDbContext db, OutboxMail mail, string what, DateTime now) =>
        db.Record(now, null, nameof(SendOutbox), nameof(OutboxMail), mail.Id, $"{mail.Kind} {what}");

    private static string? BarOf(MailKind kind, string? address, bool disabled)
    {
        // Being disabled is the one thing a disabled account is still told.
        if (disabled && kind is not MailKind.AccountDisabled)
            return "the account is disabled";
        return string.IsNullOrWhiteSpace(address) ? "the account has no address" : null;
    }

    private sealed record Taken(List<OutgoingMail> Mails, DateTime Until);
}
