using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>求職登録を終える前に確かめる: what closing does to all that hangs on the registration, counted (CO-01).</summary>
public sealed class PreviewClosing(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(CounselorActor Counselor, SeekerRegistrationId Registration);

    /// <returns>Null: the counselor's office has no such open registration.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public async Task<ClosingPreview?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.UtcNow();
        var office = await db.DemandDeskAsync(query.Counselor, ct);
        var registration = await db.SeekerRegistrations.OpenOn(Jst.DayOf(now)).AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Registration && r.PlacementOfficeCode == office, ct);
        return registration is null ? null : await db.ClosingOfAsync(registration, now, ct);
    }
}

/// <summary>What closing a registration does: ends, hides, or leaves as it is.</summary>
/// <param name="OpenRequests">直接リクエスト that wait for an answer: they end, and both sides see why (DR-11).</param>
/// <param name="Applications">応募 without an outcome: they go on.</param>
/// <param name="ShownToEmployers">The profile vanishes from employers.</param>
/// <param name="ShownToProviders">The profile vanishes from providers, and nothing new arrives (PV-05).</param>
/// <param name="Conversations">やりとり with providers: they stay readable.</param>
/// <param name="Referrals">職業紹介 without an outcome: it is still recorded.</param>
/// <param name="Consultations">相談 without an answer: they stay on the desk.</param>
public sealed record ClosingPreview(int OpenRequests, int Applications, bool ShownToEmployers, bool ShownToProviders, int Conversations, int Referrals, int Consultations);

internal static class Closings
{
    public static async Task<ClosingPreview> ClosingOfAsync(this HelloWorkDbContext db, SeekerRegistration registration, DateTime now, CancellationToken ct)
    {
        var seeker = registration.SeekerId;
        var requests = await db.DirectRequests.AsNoTracking().Where(r => r.SeekerId == seeker && r.End == null).InContext(db).ToListAsync(ct);
        return new(
            requests.Count(r => r.IsOpenAt(now)),
            await db.SelfApplications.Where(a => a.SeekerId == seeker).InProgress().CountAsync(ct),
            registration.ShownToEmployers && await db.SeekerProfiles.AnyAsync(p => p.SeekerId == seeker, ct),
            await db.ProvisionServices.AnyAsync(s => s.SeekerId == seeker && s.PublishedAt != null && s.StoppedAt == null, ct),
            await db.Conversations.CountAsync(c => c.SeekerId == seeker, ct),
            await db.Referrals.CountAsync(r => r.SeekerId == seeker && r.OutcomeAt == null, ct),
            await db.Consultations.CountAsync(c => c.SeekerId == seeker && c.AnsweredAt == null, ct));
    }
}
