using HelloWork.Blazor.Commands.Demo;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelloWork.Tests.Commands;

public sealed class DemoDataTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task FillIfEmpty_MakesThePeopleOfTheSignInPageAsTheyAreDescribed()
    {
        await Demo(_database).FillIfEmptyAsync(120, 80, CancellationToken.None);

        await using var db = _database.CreateDbContext();
        var today = _clock.TodayInJapan();
        Assert.Equal(DemoPeople.UserIds.Count, await db.Users.CountAsync(a => DemoPeople.UserIds.Contains(a.UserName!) && a.ActivatedAt != null));
        Assert.Equal(3, (await JobsOf(db, "employer01")).Count(j => j.IsActiveOn(today)));
        Assert.Equal(2, (await JobsOf(db, "employer01")).Count(j => j.IsActiveOn(today) && j.AcceptsSelfApplication));
        Assert.All(await JobsOf(db, "employer02"), j => Assert.Equal(SelfApplicationBar.WorkplaceNotNamed, JobOffer.BarToSelfApplication(j.Card)));
        Assert.DoesNotContain(await JobsOf(db, "employer03"), j => j.IsActiveOn(today));
        Assert.Equal(5, await db.ReachableByEmployers(today).CountAsync(p => db.Seekers.Any(s => s.Id == p.SeekerId && db.Users.Any(a => a.Id == s.AccountId && DemoPeople.UserIds.Contains(a.UserName!)))));
        var waiting = await db.SeekerRegistrations.SingleAsync(r => r.Number == RegistrationNumber.Parse("13010-00000006"));
        Assert.Equal(ProvisionChoice.Both, waiting.ProvisionChoice);
        Assert.Null(await db.Seekers.Where(s => s.Id == waiting.SeekerId).Select(s => s.AccountId).SingleAsync());
        Assert.All(await db.JobOffers.Select(j => j.AcceptedOn).ToListAsync(), day => Assert.Equal(today, day));
    }

    [Fact]
    public async Task FillIfEmpty_ASecondTime_ChangesNothing()
    {
        await Demo(_database).FillIfEmptyAsync(20, 10, CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(1));

        await Demo(_database).FillIfEmptyAsync(20, 10, CancellationToken.None);

        await using var db = _database.CreateDbContext();
        Assert.Equal(25, await db.JobOffers.CountAsync());
    }

    [Fact]
    public async Task FillIfEmpty_SpreadsAnOfficesOffersOverTheNewestOnes()
    {
        await Demo(_database).FillIfEmptyAsync(600, 0, CancellationToken.None);

        var newest = await new SearchJobs(_database, _clock).RunAsync(new JobSearchQuery { Sort = JobSort.New, Size = 50 }, null, CancellationToken.None);

        await using var db = _database.CreateDbContext();
        var numbers = newest.Jobs.Items.Select(j => j.Number).ToList();
        var offers = await db.JobOffers.Where(j => numbers.Contains(j.Number)).OrderBy(j => j.Number).Select(j => new { j.Number, j.OfficeId }).ToListAsync();
        // Where a prefecture has one office only, its offers have no others to stand between.
        var shared = offers.GroupBy(o => o.Number.Value[..2], o => o.OfficeId).Select(at => at.ToList()).Where(at => at.Distinct().Count() > 1).ToList();
        Assert.True(shared.Sum(at => at.Count) > 20);
        Assert.InRange(shared.Sum(at => at.Zip(at.Skip(1)).Count(pair => pair.First == pair.Second)), 0, shared.Sum(at => at.Count) / 5);
        Assert.All(shared, at => Assert.Equal(at.Distinct().Count(), at.Take(2 * at.Distinct().Count()).Distinct().Count()));
    }

    [Fact]
    public async Task Fill_WithTheSameSeed_MakesTheSameOffersAndSeekers()
    {
        await using var other = await TestDatabase.CreateAsync();

        await Demo(_database).FillAsync(30, 20, seed: 7, new Progress<int>(), CancellationToken.None);
        await Demo(other).FillAsync(30, 20, seed: 7, new Progress<int>(), CancellationToken.None);

        Assert.Equal(await WordsAsync(_database), await WordsAsync(other));
    }

    [Fact]
    public async Task Fill_ASecondTime_SaysSoAndAddsNothing()
    {
        Assert.True(await Demo(_database).FillAsync(650, 610, seed: 7, new Progress<int>(), CancellationToken.None));

        Assert.False(await Demo(_database).FillAsync(650, 610, seed: 7, new Progress<int>(), CancellationToken.None));

        await using var db = _database.CreateDbContext();
        Assert.Equal(650 + 5, await db.JobOffers.CountAsync());
    }

    private DemoData Demo(TestDatabase database) => Demo(database, _clock);

    internal static DemoData Demo(TestDatabase database, TestClock clock) => new(database, database.Settings, new DemoCast(new PasswordHasher<Account>()), clock, NullLogger<DemoData>.Instance);

    private static async Task<List<JobOffer>> JobsOf(HelloWorkDbContext db, string userId)
    {
        var account = await db.Users.SingleAsync(a => a.UserName == userId);
        return await db.JobOffers.Where(j => db.OfficeMembers.Any(m => m.AccountId == account.Id && m.OfficeId == j.OfficeId)).ToListAsync();
    }

    private static async Task<string> WordsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var jobs = await db.JobOffers.OrderBy(j => j.Number).Select(j => j.SearchWords).ToListAsync();
        var seekers = await db.SeekerProfiles.OrderBy(p => p.PublicNumber).Select(p => p.SearchWords).ToListAsync();
        return string.Join('\n', jobs.Concat(seekers));
    }
}
