using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs;

public sealed class SearchJobsOrderTests : IAsyncLifetime
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
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Search_SortsByEachOrder()
    {
        var old = await JobAsync(accepted: 10, lastDay: new DateOnly(2026, 5, 1), from: 300_000, to: 310_000);
        var wide = await JobAsync(accepted: 20, lastDay: new DateOnly(2026, 4, 20), from: 200_000, to: 500_000);
        var fresh = await JobAsync(accepted: 22, lastDay: new DateOnly(2026, 5, 10), from: 250_000, to: 250_000);
        var hourly = await JobAsync(accepted: 21, lastDay: new DateOnly(2026, 5, 20), from: 1_500, to: 1_800, form: "時給");
        var unpaid = await JobAsync(accepted: 19, lastDay: new DateOnly(2026, 5, 25), from: null, to: null);

        Assert.Equal(Numbers(fresh, hourly, wide, unpaid, old), await OrderAsync(JobSort.New));
        Assert.Equal(Numbers(old, fresh, wide, hourly, unpaid), await OrderAsync(JobSort.WageFrom));
        Assert.Equal(Numbers(wide, old, fresh, hourly, unpaid), await OrderAsync(JobSort.WageTo));
        Assert.Equal(Numbers(hourly, old, fresh, wide, unpaid), await OrderAsync(JobSort.WageFrom, WageUnit.Hour));
        Assert.Equal(Numbers(wide, old, fresh, hourly, unpaid), await OrderAsync(JobSort.Deadline));
    }

    [Fact]
    public async Task Search_ByMatch_PutsJobsWithMoreOfTheWordsInTheirTitleFirst()
    {
        var neither = await TitledAsync("スタッフ", "介護と夜勤をお願いします。", accepted: 22);
        var one = await TitledAsync("介護スタッフ", "夜勤をお願いします。", accepted: 15);
        var both = await TitledAsync("夜勤の介護スタッフ", null, accepted: 10);
        var newerOne = await TitledAsync("夜勤スタッフ", "介護", accepted: 21);

        var result = await RunAsync(new() { FreeWords = "介護 夜勤", Sort = JobSort.Match });

        Assert.Equal([both.Number, newerOne.Number, one.Number, neither.Number], result.Jobs.Items.Select(j => j.Number));
    }

    [Theory]
    [InlineData(JobSort.New)]
    [InlineData(JobSort.WageFrom)]
    [InlineData(JobSort.WageTo)]
    [InlineData(JobSort.Match)]
    [InlineData(JobSort.Deadline)]
    public async Task Search_PageAfterPage_ShowsEachJobOnce(JobSort sort)
    {
        var all = new HashSet<JobNumber>();
        for (var i = 0; i < 25; i++)
            all.Add((await _given.JobAsync(_employer)).Number);

        var seen = new List<JobNumber>();
        for (var page = 1; page <= 3; page++)
            seen.AddRange((await RunAsync(new() { Size = 10, Page = page, Sort = sort, FreeWords = "経理" })).Jobs.Items.Select(j => j.Number));

        Assert.Equal(25, seen.Count);
        Assert.Equal(all, [.. seen]);
    }

    [Theory]
    [InlineData(999)]
    [InlineData(int.MaxValue)]
    public async Task Search_ForAPagePastTheEnd_ShowsTheLast(int page)
    {
        for (var i = 0; i < 11; i++)
            await _given.JobAsync(_employer);

        var result = await RunAsync(new() { Size = 10, Page = page });

        Assert.Equal((2, 2, 11, 1), (result.Query.Page, result.Jobs.Number, result.Jobs.TotalCount, result.Jobs.Items.Count));
    }

    [Fact]
    public async Task Search_ForAPageOfNothing_ShowsTheFirst()
    {
        var result = await RunAsync(new() { Page = 5 });

        Assert.Equal((1, 0), (result.Jobs.Number, result.Jobs.TotalCount));
    }

    private Task<JobOffer> JobAsync(int accepted, DateOnly lastDay, int? from, int? to, string form = "月給") =>
        _given.JobAsync(_employer, card => card with { Pay = new() { Form = form, TotalFrom = from, TotalTo = to } }, acceptedOn: new DateOnly(2026, 3, accepted), lastDay: lastDay);

    private Task<JobOffer> TitledAsync(string title, string? description, int accepted) =>
        _given.JobAsync(_employer, card => card with { Work = card.Work with { Title = title, Description = description, OccupationCode = null } }, acceptedOn: new DateOnly(2026, 3, accepted));

    private static IEnumerable<JobNumber> Numbers(params JobOffer[] jobs) => jobs.Select(j => j.Number);

    private async Task<IEnumerable<JobNumber>> OrderAsync(JobSort sort, WageUnit unit = WageUnit.Month) =>
        (await RunAsync(new() { Sort = sort, WageUnit = unit })).Jobs.Items.Select(j => j.Number);

    private Task<JobSearchResult> RunAsync(JobSearchQuery query) => new SearchJobs(_database, _clock).RunAsync(query, null, default);
}
