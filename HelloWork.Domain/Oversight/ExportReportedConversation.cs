using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>通報されたやりとりを証拠として書き出す (OV-04): for the office that took the report, and for the bureau. Without a report nobody at Hello Work reads along.</summary>
public sealed class ExportReportedConversation(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record ByCounselor(CounselorActor Counselor, ConversationId Conversation, EvidenceForm Form);

    public sealed record ByOfficer(BureauActor Officer, ConversationId Conversation, EvidenceForm Form);

    /// <returns>Null: there is none of this key that was reported to the counselor's office.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor of a placement office.</exception>
    public Task<ConversationEvidence?> RunAsync(ByCounselor command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        return await ExportAsync(db, db.ReportedConversations(office), command.Conversation, command.Counselor.Account, command.Form, ct);
    }, ct);

    /// <returns>Null: there is none of this key that was reported.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<ConversationEvidence?> RunAsync(ByOfficer command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAsync(command.Officer, ct);
        return await ExportAsync(db, db.ReportedConversations(office: null), command.Conversation, command.Officer.Account, command.Form, ct);
    }, ct);

    private async Task<ConversationEvidence?> ExportAsync(HelloWorkDbContext db, IQueryable<ConversationId> reported, ConversationId id, Guid account, EvidenceForm form, CancellationToken ct)
    {
        if (!await reported.AnyAsync(c => c == id, ct))
            return null;
        var now = clock.UtcNow();
        var evidence = await db.ReadEvidenceAsync(id, fully: true, now, ct);
        db.RecordEvidence(evidence, account, nameof(ExportReportedConversation), form, now);
        return evidence;
    }
}

/// <summary>Which conversations people at Hello Work may read: the one place that says so.</summary>
internal static class ReportedConversationRule
{
    /// <param name="office">The placement office that took the report; null: any.</param>
    public static IQueryable<ConversationId> ReportedConversations(this HelloWorkDbContext db, string? office) =>
        db.Complaints.Where(c => office == null || c.PlacementOfficeCode == office).Select(c => c.ConversationId);
}
