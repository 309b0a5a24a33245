using HelloWork.Domain.Accounts;
using HelloWork.Domain.Desk;
using HelloWork.Tests.Accounts;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Desk;

public sealed class StaffAccountTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private OpenStaffAccount Open => new(_database, GivenAccounts.Hasher, _clock);

    private static OpenStaffAccount.Command Counselor => new("ogawa", Role.Counselor, "小川 まり", "ogawa@office.example", "13010");

    [Fact, Trait("Rule", "AC-01")]
    public async Task An_operator_opens_a_counselors_account_whose_password_and_key_lead_to_the_desk_of_the_office()
    {
        var (refusal, password) = await Open.RunAsync(Counselor, default);
        Assert.Null(refusal);
        var account = await AccountAsync();
        var check = new CheckPassword(_database, GivenAccounts.Hasher, _clock);
        Assert.True((await check.RunAsync("ogawa", password!, default, "192.0.2.1"))!.NeedsKey);

        var key = (await new DrawAuthenticationKey(_database, _clock).RunAsync(new(account.Id, KeyPurpose.Opening), default))!.Written;
        Assert.Null((await new ActivateStaffAccount(_database, _clock).RunAsync(new(account.Id, key), default)).Refusal);

        Assert.Equal("13010", await new FindDesk(_database).RunAsync(new CounselorActor(account.Id), default));
        Assert.Equal(StaffRefusal.UserIdTaken, (await Open.RunAsync(Counselor, default)).Refusal);
    }

    [Fact, Trait("Rule", "AC-01")]
    public async Task While_the_first_sign_in_is_missing_the_account_is_opened_anew_and_the_first_password_is_worth_nothing()
    {
        var first = (await Open.RunAsync(Counselor, default)).InitialPassword!;

        var second = (await Open.RunAsync(Counselor with { Email = "mari@office.example", Office = "27010" }, default)).InitialPassword!;

        var check = new CheckPassword(_database, GivenAccounts.Hasher, _clock);
        Assert.Null(await check.RunAsync("ogawa", first, default, "192.0.2.1"));
        Assert.NotNull(await check.RunAsync("ogawa", second, default, "192.0.2.1"));
        await using var db = _database.CreateDbContext();
        Assert.Equal("27010", (await db.StaffPosts.SingleAsync()).PlacementOfficeCode);
        Assert.Equal("mari@office.example", (await AccountAsync()).Email);
    }

    [Theory, Trait("Rule", "AC-04")]
    [InlineData("", "小川", "a@example.jp", "13010", StaffRefusal.UserIdInvalid)]
    [InlineData("小川", "小川", "a@example.jp", "13010", StaffRefusal.UserIdInvalid)]
    [InlineData("ogawa", " ", "a@example.jp", "13010", StaffRefusal.NameInvalid)]
    [InlineData("ogawa", "小川", "example", "13010", StaffRefusal.EmailInvalid)]
    [InlineData("ogawa", "小川", "a@example.jp", null, StaffRefusal.OfficeUnknown)]
    [InlineData("ogawa", "小川", "a@example.jp", "99999", StaffRefusal.OfficeUnknown)]
    public async Task What_is_wrong_with_a_staff_account_is_named(string userId, string name, string email, string? office, StaffRefusal refusal) =>
        Assert.Equal(refusal, (await Open.RunAsync(new(userId, Role.Counselor, name, email, office), default)).Refusal);

    [Fact, Trait("Rule", "AC-04")]
    public async Task Nobody_but_staff_is_opened_this_way() =>
        Assert.Equal(StaffRefusal.RoleNotStaff, (await Open.RunAsync(Counselor with { Role = Role.Employer }, default)).Refusal);

    private async Task<Account> AccountAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Users.SingleAsync(a => a.UserName == "ogawa");
    }
}
