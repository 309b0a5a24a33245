using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職登録の記録を開く: a counselor looks a seeker up by the registration number. Who looked is in the trail.</summary>
public sealed class OpenRegistrationRecord(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, RegistrationNumber Number);

    /// <returns>Null: no registration has this number.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor.</exception>
    public Task<RegistrationRecord?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        await db.DemandAsync(command.Counselor, ct);
        var registration = await db.SeekerRegistrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == command.Number, ct);
        if (registration is null)
            return null;
        var person = await db.Seekers.AsNoTracking().SingleAsync(s => s.Id == registration.SeekerId, ct);
        var service = await db.ProvisionServices.AsNoTracking().SingleOrDefaultAsync(s => s.SeekerId == registration.SeekerId, ct);
        db.Record(now, command.Counselor.Account, nameof(OpenRegistrationRecord), nameof(SeekerRegistration), registration.Id);
        return new RegistrationRecord
        {
            Number = registration.Number, Kind = registration.Kind, AcceptedOn = registration.AcceptedOn, LastDay = registration.LastDay,
            IsOpen = registration.IsOpenOn(today), PlacementOfficeCode = registration.PlacementOfficeCode, ShownToEmployers = registration.ShownToEmployers,
            Choice = registration.ProvisionChoice, Name = person.Details.Name, NameKana = person.Details.NameKana, BirthDate = person.Details.BirthDate,
            HasMyPage = person.HasMyPage, UsesProvision = service is { StoppedAt: null },
        };
    }, ct);
}

/// <summary>求職登録の記録, as staff see it.</summary>
public sealed record RegistrationRecord
{
    public required RegistrationNumber Number { get; init; }
    public required RegistrationKind Kind { get; init; }
    public required DateOnly AcceptedOn { get; init; }
    public required DateOnly LastDay { get; init; }
    public required bool IsOpen { get; init; }
    public required string PlacementOfficeCode { get; init; }
    public required bool ShownToEmployers { get; init; }
    public required ProvisionChoice Choice { get; init; }
    public required string Name { get; init; }
    public required string NameKana { get; init; }
    public required DateOnly BirthDate { get; init; }
    public required bool HasMyPage { get; init; }
    /// <summary>Registered for the provision site and hasn't stopped it.</summary>
    public required bool UsesProvision { get; init; }
}
