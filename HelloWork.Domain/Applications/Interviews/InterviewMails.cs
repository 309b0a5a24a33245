using System.Globalization;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>Who hears of an interview: the applicant while their MyPage is open, and every account of the office.</summary>
internal static class InterviewMails
{
    public static async Task TellSeekerAsync(this HelloWorkDbContext db, MailKind kind, Interview interview, DateTime now, CancellationToken ct)
    {
        var applicant = await db.SelfApplications.Where(a => a.Id == interview.SelfApplicationId).Select(a => a.SeekerId).SingleAsync(ct);
        if (await db.Seekers.WithMyPage().Where(s => s.Id == applicant).Select(s => s.AccountId).SingleOrDefaultAsync(ct) is { } account)
            db.Tell(kind, account, interview, now);
    }

    public static async Task TellOfficeAsync(this HelloWorkDbContext db, MailKind kind, Interview interview, DateTime now, CancellationToken ct)
    {
        foreach (var member in await db.MembersOfAsync(await db.OfficeOfAsync(interview.SelfApplicationId, ct), ct))
            db.Tell(kind, member, interview, now);
    }

    /// <summary>What was agreed on has fallen away: both sides' calendars are told, and those to whom its hour is free again.</summary>
    public static async Task TellCalledOffAsync(this HelloWorkDbContext db, Interview interview, DateTime now, CancellationToken ct)
    {
        await db.OpenToOthersAsync(interview.Id, await db.OfficeOfAsync(interview.SelfApplicationId, ct), interview.StartsAt!.Value, interview.EndsAt!.Value, now, ct);
        await db.TellSeekerAsync(MailKind.InterviewCalledOffToSeeker, interview, now, ct);
        await db.TellOfficeAsync(MailKind.InterviewCalledOffToEmployer, interview, now, ct);
    }

    /// <summary>The application has its outcome, or was withdrawn: what was offered lapses with it.</summary>
    public static async Task LapseInterviewsAsync(this HelloWorkDbContext db, SelfApplication application, Guid account, bool fromSeeker, DateTime now, CancellationToken ct)
    {
        foreach (var interview in await db.Interviews.Whole().Where(i => i.SelfApplicationId == application.Id && i.State <= InterviewState.Agreed).ToListAsync(ct))
        {
            await db.DropFormDraftsAsync(DraftForm.InterviewMove, interview.Id.ToString(), ct);
            if (interview.LapseWithApplication(account, fromSeeker, now))
                await db.TellCalledOffAsync(interview, now, ct);
        }
        // Neither can be sent any more.
        await db.DropFormDraftsAsync(DraftForm.InterviewOffer, application.Id.ToString(), ct);
        await db.DropFormDraftsAsync(DraftForm.ApplicationStep, application.Id.ToString(), ct);
    }

    /// <summary>The sequence is part of what is told once: a time moved twice is told twice.</summary>
    private static void Tell(this HelloWorkDbContext db, MailKind kind, Guid recipient, Interview interview, DateTime now)
    {
        var facts = new List<(string, string)>
        {
            ("application", interview.SelfApplicationId.ToString()), ("interview", interview.Id.ToString()), ("sequence", interview.Sequence.ToString(CultureInfo.InvariantCulture)),
        };
        if (interview.StartsAt is { } at)
            facts.Add(("at", at.ToString("O", CultureInfo.InvariantCulture)));
        db.Tell(kind, recipient, $"{interview.Id.Value:N}:{interview.Sequence}", now, [.. facts]);
    }
}
