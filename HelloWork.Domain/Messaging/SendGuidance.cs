using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

/// <summary>
/// 案内メッセージを送る: a provider's first message to one or several seekers, with its disclosures (MS-01, MS-02). One per seeker, ever; at
/// most 1,000 a Japanese day and provider, however many send at once. The seeker is e-mailed for this one only (MS-03).
/// </summary>
public sealed class SendGuidance(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProviderActor Sender, IReadOnlyList<AliasNumber> Recipients, string Subject, string Body, IReadOnlyList<AliasNumber>? Asked = null);

    /// <param name="Refusal">Null: each recipient's own outcome stands in <paramref name="Deliveries"/>.</param>
    /// <param name="LeftToday">Guidance messages the provider may still send today.</param>
    public sealed record Result(GuidanceRefusal? Refusal, IReadOnlyList<Delivery> Deliveries, int LeftToday)
    {
        public int Sent => Deliveries.Count(d => d.Bar is null);
    }

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var (subject, body) = (MessageText.JudgeSubject(command.Subject), MessageText.JudgeBody(command.Body));
        var refusal = subject.Refusal is not null ? GuidanceRefusal.SubjectRefused
            : body.Refusal is not null ? GuidanceRefusal.BodyRefused
            : command.Recipients.Count == 0 ? GuidanceRefusal.NoRecipients
            : command.Recipients.Distinct().Count() > GuidanceDraft.MostRecipients ? GuidanceRefusal.TooManyRecipients
            : (GuidanceRefusal?)null;
        return refusal is { } no
            ? Task.FromResult(new Result(no, [], GuidanceCount.MostPerDay))
            : contexts.WriteAsync(db => SendAsync(db, command, subject.Text, body.Text, ct), ct);
    }

    private async Task<Result> SendAsync(HelloWorkDbContext db, Command command, string subject, string body, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var (account, provider) = command.Sender;
        var standing = await db.DemandAsync(command.Sender, now, ct);
        var count = await db.GuidanceCounts.FindAsync([provider, today], ct);
        var left = GuidanceCount.MostPerDay - (count?.Sent ?? 0);
        if (standing is not ProviderStanding.Good)
            return new Result(GuidanceRefusal.NotInGoodStanding, [], left);
        var disclosures = await db.GuidanceTemplates.Where(t => t.ProviderId == provider).Select(t => t.Disclosures).SingleOrDefaultAsync(ct);
        if (disclosures is null || disclosures.Faults().Count > 0)
            return new Result(GuidanceRefusal.TemplateIncomplete, [], left);

        var recipients = command.Recipients.Distinct().ToList();
        var reachable = await ReachableAsync(db, provider, recipients, now, ct);
        var seekers = reachable.Values.ToList();
        var written = await db.Conversations.Where(c => c.ProviderId == provider && seekers.Contains(c.SeekerId)).Select(c => c.SeekerId).ToListAsync(ct);
        var deliveries = recipients.ConvertAll(number => new Delivery(number,
            !reachable.TryGetValue(number, out var seeker) ? DeliveryBar.Undeliverable : written.Contains(seeker) ? DeliveryBar.AlreadyWritten : null));
        var fresh = deliveries.Where(d => d.Bar is null).Select(d => reachable[d.Number]).ToList();
        if (fresh.Count > left)
            return new Result(GuidanceRefusal.DailyCap, [], left);

        if (count is null)
            db.Add(count = new GuidanceCount(provider, today));
        var numbers = await db.LastNumbersAsync(fresh, ct);
        var accounts = await db.Seekers.Where(s => fresh.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.AccountId!.Value, ct);
        foreach (var seeker in fresh)
        {
            var conversation = new Conversation(provider, seeker, now);
            db.AddRange(conversation, new Message(NewId.Next(), conversation, numbers[seeker] + 1, MessageKind.Guidance, account, subject, body, disclosures, now));
            count.Note();
            db.Tell(MailKind.GuidanceArrived, accounts[seeker], conversation.Id, now, ("conversation", conversation.Id.ToString()));
            db.Record(now, account, nameof(SendGuidance), nameof(Conversation), conversation.Id);
        }
        await DropDraftsAsync(db, command, deliveries, ct);
        await db.SignalAsync([LiveTopic.Organisation(provider.Value), .. accounts.Values.Select(LiveTopic.Account)], now, ct);
        return new Result(null, deliveries, left - fresh.Count);
    }

    /// <summary>The draft that was sent, and the provider's others whose every asked person has been written to by now: they can't be sent any more (MS-03).</summary>
    private static async Task DropDraftsAsync(HelloWorkDbContext db, Command command, IEnumerable<Delivery> deliveries, CancellationToken ct)
    {
        var (account, provider) = command.Sender;
        var (sent, written) = (GuidanceDraft.KeyOf(command.Asked ?? []), deliveries.Where(d => d.Bar is not DeliveryBar.Undeliverable).Select(d => d.Number).ToHashSet());
        var begun = db.GuidanceDrafts.Where(d => db.ProviderMembers.Any(m => m.ProviderId == provider && m.AccountId == d.AccountId));
        var touched = (await begun.Where(d => d.Key != "").Select(d => d.Key).Distinct().ToListAsync(ct)).Where(key => GuidanceDraft.AskedIn(key).Any(written.Contains)).ToList();
        written.UnionWith(await db.WrittenAsync(provider, touched.SelectMany(GuidanceDraft.AskedIn), ct));
        var over = touched.Where(key => GuidanceDraft.AskedIn(key).All(written.Contains)).ToList();
        db.RemoveRange(await begun.Where(d => (d.AccountId == account && d.Key == sent) || over.Contains(d.Key)).ToListAsync(ct));
    }

    /// <summary>Who of them may be written to now; for all others the answer is one and the same, whatever the reason (MS-05).</summary>
    private static async Task<Dictionary<AliasNumber, SeekerId>> ReachableAsync(HelloWorkDbContext db, ProviderId provider, List<AliasNumber> recipients, DateTime now, CancellationToken ct)
    {
        var contacts = db.ProviderContacts(now).Where(c => c.ProviderId == provider);
        return await db.SeekerAliases.Where(a => a.ProviderId == provider && recipients.Contains(a.Number) && contacts.Any(c => c.SeekerId == a.SeekerId))
            .ToDictionaryAsync(a => a.Number, a => a.SeekerId, ct);
    }
}

internal static class MessageNumbers
{
    /// <summary>The last No. in each seeker's list, 0 for an empty one. Two who both counted the same collide on the key, and the second runs again.</summary>
    public static async Task<Dictionary<SeekerId, int>> LastNumbersAsync(this HelloWorkDbContext db, IReadOnlyCollection<SeekerId> seekers, CancellationToken ct)
    {
        var last = await db.Messages.Where(m => seekers.Contains(m.SeekerId)).GroupBy(m => m.SeekerId).Select(g => new { g.Key, Last = g.Max(m => m.Number) }).ToDictionaryAsync(g => g.Key, g => g.Last, ct);
        return seekers.ToDictionary(s => s, s => last.GetValueOrDefault(s));
    }
}

/// <summary>What became of one recipient.</summary>
/// <param name="Bar">Null: sent.</param>
public sealed record Delivery(AliasNumber Number, DeliveryBar? Bar);

/// <summary>Why one recipient isn't written to.</summary>
public enum DeliveryBar
{
    /// <summary>お届けできません: blocked, outside the conditions, stopped, ended, never seen; the provider isn't told which (MS-05).</summary>
    Undeliverable = 1,
    /// <summary>A conversation is there: what more there is to say belongs into it.</summary>
    AlreadyWritten = 2,
}

/// <summary>Why nothing is sent at all.</summary>
public enum GuidanceRefusal
{
    /// <summary>See <see cref="MessageText.JudgeSubject"/>.</summary>
    SubjectRefused = 1,
    /// <summary>See <see cref="MessageText.JudgeBody"/>.</summary>
    BodyRefused = 2,
    NoRecipients = 3,
    /// <summary>Over 50 at once.</summary>
    TooManyRecipients = 4,
    /// <summary>One of the disclosures is missing (MS-02).</summary>
    TemplateIncomplete = 5,
    /// <summary>1団体1日1,000件の上限</summary>
    DailyCap = 6,
    /// <summary>利用停止中・利用解除 (OV-03)</summary>
    NotInGoodStanding = 7,
}
