using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>やりとりを証拠として書き出す (OV-04): a seeker's own conversation, also after the service ended. Nothing counts as read by it.</summary>
public sealed class ExportConversation(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProvisionActor Reader, ConversationId Conversation, EvidenceForm Form);

    /// <returns>Null: there is none of this key that is the seeker's.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<ConversationEvidence?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Reader, now, ct);
        if (!await db.Conversations.AnyAsync(c => c.Id == command.Conversation && c.SeekerId == command.Reader.Seeker, ct))
            return null;
        var evidence = await db.ReadEvidenceAsync(command.Conversation, fully: false, now, ct);
        db.RecordEvidence(evidence, command.Reader.Account, nameof(ExportConversation), command.Form, now);
        return evidence;
    }, ct);
}

/// <summary>Whether a file's head is one this portal exported: asked by the command <c>verify</c>.</summary>
public sealed class FindEvidence(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record Query(Guid Conversation, string Head);

    /// <returns>When the same content was exported, the latest first; none: this portal never did.</returns>
    public async Task<IReadOnlyList<DateTime>> RunAsync(Query query, CancellationToken ct)
    {
        var (record, head) = (query.Conversation.ToString(), $"{EvidenceExport.HeadWord} {query.Head} ");
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.AuditEntries.Where(e => e.RecordId == record && e.RecordType == nameof(Conversation) && e.Detail!.StartsWith(head))
            .OrderByDescending(e => e.At).Select(e => e.At).Take(10).ToListAsync(ct);
    }
}

/// <summary>What every export of a conversation does, whoever asks for it and after being allowed to.</summary>
internal static class EvidenceExport
{
    public const string HeadWord = "head";

    /// <param name="fully">With the procedure of application, which the seeker sees only after the wish (MS-07).</param>
    public static async Task<ConversationEvidence> ReadEvidenceAsync(this HelloWorkDbContext db, ConversationId id, bool fully, DateTime now, CancellationToken ct)
    {
        var found = await (from c in db.Conversations.AsNoTracking()
                           where c.Id == id
                           join p in db.Providers on c.ProviderId equals p.Id
                           join a in db.SeekerAliases on new { c.ProviderId, c.SeekerId } equals new { a.ProviderId, a.SeekerId }
                           select new { Conversation = c, p.Name, p.Licence, p.Kind, a.Number }).SingleAsync(ct);
        var messages = await db.Messages.AsNoTracking().Where(m => m.ConversationId == id).OrderBy(m => m.Number).ToListAsync(ct);
        var withProcedure = fully || found.Conversation.WishedAt is not null;
        return new ConversationEvidence
        {
            Format = ConversationEvidence.CurrentFormat, Conversation = id.Value, Provider = new(found.Name, found.Licence.Value, found.Kind.ToString()), SeekerNumber = found.Number.Value,
            StartedAt = EvidenceMoment.Of(found.Conversation.StartedAt), WishedAt = EvidenceMoment.Of(found.Conversation.WishedAt), ExportedAt = EvidenceMoment.Of(now), Head = "",
            Messages = [.. messages.Select((m, i) => new EvidenceMessage(i + 1, m.Id, m.Kind, m.FromSeeker, m.Subject, m.Body,
                m.Disclosures is { } d ? EvidenceDisclosures.Of(d, withProcedure) : null, EvidenceMoment.Of(m.SentAt), EvidenceMoment.Of(m.ReadAt), ""))],
        }.Chained();
    }

    public static void RecordEvidence(this HelloWorkDbContext db, ConversationEvidence evidence, Guid account, string act, EvidenceForm form, DateTime now) =>
        db.Record(now, account, act, nameof(Conversation), evidence.Conversation, $"{HeadWord} {evidence.Head} of {evidence.Messages.Count} messages, {form}");
}
