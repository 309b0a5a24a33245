using HelloWork.Domain.Common;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.MyPage;

public sealed class OwnRegistrationTests : IAsyncLifetime
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

    [Fact, Trait("Rule", "SS-02")]
    public async Task View_OfAnOpenRegistration_TellsItsLastDayAndThatEmployersSeeIt()
    {
        var seeker = await _given.SeekerAsync();

        var own = await ViewAsync(seeker);

        Assert.Equal(("青木 花子", new DateOnly(2026, 5, 31), true, true), (own.Person.Name, own.Registration!.LastDay, own.Registration.IsOpen, own.IsShownToEmployers));
        Assert.Equal(seeker.PublicNumber, own.Profile!.Summary.PublicNumber);
    }

    [Fact, Trait("Rule", "SS-02")]
    public async Task View_AfterTheLastDay_SaysWhyItEndedBeforeTheSchedulerKnows()
    {
        var seeker = await _given.SeekerAsync();
        _clock.SetJapan(2026, 6, 1);

        var own = await ViewAsync(seeker);

        Assert.Equal((false, RegistrationEndReason.LastDayPassed, false), (own.Registration!.IsOpen, own.Registration.EndReason, own.IsShownToEmployers));
        Assert.Equal(PublicationRefusal.NoOpenRegistration, await ChangeAsync(seeker, shown: true));
    }

    [Fact, Trait("Rule", "SS-02")]
    public async Task ChangePublication_OffAndOnAgain_TakesEffectAtOnceAndLeavesTheProvidersChoice()
    {
        var seeker = await _given.SeekerAsync();
        await using var db = _database.CreateDbContext();

        await ChangeAsync(seeker, shown: false);
        var hidden = db.ShownToEmployers(_clock.TodayInJapan()).Any();
        await ChangeAsync(seeker, shown: true);
        var shown = db.ShownToEmployers(_clock.TodayInJapan()).Any();

        Assert.Equal((false, true), (hidden, shown));
        Assert.Equal(ProvisionChoice.Neither, db.SeekerRegistrations.Single().ProvisionChoice);
        Assert.Equal(["not shown", "shown"], db.AuditEntries.Where(e => e.Act == nameof(ChangePublication)).OrderBy(e => e.Id).Select(e => e.Detail));
    }

    [Fact, Trait("Rule", "SS-06")]
    public async Task ListProfileViews_NamesTheOfficesAndTimesNewestFirst()
    {
        var seeker = await _given.SeekerAsync();
        var (first, second) = (await _given.EmployerAsync("株式会社見本製作所"), await _given.EmployerAsync("例示物流株式会社"));
        await using (var db = _database.CreateDbContext())
        {
            db.ProfileViews.Add(new ProfileView(seeker.Id, first.Account, first.Office.Value, ViewerKind.Employer, _clock.UtcNow()));
            db.ProfileViews.Add(new ProfileView(seeker.Id, second.Account, second.Office.Value, ViewerKind.Employer, _clock.UtcNow().AddHours(1)));
            await db.SaveChangesAsync();
        }
        var other = await _given.SeekerAsync();

        var mine = await new ListProfileViews(_database).RunAsync(new(seeker.Actor), default);
        var others = await new ListProfileViews(_database).RunAsync(new(other.Actor), default);

        Assert.Equal([("例示物流株式会社", _clock.UtcNow().AddHours(1)), ("株式会社見本製作所", _clock.UtcNow())], mine.Items.Select(v => (v.Name, v.ViewedAt)));
        Assert.Empty(others.Items);
    }

    private Task<OwnRegistration> ViewAsync(GivenSeeker seeker) => new ViewOwnRegistration(_database, _clock).RunAsync(new(seeker.Actor), default);

    private Task<PublicationRefusal?> ChangeAsync(GivenSeeker seeker, bool shown) => new ChangePublication(_database, _clock).RunAsync(new(seeker.Actor, shown), default);
}
