using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Profiles;

/// <summary>事業所の紹介と写真を確認する (JO-04): what is right is shown at once; what isn't goes back with a comment.</summary>
public sealed class DecideOfficeProfile(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Version">The profile that was looked at.</param>
    /// <param name="Publish">False: texts and all waiting pictures go back.</param>
    /// <param name="Refused">Pictures that aren't shown even though the rest is.</param>
    public sealed record Command(CounselorActor Counselor, OfficeNumber Office, int Version, bool Publish, IReadOnlyList<Guid> Refused, string? Comment);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<CheckRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<CheckRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var desk = await db.DemandDeskAsync(command.Counselor, ct);
        var office = await db.Offices.AsNoTracking().SingleOrDefaultAsync(o => o.Number == command.Office, ct);
        var profile = office is null || JobDesk.InChargeOf(office) != desk ? null : await db.OfficeProfiles.SingleOrDefaultAsync(p => p.OfficeId == office.Id, ct);
        if (profile is null)
            return CheckRefusal.NotFound;
        var waiting = await db.OfficePictures.Where(p => p.OfficeId == office!.Id && p.State == PictureState.Waiting).ToListAsync(ct);
        if (profile.Proposed is null && waiting.Count == 0)
        {
            await db.DropFormDraftsAsync(DraftForm.OfficeCheck, command.Office.Value, ct);
            return CheckRefusal.NotWaiting;
        }
        if (profile.Version != command.Version)
            return CheckRefusal.ChangedSince;
        var comment = WrittenText.Tidy(command.Comment) is { Length: > 0 } written ? written : null;
        if (comment is null && (!command.Publish || waiting.Any(p => command.Refused.Contains(p.Id))))
            return CheckRefusal.NoComments;
        if (comment is not null && !WrittenText.Fits(comment, OfficeProfile.LongestComment))
            return CheckRefusal.CommentTooLong;

        foreach (var picture in waiting)
            picture.Decide(command.Publish && !command.Refused.Contains(picture.Id));
        profile.Decide(command.Publish, comment, now);
        await db.DropFormDraftsAsync(DraftForm.OfficeCheck, command.Office.Value, ct);
        await db.FinishDeskWorkAsync(DeskItemKind.JobCheck, office!.Id.Value, now, ct);
        foreach (var member in await db.OfficeMembers.Where(m => m.OfficeId == office.Id).Select(m => m.AccountId).ToListAsync(ct))
            db.Tell(MailKind.OfficeProfileChecked, member, $"{office.Id}:{profile.Version}", now);
        db.Record(now, command.Counselor.Account, nameof(DecideOfficeProfile), nameof(OfficeProfile), office.Id, command.Publish ? "published" : "sent back");
        await db.SignalAsync([LiveTopic.Organisation(office.Id.Value)], now, ct);
        return null;
    }, ct);
}
