using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>応募についてメッセージを送る: either side, as long as the application isn't withdrawn (AP-06).</summary>
public sealed class SendApplicationMessage(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Message">Drawn with the form: sent twice it is one message.</param>
    public sealed record FromSeeker(SeekerActor Sender, SelfApplicationId Application, Guid Message, string Body);

    /// <param name="Message">Drawn with the form: sent twice it is one message.</param>
    public sealed record FromEmployer(EmployerActor Sender, SelfApplicationId Application, Guid Message, string Body);

    /// <returns>Null: sent.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<MessageRefusal?> RunAsync(FromSeeker command, CancellationToken ct) => CheckedAsync(command.Body, (db, body) => SendAsync(db, async () =>
    {
        await db.DemandAsync(command.Sender, ct);
        return db.SelfApplications.Where(a => a.Id == command.Application && a.SeekerId == command.Sender.Seeker);
    }, command.Message, fromSeeker: true, command.Sender.Account, body, ct), ct);

    /// <returns>Null: sent.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<MessageRefusal?> RunAsync(FromEmployer command, CancellationToken ct) => CheckedAsync(command.Body, (db, body) => SendAsync(db, async () =>
    {
        await db.DemandAsync(command.Sender, ct);
        return db.SentTo(command.Sender.Office).Where(a => a.Id == command.Application);
    }, command.Message, fromSeeker: false, command.Sender.Account, body, ct), ct);

    private Task<MessageRefusal?> CheckedAsync(string typed, Func<HelloWorkDbContext, string, Task<MessageRefusal?>> send, CancellationToken ct)
    {
        var body = WrittenText.Tidy(typed);
        if (body.Length == 0)
            return Task.FromResult<MessageRefusal?>(MessageRefusal.BodyMissing);
        if (!WrittenText.Fits(body, ApplicationMessage.LongestBody))
            return Task.FromResult<MessageRefusal?>(MessageRefusal.BodyTooLong);
        return contexts.WriteAsync(db => send(db, body), ct);
    }

    private async Task<MessageRefusal?> SendAsync(HelloWorkDbContext db, Func<Task<IQueryable<SelfApplication>>> demand, Guid message, bool fromSeeker, Guid sender, string body, CancellationToken ct)
    {
        var found = await (await demand()).Select(a => new
        {
            a.Id, a.Status,
            Office = db.JobOffers.Where(j => j.Id == a.JobOfferId).Select(j => j.OfficeId).Single(),
            Seeker = db.Seekers.WithMyPage().Where(s => s.Id == a.SeekerId).Select(s => s.AccountId).SingleOrDefault(),
        }).SingleOrDefaultAsync(ct);
        if (found is null)
            return MessageRefusal.NotFound;
        if (await db.ApplicationMessages.AnyAsync(m => m.Id == message, ct))
            return await db.ApplicationMessages.AnyAsync(m => m.Id == message && m.SelfApplicationId == found.Id && m.AccountId == sender, ct) ? null : MessageRefusal.NotFound;
        if (ApplicationReading.BarToMessages(found.Status, found.Seeker is not null) is { } bar)
            return bar;

        var now = clock.UtcNow();
        db.ApplicationMessages.Add(new ApplicationMessage(message, found.Id, fromSeeker, sender, body, now));
        if (await db.ApplicationMessageDrafts.FindAsync([sender, found.Id], ct) is { } draft)
            db.ApplicationMessageDrafts.Remove(draft);
        var (kind, readers) = fromSeeker
            ? (MailKind.ApplicationMessageToEmployer, await db.MembersOfAsync(found.Office, ct))
            : (MailKind.ApplicationMessageToSeeker, [found.Seeker!.Value]);
        foreach (var reader in readers)
            db.Tell(kind, reader, message, now, ("application", found.Id.ToString()));
        db.Record(now, sender, nameof(SendApplicationMessage), nameof(SelfApplication), found.Id, $"message {message}");
        await db.SignalAsync(found.Id, now, ct);
        return null;
    }
}

/// <summary>Why a message isn't sent.</summary>
public enum MessageRefusal
{
    NotFound = 1,
    BodyMissing = 2,
    /// <summary>Over 2,000 characters, or with characters that can't be shown.</summary>
    BodyTooLong = 3,
    /// <summary>取り下げられた応募</summary>
    Withdrawn = 4,
    /// <summary>The seeker's MyPage is closed.</summary>
    SeekerLeft = 5,
}
