using System.Text.Json;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs;

/// <summary>公開範囲: the office's name must not come out by any door (JO-02).</summary>
[Trait("Rule", "JO-02")]
public sealed class SearchJobsDisclosureTests : IAsyncLifetime
{
    private const string Office = "株式会社青空みほん商会";
    private static readonly string[] WaysToSayIt =
    [
        Office, "青空みほん商会", "青空ミホン商会", "アオゾラミホンショウカイ", "あおぞらみほんしょうかい", "ｱｵｿﾞﾗﾐﾎﾝ", "青空みほん",
        "aozora-mihon", "aozora-mihon.example.jp", "03-0000-1234", "見本太郎", "神保町9-8", "1010101010101", "派13-999999",
    ];

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync(Office);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task WithoutName_NobodyLearnsItByWordsPageTitleOrCount()
    {
        var job = await TellTaleAsync(Disclosure.WithoutName);
        var seeker = await _given.SeekerAsync();

        foreach (var reader in new Guid?[] { null, seeker.Account })
        {
            await AssertFindsByNameAsync(reader, found: false);
            AssertTellsNothing(Assert.Single((await SearchAsync("経理", reader)).Jobs.Items).Card);
            var view = (await ViewAsync(job, reader))!;
            AssertTellsNothing(view.Card);
            Assert.Null(view.OfficeNumber);
            Assert.False(view.Summary.OfficeNameShown);
        }
    }

    [Fact]
    public async Task NameToSeekers_OnlySignedInSeekersSeeAndFindIt()
    {
        var job = await TellTaleAsync(Disclosure.NameToSeekers);
        var seeker = await _given.SeekerAsync();

        await AssertFindsByNameAsync(null, found: false);
        AssertTellsNothing((await ViewAsync(job, null))!.Card);
        AssertTellsNothing((await SearchAsync("経理", null)).Jobs.Items.Single().Card);

        var found = (await SearchAsync("青空みほん商会 経理", seeker.Account)).Jobs.Items.Single();
        Assert.Equal(Office, found.Card.Office.Name);
        Assert.Equal(1, (await SearchAsync("ｱｵｿﾞﾗ", seeker.Account)).Jobs.TotalCount);
        var view = (await ViewAsync(job, seeker.Account))!;
        Assert.Equal(Office, view.Card.Office.Name);
        Assert.NotNull(view.OfficeNumber);
    }

    [Fact]
    public async Task NameToSeekers_IsNotShownToAnEmployerOrADisabledSeeker()
    {
        var job = await TellTaleAsync(Disclosure.NameToSeekers);
        var seeker = await _given.SeekerAsync();
        await using (var db = _database.CreateDbContext())
        {
            (await db.Users.FindAsync(seeker.Account))!.Disable(_clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        }

        foreach (var reader in new Guid?[] { _employer.Account, seeker.Account, Guid.NewGuid() })
        {
            await AssertFindsByNameAsync(reader, found: false);
            Assert.Null((await ViewAsync(job, reader))!.Card.Office.Name);
        }
    }

    [Fact]
    public async Task NameToAll_AnyoneSeesAndFindsIt()
    {
        var job = await TellTaleAsync(Disclosure.NameToAll);

        Assert.Equal(1, (await SearchAsync("青空ミホン商会", null)).Jobs.TotalCount);
        Assert.Equal(Office, (await ViewAsync(job, null))!.Card.Office.Name);
    }

    [Fact]
    public async Task NotPublic_IsNowhere()
    {
        var job = await TellTaleAsync(Disclosure.NotPublic);
        var seeker = await _given.SeekerAsync();

        foreach (var reader in new Guid?[] { null, seeker.Account })
        {
            Assert.Null(await ViewAsync(job, reader));
            var result = await SearchAsync("", reader);
            Assert.Equal(0, result.Jobs.TotalCount);
            Assert.Empty(result.Counts.Types);
            Assert.All(result.Counts.Conditions, counted => Assert.Equal(0, counted.Value));
        }
        Assert.Equal(0, await new CountPublicJobs(_database, _clock).RunAsync(default));
    }

    [Fact]
    public void WithoutOfficeName_KeepsWhatAJobSeekerNeeds()
    {
        var card = Given.Card() with
        {
            Remarks = new() { Remarks = "入社日は相談に応じます。受付 9:00〜17:00、採用 2-3名。" },
            Work = Given.Card().Work with { NearestStation = "神保町駅", AccessMinutes = 6 },
        };

        var bare = card.WithoutOfficeName();

        Assert.Equal(card.Work.Title, bare.Work.Title);
        Assert.Equal(card.Work.Description, bare.Work.Description);
        Assert.Equal(card.Work.NearestStation, bare.Work.NearestStation);
        Assert.Equal(card.Remarks.Remarks, bare.Remarks.Remarks);
        Assert.Equal(card.Pay.TotalFrom, bare.Pay.TotalFrom);
        Assert.Equal(new JobCard.Workplace { PrefectureCode = "13", MunicipalityCode = "13101" }, Assert.Single(bare.Work.Workplaces));
    }

    [Fact]
    public void WithoutOfficeName_TakesAPlaceForAPlaceAndNotForAName()
    {
        var card = Given.Card("東京株式会社");

        var bare = (card with { Work = card.Work with { Description = "東京で経理を担当します。" } }).WithoutOfficeName();

        Assert.Equal("東京で経理を担当します。", bare.Work.Description);
    }

    private Task<JobOffer> TellTaleAsync(Disclosure disclosure) => _given.JobAsync(_employer, card => card with
    {
        Header = card.Header with { Disclosure = disclosure, AcceptsSelfApplication = false },
        Office = new() { Name = Office, NameKana = "カブシキガイシャ　アオゾラミホンショウカイ", PostalCode = "101-0051", Address = "東京都千代田区神田神保町9-8", Homepage = "https://aozora-mihon.example.jp/" },
        Work = card.Work with
        {
            Title = "経理事務（青空みほん商会）", Description = "株式会社青空みほん商会の経理です。\n青空ミホン商会は創業50年です。\n決算も担当します。",
            WorkplaceRemarks = "青空みほんビル3階", DispatchLicence = "派13-999999", ExperienceDetails = "アオゾラミホンショウカイでの経験は不要",
            Workplaces = [new() { PrefectureCode = "13", MunicipalityCode = "13101", PostalCode = "101-0051", Address = "東京都千代田区神田神保町9-8 青空みほんビル" }],
        },
        Company = new() { Business = "青空みほん商会は文具の卸売です。", Features = "詳しくは https://aozora-mihon.example.jp/recruit へ", RepresentativeTitle = "代表取締役", Representative = "見本太郎", CorporateNumber = "1010101010101" },
        Selection = card.Selection with
        {
            PlaceAddress = "東京都千代田区神田神保町9-8", PlaceStation = "神保町駅", ContactName = "見本太郎", ContactNameKana = "ミホンタロウ",
            ContactPhone = "03-0000-1234", ContactFax = "03-0000-1235", ContactEmail = "saiyo@aozora-mihon.example.jp", Remarks = "電話０３－００００－１２３４へ",
        },
        Remarks = new() { Remarks = "問い合わせは saiyo@aozora-mihon.example.jp まで", MessageFromOffice = "ｱｵｿﾞﾗﾐﾎﾝｼｮｳｶｲで働きませんか。", Branches = "青空みほん大阪支店", AffiliatedCompanies = "青空みほん運輸" },
    });

    private async Task AssertFindsByNameAsync(Guid? reader, bool found)
    {
        foreach (var said in WaysToSayIt)
        {
            var result = await SearchAsync(said, reader);
            Assert.Equal(found ? 1 : 0, result.Jobs.TotalCount);
            Assert.Equal(found, result.Counts.Types.Count > 0);
            Assert.Equal(found, (await SearchAsync($"経理 {said}", reader)).Jobs.TotalCount > 0);
        }
    }

    private static void AssertTellsNothing(JobCard card)
    {
        var everything = Domain.Search.SearchText.Normalise(JsonSerializer.Serialize(card, JsonDocuments.Options));
        foreach (var said in WaysToSayIt)
            Assert.DoesNotContain(Domain.Search.SearchText.Normalise(said), everything);
        Assert.Contains("経理事務", card.Work.Title);
        Assert.Contains("決算も担当します", card.Work.Description);
    }

    private Task<JobSearchResult> SearchAsync(string words, Guid? reader) =>
        new SearchJobs(_database, _clock).RunAsync(new() { FreeWords = words }, reader, default);

    private Task<JobView?> ViewAsync(JobOffer job, Guid? reader) => new ViewJob(_database, _clock).RunAsync(job.Number, reader, default);
}
