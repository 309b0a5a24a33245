using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers;

public sealed class SearchSeekersTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
        await _given.JobAsync(_employer);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "SS-01")]
    public async Task Search_WithoutAnActiveJob_IsRefused()
    {
        await _given.SeekerAsync();
        var without = await _given.EmployerAsync();
        await _given.JobAsync(without, published: false);

        var result = await new SearchSeekers(_database, _clock).RunAsync(new(without), CancellationToken.None);

        Assert.Equal(SearchRefusal.NoActiveJob, result.Refusal);
        Assert.Null(result.Found);
    }

    [Fact, Trait("Rule", "SS-01"), Trait("Rule", "JO-05")]
    public async Task Search_JustAfterMidnightInJapan_IsRefusedWhenTheOnlyJobEndedYesterday()
    {
        var employer = await _given.EmployerAsync();
        await _given.JobAsync(employer, lastDay: new DateOnly(2026, 3, 24));

        _clock.SetJapan(2026, 3, 24, 23, 59, 59);
        Assert.Null((await new SearchSeekers(_database, _clock).RunAsync(new(employer), CancellationToken.None)).Refusal);
        _clock.SetJapan(2026, 3, 25);
        Assert.Equal(SearchRefusal.NoActiveJob, (await new SearchSeekers(_database, _clock).RunAsync(new(employer), CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task Search_ByADisabledAccount_IsNotAllowed()
    {
        await using (var db = _database.CreateDbContext())
        {
            (await db.Users.SingleAsync(a => a.Id == _employer.Account)).Disable(_clock.UtcNow());
            await db.SaveChangesAsync();
        }

        await Assert.ThrowsAsync<NotAllowedException>(() => FindAsync(q => q));
    }

    [Fact, Trait("Rule", "SS-02")]
    public async Task Search_FindsOnlySeekersShownToEmployersToday_OnlineRegistrantsIncludedAndMarked()
    {
        var office = await _given.SeekerAsync();
        var online = await _given.SeekerAsync(kind: RegistrationKind.RegisteredOnline);
        var withoutMyPage = await _given.SeekerAsync(myPage: false);
        await _given.SeekerAsync(shown: false);
        await _given.SeekerAsync(acceptedOn: new DateOnly(2025, 12, 31)); // through 28 February: over, though nobody has recorded it.

        var found = await FindAsync(q => q);

        Assert.Equal(3, found.TotalCount);
        Assert.Equal(new[] { office, online, withoutMyPage }.Select(s => s.PublicNumber).ToHashSet(), found.Items.Select(i => i.PublicNumber).ToHashSet());
        Assert.Equal(RegistrationKind.RegisteredOnline, found.Items.Single(i => i.PublicNumber == online.PublicNumber).Kind);
        Assert.False(found.Items.Single(i => i.PublicNumber == withoutMyPage.PublicNumber).HasMyPage);
        Assert.Equal(2, (await FindAsync(q => q with { WithMyPageOnly = true })).TotalCount);
    }

    [Theory]
    [InlineData("ｶｲｺﾞ")]
    [InlineData("かいご")]
    [InlineData("カイゴ　ヘルパー")]
    [InlineData("ヘルパー2級")]
    [InlineData("ﾍﾙﾊﾟｰ２級 カイゴ")]
    public async Task Search_ByWordsInAnyWidthOrKana_FindsTheSame(string words)
    {
        var wanted = await _given.SeekerAsync(change: s => s with { WishedWork = "カイゴ職", Expertise = "ヘルパー２級を持っています" });
        await _given.SeekerAsync();

        Assert.Equal([wanted.PublicNumber], await NumbersAsync(q => q with { Words = words }));
    }

    [Fact]
    public async Task Search_ByAPublicNumberHoweverTyped_FindsThatProfile()
    {
        var wanted = await _given.SeekerAsync();
        await _given.SeekerAsync();

        Assert.Equal([wanted.PublicNumber], await NumbersAsync(q => q with { Words = wanted.PublicNumber.Value.Replace('-', '－').Replace('K', 'ｋ') }));
    }

    [Fact]
    public async Task Search_ByPlace_FindsTheCityAndWhoeverWishesItsWholePrefecture()
    {
        var chiyoda = await _given.SeekerAsync(change: s => s with { Places = [new("13", "13101")] });
        var tokyo = await _given.SeekerAsync(change: s => s with { Places = [new("13", null)] });
        var minato = await _given.SeekerAsync(change: s => s with { Places = [new("13", "13103"), new("14", null)] });
        var tsurumi = await _given.SeekerAsync(change: s => s with { Places = [new("14", "14101")] });

        await ExpectAsync(q => q with { Municipalities = ["13101"] }, chiyoda, tokyo);
        await ExpectAsync(q => q with { Prefectures = ["13"] }, chiyoda, tokyo, minato);
        await ExpectAsync(q => q with { Prefectures = ["13"], Municipalities = ["13103"] }, tokyo, minato);
        await ExpectAsync(q => q with { Prefectures = ["13"], Municipalities = ["14100"] }, chiyoda, tokyo, minato, tsurumi);
        await ExpectAsync(q => q with { Municipalities = ["14100"] }, minato, tsurumi);
    }

    [Fact]
    public async Task Search_ByOccupation_TakesMajorMiddleAndMinorGroups()
    {
        var clerk = await _given.SeekerAsync(change: s => s with { OccupationCodes = ["038-01"] });
        var nurse = await _given.SeekerAsync(change: s => s with { OccupationCodes = ["023-01"] });
        var major = Domain.ReferenceData.Occupations.Find("038")!.ParentCode!;

        await ExpectAsync(q => q with { Occupations = ["038-01"] }, clerk);
        await ExpectAsync(q => q with { Occupations = ["038"] }, clerk);
        await ExpectAsync(q => q with { Occupations = [major] }, clerk);
        await ExpectAsync(q => q with { Occupations = [major, "023-01"] }, clerk, nurse);
        await ExpectAsync(q => q with { Occupations = ["999"] });
    }

    [Fact]
    public async Task Search_ByStyleWageAndLicence_KeepsThoseThatFit()
    {
        var full = await _given.SeekerAsync(change: s => s with { WishedMonthlyIncome = 240_000 });
        var part = await _given.SeekerAsync(change: s => s with { Style = WorkingStyle.PartTime, WantsRegular = false, WishedMonthlyIncome = null, WishedHourlyIncome = 1_300, Licences = [] });
        var either = await _given.SeekerAsync(change: s => s with { Style = WorkingStyle.Either, WishedMonthlyIncome = null, WishedHourlyIncome = null, Licences = [], LicenceCodes = ["5001"] });

        await ExpectAsync(q => q with { Style = WorkingStyle.FullTime }, full, either);
        await ExpectAsync(q => q with { Style = WorkingStyle.PartTime }, part, either);
        await ExpectAsync(q => q with { RegularOnly = true }, full, either);
        await ExpectAsync(q => q with { WageMax = 240_000 }, full, either);
        await ExpectAsync(q => q with { WageMax = 239_999 }, either);
        await ExpectAsync(q => q with { WageMax = 1_300, WageUnit = WageUnit.Hour }, part, either);
        await ExpectAsync(q => q with { Licences = ["5002"] }, full);
        await ExpectAsync(q => q with { Licences = ["5001", "5002"] }, full, either);
    }

    [Fact]
    public async Task Search_SortedByMatch_PutsThoseWhoWishTheWorkBeforeThoseWhoOnlyMentionIt()
    {
        var wishes = await _given.SeekerAsync(change: s => s with { WishedWork = "営業事務", PastWork = [] });
        _clock.Advance(TimeSpan.FromHours(1));
        var mentions = await _given.SeekerAsync(change: s => s with { WishedWork = "経理事務", PastWork = [new("卸売業の営業", 24)] });

        Assert.Equal([mentions.PublicNumber, wishes.PublicNumber], await NumbersAsync(q => q with { Words = "営業" }));
        Assert.Equal([wishes.PublicNumber, mentions.PublicNumber], await NumbersAsync(q => q with { Words = "営業", Sort = SeekerSort.Match }));
    }

    [Fact, Trait("Category", "Slow")]
    public async Task Search_LeafingOn_EndsAtTheTwentiethPageWhileTheCountStaysExact()
    {
        for (var i = 0; i < 205; i++)
        {
            await _given.SeekerAsync();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var seen = new List<PublicNumber>();
        for (var page = 1; page <= 20; page++)
        {
            var found = await FindAsync(q => q with { Size = 10, Page = page });
            Assert.Equal((205, page), (found.TotalCount, found.Number));
            seen.AddRange(found.Items.Select(i => i.PublicNumber));
        }
        Assert.Equal(200, seen.Distinct().Count());
        Assert.Equal(20, (await FindAsync(q => q with { Size = 10, Page = 21 })).Number);
        Assert.Equal(30, (await FindAsync(q => q with { Size = 1_000_000 })).Items.Count);
    }

    private async Task<Page<SeekerSummary>> FindAsync(Func<SearchSeekers.Query, SearchSeekers.Query> change)
    {
        var result = await new SearchSeekers(_database, _clock).RunAsync(change(new SearchSeekers.Query(_employer)), CancellationToken.None);
        Assert.Null(result.Refusal);
        return result.Found!;
    }

    private async Task<List<PublicNumber>> NumbersAsync(Func<SearchSeekers.Query, SearchSeekers.Query> change) =>
        [.. (await FindAsync(change)).Items.Select(i => i.PublicNumber)];

    private async Task ExpectAsync(Func<SearchSeekers.Query, SearchSeekers.Query> change, params GivenSeeker[] expected)
    {
        var found = await FindAsync(change);
        Assert.Equal(expected.Select(s => s.PublicNumber.Value).Order(), found.Items.Select(i => i.PublicNumber.Value).Order());
        Assert.Equal(expected.Length, found.TotalCount);
    }
}
