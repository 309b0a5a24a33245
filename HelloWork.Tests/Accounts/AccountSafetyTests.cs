using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Accounts;

public sealed class AccountSafetyTests : IAsyncLifetime
{
    private const string NewPassword = "川の向こうに古い時計台が見えます";
    private readonly TestClock _clock = new();
    private readonly IPersonalDataProtector _protector = new Reversed();
    private TestDatabase _database = null!;
    private GivenAccounts _given = null!;
    private Account _account = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new GivenAccounts(_database, _clock);
        _account = await _given.InUseAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private AskForPasswordReissue Ask => new(_database, _clock);
    private ReissuePassword Reissue => new(_database, GivenAccounts.Hasher, _clock);
    private SetUpSecondFactor SetUp => new(_database, _given.Check, _protector, _clock);
    private CheckSecondFactor Second => new(_database, _protector, _clock);

    [Fact, Trait("Rule", "AC-03")]
    public async Task ReissuePassword_WithTheMailedKey_EndsEverySessionAndKeepsTheSecondFactor()
    {
        await TurnOnAsync();
        var session = await new StartSession(_database, _clock).RunAsync(new(_account.Id, "test"), default);
        var stamp = (await ReadAsync()).SecurityStamp;
        Assert.Null(await Ask.RunAsync(new(_account.UserName!, "HANAKO@example.jp", "192.0.2.1"), default));
        var key = await _given.KeyAsync(_account.Id, KeyPurpose.PasswordReissue);

        Assert.Null(await Reissue.RunAsync(new(_account.UserName!, key, NewPassword), default));

        Assert.Null(await _given.Check.RunAsync(_account.UserName!, GivenAccounts.Password, default));
        Assert.True((await _given.Check.RunAsync(_account.UserName!, NewPassword, default))!.SecondFactorOn);
        Assert.False(await new UseSession(_database, _clock).RunAsync(new(session, _account.Id, stamp), default));
        Assert.Equal(ReissuePasswordRefusal.NotAccepted, await Reissue.RunAsync(new(_account.UserName!, key, NewPassword), default));
        Assert.Equal(1, await MailsAsync(MailKind.PasswordChanged));
    }

    [Fact, Trait("Rule", "AC-03")]
    public async Task AskForPasswordReissue_WithAnAddressThatDoesNotFit_AnswersTheSameAndMailsNobody()
    {
        Assert.Null(await Ask.RunAsync(new(_account.UserName!, "other@example.jp", "192.0.2.1"), default));
        Assert.Null(await Ask.RunAsync(new("nobody99", "hanako@example.jp", "192.0.2.1"), default));

        Assert.Equal(0, await MailsAsync(MailKind.PasswordReissueKey));
    }

    [Fact, Trait("Rule", "AC-03")]
    public async Task AskForPasswordReissue_MoreThanFiveTimes_IsHeldOffTheSameForUserIdsThatDoNotExist()
    {
        foreach (var userId in new[] { _account.UserName!, "nobody99" })
        {
            for (var i = 0; i < 5; i++)
                Assert.Null(await Ask.RunAsync(new(userId, "other@example.jp", "192.0.2.1"), default));
            Assert.Equal(ReissueRefusal.TooOften, await Ask.RunAsync(new(userId, "other@example.jp", "192.0.2.1"), default));
        }
    }

    [Theory, Trait("Rule", "AC-03")]
    [InlineData(-1, null)]
    [InlineData(0, ReissuePasswordRefusal.NotAccepted)]
    public async Task ReissuePassword_TakesTheKeyForThirtyMinutesToTheTick(long tick, ReissuePasswordRefusal? expected)
    {
        var key = await _given.KeyAsync(_account.Id, KeyPurpose.PasswordReissue);
        _clock.Advance(AuthenticationKey.Lifetime + TimeSpan.FromTicks(tick));

        Assert.Equal(expected, await Reissue.RunAsync(new(_account.UserName!, key, NewPassword), default));
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task ReissuePassword_TakesNoEasyPassword_AndAKeyOfAnotherPurposeOpensNothing()
    {
        var key = await _given.KeyAsync(_account.Id, KeyPurpose.PasswordReissue);

        Assert.Equal(ReissuePasswordRefusal.PasswordTooShort, await Reissue.RunAsync(new(_account.UserName!, key, "short"), default));
        Assert.Equal(ReissuePasswordRefusal.PasswordTooCommon, await Reissue.RunAsync(new(_account.UserName!, key, _account.UserName! + _account.UserName), default));
        Assert.NotNull((await _given.Activate.RunAsync(new(_account.Id, key), default)).Refusal);
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task SignIn_RefusedAHundredTimesFromOneNetwork_IsHeldOffForTheRightPasswordToo()
    {
        for (var i = 0; i < 100; i++)
            Assert.Null(await _given.Check.RunAsync($"nobody{i}", "wrong", default, "192.0.2.9"));

        Assert.Null(await _given.Check.RunAsync(_account.UserName!, GivenAccounts.Password, default, "192.0.2.9"));
        Assert.NotNull(await _given.Check.RunAsync(_account.UserName!, GivenAccounts.Password, default, "192.0.2.10"));
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await _given.Check.RunAsync(_account.UserName!, GivenAccounts.Password, default, "192.0.2.9"));
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task SecondFactor_TakesEachCodeOnce_AndARecoveryCodeOnce()
    {
        var (secret, codes) = await TurnOnAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(secret, Totp.StepOf(_clock.UtcNow()));

        Assert.Null(await Second.RunAsync(new(_account.Id, $"{code[..3]} {code[3..]}"), default));
        Assert.Equal(SecondFactorRefusal.CodeWrong, await Second.RunAsync(new(_account.Id, code), default));
        Assert.Null(await Second.RunAsync(new(_account.Id, codes[3].ToLowerInvariant()), default));
        Assert.Equal(SecondFactorRefusal.CodeWrong, await Second.RunAsync(new(_account.Id, codes[3]), default));
        Assert.Equal(10, codes.Count);
        Assert.Equal(1, await MailsAsync(MailKind.SecondFactorOn));
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task ResetSecondFactor_ByTheOperator_TakesItOffEndsEverySessionAndTellsTheOwner()
    {
        await TurnOnAsync();
        var reset = new ResetSecondFactor(_database, _clock);
        var before = (await ReadAsync()).SecurityStamp;

        Assert.Equal(ResetRefusal.Unknown, await reset.RunAsync(new("nobody"), default));
        Assert.Null(await reset.RunAsync(new(_account.UserName!), default));
        Assert.Equal(ResetRefusal.NoneSet, await reset.RunAsync(new(_account.UserName!), default));

        Assert.False((await _given.Check.RunAsync(_account.UserName!, GivenAccounts.Password, default))!.SecondFactorOn);
        Assert.NotEqual(before, (await ReadAsync()).SecurityStamp);
        await using var db = _database.CreateDbContext();
        Assert.Equal(0, await db.RecoveryCodes.CountAsync(c => c.AccountId == _account.Id));
        Assert.Equal(1, await MailsAsync(MailKind.SecondFactorOff));
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task SecondFactor_FiveTimesWrong_IsHeldOffForAQuarterOfAnHour()
    {
        var (secret, _) = await TurnOnAsync();
        for (var i = 0; i < 5; i++)
            Assert.Equal(SecondFactorRefusal.CodeWrong, await Second.RunAsync(new(_account.Id, "abc"), default));
        _clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.Equal(SecondFactorRefusal.TooOften, await Second.RunAsync(new(_account.Id, Totp.CodeAt(secret, Totp.StepOf(_clock.UtcNow()))), default));
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Null(await Second.RunAsync(new(_account.Id, Totp.CodeAt(secret, Totp.StepOf(_clock.UtcNow()))), default));
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task SecondFactor_IsEncryptedWhereItIsKept_AndTurnedOffOnlyWithThePassword()
    {
        var (secret, codes) = await TurnOnAsync();
        var change = new ChangeSecondFactor(_database, _given.Check, _clock);
        await using (var db = _database.CreateDbContext())
        {
            Assert.NotEqual(secret, (await db.SecondFactors.SingleAsync()).ProtectedSecret);
            Assert.DoesNotContain(await db.RecoveryCodes.Select(c => c.Hash).ToListAsync(), hash => codes.Any(c => hash.Contains(c.Replace("-", ""))));
        }

        Assert.Equal(SecondFactorRefusal.PasswordWrong, await change.RunAsync(new ChangeSecondFactor.TurnOff(_account.Id, "not the password"), default));
        Assert.Null(await change.RunAsync(new ChangeSecondFactor.TurnOff(_account.Id, GivenAccounts.Password), default));
        Assert.False((await _given.Check.RunAsync(_account.UserName!, GivenAccounts.Password, default))!.SecondFactorOn);
    }

    // RFC 6238, appendix B; the last six digits of its eight.
    [Theory, Trait("Rule", "AC-04")]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Totp_MakesTheCodesOfTheStandard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", seconds / 30));

    [Fact, Trait("Rule", "AC-04")]
    public async Task ChangeEmail_TakesBothKeys_AndTellsBothAddresses()
    {
        var change = new ChangeEmail(_database, _given.Check, _clock);
        Assert.Equal(EmailRefusal.PasswordWrong, await change.RunAsync(new ChangeEmail.Ask(_account.Id, "wrong", "new@example.jp"), default));
        Assert.Null(await change.RunAsync(new ChangeEmail.Ask(_account.Id, GivenAccounts.Password, "new@example.jp"), default));
        var (old, fresh) = (await _given.KeyAsync(_account.Id, KeyPurpose.EmailChangeOld), await _given.KeyAsync(_account.Id, KeyPurpose.EmailChangeNew));

        var crossed = await change.RunAsync(new ChangeEmail.Confirm(_account.Id, old, old), default);
        Assert.Equal((KeyPurpose.EmailChangeNew, KeyRefusal.Wrong), (crossed.Which, crossed.Entry.Refusal));
        Assert.Equal("hanako@example.jp", (await ReadAsync()).Email);
        Assert.Null((await change.RunAsync(new ChangeEmail.Confirm(_account.Id, old, fresh), default)).Entry.Refusal);

        Assert.Equal(("new@example.jp", (string?)null), ((await ReadAsync()).Email, (await ReadAsync()).PendingEmail));
        Assert.Equal(2, await MailsAsync(MailKind.EmailChanged));
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task Sessions_AreListedAndEndedOneByOneOrAllButThisOne()
    {
        var start = new StartSession(_database, _clock);
        var (here, there, elsewhere) = (await start.RunAsync(new(_account.Id, "a"), default), await start.RunAsync(new(_account.Id, "b"), default), await start.RunAsync(new(_account.Id, "c"), default));
        var end = new EndSession(_database, _clock);
        var list = new ListSessions(_database, _clock);

        Assert.Equal(3, (await list.RunAsync(new(_account.Id, TimeSpan.FromMinutes(30)), default)).Count);
        Assert.False(await end.RunAsync(new EndSession.One(Guid.NewGuid(), there), default));
        Assert.True(await end.RunAsync(new EndSession.One(_account.Id, there), default));
        Assert.Equal(1, await end.RunAsync(new EndSession.AllBut(_account.Id, here), default));

        Assert.Equal([here], (await list.RunAsync(new(_account.Id, TimeSpan.FromMinutes(30)), default)).Select(s => s.Id));
        Assert.False(await new UseSession(_database, _clock).RunAsync(new(elsewhere, _account.Id, (await ReadAsync()).SecurityStamp), default));
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> TurnOnAsync()
    {
        var secret = await SetUp.RunAsync(new SetUpSecondFactor.Begin(_account.Id), default);
        var result = await SetUp.RunAsync(new SetUpSecondFactor.Confirm(_account.Id, GivenAccounts.Password, Totp.CodeAt(secret!, Totp.StepOf(_clock.UtcNow()))), default);
        Assert.Null(result.Refusal);
        _clock.Advance(TimeSpan.FromMinutes(15));
        return (secret!, result.RecoveryCodes);
    }

    private async Task<Account> ReadAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Users.SingleAsync(a => a.Id == _account.Id);
    }

    private async Task<int> MailsAsync(MailKind kind)
    {
        await using var db = _database.CreateDbContext();
        return await db.OutboxMails.CountAsync(m => m.Kind == kind);
    }

    private sealed class Reversed : IPersonalDataProtector
    {
        [return: NotNullIfNotNull(nameof(data))]
        public string? Protect(string? data) => data is null ? null : string.Concat(data.Reverse());
        [return: NotNullIfNotNull(nameof(data))]
        public string? Unprotect(string? data) => data is null ? null : string.Concat(data.Reverse());
    }
}
