using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>The records behind a demo desk: new ones about jobs, seekers and conversations that are in the database already.</summary>
internal sealed class DemoDeskRecords
{
    private const int MostJobs = 400;
    private const int MostSeekers = 200;

    private sealed record Job(JobOffer Offer, Office Office, Guid? Member);

    private sealed record Person(SeekerId Id, Guid? Account, SeekerRegistration Registration);

    private List<Job> jobs = [];
    private List<Person> withAccount = [];
    private List<Person> withoutAccount = [];
    private List<Person> ownSeekers = [];
    private Queue<SeekerRegistration> registrations = [];
    private Queue<(Conversation Talk, Guid Reporter, ViolationKind Kind, string Provider)> complaints = [];
    private HashSet<(JobOfferId, SeekerId)> asked = [];
    private readonly List<object> made = [];
    private int inquiries, consultations, referrals, checks;

    /// <summary>How many items lie on the desk already: numbers go on from there.</summary>
    public int Before { get; private init; }

    public static async Task<DemoDeskRecords> ReadAsync(IDbContextFactory<HelloWorkDbContext> contexts, PlacementOffice office, DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = Jst.DayOf(now);
        var offers = await db.JobOffers.AsNoTracking().Include(j => j.Places).Where(j => j.Status == JobOfferStatus.Active && j.LastDay >= today)
            // Those first whose office has somebody to ask and to be answered.
            .OrderByDescending(j => db.OfficeMembers.Any(m => m.OfficeId == j.OfficeId)).ThenBy(j => j.Number).Take(MostJobs).Join(db.Offices, j => j.OfficeId, o => o.Id, (j, o) => new { Offer = j, Office = o }).ToListAsync(ct);
        var members = (await db.OfficeMembers.AsNoTracking().ToListAsync(ct)).GroupBy(m => m.OfficeId).ToDictionary(g => g.Key, g => g.First().AccountId);
        var open = db.SeekerRegistrations.OpenOn(today).AsNoTracking();
        var people = await open.OrderBy(r => r.PlacementOfficeCode == office.Code ? 0 : 1).ThenBy(r => r.Number).Take(MostSeekers)
            .Join(db.Seekers, r => r.SeekerId, s => s.Id, (r, s) => new { Registration = r, s.AccountId }).ToListAsync(ct);
        var known = people.ConvertAll(p => new Person(p.Registration.SeekerId, p.AccountId, p.Registration));
        var toConfirm = await open.Where(r => r.PlacementOfficeCode == office.Code && !db.DeskItems.Any(i => i.Kind == DeskItemKind.Registration && i.RecordId == (Guid)(object)r.Id && i.ClosedAt == null)).ToListAsync(ct);
        var talks = await (from talk in db.Conversations.AsNoTracking()
                           where !db.Complaints.Any(c => c.ConversationId == talk.Id)
                           join provider in db.Providers on talk.ProviderId equals provider.Id
                           join seeker in db.Seekers on talk.SeekerId equals seeker.Id
                           where seeker.AccountId != null
                           orderby talk.Id
                           select new { Talk = talk, seeker.AccountId, provider.Name }).Take(MostSeekers).ToListAsync(ct);
        return new()
        {
            Before = await db.DeskItems.CountAsync(i => i.PlacementOfficeCode == office.Code, ct),
            jobs = offers.ConvertAll(j => new Job(j.Offer, j.Office, members.TryGetValue(j.Offer.OfficeId, out var member) ? member : null)),
            withAccount = known.FindAll(p => p.Account is not null), withoutAccount = known.FindAll(p => p.Account is null),
            ownSeekers = known.FindAll(p => p.Registration.PlacementOfficeCode == office.Code),
            registrations = new(toConfirm),
            complaints = new(from kind in ViolationKinds.Reportable from t in talks select (t.Talk, t.AccountId!.Value, kind, t.Name)),
            asked =
            [
                .. (await db.ContactInquiries.Select(i => new { i.JobOfferId, i.SeekerId }).ToListAsync(ct)).Select(p => (p.JobOfferId, p.SeekerId)),
                .. (await db.Consultations.Where(c => c.AnsweredAt == null).Select(c => new { c.JobOfferId, c.SeekerId }).ToListAsync(ct)).Select(p => (p.JobOfferId, p.SeekerId)),
                .. (await db.Referrals.Where(r => r.OutcomeAt == null).Select(r => new { r.JobOfferId, r.SeekerId }).ToListAsync(ct)).Select(p => (p.JobOfferId, p.SeekerId)),
            ],
        };
    }

    /// <returns>The work with its record and its true words; null: nothing is left to make one of.</returns>
    public DeskWork? For(DeskWork work, Guid counselor, DateTime at) => work.Kind switch
    {
        DeskItemKind.JobCheck => Check(work, at),
        DeskItemKind.Inquiry => Inquiry(work, at),
        DeskItemKind.Consultation => Consult(work, at),
        DeskItemKind.Referral => Refer(work, counselor, at),
        DeskItemKind.Registration => registrations.TryDequeue(out var registration)
            ? work with { Record = registration.Id.Value, Number = registration.Number.Value, Counterpart = registration.Number.Value } : null,
        _ => Complain(work, at),
    };

    /// <summary>Before the items that point at them.</summary>
    public async Task SaveAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var offers = made.OfType<JobOffer>().ToList();
        await db.InsertAsync(offers, ct);
        await db.InsertAsync([.. offers.SelectMany(j => j.Places)], ct);
        await db.InsertAsync([.. made.OfType<ContactInquiry>()], ct);
        await db.InsertAsync([.. made.OfType<Consultation>()], ct);
        await db.InsertAsync([.. made.OfType<Referral>()], ct);
        await db.InsertAsync([.. made.OfType<Complaint>()], ct);
    }

    public void Forget() => made.Clear();

    private DeskWork? Check(DeskWork work, DateTime at)
    {
        if (jobs.Count == 0)
            return null;
        var like = jobs[checks++ % jobs.Count];
        var offer = new JobOffer(JobNumber.Parse(work.Number), like.Office, like.Offer.Card, Jst.DayOf(at), null, at);
        made.Add(offer);
        return work with { Record = offer.Id.Value, Subject = offer.Title, Counterpart = like.Office.Name };
    }

    private DeskWork? Inquiry(DeskWork work, DateTime at)
    {
        var asking = jobs.FindAll(j => j.Member is not null);
        if (Pair(asking, withoutAccount, ref inquiries) is not var (job, seeker))
            return null;
        var inquiry = new ContactInquiry(job.Offer.OfficeId, job.Member!.Value, seeker.Id, work.PlacementOfficeCode, job.Offer.Id, work.Number, "この方に、当社の求人をご案内いただけますか。面接は平日の夕方もできます。", at);
        made.Add(inquiry);
        return work with { Record = inquiry.Id.Value, Subject = job.Offer.Title, Counterpart = job.Office.Name };
    }

    private DeskWork? Consult(DeskWork work, DateTime at)
    {
        if (Pair(jobs, withAccount, ref consultations) is not var (job, seeker))
            return null;
        var consultation = new Consultation(seeker.Id, seeker.Account!.Value, work.PlacementOfficeCode, job.Offer.Id, null, work.Number, "この求人に応募しようか迷っています。残業や休みについて、相談できますか。", at);
        made.Add(consultation);
        return work with { Record = consultation.Id.Value, Subject = job.Offer.Title, Counterpart = seeker.Registration.Number.Value };
    }

    private DeskWork? Refer(DeskWork work, Guid counselor, DateTime at)
    {
        if (Pair(jobs, ownSeekers, ref referrals) is not var (job, seeker))
            return null;
        var referral = new Referral(seeker.Registration, job.Offer, counselor, work.Number, ReferralWay.AtWindow, null, at);
        made.Add(referral);
        return work with { Record = referral.Id.Value, Subject = job.Offer.Title, Counterpart = seeker.Registration.Number.Value };
    }

    private DeskWork? Complain(DeskWork work, DateTime at)
    {
        if (!complaints.TryDequeue(out var about))
            return null;
        var complaint = new Complaint(new ComplaintId(work.Record), work.Number, about.Talk, about.Reporter, work.PlacementOfficeCode, about.Kind, work.Subject, [], at);
        made.Add(complaint);
        return work with { Counterpart = about.Provider };
    }

    /// <summary>A job and a seeker who have nothing to do with each other yet.</summary>
    private (Job Job, Person Seeker)? Pair(List<Job> offered, List<Person> people, ref int next)
    {
        while (offered.Count > 0 && next < offered.Count * people.Count)
        {
            var (job, seeker) = (offered[next % offered.Count], people[next / offered.Count]);
            next++;
            if (asked.Add((job.Offer.Id, seeker.Id)))
                return (job, seeker);
        }
        return null;
    }
}
