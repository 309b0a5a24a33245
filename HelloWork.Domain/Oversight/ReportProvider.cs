using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>団体を通報する (OV-01): reaches the office of the seeker's registration, with the messages that were picked as evidence. The provider isn't told.</summary>
public sealed class ReportProvider(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>対応の期限, in open days.</summary>
    public const int DueOpenDays = 3;

    /// <param name="Report">Drawn with the form: sent twice it is one report.</param>
    /// <param name="Kind">Of the leaflet's list; null: not chosen.</param>
    /// <param name="Evidence">Messages of the conversation; may be none.</param>
    public sealed record Command(ProvisionActor Seeker, ConversationId Conversation, ComplaintId Report, ViolationKind? Kind, string Situation, IReadOnlyList<Guid> Evidence);

    /// <param name="Number">受付番号; null when refused.</param>
    public sealed record Result(string? Number, ReportRefusal? Refusal);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var situation = WrittenText.Tidy(command.Situation);
        ReportRefusal? refusal = command.Kind is not { } kind || !ViolationKinds.Reportable.Contains(kind) ? ReportRefusal.KindMissing
            : situation.Length == 0 ? ReportRefusal.SituationMissing
            : !WrittenText.Fits(situation, Complaint.LongestSituation) ? ReportRefusal.SituationTooLong : null;
        return refusal is { } no
            ? Task.FromResult(new Result(null, no))
            : contexts.WriteAsync(db => ReportAsync(db, command, command.Kind!.Value, situation, ct), ct);
    }

    private async Task<Result> ReportAsync(HelloWorkDbContext db, Command command, ViolationKind kind, string situation, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (account, seeker) = command.Seeker;
        await db.DemandAsync(command.Seeker, now, ct);
        var talk = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.Conversation && c.SeekerId == seeker, ct);
        if (talk is null)
            return new Result(null, ReportRefusal.NotFound);
        if (await db.Complaints.Where(c => c.Id == command.Report).Select(c => new { c.Number, c.ReporterAccountId }).SingleOrDefaultAsync(ct) is { } sent)
        {
            if (sent.ReporterAccountId != account)
                return new Result(null, ReportRefusal.NotFound);
            await db.DropFormDraftAsync(account, DraftForm.ProviderReport, talk.Id.ToString(), ct);
            return new Result(sent.Number, null);
        }
        if (await db.Complaints.AnyAsync(c => c.ConversationId == talk.Id && c.Kind == kind && c.DecidedAt == null, ct))
            return new Result(null, ReportRefusal.AlreadyReported);
        var evidence = command.Evidence.Distinct().ToList();
        if (await db.Messages.CountAsync(m => m.ConversationId == talk.Id && evidence.Contains(m.Id), ct) != evidence.Count)
            return new Result(null, ReportRefusal.EvidenceUnknown);

        var office = await db.ProvisionServices.Where(s => s.SeekerId == seeker).Join(db.SeekerRegistrations, s => s.RegistrationId, r => r.Id, (_, r) => r.PlacementOfficeCode).SingleAsync(ct);
        var provider = await db.Providers.Where(p => p.Id == talk.ProviderId).Select(p => p.Name).SingleAsync(ct);
        var number = await db.NextDeskNumberAsync('C', now, ct);
        await db.DropFormDraftAsync(account, DraftForm.ProviderReport, talk.Id.ToString(), ct);
        db.Add(new Complaint(command.Report, number, talk, account, office, kind, situation, evidence, now));
        await db.QueueAsync(new DeskWork(office, DeskItemKind.Complaint, command.Report.Value, number, situation.ReplaceLineEndings(" "), provider, DeskQueue.DueAfterOpenDays(Jst.DayOf(now), DueOpenDays)), now, ct);
        db.Record(now, account, nameof(ReportProvider), nameof(Complaint), command.Report, $"{number} {kind}");
        await db.SignalAsync([LiveTopic.Account(account)], now, ct);
        return new Result(number, null);
    }
}

/// <summary>Why a report isn't taken.</summary>
public enum ReportRefusal
{
    NotFound = 1,
    /// <summary>None of the leaflet's list is chosen.</summary>
    KindMissing = 2,
    SituationMissing = 3,
    /// <summary>Over 2,000 characters, or with characters that can't be shown.</summary>
    SituationTooLong = 4,
    /// <summary>A message that isn't of this conversation.</summary>
    EvidenceUnknown = 5,
    /// <summary>The same is being looked into already.</summary>
    AlreadyReported = 6,
}

/// <summary>自分の通報の一覧: what a seeker reported, newest first, with what became of it.</summary>
public sealed class ListOwnReports(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int Most = 50;

    /// <param name="Conversation">Only about its provider.</param>
    public sealed record Query(ProvisionActor Seeker, ConversationId? Conversation = null);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public async Task<IReadOnlyList<OwnReport>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, clock.UtcNow(), ct);
        var own = db.Complaints.AsNoTracking().Where(c => c.SeekerId == query.Seeker.Seeker);
        if (query.Conversation is { } talk)
            own = own.Where(c => c.ConversationId == talk);
        return await (from c in own
                      join p in db.Providers on c.ProviderId equals p.Id
                      orderby c.ReceivedAt descending, c.Number descending
                      select new OwnReport(c.Number, c.ConversationId, p.Name, c.Kind, c.PlacementOfficeCode, c.ReceivedAt, c.Decision, c.DecidedAt, c.Answer)).Take(Most).ToListAsync(ct);
    }
}

/// <param name="Decision">Null: 確認中.</param>
/// <param name="Answer">What the office tells the seeker; empty: nothing more than the decision.</param>
public sealed record OwnReport(string Number, ConversationId Conversation, string ProviderName, ViolationKind Kind, string PlacementOfficeCode, DateTime ReceivedAt, ComplaintDecision? Decision, DateTime? DecidedAt, string? Answer);
