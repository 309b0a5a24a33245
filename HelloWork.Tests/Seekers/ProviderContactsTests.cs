using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers;

/// <summary>The one rule of who may see and write to whom, held against an oracle that knows nothing of its query.</summary>
public sealed class ProviderContactsTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "PV-02"), Trait("Rule", "PV-06"), Trait("Rule", "PV-08")]
    public async Task RandomChoicesConditionsBlocksSuspensionsAndStops_AgreeWithTheOracle()
    {
        var dice = new Random(20261126);
        var providers = new List<(ProviderActor Actor, OracleProvider Is)>();
        foreach (var n in Enumerable.Range(0, 14))
        {
            var kind = dice.GetItems(Enum.GetValues<ProviderKind>(), 1)[0];
            var handling = new Handling(Some(dice, ["11", "12", "13"]), Some(dice, ["E", "G", "P"]), Some(dice, ["01", "03", "05"]));
            var mark = dice.Next(2) == 0;
            var actor = await _given.ProviderAsync(kind, handling, mark, name: $"団体{n}");
            providers.Add((actor, new OracleProvider((int)kind < 10, handling, mark, Suspended: dice.Next(6) == 0, Removed: dice.Next(8) == 0)));
        }
        await ChangeAsync(async db =>
        {
            foreach (var (actor, isSo) in providers)
            {
                if (isSo.Suspended)
                    db.Add(new ProviderSuspension(actor.Provider, _clock.UtcNow().AddDays(-1), _clock.UtcNow().AddDays(1)));
                else
                    db.Add(new ProviderSuspension(actor.Provider, _clock.UtcNow().AddDays(-3), _clock.UtcNow()));
                if (isSo.Removed)
                    (await db.Providers.FindAsync(actor.Provider))!.Remove(_clock.UtcNow());
            }
        });
        var seekers = new List<(GivenSeeker Seeker, OracleSeeker Is)>();
        foreach (var _ in Enumerable.Range(0, 40))
        {
            var isSo = new OracleSeeker(dice.GetItems(Enum.GetValues<ProvisionChoice>(), 1)[0], Published: dice.Next(8) != 0, Stopped: dice.Next(8) == 0, Ended: dice.Next(8) == 0,
                new Handling(Some(dice, ["11", "12", "13"]), Some(dice, ["E", "G", "P"]), Some(dice, ["01", "03", "05"])), MarkOnly: dice.Next(3) == 0,
                [.. providers.Where(_ => dice.Next(6) == 0).Select(p => p.Actor.Provider)]);
            var seeker = await _given.ProvidedSeekerAsync(isSo.Choice, isSo.Published);
            seekers.Add((seeker, isSo));
            await ChangeAsync(db => SettleAsync(db, seeker, isSo));
        }

        await using var db = _database.CreateDbContext();
        var found = await db.ProviderContacts(_clock.UtcNow()).ToListAsync();

        var expected = from s in seekers from p in providers where Oracle(s.Is, p.Is, p.Actor.Provider) select (s.Seeker.Id, p.Actor.Provider);
        Assert.Equal(expected.OrderBy(e => e.Id.Value).ThenBy(e => e.Provider.Value), found.Select(f => (f.SeekerId, f.ProviderId)).OrderBy(e => e.SeekerId.Value).ThenBy(e => e.ProviderId.Value));
        Assert.InRange(found.Count, 20, 300);
        foreach (var (actor, _) in providers)
        {
            var shown = await db.ShownToProvider(actor.Provider, _clock.UtcNow()).Select(p => p.SeekerId).ToListAsync();
            Assert.Equal(found.Where(f => f.ProviderId == actor.Provider).Select(f => f.SeekerId.Value).Order(), shown.Select(s => s.Value).Order());
        }
        foreach (var (actor, isSo) in providers.Where(p => p.Is is { Suspended: false, Removed: false }))
            await AgreeInEveryVerbAsync(actor, [.. found.Where(f => f.ProviderId == actor.Provider).Select(f => f.SeekerId)], [.. seekers.Select(s => s.Seeker.Id)]);
    }

    /// <summary>Search, profile page, compose and delivery: whoever knows every seeker's number reaches those of the rule and nobody else.</summary>
    private async Task AgreeInEveryVerbAsync(ProviderActor actor, HashSet<SeekerId> allowed, IReadOnlyList<SeekerId> everybody)
    {
        var numbers = await NumbersAsync(actor.Provider, everybody);
        var listed = await new SearchProvidedSeekers(_database, _clock).RunAsync(new SearchProvidedSeekers.Query(actor) { Size = 50 }, default);
        Assert.Equal((allowed.Count, allowed.Count), (listed.Found.TotalCount, listed.Seekers.Count(allowed.Contains)));

        foreach (var (seeker, number) in numbers)
        {
            var opened = await new OpenProvidedProfile(_database, _clock, new ProfileQuota { PerHour = 10_000, PerDay = 10_000 }).RunAsync(new(actor, number), default);
            Assert.Equal(allowed.Contains(seeker), opened.Profile is not null);
        }
        var composed = await new SearchProvidedSeekers(_database, _clock).RunAsync(new SearchProvidedSeekers.ByNumbers(actor, [.. numbers.Values]), default);
        Assert.Equal(numbers.Where(n => allowed.Contains(n.Key)).Select(n => n.Value.Value).Order(), composed.Select(c => c.Number.Value).Order());

        var sent = await new SendGuidance(_database, _clock).RunAsync(new(actor, [.. numbers.Values], "求人のご案内", "ご希望に合う求人があります。"), default);
        Assert.Equal(numbers.Where(n => allowed.Contains(n.Key)).Select(n => n.Value.Value).Order(), sent.Deliveries.Where(d => d.Bar is null).Select(d => d.Number.Value).Order());
        await using var db = _database.CreateDbContext();
        Assert.Equal(allowed.Select(s => s.Value).Order(), (await db.Conversations.Where(c => c.ProviderId == actor.Provider).Select(c => c.SeekerId).ToListAsync()).Select(s => s.Value).Order());
    }

    [Fact, Trait("Rule", "PV-05")]
    public async Task Registration_AtMidnightAfterItsLastDay_ShowsTheProfileToNobodyWithoutTheScheduler()
    {
        var provider = await _given.ProviderAsync();
        var seeker = await _given.ProvidedSeekerAsync();
        await using var db = _database.CreateDbContext();
        var end = (await db.SeekerRegistrations.SingleAsync(r => r.Id == seeker.Registration)).EndsAt;

        Assert.True(await db.ShownToProvider(provider.Provider, end.AddTicks(-1)).AnyAsync());
        Assert.False(await db.ShownToProvider(provider.Provider, end).AnyAsync());
    }

    [Fact, Trait("Rule", "PV-08")]
    public async Task Suspension_HoldsFromItsFirstTickToItsLast()
    {
        var provider = await _given.ProviderAsync();
        await _given.ProvidedSeekerAsync();
        var (from, to) = (_clock.UtcNow().AddHours(1), _clock.UtcNow().AddDays(3));
        await ChangeAsync(db => { db.Add(new ProviderSuspension(provider.Provider, from, to)); return Task.CompletedTask; });
        await using var db = _database.CreateDbContext();

        Assert.True(await db.ShownToProvider(provider.Provider, from.AddTicks(-1)).AnyAsync());
        Assert.False(await db.ShownToProvider(provider.Provider, from).AnyAsync());
        Assert.False(await db.ShownToProvider(provider.Provider, to.AddTicks(-1)).AnyAsync());
        Assert.True(await db.ShownToProvider(provider.Provider, to).AnyAsync());
    }

    /// <summary>Numbers for all, as if the provider had come across each of them once.</summary>
    private async Task<Dictionary<SeekerId, AliasNumber>> NumbersAsync(ProviderId provider, IReadOnlyList<SeekerId> seekers)
    {
        var numbers = seekers.ToDictionary(s => s, _ => AliasNumber.Draw());
        await ChangeAsync(db => { db.AddRange(numbers.Select(n => new SeekerAlias(provider, n.Key, n.Value))); return Task.CompletedTask; });
        return numbers;
    }

    private async Task SettleAsync(HelloWorkDbContext db, GivenSeeker seeker, OracleSeeker isSo)
    {
        var conditions = new ReceiveConditions(seeker.Id);
        conditions.Set(isSo.Wanted, isSo.MarkOnly, _clock.UtcNow());
        db.Add(conditions);
        db.AddRange(isSo.Blocked.Select(p => new ProviderBlock(seeker.Id, p, _clock.UtcNow())));
        if (isSo.Stopped)
            (await db.ProvisionServices.FindAsync(seeker.Id))!.Stop(_clock.UtcNow());
        if (isSo.Ended)
            (await db.SeekerRegistrations.FindAsync(seeker.Registration))!.End(RegistrationEndReason.Employed, _clock.UtcNow());
    }

    private static bool Oracle(OracleSeeker seeker, OracleProvider provider, ProviderId id)
    {
        if (!seeker.Published || seeker.Stopped || seeker.Ended || provider.Suspended || provider.Removed || seeker.Blocked.Contains(id))
            return false;
        var chosen = provider.IsPrivate ? new[] { ProvisionChoice.Both, ProvisionChoice.PrivateAgenciesOnly } : [ProvisionChoice.Both, ProvisionChoice.LocalGovernmentsOnly];
        return chosen.Contains(seeker.Choice) && (provider.Mark || !seeker.MarkOnly)
            && Meets(seeker.Wanted.Prefectures, provider.Handles.Prefectures) && Meets(seeker.Wanted.Industries, provider.Handles.Industries) && Meets(seeker.Wanted.Occupations, provider.Handles.Occupations);

        static bool Meets(IReadOnlyList<string> wanted, IReadOnlyList<string> handled) => wanted.Count == 0 || handled.Count == 0 || wanted.Intersect(handled).Any();
    }

    private static string[] Some(Random dice, string[] codes) => dice.Next(2) == 0 ? [] : [.. codes.Where(_ => dice.Next(2) == 0)];

    private async Task ChangeAsync(Func<HelloWorkDbContext, Task> change)
    {
        await using var db = _database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }

    private sealed record OracleProvider(bool IsPrivate, Handling Handles, bool Mark, bool Suspended, bool Removed);

    private sealed record OracleSeeker(ProvisionChoice Choice, bool Published, bool Stopped, bool Ended, Handling Wanted, bool MarkOnly, IReadOnlyList<ProviderId> Blocked);
}
