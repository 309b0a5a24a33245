using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs.Checking;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Profiles;

/// <summary>A picture without its bytes.</summary>
public sealed record PictureLine(Guid Id, string Caption, PictureState State, int Width, int Height);

/// <summary>An office's profile as its own people and its counselors see it.</summary>
public sealed record OfficeProfileView(OfficeNumber Number, string Name, OfficeTexts? Published, OfficeTexts? Proposed, string? Comment, int Version, IReadOnlyList<PictureLine> Pictures)
{
    /// <summary>What the office's people have typed since; only for themselves.</summary>
    public OfficeTexts? Draft { get; init; }
    public DateTime? DraftSavedAt { get; init; }

    public bool Waits => Proposed is not null || Pictures.Any(p => p.State is PictureState.Waiting);
}

internal static class ProfileReading
{
    public static async Task<OfficeProfileView> ProfileOfAsync(this HelloWorkDbContext db, Office office, CancellationToken ct)
    {
        var profile = await db.OfficeProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OfficeId == office.Id, ct);
        return new(office.Number, office.Name, profile?.Published, profile?.Proposed, profile?.Comment, profile?.Version ?? 0, await db.PicturesOfAsync(office.Id, false, ct));
    }

    public static Task<List<PictureLine>> PicturesOfAsync(this HelloWorkDbContext db, OfficeId office, bool shownOnly, CancellationToken ct) =>
        db.OfficePictures.AsNoTracking().Where(p => p.OfficeId == office && (!shownOnly || p.State == PictureState.Shown))
            .OrderBy(p => p.Slot).Select(p => new PictureLine(p.Id, p.Caption, p.State, p.Width, p.Height)).ToListAsync(ct);
}

/// <summary>自社の紹介と写真を見る (JO-04).</summary>
public sealed class ViewOwnProfile(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<OfficeProfileView> RunAsync(EmployerActor employer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        var view = await db.ProfileOfAsync(await db.Offices.AsNoTracking().SingleAsync(o => o.Id == employer.Office, ct), ct);
        var kept = await db.OfficeProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OfficeId == employer.Office, ct);
        return view with { Draft = kept?.Draft, DraftSavedAt = kept?.DraftSavedAt };
    }
}

/// <summary>事業所の紹介の確認を開く (JO-04): of an office in charge of which the counselor's own placement office is.</summary>
public sealed class OpenProfileCheck(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>Null: not on this office's desk.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<OfficeProfileView?> RunAsync(CounselorActor counselor, OfficeNumber office, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var desk = await db.DemandDeskAsync(counselor, ct);
        var found = await db.Offices.AsNoTracking().SingleOrDefaultAsync(o => o.Number == office, ct);
        return found is null || JobDesk.InChargeOf(found) != desk || !await db.OfficeProfiles.AnyAsync(p => p.OfficeId == found.Id, ct) ? null : await db.ProfileOfAsync(found, ct);
    }
}

/// <summary>公開中の紹介: what a job's page shows of its office where the office's name is shown (JO-02, JO-04).</summary>
public sealed class ViewPublishedProfile(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>Null: nothing is shown.</returns>
    public async Task<PublishedProfile?> RunAsync(OfficeNumber office, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Offices.AsNoTracking().Where(o => o.Number == office).Select(o => new { o.Id, Texts = db.OfficeProfiles.Where(p => p.OfficeId == o.Id).Select(p => p.Published).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var pictures = await db.PicturesOfAsync(found.Id, true, ct);
        return found.Texts is null && pictures.Count == 0 ? null : new(found.Texts ?? new(), pictures);
    }
}

public sealed record PublishedProfile(OfficeTexts Texts, IReadOnlyList<PictureLine> Pictures);

/// <summary>写真を読む: to everybody once it is shown; before, to the office itself and the counselors in charge.</summary>
public sealed class ReadOfficePicture(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record Result(PictureType Type, byte[] Bytes, bool IsShown);

    /// <param name="account">Who is signed in, or null.</param>
    /// <returns>Null: no such picture for this reader.</returns>
    public async Task<Result?> RunAsync(Guid picture, Guid? account, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.OfficePictures.AsNoTracking().Where(p => p.Id == picture).Select(p => new { p.OfficeId, p.State, p.Type }).SingleOrDefaultAsync(ct);
        if (found is null || (found.State is not PictureState.Shown && !await MaySeeAsync(db, found.OfficeId, account, ct)))
            return null;
        return new(found.Type, await db.OfficePictures.Where(p => p.Id == picture).Select(p => p.Bytes).SingleAsync(ct), found.State is PictureState.Shown);
    }

    private static async Task<bool> MaySeeAsync(HelloWorkDbContext db, OfficeId office, Guid? account, CancellationToken ct)
    {
        if (account is not { } reader)
            return false;
        if (await db.OfficeMembers.AnyAsync(m => m.OfficeId == office && m.AccountId == reader && db.Users.Any(u => u.Id == reader && u.DisabledAt == null), ct))
            return true;
        var desk = await db.StaffPosts.Where(p => p.AccountId == reader && db.Users.Any(u => u.Id == reader && u.Role == Role.Counselor && u.DisabledAt == null)).Select(p => p.PlacementOfficeCode).SingleOrDefaultAsync(ct);
        return desk is not null && JobDesk.InChargeOf(await db.Offices.AsNoTracking().SingleAsync(o => o.Id == office, ct)) == desk;
    }
}
