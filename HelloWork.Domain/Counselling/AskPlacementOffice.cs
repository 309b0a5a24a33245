using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>ハローワークに問い合わせる: about a seeker who has no MyPage, with one active job, once per job and seeker (SS-05).</summary>
public sealed class AskPlacementOffice(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>開庁日で3日.</summary>
    private const int DaysToAnswer = 3;

    public sealed record Command(EmployerActor Sender, PublicNumber Seeker, JobNumber Job, string Message);

    /// <param name="Asked">Null when refused.</param>
    public sealed record Result(ContactInquiryId? Asked, AskRefusal? Refusal);

    /// <exception cref="NotAllowedException">The sender doesn't act for the office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var message = WrittenText.Tidy(command.Message);
        if (message.Length == 0)
            return No(AskRefusal.MessageMissing);
        if (!WrittenText.Fits(message, ContactInquiry.LongestMessage))
            return No(AskRefusal.MessageTooLong);
        return contexts.WriteAsync(db => AskAsync(db, command, message, ct), ct);

        static Task<Result> No(AskRefusal refusal) => Task.FromResult(new Result(null, refusal));
    }

    private async Task<Result> AskAsync(HelloWorkDbContext db, Command command, string message, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var sender = command.Sender;
        await db.DemandAsync(sender, ct);

        var seeker = await db.ShownToEmployers(today).Where(p => p.PublicNumber == command.Seeker)
            .Select(p => new
            {
                p.SeekerId,
                Reachable = db.ReachableByEmployers(today).Any(r => r.SeekerId == p.SeekerId),
                Office = db.SeekerRegistrations.OpenOn(today).Where(r => r.SeekerId == p.SeekerId).Select(r => r.PlacementOfficeCode).First(),
            }).SingleOrDefaultAsync(ct);
        if (seeker is null)
            return new Result(null, AskRefusal.SeekerNotShown);
        if (seeker.Reachable)
            return new Result(null, AskRefusal.SeekerHasMyPage);

        var job = await db.JobOffers.SingleOrDefaultAsync(j => j.Number == command.Job && j.OfficeId == sender.Office, ct);
        if (job is null)
            return new Result(null, AskRefusal.JobNotFound);
        if (!job.IsActiveOn(today))
            return new Result(null, AskRefusal.JobNotActive);
        if (await db.ContactInquiries.Where(i => i.JobOfferId == job.Id && i.SeekerId == seeker.SeekerId).Select(i => i.Message).SingleOrDefaultAsync(ct) is { } asked)
        {
            // The same form once more.
            if (asked == message)
                await db.DropFormDraftAsync(sender.Account, DraftForm.Inquiry, command.Seeker.Value, ct);
            return new Result(null, AskRefusal.AlreadyAsked);
        }

        var number = await db.NextDeskNumberAsync('Q', now, ct);
        var inquiry = new ContactInquiry(sender.Office, sender.Account, seeker.SeekerId, seeker.Office, job.Id, number, message, now);
        db.ContactInquiries.Add(inquiry);
        await db.DropFormDraftAsync(sender.Account, DraftForm.Inquiry, command.Seeker.Value, ct);
        var employer = await db.Offices.Where(o => o.Id == sender.Office).Select(o => o.Name).SingleAsync(ct);
        await db.QueueAsync(new DeskWork(seeker.Office, DeskItemKind.Inquiry, inquiry.Id.Value, number, job.Title, employer, DeskQueue.DueAfterOpenDays(today, DaysToAnswer)), now, ct);
        db.Record(now, sender.Account, nameof(AskPlacementOffice), nameof(ContactInquiry), inquiry.Id, $"job {job.Number} office {seeker.Office}");
        await db.SignalAsync([LiveTopic.Organisation(sender.Office.Value)], now, ct);
        return new Result(inquiry.Id, null);
    }
}

/// <summary>Why an inquiry isn't sent.</summary>
public enum AskRefusal
{
    MessageMissing = 1,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    MessageTooLong = 2,
    /// <summary>The seeker isn't shown to employers (any more).</summary>
    SeekerNotShown = 3,
    /// <summary>A direct request reaches the seeker: no need to ask.</summary>
    SeekerHasMyPage = 4,
    /// <summary>No such job of this office.</summary>
    JobNotFound = 5,
    JobNotActive = 6,
    /// <summary>Once per job and seeker.</summary>
    AlreadyAsked = 7,
}
