using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>通報を開く (CO-05): the report with its evidence, what is known of the provider, and the office's notes.</summary>
public sealed class OpenComplaint(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, DeletionRules rules)
{
    public sealed record Query(CounselorActor Counselor, ComplaintId Complaint);

    /// <returns>Null: none of this key has reached the counselor's office.</returns>
    /// <exception cref="NotAllowedException">The account works at no desk.</exception>
    public async Task<OpenedComplaint?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(query.Counselor, ct);
        if (await db.Complaints.AsNoTracking().Include(c => c.Evidence).SingleOrDefaultAsync(c => c.Id == query.Complaint && c.PlacementOfficeCode == office, ct) is not { } complaint)
            return null;
        var picked = complaint.Evidence.Select(e => e.MessageId).ToList();
        var evidence = await db.Messages.AsNoTracking().Where(m => picked.Contains(m.Id)).OrderBy(m => m.Number)
            .Select(m => new ConversationMessage(m.Id, m.Number, m.Kind, m.Subject, m.Body, m.Disclosures, m.SentAt, m.ReadAt, false)).ToListAsync(ct);
        var disclosures = await db.Messages.Where(m => m.ConversationId == complaint.ConversationId && m.Kind == MessageKind.Guidance).Select(m => m.Disclosures!).SingleAsync(ct);
        var seeker = await db.ProvisionServices.Where(s => s.SeekerId == complaint.SeekerId).Join(db.SeekerRegistrations, s => s.RegistrationId, r => r.Id, (_, r) => r.Number).SingleAsync(ct);
        var item = complaint.Id.Value;
        var notes = await (from i in db.DeskItems
                           where i.Kind == DeskItemKind.Complaint && i.RecordId == item
                           join n in db.DeskNotes on i.Id equals n.DeskItemId
                           join a in db.Users on n.AuthorId equals a.Id
                           orderby n.WrittenAt, n.Id
                           select new ComplaintNote(a.DisplayName, n.WrittenAt, n.Text)).ToListAsync(ct);
        var due = await db.DeskItems.Where(i => i.Kind == DeskItemKind.Complaint && i.RecordId == item && i.ClosedAt == null).Select(i => (DateOnly?)i.DueOn).SingleOrDefaultAsync(ct);
        var provider = await ProviderRecords.ReadAsync(db, complaint.ProviderId, rules, clock.UtcNow(), ct) ?? throw new InvalidOperationException("A report is about a provider.");
        return new OpenedComplaint(complaint.Id, complaint.Number, complaint.ConversationId, complaint.Kind, complaint.Situation, complaint.ReceivedAt, due, seeker, evidence, disclosures.ComplaintsOfficer, notes, complaint.Decision, complaint.DecidedAt, complaint.Answer, provider);
    }
}

/// <param name="ComplaintsOfficer">苦情処理責任者, whom the seeker was shown first.</param>
public sealed record OpenedComplaint(ComplaintId Id, string Number, ConversationId Conversation, ViolationKind Kind, string Situation, DateTime ReceivedAt, DateOnly? DueOn, RegistrationNumber Seeker, IReadOnlyList<ConversationMessage> Evidence,
    string ComplaintsOfficer, IReadOnlyList<ComplaintNote> Notes, ComplaintDecision? Decision, DateTime? DecidedAt, string? Answer, ProviderRecord Provider);

public sealed record ComplaintNote(string Author, DateTime WrittenAt, string Text);
