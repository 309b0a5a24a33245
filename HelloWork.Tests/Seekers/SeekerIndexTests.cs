using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Domain.Seekers.Searching;
using HelloWork.Tests.Commands;
using HelloWork.Tests.Data;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers;

/// <summary>The searches of seekers from the index: what the database would answer, at once after every change, and never more than the viewer may see.</summary>
public sealed class SeekerIndexTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    // Numbers never change.
    private readonly Dictionary<PublicNumber, SeekerId> _ids = [];
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private SeekerIndex _index = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _index = new(_database, new(_database));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "SS-02"), Trait("Rule", "PR-02"), Trait("Rule", "PV-08")]
    public async Task ThousandsOfCounts_WhileSeekersChange_AreWhatTheOracleSays_AndTheDatabaseToo()
    {
        const int searches = 300, seekers = 120;
        var dice = new Random(20261126);
        await DemoDataTests.Demo(_database, _clock).FillIfEmptyAsync(1, seekers, default);
        _employer = await WithAJobAsync();
        var providers = await ProvidersAsync();
        var known = await ProvideAsync(providers, dice);
        await _index.LoadAsync(default);

        var people = 0;
        for (var round = 0; round < searches; round++)
        {
            if (round % 4 == 0)
                await ChangeSomethingAsync(known, providers, dice);
            var provider = dice.Next(2) == 0 ? null : providers[dice.Next(providers.Count)];
            var query = Asked(dice, provider);
            var (found, place, counts) = await SearchedAsync(query, _index);
            var expected = SeekerOracle.Find(known.Values, query, provider, _clock.TodayInJapan());

            var told = $"round {round} of this seed";
            Assert.True(expected.Count == place.Count, $"{place.Count} instead of {expected.Count}, {told}");
            Assert.True(expected.Skip((place.Number - 1) * query.Size).Take(query.Size).Select(s => s.Id).SequenceEqual(found), $"others, {told}");
            AgreeOnCounts(counts!, query, other => SeekerOracle.Find(known.Values, other, provider, _clock.TodayInJapan()).Count, told);
            if (round % 30 == 0)
            {
                var (ofDatabase, placeThere, _) = await SearchedAsync(query, null);
                Assert.Equal((place, found), (placeThere, ofDatabase), (a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));
            }
            people += found.Count;
        }
        Assert.InRange(people, searches, searches * 10);
    }

    [Theory, Trait("Rule", "PV-07"), Trait("Rule", "PV-08"), Trait("Rule", "MS-05"), Trait("Rule", "PV-05")]
    [InlineData("stop", true, false, false)]
    [InlineData("block", true, false, true)]
    [InlineData("withdraw from employers", false, true, true)]
    [InlineData("choose local governments only", true, false, true, true)]
    [InlineData("end the registration", false, false, false)]
    [InlineData("mark only", true, true, false)]
    public async Task BetweenTwoSearches_WhoIsGone_IsInNoRowAndNoCount_ForThoseWhomItConcerns(string act, bool employer, bool provider, bool other, bool otherIsLocal = false)
    {
        _employer = await WithAJobAsync();
        var mine = await _given.ProviderAsync();
        var others = await _given.ProviderAsync(otherIsLocal ? ProviderKind.LocalGovernment : ProviderKind.PaidAgency, privacyMark: otherIsLocal || act is not "mark only");
        await _given.ProvidedSeekerAsync();
        var seeker = await _given.ProvidedSeekerAsync();
        await _index.LoadAsync(default);
        var viewers = new SeekerConditions[] { new SearchSeekers.Query(_employer), new SearchProvidedSeekers.Query(mine), new SearchProvidedSeekers.Query(others) };
        foreach (var viewer in viewers)
            Assert.Equal(2, (await SearchedAsync(viewer, _index)).Place.Count);

        await ChangeAsync(async db =>
        {
            var registration = (await db.SeekerRegistrations.FindAsync(seeker.Registration))!;
            var marked = new ReceiveConditions(seeker.Id);
            marked.Set(Handling.Everything, privacyMarkOnly: true, _clock.UtcNow());
            switch (act)
            {
                case "stop": (await db.ProvisionServices.FindAsync(seeker.Id))!.Stop(_clock.UtcNow()); break;
                case "block": db.Add(new ProviderBlock(seeker.Id, mine.Provider, _clock.UtcNow())); break;
                case "withdraw from employers": registration.RecordConsents(false, registration.ProvisionChoice); break;
                case "choose local governments only": registration.RecordConsents(true, ProvisionChoice.LocalGovernmentsOnly); break;
                case "end the registration": registration.End(RegistrationEndReason.Withdrawn, _clock.UtcNow()); break;
                default: db.Add(marked); break;
            }
        });

        foreach (var (viewer, sees) in viewers.Zip([employer, provider, other]))
        {
            var (found, place, counts) = await SearchedAsync(viewer, _index);
            Assert.Equal((sees, sees ? 2 : 1, sees ? 2 : 1), (found.Contains(seeker.Id), found.Count, place.Count));
            Assert.Equal(place.Count, counts!.Styles[WorkingStyle.FullTime]);
            Assert.Equal(place.Count, counts.Since[SeekerSince.Month]);
        }
    }

    [Fact, Trait("Rule", "PV-08"), Trait("Rule", "OV-03")]
    public async Task ASuspendedProvider_FindsNobody_WhateverTheIndexKnows()
    {
        var provider = await _given.ProviderAsync();
        await _given.ProvidedSeekerAsync();
        await _index.LoadAsync(default);
        Assert.Single((await SearchedAsync(new SearchProvidedSeekers.Query(provider), _index)).Found);

        await ChangeAsync(db => { db.Add(new ProviderSuspension(provider.Provider, _clock.UtcNow(), _clock.UtcNow().AddDays(1))); return Task.CompletedTask; });

        var (found, place, counts) = await SearchedAsync(new SearchProvidedSeekers.Query(provider), _index);
        Assert.Equal((0, 0, null), (found.Count, place.Count, counts));
    }

    [Fact, Trait("Rule", "PV-07"), Trait("Rule", "PV-08"), Trait("Rule", "SS-02")]
    public async Task AnIndexThatLearnsNothingAnyMore_ShowsNobodyWhoIsGone()
    {
        _employer = await WithAJobAsync();
        var provider = await _given.ProviderAsync();
        var (stops, blocks, withdraws, stays) = (await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync());
        await _index.LoadAsync(default);
        await ChangeAsync(async db =>
        {
            var drops = from table in new[] { "ProvisionServices", "ProviderBlocks", "SeekerRegistrations" }
                        from act in db is SqliteHelloWorkDbContext ? new[] { "_Insert", "_Update" } : [""]
                        select $"DROP TRIGGER \"TR_{table}_Feed{act}\"";
            foreach (var drop in drops)
                await db.Database.ExecuteSqlRawAsync(drop);
            (await db.ProvisionServices.FindAsync(stops.Id))!.Stop(_clock.UtcNow());
            db.Add(new ProviderBlock(blocks.Id, provider.Provider, _clock.UtcNow()));
            (await db.SeekerRegistrations.FindAsync(withdraws.Registration))!.End(RegistrationEndReason.Withdrawn, _clock.UtcNow());
        });

        var toProvider = await SearchedAsync(new SearchProvidedSeekers.Query(provider), _index);
        var toEmployer = await SearchedAsync(new SearchSeekers.Query(_employer), _index);

        Assert.Equal([stays.Id], toProvider.Found);
        Assert.Equal(1, toProvider.Place.Count);
        Assert.Equal(new[] { stops.Id, blocks.Id, stays.Id }.ToHashSet(), toEmployer.Found.ToHashSet());
        Assert.Equal(3, toEmployer.Place.Count);
    }

    [Fact, Trait("Rule", "PV-05")]
    public async Task OnTheDayAfterTheRegistration_NobodyFindsTheSeeker_ThoughNothingHasRun()
    {
        _employer = await WithAJobAsync();
        var provider = await _given.ProviderAsync();
        await _given.ProvidedSeekerAsync(acceptedOn: new DateOnly(2026, 1, 5));
        await _index.LoadAsync(default);

        _clock.SetJapan(2026, 3, 31, 23, 59, 59);
        Assert.Equal((1, 1), ((await SearchedAsync(new SearchProvidedSeekers.Query(provider), _index)).Place.Count, (await SearchedAsync(new SearchSeekers.Query(_employer), _index)).Place.Count));
        _clock.SetJapan(2026, 4, 1);
        Assert.Equal((0, 0), ((await SearchedAsync(new SearchProvidedSeekers.Query(provider), _index)).Place.Count, (await SearchedAsync(new SearchSeekers.Query(_employer), _index)).Place.Count));
    }

    [Fact]
    public async Task AProfileThatSomebodyDeletesAtTheDatabase_IsInNoCount()
    {
        _employer = await WithAJobAsync();
        var seeker = await _given.SeekerAsync();
        await _given.SeekerAsync();
        await _index.LoadAsync(default);

        await ChangeAsync(db => db.SeekerProfiles.Where(p => p.SeekerId == seeker.Id).ExecuteDeleteAsync());

        Assert.Equal(1, (await SearchedAsync(new SearchSeekers.Query(_employer), _index)).Place.Count);
    }

    [Fact]
    public async Task ByNumber_TheIndexFindsThatProfileAlone_HoweverTyped()
    {
        _employer = await WithAJobAsync();
        var provider = await _given.ProviderAsync();
        var seeker = await _given.ProvidedSeekerAsync();
        await _given.ProvidedSeekerAsync();
        await _index.LoadAsync(default);
        var search = new SearchProvidedSeekers(_database, _clock, _index);
        var listed = await search.RunAsync(new SearchProvidedSeekers.Query(provider), default);
        var alias = listed.Found.Items[listed.Seekers.ToList().IndexOf(seeker.Id)].Number;

        Assert.Equal([seeker.Id], (await SearchedAsync(new SearchSeekers.Query(_employer) { Words = seeker.PublicNumber.Value.Replace('-', '－') }, _index)).Found);
        Assert.Equal([seeker.Id], (await search.RunAsync(new SearchProvidedSeekers.Query(provider) { Words = alias.Value.ToLowerInvariant() }, default)).Seekers);
        Assert.Empty((await SearchedAsync(new SearchSeekers.Query(_employer) { Words = "K-9999-9999" }, _index)).Found);
    }

    [Fact]
    public async Task BeforeTheIndexIsLoaded_TheDatabaseAnswers_AndSaysSo()
    {
        _employer = await WithAJobAsync();
        var provider = await _given.ProviderAsync();
        await _given.ProvidedSeekerAsync();

        var toEmployer = await new SearchSeekers(_database, _clock, _index).RunAsync(new(_employer), default);
        var toProvider = await new SearchProvidedSeekers(_database, _clock, _index).RunAsync(new SearchProvidedSeekers.Query(provider), default);

        Assert.Equal((true, 1, null), (toEmployer.IndexIsLoading, toEmployer.Found!.TotalCount, toEmployer.Counts));
        Assert.Equal((true, 1, null), (toProvider.IndexIsLoading, toProvider.Found.TotalCount, toProvider.Counts));
        await _index.LoadAsync(default);
        Assert.False((await new SearchSeekers(_database, _clock, _index).RunAsync(new(_employer), default)).IndexIsLoading);
    }

    [Fact]
    public async Task SortedByMatch_WhoWishesTheWorkComesBeforeWhoOnlyMentionsIt()
    {
        _employer = await WithAJobAsync();
        var wishes = await _given.SeekerAsync(change: s => s with { WishedWork = "営業事務", PastWork = [] });
        _clock.Advance(TimeSpan.FromHours(1));
        var mentions = await _given.SeekerAsync(change: s => s with { WishedWork = "経理事務", PastWork = [new("卸売業の営業", 24)] });
        await _index.LoadAsync(default);
        var query = new SearchSeekers.Query(_employer) { Words = "営業" };

        Assert.Equal([mentions.Id, wishes.Id], (await SearchedAsync(query, _index)).Found);
        Assert.Equal([wishes.Id, mentions.Id], (await SearchedAsync(query with { Sort = SeekerSort.Match }, _index)).Found);
    }

    [Fact]
    public void WhatIsSaidToSqlServer_IsTSqlOverTablesThatExist()
    {
        using var server = OfflineSqlServer.CreateContext();
        var schema = TSqlSchema.Read(server.Database.GenerateCreateScript());

        Assert.All(SeekerIndex.ServerStatements, statement => Assert.Empty(TSqlCheck.ProblemsOf(statement, schema)));
        Assert.NotEmpty(TSqlCheck.ProblemsOf(SeekerIndex.ServerStatements.First().Replace("Traits", "Nothing"), schema));
    }

    private static void AgreeOnCounts(SeekerSearchCounts counts, SeekerConditions query, Func<SeekerConditions, int> count, string told)
    {
        foreach (var style in Enum.GetValues<WorkingStyle>())
            Assert.True(count(query with { Style = style }) == counts.Styles[style], $"{style}, {told}");
        Assert.True(count(query with { RegularOnly = true }) == counts.Regular, $"regular, {told}");
        if (query is SearchSeekers.Query employers)
            Assert.True(count(employers with { WithMyPageOnly = true }) == counts.WithMyPage, $"MyPage, {told}");
        foreach (var trait in counts.Traits.Keys)
            Assert.True(count(query with { Traits = query.Traits | trait }) == counts.Traits[trait], $"{trait}, {told}");
        foreach (var since in Enum.GetValues<SeekerSince>())
            Assert.True(count(query with { Since = since }) == counts.Since[since], $"{since}, {told}");
    }

    private SeekerConditions Asked(Random dice, KnownProvider? provider)
    {
        string[] words = ["介護", "事務", "経理", "看護", "営業", "車", "高校", "月", "の", "日勤", "土日祝", "正社員", "東京", "普通自動車", "医療", "ない言葉", "ｶｲｺﾞ", "2"];
        T[] Some<T>(int oneIn, IReadOnlyList<T> from) => dice.Next(oneIn) > 0 ? [] : [.. Enumerable.Range(0, 1 + dice.Next(2)).Select(_ => from[dice.Next(from.Count)]).Distinct()];
        T? Maybe<T>(int oneIn, params T[] from) where T : struct => dice.Next(oneIn) > 0 ? null : from[dice.Next(from.Length)];
        SeekerConditions blank = provider is null
            ? new SearchSeekers.Query(_employer) { WithMyPageOnly = dice.Next(6) == 0 }
            : new SearchProvidedSeekers.Query(provider.Actor) { LastIncomeMin = Maybe(8, 200_000, 250_000) };
        return blank with
        {
            Words = string.Join(' ', Some(3, words)), NotWords = string.Join(' ', Some(8, words)), AnyWord = dice.Next(3) == 0, Scopes = Some(6, Enum.GetValues<SeekerWordScope>()),
            Prefectures = Some(8, ["13", "27", "01", "14", "40"]), Municipalities = Some(12, ["13101", "27100", "01100", "14100", "13104"]),
            Occupations = Some(8, [.. Occupations.Majors.Select(o => o.Code), "023", "038", "038-01"]), Industries = Some(12, ["E", "I", "P", "Q"]),
            Licences = Some(12, ["5001", "5002", .. Licences.All.Take(10).Select(l => l.Code)]), Style = Maybe(6, Enum.GetValues<WorkingStyle>()), RegularOnly = dice.Next(8) == 0,
            Traits = Maybe(6, Enum.GetValues<SeekerTraits>()) ?? SeekerTraits.None, WageMax = Maybe(8, 1_100, 200_000, 250_000), WageUnit = dice.Next(2) == 0 ? WageUnit.Hour : WageUnit.Month,
            ExperienceYears = Maybe(10, 3, 10), CommutingMinutes = Maybe(10, 30, 60), Since = Maybe(10, Enum.GetValues<SeekerSince>()), Size = 10, Page = dice.Next(4) == 0 ? dice.Next(1, 25) : 1,
        };
    }

    private async Task<(IReadOnlyList<SeekerId> Found, (int Count, int Number) Place, SeekerSearchCounts? Counts)> SearchedAsync(SeekerConditions query, SeekerIndex? index)
    {
        if (query is SearchProvidedSeekers.Query ofProvider)
        {
            var provided = await new SearchProvidedSeekers(_database, _clock, index).RunAsync(ofProvider, default);
            return (provided.Seekers, (provided.Found.TotalCount, provided.Found.Number), provided.Counts);
        }
        var result = await new SearchSeekers(_database, _clock, index).RunAsync((SearchSeekers.Query)query, default);
        return (await IdsAsync(result.Found!.Items.Select(i => i.PublicNumber)), (result.Found.TotalCount, result.Found.Number), result.Counts);
    }

    private async Task<List<SeekerId>> IdsAsync(IEnumerable<PublicNumber> numbers)
    {
        var ids = new List<SeekerId>();
        await using var db = _database.CreateDbContext();
        foreach (var number in numbers)
        {
            if (!_ids.TryGetValue(number, out var id))
                _ids[number] = id = await db.SeekerProfiles.Where(p => p.PublicNumber == number).Select(p => p.SeekerId).SingleAsync();
            ids.Add(id);
        }
        return ids;
    }

    private async Task<EmployerActor> WithAJobAsync()
    {
        var employer = await _given.EmployerAsync();
        await _given.JobAsync(employer, lastDay: new DateOnly(2026, 12, 31));
        return employer;
    }

    private async Task<List<KnownProvider>> ProvidersAsync()
    {
        var all = new List<KnownProvider>();
        foreach (var (kind, handling, mark) in new[]
        {
            (ProviderKind.PaidAgency, Handling.Everything, true), (ProviderKind.PaidAgency, new Handling(["13", "27"], [], []), false),
            (ProviderKind.LocalGovernment, new Handling([], ["P"], ["05", "03"]), true), (ProviderKind.School, new Handling(["13"], ["E", "P"], ["03"]), true),
        })
            all.Add(new(await _given.ProviderAsync(kind, handling, mark, name: $"団体{all.Count}"), Provider.GroupOf(kind), handling, mark));
        return all;
    }

    /// <summary>Many of the demo's seekers on the provision site, with conditions and blocks.</summary>
    private async Task<Dictionary<SeekerId, KnownSeeker>> ProvideAsync(List<KnownProvider> providers, Random dice)
    {
        await using var db = _database.CreateDbContext();
        var there = await db.ProvisionServices.Select(s => s.SeekerId).ToListAsync();
        foreach (var registration in await db.SeekerRegistrations.Where(r => r.EndedAt == null && r.ProvisionChoice != ProvisionChoice.Neither && !there.Contains(r.SeekerId)).ToListAsync())
        {
            var service = new ProvisionService(registration, ProvisionTerms.CurrentVersion, _clock.UtcNow());
            if (dice.Next(8) > 0)
                service.Publish(_clock.UtcNow());
            db.Add(service);
            if (dice.Next(2) == 0)
                db.Add(Conditions(new(registration.SeekerId), dice));
            db.AddRange(providers.Where(_ => dice.Next(8) == 0).Select(p => new ProviderBlock(registration.SeekerId, p.Actor.Provider, _clock.UtcNow())));
        }
        await db.SaveChangesAsync();
        var known = new Dictionary<SeekerId, KnownSeeker>();
        foreach (var id in await db.SeekerProfiles.Select(p => p.SeekerId).ToListAsync())
            known[id] = await KnownSeeker.ReadAsync(db, id);
        return known;
    }

    private ReceiveConditions Conditions(ReceiveConditions conditions, Random dice)
    {
        string[] Some(params string[] codes) => dice.Next(2) == 0 ? [] : [.. codes.Where(_ => dice.Next(2) == 0)];
        conditions.Set(new(Some("13", "14"), Some("E", "P"), Some("03", "05")), dice.Next(4) == 0, _clock.UtcNow());
        return conditions;
    }

    private async Task ChangeSomethingAsync(Dictionary<SeekerId, KnownSeeker> known, List<KnownProvider> providers, Random dice)
    {
        _clock.Advance(TimeSpan.FromMinutes(dice.Next(1, 120)));
        var (id, now) = (known.Keys.ElementAt(dice.Next(known.Count)), _clock.UtcNow());
        await ChangeAsync(async db =>
        {
            var registration = await db.SeekerRegistrations.SingleOrDefaultAsync(r => r.SeekerId == id && r.EndedAt == null);
            var service = await db.ProvisionServices.FindAsync(id);
            switch (dice.Next(8))
            {
                case 0 when service is { StoppedAt: null }: service.Stop(now); break;
                case 1 when service is { PublishedAt: not null }: service.Unpublish(); break;
                case 1 when service is { StoppedAt: null }: service.Publish(now); break;
                case 2:
                    var provider = providers[dice.Next(providers.Count)].Actor.Provider;
                    if (await db.ProviderBlocks.FindAsync(id, provider) is { } block)
                        db.Remove(block);
                    else
                        db.Add(new ProviderBlock(id, provider, now));
                    break;
                case 3: registration?.RecordConsents(dice.Next(4) > 0, dice.GetItems(Enum.GetValues<ProvisionChoice>(), 1)[0]); break;
                case 4: registration?.End(RegistrationEndReason.Employed, now); break;
                case 5 when await db.Seekers.SingleAsync(s => s.Id == id) is { HasMyPage: true } seeker: seeker.CloseMyPage(now); break;
                case 6:
                    if (await db.ReceiveConditions.Include(c => c.Codes).SingleOrDefaultAsync(c => c.SeekerId == id) is { } there)
                        Conditions(there, dice);
                    else
                        db.Add(Conditions(new(id), dice));
                    break;
                default:
                    var profile = await db.SeekerProfiles.Include(p => p.Places).Include(p => p.Occupations).Include(p => p.Licences).AsSplitQuery().SingleAsync(p => p.SeekerId == id);
                    profile.State(known.Values.ElementAt(dice.Next(known.Count)).Statement, now);
                    break;
            }
        });
        await using var reading = _database.CreateDbContext();
        known[id] = await KnownSeeker.ReadAsync(reading, id);
    }

    private async Task ChangeAsync(Func<HelloWorkDbContext, Task> change)
    {
        await using var db = _database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }
}
