using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職登録の記録を開く: at the office that keeps it. Who looked is in the trail.</summary>
public sealed class OpenRegistrationRecord(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, SeekerRegistrationId Registration);

    /// <returns>Null: the counselor's office has none like it.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<RegistrationRecord?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var registration = await db.SeekerRegistrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.Registration && r.PlacementOfficeCode == office, ct);
        if (registration is null)
            return null;
        var person = await db.Seekers.AsNoTracking().SingleAsync(s => s.Id == registration.SeekerId, ct);
        var service = await db.ProvisionServices.AsNoTracking().SingleOrDefaultAsync(s => s.SeekerId == registration.SeekerId, ct);
        var profile = await db.SeekerProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.SeekerId == registration.SeekerId, ct);
        db.Record(now, command.Counselor.Account, nameof(OpenRegistrationRecord), nameof(SeekerRegistration), registration.Id);
        return new RegistrationRecord
        {
            Id = registration.Id, Number = registration.Number, Kind = registration.Kind, AcceptedOn = registration.AcceptedOn, LastDay = registration.LastDay,
            IsOpen = registration.IsOpenOn(today), PlacementOfficeCode = registration.PlacementOfficeCode, ShownToEmployers = registration.ShownToEmployers,
            Choice = registration.ProvisionChoice, Details = person.Details, Statement = profile?.Statement, StatementVersion = profile?.Version ?? 0, EndReason = registration.EndReason, RenewableFrom = registration.RenewableFrom,
            HasMyPage = person.HasMyPage, UsesProvision = service is { StoppedAt: null },
            ShownToProviders = service is { PublishedAt: not null, StoppedAt: null } && registration.ProvisionChoice is not ProvisionChoice.Neither,
        };
    }, ct);
}

/// <summary>求職登録の記録, as staff see it.</summary>
public sealed record RegistrationRecord
{
    public required SeekerRegistrationId Id { get; init; }
    public required RegistrationNumber Number { get; init; }
    public required RegistrationKind Kind { get; init; }
    public required DateOnly AcceptedOn { get; init; }
    public required DateOnly LastDay { get; init; }
    public required bool IsOpen { get; init; }
    public required string PlacementOfficeCode { get; init; }
    public required bool ShownToEmployers { get; init; }
    public required ProvisionChoice Choice { get; init; }
    public required PersonalDetails Details { get; init; }
    /// <summary>Null: nothing has been stated.</summary>
    public required SeekerStatement? Statement { get; init; }
    /// <summary>Grows with each change of the statement; 0: there is none.</summary>
    public required int StatementVersion { get; init; }
    /// <summary>Null while open, and where only its last day has passed.</summary>
    public required RegistrationEndReason? EndReason { get; init; }
    /// <summary>The first day on which a renewal is taken.</summary>
    public required DateOnly RenewableFrom { get; init; }
    public required bool HasMyPage { get; init; }
    /// <summary>Registered for the provision site and hasn't stopped it.</summary>
    public required bool UsesProvision { get; init; }
    /// <summary>Providers find the profile.</summary>
    public required bool ShownToProviders { get; init; }
}
