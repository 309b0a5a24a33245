using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>What became of one batch.</summary>
internal sealed class BatchOutcome
{
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Proposed { get; set; }
    public int Published { get; set; }
    public int Unchanged { get; set; }
    public int OfficesAdded { get; set; }
    public int OfficesChanged { get; set; }
    public List<RefusedRecord> Refused { get; } = [];
    /// <summary>Those that stand in the database afterwards, for the remarks.</summary>
    public List<ImportedOffer> In { get; } = [];
}

/// <summary>Brings some hundred records into the database: reads what is there in bulk, compares by content, writes only what differs.</summary>
/// <param name="officesSeen">Offices that records before this batch spoke of: the first record of a file says what an office is called and where it is.</param>
internal sealed class ImportBatch(HelloWorkDbContext db, bool publish, IReadOnlySet<string> officesSeen, DateTime now, DateOnly today)
{
    private const string Act = nameof(ImportJobOffers);

    private sealed record Stored(
        JobOfferId Id, JobNumber Number, OfficeId OfficeId, OfficeNumber OfficeNumber, JobOfferStatus Status, DateOnly AcceptedOn, DateOnly LastDay, JobCard Card, JobCard? ProposedCard);

    [Flags]
    private enum Change
    {
        None = 0,
        Days = 1,
        Card = 2,
        Publish = 4,
    }

    private readonly Dictionary<string, Office> _offices = [];
    private readonly Dictionary<string, OfficeNumber> _provisional = [];
    private readonly HashSet<string> _described = [];
    private readonly List<Office> _newOffices = [];
    private readonly List<JobOffer> _newJobs = [];
    private readonly Dictionary<JobOfferId, string?> _writtenCards = [];
    private readonly List<AuditEntry> _audit = [];
    private readonly List<DeskItem> _newDesk = [];
    private readonly DateOnly _due = DeskQueue.DueAfterOpenDays(today, JobDesk.OpenDays);
    private readonly BatchOutcome _outcome = new();

    /// <summary>How an office is known among the records of one file.</summary>
    public static string KeyOf(ImportedOffice office) =>
        office.Number?.Value ?? $"{SearchText.Normalise(office.Name)}|{SearchText.Normalise(office.Address)}";

    public async Task<BatchOutcome> WriteAsync(IReadOnlyList<ImportedOffer> offers, CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.ExpectManyAsync(ct);
        var stored = await StoredAsync(offers, ct);
        await LoadOfficesAsync(offers, ct);

        var changes = new List<(ImportedOffer Offer, Stored Known, Change Change)>();
        foreach (var offer in offers)
            if (!stored.TryGetValue(offer.Number, out var known))
                Add(offer);
            else if (Compare(offer, known) is { } change)
                changes.Add((offer, known, change));

        if (changes.Count > 0)
            await ApplyAsync(changes, ct);
        if (changes.Count > 0 || _outcome.OfficesChanged > 0)
            db.ChangeTracker.DetectChanges();
        await db.InsertAsync(_newOffices, ct);
        await db.InsertAsync(_newJobs, ct, (nameof(JobOffer.Card), job => _writtenCards[job.Id]));
        await db.InsertAsync(_newJobs.SelectMany(job => job.Places).ToList(), ct);
        await db.InsertAsync(_newDesk, ct);
        await db.InsertAsync(_audit, ct);
        return _outcome;
    }

    private async Task<Dictionary<JobNumber, Stored>> StoredAsync(IReadOnlyList<ImportedOffer> offers, CancellationToken ct)
    {
        var numbers = offers.Select(o => o.Number).ToList();
        return await db.JobOffers.AsNoTracking().Where(j => EF.Parameter(numbers).Contains(j.Number))
            .Join(db.Offices, j => j.OfficeId, o => o.Id, (j, o) =>
                new Stored(j.Id, j.Number, j.OfficeId, o.Number, j.Status, j.AcceptedOn, j.LastDay, j.Card, j.ProposedCard))
            .ToDictionaryAsync(s => s.Number, ct);
    }

    private void Add(ImportedOffer offer)
    {
        if (IsOver(offer))
        {
            Refuse(offer, LastDayPassed(offer));
            return;
        }
        var office = OfficeOf(offer.Office);
        var job = new JobOffer(offer.Number, office, offer.Card, offer.Columns, offer.AcceptedOn, offer.LastDay, now);
        if (publish)
            job.Publish(now);
        else
            _newDesk.Add(new DeskItem(WorkOf(job, offer.Card, office), now));
        _newJobs.Add(job);
        _writtenCards.Add(job.Id, offer.WrittenCard);
        Record(nameof(JobOffer), job.Id, $"{job.Number} {(publish ? "added, published" : "added")}");
        _outcome.Added++;
        _outcome.In.Add(offer);
    }

    /// <summary>What would change; null when nothing does, or when it can't.</summary>
    private Change? Compare(ImportedOffer offer, Stored known)
    {
        if (offer.Office.Number is { } number && number != known.OfficeNumber && !known.OfficeNumber.IsProvisional)
        {
            Refuse(offer, new(offer.Line, "jgshno", LayoutTags.Get("jgshno").Japanese, number.Value, RecordRefusal.OtherOffice, known.OfficeNumber.Value));
            return null;
        }
        var change = Change.None;
        if (known.AcceptedOn != offer.AcceptedOn || known.LastDay != JobOffer.LastDayFor(offer.AcceptedOn, offer.LastDay))
            change |= Change.Days;
        // What was proposed and not yet checked is no change either, unless it is to take effect now.
        var card = Content(offer.Card);
        if (!card.AsSpan().SequenceEqual(Content(known.Card)) && (publish || known.ProposedCard is null || !card.AsSpan().SequenceEqual(Content(known.ProposedCard))))
            change |= Change.Card;
        if (publish && known.Status is JobOfferStatus.AwaitingCheck)
            change |= Change.Publish;

        if (change is not Change.None)
        {
            if (known.Status is JobOfferStatus.Ended || (known.Status is JobOfferStatus.Active && today > known.LastDay))
                Refuse(offer, new(offer.Line, null, null, null, RecordRefusal.OfferEnded));
            else if (IsOver(offer))
                Refuse(offer, LastDayPassed(offer));
            else
                return Described(offer, known, change);
            return null;
        }
        _outcome.Unchanged++;
        _outcome.In.Add(offer);
        Described(offer, known, change);
        return null;
    }

    // In the order of the file, since its first record of an office counts.
    private Change Described(ImportedOffer offer, Stored known, Change change)
    {
        if (offer.Office.Number == known.OfficeNumber)
            OfficeOf(offer.Office);
        return change;
    }

    private async Task ApplyAsync(List<(ImportedOffer Offer, Stored Known, Change Change)> changes, CancellationToken ct)
    {
        var ids = changes.Select(c => c.Known.Id).ToList();
        var jobs = await db.JobOffers.Include(j => j.Places).Where(j => EF.Parameter(ids).Contains(j.Id)).ToDictionaryAsync(j => j.Id, ct);
        var theirs = jobs.Values.Select(j => j.OfficeId).Distinct().ToList();
        var offices = await db.Offices.Where(o => EF.Parameter(theirs).Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        foreach (var (offer, known, change) in changes)
        {
            var job = jobs[known.Id];
            var waits = false;
            if (change.HasFlag(Change.Days))
                job.Reschedule(offer.AcceptedOn, offer.LastDay, now);
            if (change.HasFlag(Change.Card) && publish)
                job.Revise(offer.Card, now);
            else if (change.HasFlag(Change.Card))
            {
                waits = job.Status is JobOfferStatus.Active;
                job.Propose(offer.Card, now);
            }
            if (change.HasFlag(Change.Publish))
                job.Publish(now);
            if (publish)
                await db.FinishDeskWorkAsync(DeskItemKind.JobCheck, job.Id.Value, now, ct);
            else if (change.HasFlag(Change.Card))
                await db.QueueAsync(WorkOf(job, offer.Card, offices[job.OfficeId]), now, ct);

            if (change is Change.Publish)
                _outcome.Published++;
            else
                _outcome.Changed++;
            _outcome.Proposed += waits ? 1 : 0;
            _outcome.In.Add(offer);
            Record(nameof(JobOffer), job.Id, $"{job.Number} {(change is Change.Publish ? "published" : waits ? "change proposed" : "changed")}: {change}");
        }
    }

    private DeskWork WorkOf(JobOffer job, JobCard card, Office office) =>
        new(JobDesk.Of(job.Number, office), DeskItemKind.JobCheck, job.Id.Value, job.Number.Value, card.Work.Title, office.Name, _due);

    /// <summary>The office of a record, made if it is new; the file's first record of it says what it is called and where it is.</summary>
    private Office OfficeOf(ImportedOffice imported)
    {
        var key = KeyOf(imported);
        var first = _described.Add(key) && !officesSeen.Contains(key);
        if (!_offices.TryGetValue(key, out var office))
        {
            office = new Office(
                imported.Number ?? _provisional[key], imported.Name, imported.NameKana, imported.PostalCode, imported.Address,
                imported.PrefectureCode, imported.MunicipalityCode, imported.IndustryCode);
            _offices.Add(key, office);
            _newOffices.Add(office);
            _outcome.OfficesAdded++;
            Record(nameof(Office), office.Id, $"{office.Number} added");
        }
        else if (first && Update(office, imported))
        {
            _outcome.OfficesChanged++;
            Record(nameof(Office), office.Id, $"{office.Number} changed");
        }
        return office;
    }

    // What a record doesn't say, it doesn't take away.
    private static bool Update(Office office, ImportedOffice imported)
    {
        var moved = office.Relocate(
            imported.PostalCode ?? office.PostalCode, imported.Address ?? office.Address, imported.PrefectureCode ?? office.PrefectureCode,
            imported.PrefectureCode is null ? office.MunicipalityCode : imported.MunicipalityCode, imported.IndustryCode ?? office.IndustryCode);
        if (office.Name == imported.Name && (imported.NameKana is null || office.NameKana == imported.NameKana))
            return moved;
        office.Rename(imported.Name, imported.NameKana ?? office.NameKana);
        return true;
    }

    private async Task LoadOfficesAsync(IReadOnlyList<ImportedOffer> offers, CancellationToken ct)
    {
        var numbers = offers.Select(o => o.Office.Number).OfType<OfficeNumber>().Distinct().ToList();
        foreach (var office in await db.Offices.Where(o => EF.Parameter(numbers).Contains(o.Number)).ToListAsync(ct))
            _offices.Add(office.Number.Value, office);
        await FindUnnumberedAsync([.. offers.Select(o => o.Office).Where(o => o.Number is null).DistinctBy(KeyOf)], ct);
    }

    /// <summary>
    /// Offices whose number the file doesn't say: each name and address has a row of provisional numbers of its own; the first of them that
    /// is free or already this office's is the one, so that the same file finds the same offices again.
    /// </summary>
    private async Task FindUnnumberedAsync(List<ImportedOffice> unnumbered, CancellationToken ct)
    {
        for (var round = 0; unnumbered.Count > 0; round++)
        {
            var numbers = unnumbered.Select(office => Provisional(KeyOf(office), round)).Distinct().ToList();
            var taken = await db.Offices.Where(o => EF.Parameter(numbers).Contains(o.Number)).ToDictionaryAsync(o => o.Number, ct);
            foreach (var imported in unnumbered.ToList())
            {
                var key = KeyOf(imported);
                var number = Provisional(key, round);
                if (taken.TryGetValue(number, out var there))
                {
                    if (KeyOf(imported with { Name = there.Name, Address = there.Address }) != key)
                        continue;
                    _offices.Add(key, there);
                }
                else if (!_provisional.ContainsValue(number))
                    _provisional.Add(key, number);
                else
                    continue;
                unnumbered.Remove(imported);
            }
        }
    }

    private static OfficeNumber Provisional(string key, int round)
    {
        var hash = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{round}|{key}")));
        return OfficeNumber.Parse($"0000-{hash / 10 % 1_000_000:000000}-{hash % 10}");
    }

    private bool IsOver(ImportedOffer offer) => JobOffer.LastDayFor(offer.AcceptedOn, offer.LastDay) < today;

    private static FieldProblem LastDayPassed(ImportedOffer offer)
    {
        var tag = LayoutTags.Get(offer.LastDay is null ? "uktkymd_seireki" : "kjyukoymd");
        return new(offer.Line, tag.Name, tag.Japanese, $"{offer.LastDay ?? offer.AcceptedOn:yyyy/MM/dd}", RecordRefusal.LastDayPassed,
            $"{JobOffer.LastDayFor(offer.AcceptedOn, offer.LastDay):yyyy/MM/dd}");
    }

    private void Refuse(ImportedOffer offer, FieldProblem problem) => _outcome.Refused.Add(new(offer.Line, offer.Number.Value, [problem]));

    // An operator's command: nobody's account.
    private void Record(string recordType, object id, string what) => _audit.Add(new AuditEntry(now, null, Act, recordType, id.ToString()!, what));

    private static byte[] Content(JobCard card) => JsonSerializer.SerializeToUtf8Bytes(card, JsonDocuments.Options);
}
