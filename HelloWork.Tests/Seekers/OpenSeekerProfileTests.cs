using System.Text.Json;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers;

public sealed class OpenSeekerProfileTests : IAsyncLifetime
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

    [Fact, Trait("Rule", "SS-06")]
    public async Task Open_RecordsWhoOpenedWhatAndWhen_AndTheSeekerSeesIt()
    {
        var seeker = await _given.SeekerAsync();

        await OpenAsync(seeker);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await OpenAsync(seeker);

        await using var db = _database.CreateDbContext();
        Assert.Equal(2, await db.ProfileViews.CountAsync(v => v.SeekerId == seeker.Id && v.ViewerAccountId == _employer.Account && v.ViewerOrganisationId == _employer.Office.Value));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Act == nameof(OpenSeekerProfile) && e.RecordId == seeker.PublicNumber.Value));
        var views = await new ListProfileViews(_database).RunAsync(new(seeker.Actor), CancellationToken.None);
        Assert.Equal([("株式会社見本製作所", _clock.UtcNow()), ("株式会社見本製作所", _clock.UtcNow().AddMinutes(-5))],
            views.Items.Select(v => (v.Name, v.ViewedAt)));
    }

    [Fact, Trait("Rule", "SS-01")]
    public async Task Open_WithoutAnActiveJob_IsRefusedAndRecordsNothing()
    {
        var seeker = await _given.SeekerAsync();
        var without = await _given.EmployerAsync();

        var result = await Verb().RunAsync(new(without, seeker.PublicNumber), CancellationToken.None);

        Assert.Equal(OpenRefusal.NoActiveJob, result.Refusal);
        await using var db = _database.CreateDbContext();
        Assert.False(await db.ProfileViews.AnyAsync());
    }

    [Fact, Trait("Rule", "SS-02")]
    public async Task Open_AProfileThatIsNotOrNoLongerShown_FindsNothing()
    {
        var hidden = await _given.SeekerAsync(shown: false);
        var over = await _given.SeekerAsync(acceptedOn: new DateOnly(2025, 12, 31));

        foreach (var number in new[] { hidden.PublicNumber, over.PublicNumber, PublicNumber.Parse("K-9999-9999") })
        {
            var result = await Verb().RunAsync(new(_employer, number), CancellationToken.None);
            Assert.Equal((null, null), (result.Profile, result.Refusal));
        }
        await using var db = _database.CreateDbContext();
        Assert.False(await db.ProfileViews.AnyAsync());
    }

    [Fact, Trait("Rule", "SS-03")]
    public async Task Open_AndSearch_CarryNothingOfThePersonNorTheRegistrationNumberNorTheLastIncome()
    {
        var seeker = await _given.SeekerAsync(name: "漏洩 見張", change: s => s with { LastMonthlyIncome = 987_654 });
        string registration;
        await using (var db = _database.CreateDbContext())
        {
            var person = await db.Seekers.SingleAsync(s => s.Id == seeker.Id);
            person.Correct(Canary.Details("漏洩 見張"));
            await db.SaveChangesAsync();
            registration = (await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == seeker.Id)).Number.Value;
        }

        var profile = (await OpenAsync(seeker)).Profile;
        var found = (await new SearchSeekers(_database, _clock).RunAsync(new(_employer), CancellationToken.None)).Found;

        var told = JsonSerializer.Serialize(new { profile, found }, Domain.Data.JsonDocuments.Options);
        Assert.Contains(seeker.PublicNumber.Value, told, StringComparison.Ordinal);
        Assert.Contains("経理事務", told, StringComparison.Ordinal);
        Assert.All(Canary.Words.Append(registration).Append("987654"), canary => Assert.DoesNotContain(canary, told, StringComparison.Ordinal));
    }

    [Fact, Trait("Rule", "SS-06")]
    public async Task Open_PastTheHourlyLimit_IsRefusedUntilTheOldestIsAnHourAgo()
    {
        var seeker = await _given.SeekerAsync();
        var start = _clock.UtcNow();
        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull((await OpenAsync(seeker, perHour: 3)).Profile);
            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        var refused = await OpenAsync(seeker, perHour: 3);
        Assert.Equal((null, OpenRefusal.QuotaUsedUp, start.AddHours(1)), (refused.Profile, refused.Refusal, refused.FreesUpAt));

        _clock.SetUtc(start.AddHours(1).AddTicks(-1));
        Assert.Equal(OpenRefusal.QuotaUsedUp, (await OpenAsync(seeker, perHour: 3)).Refusal);
        _clock.SetUtc(start.AddHours(1));
        Assert.NotNull((await OpenAsync(seeker, perHour: 3)).Profile);
        Assert.Equal(start.AddMinutes(70), (await OpenAsync(seeker, perHour: 3)).FreesUpAt);
    }

    [Fact, Trait("Rule", "SS-06")]
    public async Task Open_PastTheDailyLimit_IsRefusedUntilTheOldestIsADayAgo_ButNotForAColleague()
    {
        var seeker = await _given.SeekerAsync();
        var start = _clock.UtcNow();
        for (var i = 0; i < 4; i++)
        {
            Assert.NotNull((await OpenAsync(seeker, perHour: 2, perDay: 4)).Profile);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(start.AddDays(1), (await OpenAsync(seeker, perHour: 2, perDay: 4)).FreesUpAt);

        var colleague = await _given.EmployerAsync();
        await _given.JobAsync(colleague);
        Assert.NotNull((await Verb(2, 4).RunAsync(new(colleague, seeker.PublicNumber), CancellationToken.None)).Profile);
    }

    [Fact, Trait("Rule", "SS-06")]
    public async Task Open_OneHundredAtOnce_OpensExactlyTheSixtyOfTheQuota()
    {
        var seekers = new List<GivenSeeker>();
        for (var i = 0; i < 5; i++)
            seekers.Add(await _given.SeekerAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => OpenAsync(seekers[i % 5]))));

        Assert.Equal(60, results.Count(r => r.Profile is not null));
        Assert.Equal(40, results.Count(r => r.Refusal is OpenRefusal.QuotaUsedUp && r.FreesUpAt == _clock.UtcNow().AddHours(1)));
        await using var db = _database.CreateDbContext();
        Assert.Equal(60, await db.ProfileViews.CountAsync());
    }

    [Fact, Trait("Rule", "SS-06")]
    public async Task GoOn_FromAnOpenedProfile_CountsNoSecondOpening_ButADirectWayInDoes()
    {
        var seeker = await _given.SeekerAsync();
        var other = await _given.SeekerAsync();

        await OpenAsync(seeker);
        await OpenAsync(seeker, again: false);
        await OpenAsync(other, again: false);
        await OpenAsync(other, again: false);

        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.ProfileViews.CountAsync(v => v.SeekerId == seeker.Id));
        Assert.Equal(1, await db.ProfileViews.CountAsync(v => v.SeekerId == other.Id));
        Assert.Equal(OpenRefusal.QuotaUsedUp, (await OpenAsync(await _given.SeekerAsync(), again: false, perHour: 2)).Refusal);
        Assert.NotNull((await OpenAsync(seeker, again: false, perHour: 2)).Profile);
    }

    [Fact]
    public void AQuotaBelowOne_IsRefusedAtStart() =>
        Assert.Throws<InvalidOperationException>(() => new ProfileQuota { PerHour = 0 }.Checked());

    private OpenSeekerProfile Verb(int perHour = 60, int perDay = 300) => new(_database, _clock, new ProfileQuota { PerHour = perHour, PerDay = perDay });

    private Task<OpenSeekerProfile.Result> OpenAsync(GivenSeeker seeker, int perHour = 60, int perDay = 300, bool again = true) =>
        Verb(perHour, perDay).RunAsync(new(_employer, seeker.PublicNumber, again), CancellationToken.None);
}
