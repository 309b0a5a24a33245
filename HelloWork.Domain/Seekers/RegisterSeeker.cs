using System.Globalization;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職者を登録する (CO-01): at the window, with the consents told there and a first statement. Who was registered before comes back with a
/// new number, and account, profile and public number stay theirs.
/// </summary>
public sealed class RegisterSeeker(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int LongestWork = 100;
    private const int FirstSerial = 20_000_000;

    /// <param name="Former">A registration of the same person at this office that is over; null: somebody new.</param>
    /// <param name="WishedWork">希望する仕事: the first statement.</param>
    public sealed record Command(CounselorActor Counselor, SeekerRegistrationId? Former, PersonalDetails Details, RegistrationKind Kind, bool ShownToEmployers, ProvisionChoice Provision,
        string? WishedWork, WorkingStyle Style);

    /// <param name="Registered">Null when refused; with <see cref="RegisterRefusal.AlreadyRegistered"/> the registration that stands.</param>
    public sealed record Result(SeekerRegistrationId? Registered, RegisterRefusal? Refusal);

    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var details = command.Details.Tidied();
        var work = WrittenText.Tidy(command.WishedWork);
        return BarOf(details, work, command, clock.TodayInJapan()) is { } bar
            ? Task.FromResult(new Result(null, bar))
            : contexts.WriteAsync(db => RegisterAsync(db, command, details, work, ct), ct);
    }

    private async Task<Result> RegisterAsync(HelloWorkDbContext db, Command command, PersonalDetails details, string work, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var seeker = await FormerAsync(db, command.Former, office, ct);
        if (command.Former is not null && seeker is null)
            return new(null, RegisterRefusal.FormerNotFound);

        // The same person is registered once, at whatever office; two of one name born on one day are told apart at the window.
        var named = (await db.Seekers.AsNoTracking().Where(s => s.BornOn == details.BirthDate).Select(s => new { s.Id, s.Details }).ToListAsync(ct))
            .FindAll(s => s.Id == seeker?.Id || FindRegistrations.Key(s.Details.Name) == FindRegistrations.Key(details.Name)).ConvertAll(s => s.Id);
        if (await db.SeekerRegistrations.OpenOn(today).Where(r => named.Contains(r.SeekerId)).OrderBy(r => r.Number).Select(r => new { r.Id, r.PlacementOfficeCode }).FirstOrDefaultAsync(ct) is { } same)
            return new(same.PlacementOfficeCode == office ? same.Id : null, RegisterRefusal.AlreadyRegistered);
        // One that ran out and isn't recorded yet stands in the way of the next.
        if (seeker is not null && await db.SeekerRegistrations.SingleOrDefaultAsync(r => r.SeekerId == seeker.Id && r.EndedAt == null, ct) is { } over)
            over.End(RegistrationEndReason.LastDayPassed, now);

        if (seeker is null)
            db.Seekers.Add(seeker = new Seeker(details));
        else
            seeker.Correct(details);
        var registered = new SeekerRegistration(seeker, await NextNumberAsync(db, office, ct), command.Kind, today);
        registered.RecordConsents(command.ShownToEmployers, command.Provision);
        db.SeekerRegistrations.Add(registered);
        if (!await db.SeekerProfiles.AnyAsync(p => p.SeekerId == seeker.Id, ct))
            db.SeekerProfiles.Add(new SeekerProfile(seeker, PublicNumber.Draw(), new SeekerStatement { WishedWork = work, Style = command.Style }, now));
        db.Record(now, command.Counselor.Account, nameof(RegisterSeeker), nameof(SeekerRegistration), registered.Id, $"{registered.Number} {command.Kind} {(command.ShownToEmployers ? "shown" : "not shown")} {command.Provision}");
        return new(registered.Id, null);
    }

    private static async Task<Seeker?> FormerAsync(HelloWorkDbContext db, SeekerRegistrationId? former, string office, CancellationToken ct) =>
        former is not { } id ? null
            : await db.SeekerRegistrations.Where(r => r.Id == id && r.PlacementOfficeCode == office).Join(db.Seekers, r => r.SeekerId, s => s.Id, (_, seeker) => seeker).SingleOrDefaultAsync(ct);

    /// <summary>Above the numbers taken over from elsewhere, and never one that stands.</summary>
    private static async Task<RegistrationNumber> NextNumberAsync(HelloWorkDbContext db, string office, CancellationToken ct)
    {
        var name = $"K{office}";
        var series = await db.DeskNumberSeries.SingleOrDefaultAsync(s => s.Name == name, ct);
        if (series is null)
            db.DeskNumberSeries.Add(series = new DeskNumberSeries(name));
        while (true)
        {
            var number = RegistrationNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"{office}-{FirstSerial + series.Next():00000000}"));
            if (!await db.SeekerRegistrations.AnyAsync(r => r.Number == number, ct))
                return number;
        }
    }

    private static RegisterRefusal? BarOf(PersonalDetails details, string work, Command command, DateOnly today) => details.Bar(today) is { } bar ? bar
        : work.Length == 0 ? RegisterRefusal.WorkMissing
        : !WrittenText.Fits(work, LongestWork) ? RegisterRefusal.WorkTooLong
        : !Enum.IsDefined(command.Kind) || !Enum.IsDefined(command.Provision) || !Enum.IsDefined(command.Style) ? RegisterRefusal.ChoiceMissing : null;
}

/// <summary>Why a seeker isn't registered, or what is known of the person not corrected.</summary>
public enum RegisterRefusal
{
    NameMissing = 1,
    KanaMissing = 2,
    /// <summary>Over 60 characters, or with characters that can't be shown.</summary>
    NameTooLong = 3,
    /// <summary>Under 15 years, or over 120.</summary>
    BirthDateImpossible = 4,
    /// <summary>Over 200 characters, or with characters that can't be shown.</summary>
    ContactTooLong = 5,
    EmailImpossible = 6,
    /// <summary>Neither phone, mail nor address: Hello Work couldn't reach them.</summary>
    ContactMissing = 7,
    /// <summary>希望する仕事</summary>
    WorkMissing = 8,
    /// <summary>Over 100 characters, or with characters that can't be shown.</summary>
    WorkTooLong = 9,
    /// <summary>Kind, choice of providers or working style isn't chosen.</summary>
    ChoiceMissing = 10,
    /// <summary>A registration of this person is open.</summary>
    AlreadyRegistered = 11,
    /// <summary>The former registration isn't this office's.</summary>
    FormerNotFound = 12,
    /// <summary>The counselor's office has none like it.</summary>
    NotFound = 13,
    /// <summary>The registration is over: who comes back is registered anew.</summary>
    Ended = 14,
    /// <summary>A colleague has corrected it meanwhile.</summary>
    ChangedSince = 15,
}
