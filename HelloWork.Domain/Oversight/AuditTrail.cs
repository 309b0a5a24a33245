using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>What search and export of the trail share: which rows a filter means, their order, and how they are named.</summary>
internal static class AuditTrail
{
    /// <summary>Persons of one name that are looked at together.</summary>
    private const int MostPersons = 20;

    /// <param name="Rows">Null: nothing can fit, see <paramref name="Fault"/>.</param>
    /// <param name="Subject">The one account or record it is about.</param>
    public sealed record Match(IQueryable<AuditEntry>? Rows, AuditFault? Fault, string? Subject);

    public static async Task<Match> MatchAsync(this HelloWorkDbContext db, AuditFilter filter, CancellationToken ct)
    {
        var rows = db.AuditEntries.AsNoTracking();
        string? subject = null;
        if (filter.WithoutPerson)
            rows = rows.Where(e => e.AccountId == null);
        else if (!string.IsNullOrWhiteSpace(filter.Who))
        {
            var accounts = await AccountsAsync(db, filter.Who.Trim(), ct);
            if (accounts.Count is 0 or > MostPersons)
                return new(null, accounts.Count == 0 ? AuditFault.NobodyOfThatName : AuditFault.TooManyOfThatName, null);
            if (accounts is [var one])
                (rows, subject) = (rows.Where(e => e.AccountId == one), one.ToString());
            else
                rows = rows.Where(e => accounts.Contains(e.AccountId!.Value));
        }
        if (!string.IsNullOrWhiteSpace(filter.Record))
        {
            var records = await RecordsAsync(db, filter.Record.Trim(), ct);
            if (records is [var one])
                rows = rows.Where(e => e.RecordId == one);
            else
                rows = rows.Where(e => records.Contains(e.RecordId));
            subject = records[^1];
        }
        if (!string.IsNullOrEmpty(filter.RecordType))
            rows = rows.Where(e => e.RecordType == filter.RecordType);
        if (!string.IsNullOrEmpty(filter.Act))
            rows = rows.Where(e => e.Act == filter.Act);
        if (filter.From is { } from)
        {
            var start = Jst.StartOf(from);
            rows = rows.Where(e => e.At >= start);
        }
        if (filter.To is { } to)
        {
            var end = Jst.EndOf(to);
            rows = rows.Where(e => e.At < end);
        }
        return new(rows, null, subject);
    }

    /// <summary>Newest first, from a place on: the same order as the indexes, so that the thousandth page costs what the first does.</summary>
    public static IQueryable<AuditEntry> OlderThan(this IQueryable<AuditEntry> rows, AuditPlace? place)
    {
        if (place is { } before)
            rows = rows.Where(e => e.At <= before.At && (e.At < before.At || e.Id < before.Id));
        return rows.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }

    /// <summary>Gives the rows of a page their names.</summary>
    public static async Task<List<AuditLine>> DescribeAsync(this HelloWorkDbContext db, List<AuditEntry> rows, CancellationToken ct)
    {
        var accounts = rows.Select(r => r.AccountId).OfType<Guid>().Concat(KeysOf(nameof(Account))).Distinct().ToList();
        var people = await db.Users.Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.UserName, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a, ct);
        var numbers = people.Values.ToDictionary(p => (nameof(Account), p.Id), p => p.UserName!);
        var jobs = KeysOf(nameof(JobOffer)).Select(k => new JobOfferId(k)).ToList();
        if (jobs.Count > 0)
            foreach (var job in await db.JobOffers.Where(j => jobs.Contains(j.Id)).Select(j => new { j.Id, j.Number }).ToListAsync(ct))
                numbers[(nameof(JobOffer), job.Id.Value)] = job.Number.Value;
        var registrations = KeysOf(nameof(SeekerRegistration)).Select(k => new SeekerRegistrationId(k)).ToList();
        if (registrations.Count > 0)
            foreach (var registration in await db.SeekerRegistrations.Where(r => registrations.Contains(r.Id)).Select(r => new { r.Id, r.Number }).ToListAsync(ct))
                numbers[(nameof(SeekerRegistration), registration.Id.Value)] = registration.Number.Value;
        var providers = KeysOf(nameof(Provider)).Select(k => new ProviderId(k)).ToList();
        if (providers.Count > 0)
            foreach (var provider in await db.Providers.Where(p => providers.Contains(p.Id)).Select(p => new { p.Id, p.Licence }).ToListAsync(ct))
                numbers[(nameof(Provider), provider.Id.Value)] = provider.Licence.Value;
        var offices = KeysOf(nameof(Office)).Select(k => new OfficeId(k)).ToList();
        if (offices.Count > 0)
            foreach (var office in await db.Offices.Where(o => offices.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToListAsync(ct))
                numbers[(nameof(Office), office.Id.Value)] = office.Number.Value;

        return rows.ConvertAll(r =>
        {
            var person = r.AccountId is { } account ? people.GetValueOrDefault(account) : null;
            var number = Guid.TryParse(r.RecordId, out var key) ? numbers.GetValueOrDefault((r.RecordType, key)) : r.RecordId;
            return new AuditLine(r.Id, r.At, r.AccountId is null ? null : person?.UserName ?? r.AccountId.ToString(), person?.DisplayName, r.Act, r.RecordType, r.RecordId, number, r.Detail);
        });

        IEnumerable<Guid> KeysOf(string type) => rows.Where(r => r.RecordType == type).Select(r => Guid.TryParse(r.RecordId, out var key) ? key : (Guid?)null).OfType<Guid>().Distinct();
    }

    private static async Task<List<Guid>> AccountsAsync(HelloWorkDbContext db, string who, CancellationToken ct)
    {
        var normal = Account.NormalUserId(who);
        if (await db.Users.Where(a => a.NormalizedUserName == normal).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct) is { } account)
            return [account];
        return await db.Users.Where(a => a.DisplayName.Contains(who)).OrderBy(a => a.Id).Select(a => a.Id).Take(MostPersons + 1).ToListAsync(ct);
    }

    /// <summary>What the trail may call a record that people call by this number; the text itself always, since some records go by their number.</summary>
    private static async Task<List<string>> RecordsAsync(HelloWorkDbContext db, string record, CancellationToken ct)
    {
        var plain = record.Length > 40 ? record[..40] : record;
        if (Guid.TryParse(plain, out var key))
            return [key.ToString()];
        var found = new List<Guid>();
        if (JobNumber.TryParse(plain, out var job))
            found.AddRange(await db.JobOffers.Where(j => j.Number == job).Select(j => j.Id.Value).ToListAsync(ct));
        if (RegistrationNumber.TryParse(plain, out var registration))
            found.AddRange(await db.SeekerRegistrations.Where(r => r.Number == registration).Select(r => r.Id.Value).ToListAsync(ct));
        if (OfficeNumber.TryParse(plain, out var office))
            found.AddRange(await db.Offices.Where(o => o.Number == office).Select(o => o.Id.Value).ToListAsync(ct));
        if (LicenceNumber.TryParse(plain, out var licence))
            found.AddRange(await db.Providers.Where(p => p.Licence == licence).Select(p => p.Id.Value).ToListAsync(ct));
        if (found.Count == 0)
            found.AddRange(await db.DeskItems.Where(i => i.Number == plain).Select(i => i.RecordId).ToListAsync(ct));
        return [plain, .. found.Distinct().Select(id => id.ToString())];
    }
}

/// <summary>Why nothing can be shown; the officer mends the field.</summary>
public enum AuditFault
{
    NobodyOfThatName = 1,
    TooManyOfThatName = 2,
}
