using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>
/// 削除を確認する・求職申込みがあったと記録する (PR-03, PR-04): how a provider settles what it holds, and answers a seeker's demand. After a
/// deletion its number for the seeker leads nowhere: who finds the profile again holds it anew.
/// </summary>
public sealed class SettleDeletion(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int MostAtOnce = 100;

    /// <summary>削除した</summary>
    public sealed record Deleted(ProviderActor Actor, IReadOnlyList<AliasNumber> Numbers);

    /// <summary>団体に求職申込みがあった (step 6)</summary>
    public sealed record Registered(ProviderActor Actor, AliasNumber Number, DateOnly On);

    /// <param name="Settled">How many are settled by this; one that was settled before isn't counted again.</param>
    public sealed record Result(SettleRefusal? Refusal, int Settled);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<Result> RunAsync(Deleted command, CancellationToken ct)
    {
        var numbers = command.Numbers.Distinct().ToList();
        if (numbers.Count is 0 or > MostAtOnce)
            return Task.FromResult(new Result(numbers.Count == 0 ? SettleRefusal.NothingChosen : SettleRefusal.TooMany, 0));
        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            if (await db.DemandAsync(command.Actor, now, ct) is ProviderStanding.Suspended)
                return new Result(SettleRefusal.Suspended, 0);
            var held = await HeldAsync(db, command.Actor.Provider, numbers, ct);
            foreach (var one in held)
            {
                one.ConfirmDeletion(command.Actor.Account, now);
                (await db.SeekerAliases.FindAsync([one.ProviderId, one.SeekerId], ct))?.DrawAnew();
                db.Record(now, command.Actor.Account, nameof(SettleDeletion), nameof(ObtainedProfile), one.Id, $"{one.Number} deleted");
            }
            await TellAsync(db, held, now, ct);
            return new Result(held.Count == 0 ? SettleRefusal.NotHeld : null, held.Count);
        }, ct);
    }

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<Result> RunAsync(Registered command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        if (await db.DemandAsync(command.Actor, now, ct) is ProviderStanding.Suspended)
            return new Result(SettleRefusal.Suspended, 0);
        if (await HeldAsync(db, command.Actor.Provider, [command.Number], ct) is not [var one])
            return new Result(SettleRefusal.NotHeld, 0);
        // Only a seeker who told of the wish has come to step 6: a provider can't release itself by a date alone.
        if (await db.Conversations.Where(c => c.ProviderId == one.ProviderId && c.SeekerId == one.SeekerId).Select(c => c.WishedAt).SingleOrDefaultAsync(ct) is not { } wishedAt)
            return new Result(SettleRefusal.NoWish, 0);
        if (command.On < Jst.DayOf(wishedAt) || command.On > Jst.DayOf(now))
            return new Result(SettleRefusal.DayOutside, 0);

        one.MarkRegistered(command.On, command.Actor.Account, now);
        db.Record(now, command.Actor.Account, nameof(SettleDeletion), nameof(ObtainedProfile), one.Id, $"{one.Number} registered {command.On:yyyy-MM-dd}");
        await TellAsync(db, [one], now, ct);
        return new Result(null, 1);
    }, ct);

    private static Task<List<ObtainedProfile>> HeldAsync(HelloWorkDbContext db, ProviderId provider, List<AliasNumber> numbers, CancellationToken ct) =>
        db.ObtainedProfiles.Where(o => o.ProviderId == provider && o.SettledAt == null && numbers.Contains(o.Number)).ToListAsync(ct);

    /// <summary>The seeker's page shows the state; who demanded is told by mail as well.</summary>
    private static async Task TellAsync(HelloWorkDbContext db, List<ObtainedProfile> settled, DateTime now, CancellationToken ct)
    {
        if (settled.Count == 0)
            return;
        var seekers = settled.ConvertAll(o => o.SeekerId);
        var accounts = await db.Seekers.Where(s => seekers.Contains(s.Id) && s.AccountId != null).ToDictionaryAsync(s => s.Id, s => s.AccountId!.Value, ct);
        var provider = settled[0].ProviderId;
        var talks = await db.Conversations.Where(c => c.ProviderId == provider && seekers.Contains(c.SeekerId)).ToDictionaryAsync(c => c.SeekerId, c => c.Id, ct);
        foreach (var one in settled.Where(o => o.DemandedAt is not null))
            if (accounts.TryGetValue(one.SeekerId, out var account) && talks.TryGetValue(one.SeekerId, out var talk))
                db.Tell(MailKind.DeletionAnswered, account, one.Id, now, ("conversation", talk.ToString()));
        await db.SignalAsync([LiveTopic.Organisation(provider.Value), .. accounts.Values.Select(LiveTopic.Account), .. seekers.Select(s => LiveTopic.Profile(s.Value)), .. talks.Values.Select(t => LiveTopic.Conversation(t.Value))], now, ct);
    }
}

/// <summary>Why nothing is settled.</summary>
public enum SettleRefusal
{
    NothingChosen = 1,
    /// <summary>Over 100 at once.</summary>
    TooMany = 2,
    /// <summary>None of these is held by the provider (any more).</summary>
    NotHeld = 3,
    /// <summary>The seeker hasn't told of the wish to apply (MS-07).</summary>
    NoWish = 4,
    /// <summary>Before the wish or after today.</summary>
    DayOutside = 5,
    /// <summary>利用停止中 (OV-03)</summary>
    Suspended = 6,
}
