using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Domain.Jobs.Profiles;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs;

public sealed class OfficeProfileTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private CounselorActor _counselor = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
        _counselor = await _given.CounselorAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "JO-04")]
    public async Task TextsAndPictures_AreShownOnlyAfterTheirCheck_AndOnlyThoseThatPassed()
    {
        await new ProposeOfficeTexts(_database, _clock).RunAsync(new(_employer, new(Message: "  ようこそ  ")), default);
        Assert.Null(await AddAsync("作業場"));
        Assert.Null(await AddAsync("社長の名札"));
        var view = await ViewAsync();
        Assert.Null(await ShownAsync(view.Number));
        Assert.Null(await ReadAsync(view.Pictures[0].Id, null));
        Assert.NotNull(await ReadAsync(view.Pictures[0].Id, _employer.Account));
        Assert.NotNull(await ReadAsync(view.Pictures[0].Id, _counselor.Account));
        Assert.Null(await ReadAsync(view.Pictures[0].Id, (await _given.EmployerAsync()).Account));
        Assert.Null(await ReadAsync(view.Pictures[0].Id, (await _given.CounselorAsync("27020")).Account));

        Assert.Equal(CheckRefusal.NoComments, await DecideAsync(view, true, [view.Pictures[1].Id], null));
        Assert.Null(await DecideAsync(view, true, [view.Pictures[1].Id], "名札が読めるため"));

        var shown = await ShownAsync(view.Number);
        Assert.Equal(("ようこそ", "作業場"), (shown!.Texts.Message, Assert.Single(shown.Pictures).Caption));
        Assert.True((await ReadAsync(view.Pictures[0].Id, null))!.IsShown);
        Assert.Null(await ReadAsync(view.Pictures[1].Id, null));
        Assert.Equal("名札が読めるため", (await ViewAsync()).Comment);
        Assert.Empty((await new ListJobsToCheck(_database).RunAsync(new(_counselor), default)).Jobs.Items);
    }

    [Fact, Trait("Rule", "JO-04")]
    public async Task AProfile_WaitsOnTheDeskInCharge_AndIsDecidedOnlyAsItWasLookedAt()
    {
        Assert.Null(await AddAsync("受付"));
        var view = await ViewAsync();
        var row = Assert.Single((await new ListJobsToCheck(_database).RunAsync(new(_counselor), default)).Jobs.Items);
        Assert.Equal((view.Number.Value, (bool?)null), (row.Number, row.IsChange));

        Assert.Null(await AddAsync("食堂"));

        Assert.Equal(CheckRefusal.ChangedSince, await DecideAsync(view, true, [], null));
        var elsewhere = await _given.CounselorAsync("27020");
        Assert.Null(await new OpenProfileCheck(_database).RunAsync(elsewhere, view.Number, default));
        Assert.Equal(CheckRefusal.NotFound, await new DecideOfficeProfile(_database, _clock).RunAsync(new(elsewhere, view.Number, 1, true, [], null), default));
    }

    [Fact, Trait("Rule", "JO-04")]
    public async Task TenPictures_AreTheMost_AlsoAtTheSameTime()
    {
        for (var i = 0; i < 8; i++)
            Assert.Null(await AddAsync($"写真{i}"));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => AddAsync($"同時{i}")));

        Assert.Equal(2, results.Count(r => r is null));
        Assert.Equal(2, results.Count(r => r is PictureRefusal.TooMany));
        Assert.Equal(PictureRefusal.CaptionMissing, await AddAsync(" "));
    }

    [Fact, Trait("Rule", "JO-04")]
    public async Task ARemovedPicture_IsGoneAtOnce_AndLeavesTheDesk()
    {
        Assert.Null(await AddAsync("受付"));
        var picture = Assert.Single((await ViewAsync()).Pictures).Id;
        Assert.False(await new RemoveOfficePicture(_database, _clock).RunAsync(new(await _given.EmployerAsync(), picture), default));

        Assert.True(await new RemoveOfficePicture(_database, _clock).RunAsync(new(_employer, picture), default));

        Assert.Null(await ReadAsync(picture, _employer.Account));
        Assert.Empty((await new ListJobsToCheck(_database).RunAsync(new(_counselor), default)).Jobs.Items);
    }

    [Fact, Trait("Rule", "JO-04")]
    public async Task ANewDraft_StartsWithTheOfficesTexts()
    {
        await new ProposeOfficeTexts(_database, _clock).RunAsync(new(_employer, new("https://example.jp/", "部品の製造", "残業が少ない", "ようこそ")), default);

        var start = await new ReadJobDraft(_database).RunAsync(new(_employer, null), default);

        Assert.Equal(("https://example.jp/", "部品の製造", "ようこそ"), (start!.Values["Office.Homepage"], start.Values["Company.Business"], start.Values["Remarks.MessageFromOffice"]));
    }

    private Task<PictureRefusal?> AddAsync(string caption) => new AddOfficePicture(_database, _clock).RunAsync(new(_employer, PictureFileTests.SmallPng, caption), default);

    private Task<OfficeProfileView> ViewAsync() => new ViewOwnProfile(_database).RunAsync(_employer, default);

    private Task<PublishedProfile?> ShownAsync(OfficeNumber office) => new ViewPublishedProfile(_database).RunAsync(office, default);

    private Task<ReadOfficePicture.Result?> ReadAsync(Guid picture, Guid? account) => new ReadOfficePicture(_database).RunAsync(picture, account, default);

    private Task<CheckRefusal?> DecideAsync(OfficeProfileView view, bool publish, IReadOnlyList<Guid> refused, string? comment) =>
        new DecideOfficeProfile(_database, _clock).RunAsync(new(_counselor, view.Number, view.Version, publish, refused, comment), default);
}
