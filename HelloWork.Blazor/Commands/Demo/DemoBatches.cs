using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Some generated records with their documents as they are stored; how many there are in all changes none of them.</summary>
internal abstract record DemoBatch(int Count)
{
    public abstract Task InsertAsync(HelloWorkDbContext db, CancellationToken ct);

    /// <summary>The documents of some records, written while the records were made.</summary>
    protected static (string, Func<T, object?>) Ready<T>(string property, IReadOnlyList<T> records, Func<T, string> write) where T : class
    {
        var written = records.ToDictionary(record => record, write);
        return (property, record => written[record]);
    }
}

/// <summary>Offices with all of their offers.</summary>
internal sealed record DemoOfferBatch : DemoBatch
{
    private readonly List<Office> _offices = [];
    private readonly List<JobOffer> _offers = [];
    private readonly (string, Func<JobOffer, object?>) _cards;

    public DemoOfferBatch(DemoOffices offices, DemoOffers offers, int from, int to, DateTime now) : base(to - from)
    {
        DemoOffices.DemoOffice? at = null;
        for (var n = from; n < to; n++)
        {
            if (n % DemoData.JobsPerOffice == 0)
                _offices.Add((at = offices.Make(n / DemoData.JobsPerOffice)).Office);
            _offers.Add(offers.Make(n, at!, now));
        }
        _cards = Ready(nameof(JobOffer.Card), _offers, offer => JsonDocuments.Write(offer.Card));
    }

    public IReadOnlyList<JobNumber> Numbers => _offers.ConvertAll(offer => offer.Number);

    public override async Task InsertAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        await db.InsertAsync(_offices, ct);
        await db.InsertAsync(_offers, ct, _cards);
        await db.InsertAsync(_offers.SelectMany(offer => offer.Places).ToList(), ct);
    }
}

/// <summary>Seekers with account, registration, profile and, of some, the provision service.</summary>
internal sealed record DemoSeekerBatch : DemoBatch
{
    private readonly List<DemoCrowd.DemoSeeker> _seekers = [];
    private readonly List<ProvisionService> _services = [];
    private readonly (string, Func<Seeker, object?>) _details;
    private readonly (string, Func<SeekerProfile, object?>) _statements;

    public DemoSeekerBatch(DemoCrowd crowd, int from, int to, DateTime now) : base(to - from)
    {
        for (var n = from; n < to; n++)
        {
            var made = crowd.Make(n, now);
            _seekers.Add(made);
            if (made.Account is null || made.Registration.ProvisionChoice is ProvisionChoice.Neither)
                continue;
            var service = new ProvisionService(made.Registration, ProvisionTerms.CurrentVersion, now);
            service.Publish(now);
            _services.Add(service);
        }
        _details = Ready(nameof(Seeker.Details), _seekers.ConvertAll(s => s.Seeker), seeker => JsonDocuments.Write(seeker.Details));
        _statements = Ready(nameof(SeekerProfile.Statement), _seekers.ConvertAll(s => s.Profile), profile => JsonDocuments.Write(profile.Statement));
    }

    public IReadOnlyList<RegistrationNumber> Numbers => _seekers.ConvertAll(seeker => seeker.Registration.Number);

    public override async Task InsertAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        await db.InsertAsync(_seekers.Select(s => s.Account).OfType<Account>().ToList(), ct);
        await db.InsertAsync(_seekers.ConvertAll(s => s.Seeker), ct, _details);
        await db.InsertAsync(_seekers.ConvertAll(s => s.Registration), ct);
        await db.InsertAsync(_seekers.ConvertAll(s => s.Profile), ct, _statements);
        await db.InsertAsync(_seekers.SelectMany(s => s.Profile.Places).ToList(), ct);
        await db.InsertAsync(_seekers.SelectMany(s => s.Profile.Occupations).ToList(), ct);
        await db.InsertAsync(_seekers.SelectMany(s => s.Profile.Licences).ToList(), ct);
        await db.InsertAsync(_services, ct);
    }
}
