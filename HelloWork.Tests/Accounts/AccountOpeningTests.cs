using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Accounts;

public sealed class AccountOpeningTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private GivenAccounts _given = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new GivenAccounts(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "AC-01")]
    public async Task Open_MailsAKeyAndOpensNothing_UntilTheKeyIsEntered()
    {
        var account = await _given.WaitingAsync();

        Assert.Equal([(MailKind.AccountOpeningKey, (string?)null), (MailKind.AccountOpeningElsewhere, "seeker")], (await MailsAsync()).Select(m => (m.Kind, m.Address?[..6])));
        var checkedPassword = await _given.Check.RunAsync(account.UserName!, GivenAccounts.Password, default);
        Assert.True(checkedPassword!.NeedsKey);
        Assert.False(await AnySeekerHasAsync(account.Id));

        var entry = await _given.Activate.RunAsync(new(account.Id, await _given.KeyAsync(account.Id)), default);

        Assert.Null(entry.Refusal);
        Assert.True(await AnySeekerHasAsync(account.Id));
        Assert.False((await _given.Check.RunAsync(account.UserName!, GivenAccounts.Password, default))!.NeedsKey);
    }

    [Fact, Trait("Rule", "AC-01")]
    public async Task Open_KeepsTheConsentWithItsVersionAndDate()
    {
        var account = await _given.WaitingAsync();

        await using var db = _database.CreateDbContext();
        var consent = await db.TermsConsents.SingleAsync(c => c.AccountId == account.Id);
        Assert.Equal((Terms.Portal, PortalTerms.CurrentVersion, _clock.UtcNow()), (consent.Terms, consent.Version, consent.ConsentedAt));
    }

    [Fact, Trait("Rule", "AC-05")]
    public async Task Open_ByAPersonWithAnAccount_AnswersTheSameAndTellsTheAccountsOwnAddress()
    {
        var (_, number) = await _given.RegisteredAsync();
        await _given.Open.RunAsync(GivenAccounts.Form(number), default);
        var account = await OnlyAccountAsync();
        await _given.Activate.RunAsync(new(account, await _given.KeyAsync(account)), default);

        var again = await _given.Open.RunAsync(GivenAccounts.Form(number, "somebody-else@example.com", SeekerServices.Provision), default);

        Assert.Null(again);
        Assert.Equal(account, await OnlyAccountAsync());
        var mail = Assert.Single(await MailsAsync(), m => m.Kind is MailKind.AccountAlreadyOpen);
        Assert.Equal((account, null), (mail.RecipientAccountId, mail.Address));
    }

    [Fact, Trait("Rule", "AC-05")]
    public async Task Open_Again_BeforeTheKey_ReplacesAddressPasswordAndKeyOfTheSameAccount()
    {
        var (_, number) = await _given.RegisteredAsync();
        await _given.Open.RunAsync(GivenAccounts.Form(number, "typo@example.jp"), default);
        var account = await OnlyAccountAsync();
        var first = await _given.KeyAsync(account);

        await _given.Open.RunAsync(GivenAccounts.Form(number, "right@example.jp"), default);

        Assert.Equal(account, await OnlyAccountAsync());
        Assert.Equal(KeyRefusal.Replaced, (await _given.Activate.RunAsync(new(account, first), default)).Refusal);
        Assert.Null((await _given.Activate.RunAsync(new(account, await _given.KeyAsync(account)), default)).Refusal);
        await using var db = _database.CreateDbContext();
        Assert.Equal("right@example.jp", (await db.Users.SingleAsync()).Email);
    }

    [Fact, Trait("Rule", "AC-05"), Trait("Category", "Slow")]
    public async Task Open_FiftyAtOnceForOnePerson_LeavesOneAccount()
    {
        var (_, number) = await _given.RegisteredAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => _given.Open.RunAsync(GivenAccounts.Form(number, $"a{i}@example.jp"), default))));

        Assert.Equal(5, answers.Count(a => a is null));
        Assert.Equal(45, answers.Count(a => a is OpeningRefusal.TooOften));
        await OnlyAccountAsync();
    }

    [Fact, Trait("Rule", "AC-01")]
    public async Task Open_WithAWrongNumberOrBirthDateOrAnEndedRegistration_GetsOneAnswerAndNoMail()
    {
        var (_, number) = await _given.RegisteredAsync();
        var form = GivenAccounts.Form(number);

        var birth = await _given.Open.RunAsync(form with { BirthDate = new(1990, 4, 2) }, default);
        var unknown = await _given.Open.RunAsync(form with { Number = "13010-99999999" }, default);
        var shapeless = await _given.Open.RunAsync(form with { Number = "番号" }, default);
        _clock.Advance(TimeSpan.FromDays(120));
        var ended = await _given.Open.RunAsync(form, default);

        Assert.All([birth, unknown, shapeless, ended], answer => Assert.Equal(OpeningRefusal.NotFound, answer));
        Assert.Empty(await MailsAsync());
    }

    [Fact, Trait("Rule", "AC-04")]
    public async Task Open_TriedMoreThanFiveTimesForANumber_IsHeldOffForAnHour_KnownOrNot()
    {
        var (_, number) = await _given.RegisteredAsync();
        foreach (var typed in new[] { number.Value, "13010-99999998" })
        {
            var form = GivenAccounts.Form(number) with { Number = typed, BirthDate = new(1971, 1, 1) };
            for (var i = 0; i < 5; i++)
                Assert.Equal(OpeningRefusal.NotFound, await _given.Open.RunAsync(form, default));

            Assert.Equal(OpeningRefusal.TooOften, await _given.Open.RunAsync(form, default));
            // A restart or another connection starts no new count: it stands in the database.
            Assert.Equal(OpeningRefusal.TooOften, await new OpenSeekerAccount(_database, GivenAccounts.Hasher, _clock).RunAsync(form with { Network = "198.51.100.7" }, default));
        }

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await _given.Open.RunAsync(GivenAccounts.Form(number), default));
    }

    [Fact, Trait("Rule", "PV-01")]
    public async Task Open_OfProvisionWithoutTheWish_SaysToAskTheOffice()
    {
        var (_, number) = await _given.RegisteredAsync(ProvisionChoice.Neither);

        Assert.Equal(OpeningRefusal.ProvisionNotWished, await _given.Open.RunAsync(GivenAccounts.Form(number, service: SeekerServices.Provision), default));
        Assert.Equal(OpeningRefusal.TermsNotAgreed, await _given.Open.RunAsync(GivenAccounts.Form(number) with { Agreed = false }, default));
    }

    [Fact, Trait("Rule", "AC-01")]
    public async Task Office_OpensItsAccountWithTheCodeOnce_AndActsForTheOfficeAfterTheKey()
    {
        var (office, number) = await OfficeAsync();
        var code = await new IssueOfficeCode(_database, _clock).RunAsync(new(number), default);
        var open = new OpenEmployerAccount(_database, GivenAccounts.Hasher, _clock);
        var form = new OpenEmployerAccount.Command(number.Value, code!, "jinji@example.jp", GivenAccounts.Password, true, "192.0.2.1");

        Assert.Equal(OpeningRefusal.NotFound, await open.RunAsync(form with { Code = "2222-2222-2222" }, default));
        Assert.Null(await open.RunAsync(form with { Code = code!.ToLowerInvariant().Replace("-", " ") }, default));
        var account = await OnlyAccountAsync(a => a.ActivatedAt == null);
        Assert.Null((await new ActivateEmployerAccount(_database, _clock).RunAsync(new(account, await _given.KeyAsync(account)), default)).Refusal);

        Assert.Equal(OpeningRefusal.NotFound, await open.RunAsync(form, default));
        await using var db = _database.CreateDbContext();
        Assert.True(await db.OfficeMembers.AnyAsync(m => m.AccountId == account && m.OfficeId == office));
        Assert.DoesNotContain(await db.RegistrationCodes.Select(c => c.Hash).ToListAsync(), hash => hash.Contains(code!.Replace("-", "")));
    }

    [Theory, Trait("Rule", "AC-01")]
    [InlineData(-1, null)]
    [InlineData(0, OpeningRefusal.NotFound)]
    public async Task RegistrationCode_LivesFourteenDaysToTheTick(long tick, OpeningRefusal? expected)
    {
        var (_, number) = await OfficeAsync();
        var code = await new IssueOfficeCode(_database, _clock).RunAsync(new(number), default);
        _clock.Advance(RegistrationCode.Lifetime + TimeSpan.FromTicks(tick));

        var answer = await new OpenEmployerAccount(_database, GivenAccounts.Hasher, _clock).RunAsync(new(number.Value, code!, "jinji@example.jp", GivenAccounts.Password, true, "192.0.2.1"), default);

        Assert.Equal(expected, answer);
    }

    private async Task<(OfficeId Office, OfficeNumber Number)> OfficeAsync()
    {
        var employer = await new Given(_database, _clock).EmployerAsync();
        await using var db = _database.CreateDbContext();
        return (employer.Office, (await db.Offices.SingleAsync(o => o.Id == employer.Office)).Number);
    }

    private async Task<Guid> OnlyAccountAsync(System.Linq.Expressions.Expression<Func<Account, bool>>? which = null)
    {
        await using var db = _database.CreateDbContext();
        return await db.Users.Where(which ?? (_ => true)).Select(a => a.Id).SingleAsync();
    }

    private async Task<List<OutboxMail>> MailsAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.OutboxMails.OrderBy(m => m.CreatedAt).ThenBy(m => m.Kind).ToListAsync();
    }

    private async Task<bool> AnySeekerHasAsync(Guid account)
    {
        await using var db = _database.CreateDbContext();
        return (await db.Seekers.ToListAsync()).Exists(s => s.AccountId == account && s.HasMyPage);
    }
}
