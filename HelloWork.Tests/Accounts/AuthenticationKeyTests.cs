using HelloWork.Domain.Accounts;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Accounts;

public sealed class AuthenticationKeyTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private GivenAccounts _given = null!;
    private Account _account = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new GivenAccounts(_database, _clock);
        _account = await _given.WaitingAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory, Trait("Rule", "AC-02")]
    [InlineData(-1, null)]
    [InlineData(0, KeyRefusal.Dead)]
    [InlineData(1, KeyRefusal.Dead)]
    public async Task Key_LivesThirtyMinutesToTheTick_WithNoSchedulerAtWork(long tick, KeyRefusal? expected)
    {
        var key = await _given.KeyAsync(_account.Id);

        _clock.Advance(AuthenticationKey.Lifetime + TimeSpan.FromTicks(tick));

        Assert.Equal(expected, await EnterAsync(key));
    }

    [Fact, Trait("Rule", "AC-02")]
    public async Task Key_AfterTheScheduledTaskRemovedIt_IsAsDeadAsBefore()
    {
        var key = await _given.KeyAsync(_account.Id);
        await SendMailsAsync();
        _clock.Advance(AuthenticationKey.Lifetime - TimeSpan.FromTicks(1));
        Assert.Equal(0, await new RemoveDeadKeys(_database, _clock).RunAsync(default));
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(1, await new RemoveDeadKeys(_database, _clock).RunAsync(default));

        Assert.Equal(KeyRefusal.Dead, await EnterAsync(key));
        Assert.Equal(0, await new RemoveDeadKeys(_database, _clock).RunAsync(default));
    }

    [Theory, Trait("Rule", "AC-02")]
    [InlineData("lower")]
    [InlineData("wide")]
    [InlineData("bare")]
    [InlineData("blanks")]
    [InlineData("dashes")]
    public async Task Key_IsAcceptedInAnyWidthAndCaseWithOrWithoutHyphens(string how)
    {
        var key = await _given.KeyAsync(_account.Id);

        Assert.Null(await EnterAsync(how switch
        {
            "lower" => key.ToLowerInvariant(),
            "wide" => string.Concat(key.Select(c => c == '-' ? 'ー' : (char)(c + 0xFEE0))),
            "bare" => key.Replace("-", ""),
            "blanks" => $"　{key.Replace('-', ' ')}\n",
            _ => key.Replace('-', '‐'),
        }));
    }

    [Fact, Trait("Rule", "AC-02")]
    public async Task Key_FiveTimesWrong_IsDeadForTheRightOneToo_AndTellsTheTriesLeft()
    {
        var key = await _given.KeyAsync(_account.Id);
        var left = new List<int>();
        for (var i = 0; i < 4; i++)
            left.Add((await _given.Activate.RunAsync(new(_account.Id, "2222-2222-2222"), default)).TriesLeft);

        Assert.Equal([4, 3, 2, 1], left);
        Assert.Equal(KeyRefusal.TooManyWrong, await EnterAsync("2222-2222-2222"));
        Assert.Equal(KeyRefusal.TooManyWrong, await EnterAsync(key));
    }

    [Fact, Trait("Rule", "AC-02")]
    public async Task Key_MistypedIntoNoKeyAtAll_CostsNoTry()
    {
        var key = await _given.KeyAsync(_account.Id);

        Assert.All([await EnterAsync(""), await EnterAsync("O0I1-LLLL-0000"), await EnterAsync("abc")], refusal => Assert.Equal(KeyRefusal.Malformed, refusal));
        Assert.Null(await EnterAsync(key));
    }

    [Fact, Trait("Rule", "AC-02")]
    public async Task Key_IsGoodOnce()
    {
        var key = await _given.KeyAsync(_account.Id);

        Assert.Null(await EnterAsync(key));
        Assert.Equal(KeyRefusal.Used, await EnterAsync(key));
    }

    [Fact, Trait("Rule", "AC-02")]
    public async Task Reissue_KillsTheOldKeyAtOnce_BeforeTheNewOneIsMade()
    {
        var old = await _given.KeyAsync(_account.Id);
        var reissue = new ReissueAuthenticationKey(_database, _clock);

        Assert.Null(await reissue.RunAsync(new(_account.Id), default));

        Assert.Equal(KeyRefusal.Replaced, await EnterAsync(old));
        Assert.Equal(KeyRefusal.OnItsWay, await EnterAsync("2222-2222-2222"));
        Assert.Null(await EnterAsync(await _given.KeyAsync(_account.Id)));
        Assert.Equal(ReissueRefusal.NotWaiting, await reissue.RunAsync(new(_account.Id), default));
    }

    [Fact, Trait("Rule", "AC-02")]
    public async Task Reissue_MoreThanFiveTimesAnHour_IsHeldOff_AndOneMailWaitsAtATime()
    {
        var reissue = new ReissueAuthenticationKey(_database, _clock);
        for (var i = 0; i < 5; i++)
            Assert.Null(await reissue.RunAsync(new(_account.Id), default));

        Assert.Equal(ReissueRefusal.TooOften, await reissue.RunAsync(new(_account.Id), default));
        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.OutboxMails.CountAsync(m => m.Kind == MailKind.AccountOpeningKey && m.GivenUpAt == null));
    }

    [Fact, Trait("Rule", "AC-02"), Trait("Category", "Slow")]
    public async Task Key_EnteredAHundredTimesAtOnce_OpensOnce()
    {
        var key = await _given.KeyAsync(_account.Id);

        var entries = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _given.Activate.RunAsync(new(_account.Id, key), default))));

        Assert.Equal(1, entries.Count(e => e.Refusal is null));
        Assert.All(entries.Where(e => e.Refusal is not null), e => Assert.True(e.Refusal is KeyRefusal.Used or KeyRefusal.Throttled));
    }

    [Fact, Trait("Rule", "AC-02"), Trait("Category", "Slow")]
    public async Task Draw_TwentyAtOnce_LeavesOneLivingKey()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _given.KeyAsync(_account.Id))));

        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.AuthenticationKeys.CountAsync(k => k.EndedAt == null));
        Assert.Equal(20, await db.AuthenticationKeys.CountAsync());
    }

    [Fact, Trait("Rule", "AC-02")]
    public async Task Draw_ForAnAccountInUse_GivesNothing_AndItsMailIsDropped()
    {
        await new ReissueAuthenticationKey(_database, _clock).RunAsync(new(_account.Id), default);
        await EnterAsync(await _given.KeyAsync(_account.Id));

        Assert.Null(await _given.Draw.RunAsync(new(_account.Id, KeyPurpose.Opening), default));
    }

    [Fact, Trait("Rule", "AC-02")]
    public void Keys_AreLongRandomAndWithoutLookAlikes()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => TypedSecret.Draw()).ToList();

        Assert.Equal(1000, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[2-9A-HJKMNP-Z]{12}$", key));
        Assert.Equal(31, keys.SelectMany(k => k).Distinct().Count());
    }

    private async Task<KeyRefusal?> EnterAsync(string key) => (await _given.Activate.RunAsync(new(_account.Id, key), default)).Refusal;

    private async Task SendMailsAsync()
    {
        await using var db = _database.CreateDbContext();
        foreach (var mail in await db.OutboxMails.ToListAsync())
            mail.MarkSent(_clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}
