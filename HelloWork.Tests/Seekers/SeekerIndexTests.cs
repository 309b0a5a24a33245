using HelloWork.Blazor.Seekers;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;
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

        var narrowing = new Random(20261127);
        var (people, offered) = (0, 0);
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
            if (round % 4 == 1)
                offered += await AgreeOnNearestAsync(Narrowed(query with { OrNearest = true }, round, narrowing), provider, other => SeekerOracle.Find(known.Values, other, provider, _clock.TodayInJapan()).Count, told);
        }
        Assert.InRange(offered, searches / 8, searches * 2);
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
        await GoOutOfSightUnheardAsync(provider.Provider, stops, blocks, withdraws);

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

    [Fact]
    public async Task EachCondition_IsWidenedOrGivenUp_TheNearerStepAlone_WhereTheFartherFindsNoMore()
    {
        _employer = await WithAJobAsync();
        var provider = await _given.ProviderAsync();
        await _given.ProvidedSeekerAsync(myPage: false, change: s => s with { CommutingMinutes = 60, LastMonthlyIncome = 251_000 });
        _clock.Advance(TimeSpan.FromDays(4));
        await _index.LoadAsync(default);
        var kinds = new HashSet<SeekerLooseningKind>();

        foreach (var (address, steps) in new (string, string)[]
        {
            ("since=2", "SinceLonger"), ("exp=10", "ExperienceLower"), ("exp=20", "Experience"), ("commute=90", "CommutingLower"), ("wageMax=220000", "WageHigher"), ("wageMax=100000", "Wage"),
            ("wageMax=1200&wageUnit=hour", "Wage"), ("pref=13&city=13104", "Municipalities"), ("city=13104", "Municipalities"), ("pref=14", "Region"), ("pref=14&pref=47", "Prefectures"), ("pref=47&city=47201", "Prefectures"),
            ("occ=038-02", "OccupationsWider"), ("occ=039-01", "Occupations"), ("occ=01", "Occupations"), ("q=経理 ない言葉", "AnyWord Word"), ("q=ない言葉", "Word"), ("q=ない言葉 深海&any=1", "Word+Word"),
            ("wish=abroad", "Trait"), ("wish=abroad&wish=return", "Trait+Trait"), ("style=part", "Style"), ("ind=A", "Industries"), ("licence=5001", "Licences"), ("not=経理", "NotWords"), ("q=経理&in=licence", "Scopes Word"), ("mypage=1", "MyPage"),
            ("exp=10&pref=14", "ExperienceLower+Region|Experience+Prefectures"), ("p:income=300000", "LastIncomeLower"), ("p:income=700000", "LastIncome"), ("p:since=2&pref=14&style=part&wish=abroad", ""),
        })
        {
            SeekerConditions query = address.StartsWith("p:", StringComparison.Ordinal)
                ? SeekerSearchAddress.Read($"/provider/seekers?{address[2..]}", provider).Query : SeekerSearchAddress.Read($"/employer/seekers?{address}", _employer).Query;
            var nearest = await NearestAsync(query);
            var found = string.Join(' ', nearest.Select(w => w.Step.Also is { } also ? $"{w.Step.Kind}+{also.Kind}" : $"{w.Step.Kind}"));
            Assert.True(steps.Split('|').Contains(found), $"{found} instead of {steps} for {address}");
            Assert.All(nearest, w => Assert.Equal(1, w.Count));
            kinds.UnionWith(nearest.SelectMany(w => new[] { w.Step, w.Step.Also }).OfType<SeekerLoosening>().Select(s => s.Kind));
        }
        // The one seeker wishes to be regular, and a longer time or way that is nearer finds her.
        Assert.Equal([SeekerLooseningKind.Regular, SeekerLooseningKind.Since, SeekerLooseningKind.Commuting], Enum.GetValues<SeekerLooseningKind>().Except(kinds));
    }

    [Fact, Trait("Rule", "PV-07"), Trait("Rule", "PV-08"), Trait("Rule", "SS-02"), Trait("Rule", "OV-03")]
    public async Task NearSearches_CountNobodyWhoIsOutOfSight_NotEvenByAnIndexThatLearnsNothingAnyMore()
    {
        _employer = await WithAJobAsync();
        var provider = await _given.ProviderAsync();
        var (stops, blocks, withdraws, _) = (await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync());
        await _index.LoadAsync(default);
        SeekerConditions byProvider = new SearchProvidedSeekers.Query(provider) { Words = "ない言葉", OrNearest = true }, byEmployer = new SearchSeekers.Query(_employer) { Words = "ない言葉", OrNearest = true };
        Assert.Equal((4, 4), (Assert.Single(await NearestAsync(byProvider)).Count, Assert.Single(await NearestAsync(byEmployer)).Count));

        await GoOutOfSightUnheardAsync(provider.Provider, stops, blocks, withdraws);

        Assert.Equal((1, 3), (Assert.Single(await NearestAsync(byProvider)).Count, Assert.Single(await NearestAsync(byEmployer)).Count));
        await ChangeAsync(db => { db.Add(new ProviderSuspension(provider.Provider, _clock.UtcNow(), _clock.UtcNow().AddDays(1))); return Task.CompletedTask; });
        Assert.Empty(await NearestAsync(byProvider));
    }

    [Fact, Trait("Rule", "SS-01"), Trait("Rule", "SS-03")]
    public async Task NearSearches_AreForThoseWhoMaySearch_AndWhoAskForThem()
    {
        _employer = await WithAJobAsync();
        await _given.SeekerAsync();
        await _index.LoadAsync(default);
        var query = new SearchSeekers.Query(_employer) { Words = "ない言葉" };
        Assert.Empty(await NearestAsync(query));
        Assert.Empty((await new SearchSeekers(_database, _clock).RunAsync(query with { OrNearest = true }, default)).Nearest);

        var without = await _given.EmployerAsync();

        var refused = await new SearchSeekers(_database, _clock, _index).RunAsync(new(without) { Words = "ない言葉", OrNearest = true }, default);
        Assert.Equal((SearchRefusal.NoActiveJob, 0), (refused.Refusal, refused.Nearest.Count));
    }

    [Fact, Trait("Rule", "SS-03"), Trait("Rule", "PV-08")]
    public async Task ByNumber_NearSearchesLookForThatProfile_AndTellNothingOfOneThatCannotBeSeen()
    {
        _employer = await WithAJobAsync();
        var (seen, hidden) = (await _given.SeekerAsync(), await _given.SeekerAsync());
        await _given.SeekerAsync();
        await ChangeAsync(async db => (await db.SeekerRegistrations.FindAsync(hidden.Registration))!.RecordConsents(false, ProvisionChoice.Both));
        await _index.LoadAsync(default);
        SearchSeekers.Query By(GivenSeeker seeker, string more = "") => new(_employer) { Words = seeker.PublicNumber + more, Prefectures = ["47"], OrNearest = true };

        Assert.Equal([(SeekerLooseningKind.Prefectures, 1)], (await NearestAsync(By(seen))).Select(w => (w.Step.Kind, w.Count)));
        // Neither its place nor its number by itself, as if there were none.
        var ofHidden = Assert.Single(await NearestAsync(By(hidden)));
        Assert.Equal((SeekerLooseningKind.Prefectures, SeekerLooseningKind.Word, 2), (ofHidden.Step.Kind, ofHidden.Step.Also!.Kind, ofHidden.Count));
        // A word less makes a number of what is left, as the search by that link will read it.
        var left = (await NearestAsync(By(seen, " 経理") with { Prefectures = [] })).Where(w => w.Step.Kind is SeekerLooseningKind.Word).ToDictionary(w => w.Step.Word!, w => w.Count);
        Assert.Equal((1, 2), (left["経理"], left[seen.PublicNumber.Value]));
    }

    /// <summary>Where nobody is found, the nearest searches have the counts that the oracle tells, and that the search behind the link tells.</summary>
    private async Task<int> AgreeOnNearestAsync(SeekerConditions typed, KnownProvider? provider, Func<SeekerConditions, int> oracle, string told)
    {
        SeekerConditions AtAddress(string address) => provider is null ? SeekerSearchAddress.Read(address, _employer).Query : SeekerSearchAddress.Read(address, provider.Actor).Query;
        var query = AtAddress(SeekerSearchAddress.Of(typed));

        var nearest = await NearestAsync(query);

        Assert.True(nearest.Count <= (oracle(query) > 0 ? 0 : 8), told);
        foreach (var (step, count) in nearest)
        {
            var (expected, address) = (oracle(step.Query), SeekerSearchAddress.Of(step.Query));
            Assert.True(count > 0 && count == expected, $"{count} instead of {expected} by {step.Kind}, {told}");
            Assert.True(count == (await SearchedAsync(AtAddress(address), _index)).Place.Count, $"{address}, {told}");
        }
        Assert.Equal(nearest.Count, nearest.Select(w => SeekerSearchAddress.Of(w.Step.Query)).Distinct().Count());
        return nearest.Count;
    }

    /// <summary>Narrow enough that often nobody is found.</summary>
    private static SeekerConditions Narrowed(SeekerConditions query, int round, Random dice)
    {
        for (var more = 0; more < 2; more++)
            query = ((more == 0 ? round : dice.Next(14)) % 14) switch
            {
                0 => query with { Words = $"{query.Words} ない言葉".Trim(), AnyWord = false },
                1 => query with { Words = "介護 経理", AnyWord = false, Prefectures = ["13"] },
                2 => query with { NotWords = "の" },
                3 => query with { Scopes = [SeekerWordScope.Licence], Words = "営業" },
                4 => query with { ExperienceYears = 20 },
                5 => query with { CommutingMinutes = 90 },
                6 => query with { WageMax = 190_000, WageUnit = WageUnit.Month },
                7 => query with { Since = SeekerSince.Yesterday },
                8 => query with { Municipalities = ["13104"], Prefectures = [] },
                9 => query with { Occupations = [dice.Next(2) == 0 ? "023-01" : "039-01"] },
                10 => query with { Traits = SeekerTraits.CanWorkAbroad | SeekerTraits.WantsToReturnToRegion, RegularOnly = true },
                11 => query with { Licences = [Licences.All[3].Code], Industries = ["A"], Style = WorkingStyle.PartTime },
                12 when query is SearchProvidedSeekers.Query provided => provided with { LastIncomeMin = 300_000 },
                12 when query is SearchSeekers.Query employers => employers with { WithMyPageOnly = true, ExperienceYears = 10 },
                _ => query with { Prefectures = ["47"], Municipalities = [] },
            };
        return query with { Words = string.IsNullOrEmpty(query.Words) ? null : query.Words, NotWords = string.IsNullOrEmpty(query.NotWords) ? null : query.NotWords };
    }

    private async Task<IReadOnlyList<WiderSearch<SeekerLoosening>>> NearestAsync(SeekerConditions query) => query is SearchProvidedSeekers.Query ofProvider
        ? (await new SearchProvidedSeekers(_database, _clock, _index).RunAsync(ofProvider, default)).Nearest
        : (await new SearchSeekers(_database, _clock, _index).RunAsync((SearchSeekers.Query)query, default)).Nearest;

    /// <summary>The feed tells of none of it.</summary>
    private Task GoOutOfSightUnheardAsync(ProviderId provider, GivenSeeker stops, GivenSeeker blocks, GivenSeeker withdraws) => ChangeAsync(async db =>
    {
        var drops = from table in new[] { "ProvisionServices", "ProviderBlocks", "SeekerRegistrations" }
                    from act in db is SqliteHelloWorkDbContext ? new[] { "_Insert", "_Update" } : [""]
                    select $"DROP TRIGGER \"TR_{table}_Feed{act}\"";
        foreach (var drop in drops)
            await db.Database.ExecuteSqlRawAsync(drop);
        (await db.ProvisionServices.FindAsync(stops.Id))!.Stop(_clock.UtcNow());
        db.Add(new ProviderBlock(blocks.Id, provider, _clock.UtcNow()));
        (await db.SeekerRegistrations.FindAsync(withdraws.Registration))!.End(RegistrationEndReason.Withdrawn, _clock.UtcNow());
    });

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
