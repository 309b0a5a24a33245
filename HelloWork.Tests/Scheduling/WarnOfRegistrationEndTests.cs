using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Scheduling;

public sealed class WarnOfRegistrationEndTests : IAsyncLifetime
{
    // Accepted on 22 March: open through 31 May.
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "PV-05")]
    public async Task EveryHourToTheEnd_TellsFourteenSevenAndOneDayBefore_EachOnceAndInTheMorning()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var told = new List<DateTime>();

        for (var at = new DateTime(2026, 5, 15); at < new DateTime(2026, 6, 2); at = at.AddHours(1))
        {
            _clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            var before = await MailsAsync();
            await SweepAsync();
            if (await MailsAsync() > before)
                told.Add(at);
        }

        Assert.Equal([new(2026, 5, 17, 9, 0, 0), new(2026, 5, 24, 9, 0, 0), new(2026, 5, 30, 9, 0, 0)], told);
        await using var db = _database.CreateDbContext();
        Assert.Equal([seeker.Account], await db.OutboxMails.Select(m => m.RecipientAccountId).Distinct().ToListAsync());
        Assert.Equal(3, await db.AuditEntries.CountAsync(e => e.Act == nameof(WarnOfRegistrationEnd)));
    }

    [Theory, Trait("Rule", "PV-05")]
    [InlineData(20, 14)]
    [InlineData(26, 7)]
    [InlineData(31, 1)]
    public async Task AfterAnOutage_OnlyTheNearestIsTold(int may, byte days)
    {
        await _given.ProvidedSeekerAsync();
        _clock.SetJapan(2026, 5, may, 9);

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(1, await MailsAsync());
        await using var db = _database.CreateDbContext();
        Assert.Equal(days, (await db.SeekerRegistrations.SingleAsync()).EndForetold);
    }

    [Fact, Trait("Rule", "PV-05")]
    public async Task AfterTheEnd_OrWithNobodyToTell_NothingIsSent()
    {
        await _given.SeekerAsync(myPage: false);
        _clock.SetJapan(2026, 5, 25, 9);
        await SweepAsync();
        var seeker = await _given.ProvidedSeekerAsync(acceptedOn: new DateOnly(2026, 3, 1));
        await new StopProvision(_database, _clock).RunAsync(new(seeker.Provision), default);
        await new CloseMyPage(_database, _clock).RunAsync(new(seeker.Actor), default);
        await SweepAsync();
        await _given.ProvidedSeekerAsync(acceptedOn: new DateOnly(2026, 3, 2));
        _clock.SetJapan(2026, 6, 1, 9);
        await SweepAsync();

        Assert.Equal(0, await MailsAsync());
    }

    private Task<int> SweepAsync() => new WarnOfRegistrationEnd(_database, _clock).RunAsync(default);

    private async Task<int> MailsAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.OutboxMails.CountAsync(m => m.Kind == MailKind.RegistrationEndsSoon);
    }
}
