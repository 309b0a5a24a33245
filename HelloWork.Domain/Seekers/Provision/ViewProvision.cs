using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>求職情報提供サービスの状態: for a seeker who uses it, stopped it or never registered for it (PV-01).</summary>
public sealed class ViewProvision(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProvisionActor Seeker);

    /// <exception cref="NotAllowedException">The account can't sign in any more or isn't this seeker's.</exception>
    public async Task<ProvisionOverview> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.UtcNow();
        var seeker = query.Seeker.Seeker;
        await db.DemandPersonAsync(query.Seeker, ct);
        var service = await db.ProvisionServices.AsNoTracking().SingleOrDefaultAsync(s => s.SeekerId == seeker, ct);
        var open = await db.SeekerRegistrations.AsNoTracking().OpenOn(Jst.DayOf(now)).SingleOrDefaultAsync(r => r.SeekerId == seeker, ct);
        ProvisionState? state = service is null ? null : await db.DemandAsync(query.Seeker, now, ct);
        var seeing = await db.Providers.Where(p => db.ProviderContacts(now).Any(c => c.SeekerId == seeker && c.ProviderId == p.Id)).CountByGroupAsync(ct);
        return new ProvisionOverview
        {
            State = state,
            OpenRegistration = open is null ? null : new(open.ProvisionChoice, open.LastDay, open.PlacementOfficeCode),
            MayRegister = open is { ProvisionChoice: not ProvisionChoice.Neither } && (state is null or ProvisionState.Stopped or ProvisionState.RegistrationEnded),
            StoppedAt = service?.StoppedAt,
            Seeing = seeing,
            HasUnpublishedDraft = service is not null && (await db.StatementInHandAsync(seeker, ct)).DraftSavedAt is { } saved
                && !await db.SeekerProfiles.AnyAsync(p => p.SeekerId == seeker && p.ChangedAt >= saved, ct),
            HasConditions = await db.ReceiveConditions.AnyAsync(c => c.SeekerId == seeker && (c.PrivacyMarkOnly || c.Codes.Any()), ct),
            Blocked = await db.ProviderBlocks.CountAsync(b => b.SeekerId == seeker, ct),
        };
    }
}

/// <summary>What the provision site's home says.</summary>
public sealed record ProvisionOverview
{
    /// <summary>Null: never registered for it.</summary>
    public required ProvisionState? State { get; init; }
    /// <summary>Null: no registration is open at Hello Work.</summary>
    public required OpenRegistration? OpenRegistration { get; init; }
    /// <summary>The service isn't running, and may be registered for (again) (PV-01).</summary>
    public required bool MayRegister { get; init; }
    public required DateTime? StoppedAt { get; init; }
    /// <summary>Providers that see the profile and may write now.</summary>
    public required ProviderCounts Seeing { get; init; }
    /// <summary>Something was typed since the last publishing.</summary>
    public required bool HasUnpublishedDraft { get; init; }
    public required bool HasConditions { get; init; }
    public required int Blocked { get; init; }

    /// <summary>利用中: the profile is, or can be, shown.</summary>
    public bool IsRunning => State is ProvisionState.Published or ProvisionState.Unpublished;
}

/// <param name="LastDay">The service ends with it (PV-05).</param>
public sealed record OpenRegistration(ProvisionChoice Choice, DateOnly LastDay, string PlacementOfficeCode);
