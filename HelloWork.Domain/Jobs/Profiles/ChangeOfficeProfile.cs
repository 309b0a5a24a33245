using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs.Checking;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Profiles;

internal static class ProfileDesk
{
    /// <summary>The office's profile, made if it is the first time, and its place on the desk of the placement office in charge.</summary>
    public static async Task<OfficeProfile> ProfileToCheckAsync(this HelloWorkDbContext db, OfficeId id, DateTime now, CancellationToken ct)
    {
        var office = await db.Offices.SingleAsync(o => o.Id == id, ct);
        var profile = await db.OfficeProfiles.SingleOrDefaultAsync(p => p.OfficeId == id, ct);
        if (profile is null)
            db.OfficeProfiles.Add(profile = new OfficeProfile(id));
        await db.QueueAsync(new(JobDesk.InChargeOf(office), DeskItemKind.JobCheck, id.Value, office.Number.Value, office.Name, office.Name, DeskQueue.DueAfterOpenDays(Jst.DayOf(now), JobDesk.OpenDays)), now, ct);
        return profile;
    }
}

/// <summary>事業所の紹介文を保存する (JO-04): shown once a counselor has checked it.</summary>
public sealed class ProposeOfficeTexts(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(EmployerActor Employer, OfficeTexts Texts);

    /// <returns>Names of the texts that can't be shown as they are; none when done.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<IReadOnlyList<string>> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<IReadOnlyList<string>>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Employer, ct);
        var texts = command.Texts.Tidied();
        if (texts.Faults().ToList() is { Count: > 0 } faults)
            return faults;
        (await db.ProfileToCheckAsync(command.Employer.Office, now, ct)).Propose(texts, now);
        db.Record(now, command.Employer.Account, nameof(ProposeOfficeTexts), nameof(OfficeProfile), command.Employer.Office);
        return [];
    }, ct);
}

/// <summary>事業所の紹介文の書きかけを保存する: by itself while typing. Leaves no audit row: nobody else sees it before it is proposed.</summary>
public sealed class SaveOfficeTexts(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(EmployerActor Employer, OfficeTexts Texts);

    /// <returns>When it was kept (UTC); null: more than a draft can hold.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<DateTime?> RunAsync(Command command, CancellationToken ct) => !command.Texts.HasRoom() ? Task.FromResult<DateTime?>(null) : contexts.WriteAsync<DateTime?>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Employer, ct);
        var profile = await db.OfficeProfiles.SingleOrDefaultAsync(p => p.OfficeId == command.Employer.Office, ct);
        if (profile is null)
            db.OfficeProfiles.Add(profile = new OfficeProfile(command.Employer.Office));
        profile.Keep(command.Texts, now);
        return now;
    }, ct);
}

/// <summary>事業所の写真を加える (JO-04): shown once a counselor has checked it.</summary>
public sealed class AddOfficePicture(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(EmployerActor Employer, byte[] File, string Caption);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<PictureRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<PictureRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Employer, ct);
        var caption = WrittenText.Tidy(command.Caption);
        if (caption.Length == 0)
            return PictureRefusal.CaptionMissing;
        if (!WrittenText.Fits(caption, OfficePicture.LongestCaption))
            return PictureRefusal.CaptionTooLong;
        var (file, refusal) = PictureFile.Read(command.File);
        if (file is null)
            return refusal;
        var taken = await db.OfficePictures.Where(p => p.OfficeId == command.Employer.Office).Select(p => p.Slot).ToListAsync(ct);
        if (taken.Count >= OfficePicture.Most)
            return PictureRefusal.TooMany;
        // Two at once meet at the slot's unique index; the slower one takes the next.
        var slot = Enumerable.Range(1, OfficePicture.Most).First(s => !taken.Contains((byte)s));
        var picture = new OfficePicture(command.Employer.Office, slot, file, caption, now);
        db.OfficePictures.Add(picture);
        (await db.ProfileToCheckAsync(command.Employer.Office, now, ct)).Touch(now);
        db.Record(now, command.Employer.Account, nameof(AddOfficePicture), nameof(OfficePicture), picture.Id);
        return null;
    }, ct);
}

/// <summary>事業所の写真を消す: at once, from the job pages as well.</summary>
public sealed class RemoveOfficePicture(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(EmployerActor Employer, Guid Picture);

    /// <returns>False: no such picture of this office.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Employer, ct);
        var office = command.Employer.Office;
        var picture = await db.OfficePictures.SingleOrDefaultAsync(p => p.Id == command.Picture && p.OfficeId == office, ct);
        if (picture is null)
            return false;
        db.OfficePictures.Remove(picture);
        var profile = await db.OfficeProfiles.SingleAsync(p => p.OfficeId == office, ct);
        profile.Touch(now);
        if (profile.Proposed is null && !await db.OfficePictures.AnyAsync(p => p.OfficeId == office && p.Id != picture.Id && p.State == PictureState.Waiting, ct))
            await db.FinishDeskWorkAsync(DeskItemKind.JobCheck, office.Value, now, ct);
        db.Record(now, command.Employer.Account, nameof(RemoveOfficePicture), nameof(OfficePicture), picture.Id);
        return true;
    }, ct);
}
