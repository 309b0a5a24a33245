using System.Text.Json;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Messaging;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers;

public sealed class OpenProvidedProfileTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private ProviderActor _provider = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _provider = await _given.ProviderAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "PR-02"), Trait("Rule", "SS-06")]
    public async Task Open_ShowsTheStatementAndNothingOfThePerson_AndIsRecorded()
    {
        var seeker = await _given.ProvidedSeekerAsync(change: s => s with { LastMonthlyIncome = 251_000 });
        var number = await AliasAsync(_provider, seeker);
        string registration;
        await using (var db = _database.CreateDbContext())
        {
            (await db.Seekers.FindAsync(seeker.Id))!.Correct(Canary.Details("漏洩 見張"));
            await db.SaveChangesAsync();
            registration = (await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == seeker.Id)).Number.Value;
        }

        var opened = await OpenAsync(number);
        var found = await new SearchProvidedSeekers(_database, _clock).RunAsync(new SearchProvidedSeekers.Query(_provider), default);

        var told = JsonSerializer.Serialize(new { opened, found }, JsonDocuments.Options);
        Assert.Contains("経理事務", told, StringComparison.Ordinal);
        Assert.Equal(251_000, opened.Profile!.LastMonthlyIncome);
        Assert.All(Canary.Words.Append(registration).Append(seeker.PublicNumber.Value), canary => Assert.DoesNotContain(canary, told, StringComparison.Ordinal));
        await using var after = _database.CreateDbContext();
        var view = await after.ProfileViews.SingleAsync();
        Assert.Equal((seeker.Id, _provider.Account, _provider.Provider.Value, ViewerKind.Provider), (view.SeekerId, view.ViewerAccountId, view.ViewerOrganisationId, view.ViewerKind));
        Assert.Equal(1, await after.AuditEntries.CountAsync(a => a.Act == nameof(OpenProvidedProfile) && a.AccountId == _provider.Account));
    }

    [Fact, Trait("Rule", "PR-02")]
    public async Task TwoProviders_KnowOneSeekerByDifferentNumbers_AndNeitherCanUseTheOthers()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var other = await _given.ProviderAsync();
        var (mine, theirs) = (await AliasAsync(_provider, seeker), await AliasAsync(other, seeker));

        Assert.NotEqual(mine, theirs);
        Assert.NotNull((await OpenAsync(mine)).Profile);
        var foreign = await OpenAsync(theirs);
        Assert.Equal((null, null), (foreign.Profile, foreign.Refusal));
        Assert.Empty((await new SearchProvidedSeekers(_database, _clock).RunAsync(new SearchProvidedSeekers.Query(_provider) { Words = theirs.Value }, default)).Found.Items);
        Assert.Single((await new SearchProvidedSeekers(_database, _clock).RunAsync(new SearchProvidedSeekers.Query(_provider) { Words = mine.Value }, default)).Found.Items);
        Assert.Equal([mine], (await new SearchProvidedSeekers(_database, _clock).RunAsync(new SearchProvidedSeekers.ByNumbers(_provider, [mine, theirs]), default)).Select(s => s.Number));
    }

    [Fact, Trait("Rule", "PR-02"), Trait("Rule", "PV-08"), Trait("Rule", "MS-05")]
    public async Task AProfileOnceOpened_IsGoneAtTheInstantOfTheBlock_AndOfTheSuspension()
    {
        var (blocking, seeker) = (await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync());
        var (blocked, kept) = (await AliasAsync(_provider, blocking), await AliasAsync(_provider, seeker));
        Assert.NotNull((await OpenAsync(blocked)).Profile);

        await AddAsync(new ProviderBlock(blocking.Id, _provider.Provider, _clock.UtcNow()));
        Assert.Equal((ProviderStanding.Good, null, null), await OpenAsync(blocked) is var gone ? (gone.Standing, gone.Profile, gone.Refusal) : default);
        Assert.NotNull((await OpenAsync(kept)).Profile);

        await AddAsync(new ProviderSuspension(_provider.Provider, _clock.UtcNow(), _clock.UtcNow().AddDays(1)));
        Assert.Equal((ProviderStanding.Suspended, null), await OpenAsync(kept) is var shut ? (shut.Standing, shut.Profile) : default);
        Assert.Empty((await new SearchProvidedSeekers(_database, _clock).RunAsync(new SearchProvidedSeekers.Query(_provider), default)).Found.Items);
    }

    [Fact, Trait("Rule", "PR-02")]
    public async Task Search_GoesByThePublishedFields_AmongThoseWhoAllowIt()
    {
        var nurse = await _given.ProvidedSeekerAsync(change: s => s with { WishedWork = "看護師", Places = [new WishedPlace("14", null)], WishedMonthlyIncome = 300_000 });
        await _given.ProvidedSeekerAsync();
        await _given.ProvidedSeekerAsync(ProvisionChoice.LocalGovernmentsOnly, change: s => s with { WishedWork = "看護師" });
        await _given.ProvidedSeekerAsync(published: false, change: s => s with { WishedWork = "看護師" });

        var all = await FoundAsync(new(_provider));
        var nurses = await FoundAsync(new(_provider) { Words = "看護師" });
        var inKanagawa = await FoundAsync(new(_provider) { Prefectures = ["14"] });
        var cheaper = await FoundAsync(new(_provider) { WageMax = 250_000 });

        Assert.Equal(2, all.Count);
        Assert.Equal([await AliasAsync(_provider, nurse)], nurses);
        Assert.Equal(nurses, inKanagawa);
        Assert.Equal(all.Except(nurses), cheaper);
    }

    [Fact, Trait("Rule", "SS-06")]
    public async Task Open_PastTheQuota_IsRefusedUntilTheOldestIsAnHourAgo_AndGoingOnCountsNothing()
    {
        var start = _clock.UtcNow();
        var first = await AliasAsync(_provider, await _given.ProvidedSeekerAsync());
        var second = await AliasAsync(_provider, await _given.ProvidedSeekerAsync());
        await OpenAsync(first, perHour: 1);

        var refused = await OpenAsync(second, perHour: 1);
        var goesOn = await OpenAsync(first, perHour: 1, again: false);

        Assert.Equal((null, OpenRefusal.QuotaUsedUp, start.AddHours(1)), (refused.Profile, refused.Refusal, refused.FreesUpAt));
        Assert.NotNull(goesOn.Profile);
        _clock.SetUtc(start.AddHours(1));
        Assert.NotNull((await OpenAsync(second, perHour: 1)).Profile);
    }

    private Task<OpenProvidedProfile.Result> OpenAsync(AliasNumber number, int perHour = 60, bool again = true) =>
        new OpenProvidedProfile(_database, _clock, new ProfileQuota { PerHour = perHour }).RunAsync(new(_provider, number, again), default);

    private async Task<IReadOnlyList<AliasNumber>> FoundAsync(SearchProvidedSeekers.Query query) =>
        [.. (await new SearchProvidedSeekers(_database, _clock).RunAsync(query, default)).Found.Items.Select(s => s.Number)];

    private Task<AliasNumber> AliasAsync(ProviderActor provider, GivenSeeker seeker) => GivenMessages.AliasAsync(_database, _clock, provider, seeker);

    private async Task AddAsync(object row)
    {
        await using var db = _database.CreateDbContext();
        db.Add(row);
        await db.SaveChangesAsync();
    }
}
