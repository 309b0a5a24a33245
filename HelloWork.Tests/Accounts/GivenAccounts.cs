using HelloWork.Domain.Accounts;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HelloWork.Tests.Accounts;

/// <summary>Accounts being opened: a seeker Hello Work knows, the form they fill in, and the key that a mail would bring.</summary>
public sealed class GivenAccounts(TestDatabase database, TestClock clock)
{
    public const string Password = "朝は五時に起きて川まで歩く習慣です";
    public static readonly DateOnly BirthDate = new(1990, 4, 1);
    private readonly Given _given = new(database, clock);

    /// <summary>Quick: what is tested here isn't how long hashing takes.</summary>
    public static IPasswordHasher<Account> Hasher { get; } = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));

    public OpenSeekerAccount Open => new(database, Hasher, clock);
    public ActivateSeekerAccount Activate => new(database, clock);
    public DrawAuthenticationKey Draw => new(database, clock);
    public CheckPassword Check => new(database, Hasher, clock);

    /// <summary>Registered at Hello Work, with no account.</summary>
    public async Task<(SeekerId Seeker, RegistrationNumber Number)> RegisteredAsync(ProvisionChoice choice = ProvisionChoice.Both)
    {
        var seeker = await _given.SeekerAsync(myPage: false);
        await using var db = database.CreateDbContext();
        var registration = await db.SeekerRegistrations.SingleAsync(r => r.Id == seeker.Registration);
        registration.RecordConsents(true, choice);
        await db.SaveChangesAsync();
        return (seeker.Id, registration.Number);
    }

    public static OpenSeekerAccount.Command Form(RegistrationNumber number, string email = "hanako@example.jp", SeekerServices service = SeekerServices.MyPage) =>
        new(service, number.Value, BirthDate, email, Password, Agreed: true, Network: "192.0.2.1");

    /// <summary>Opened by the form; the key hasn't been drawn.</summary>
    public async Task<Account> WaitingAsync(SeekerServices service = SeekerServices.MyPage)
    {
        var (seeker, number) = await RegisteredAsync();
        Assert.Null(await Open.RunAsync(Form(number, service: service), default));
        await using var db = database.CreateDbContext();
        return await db.Users.SingleAsync(a => db.SeekerAccountOpenings.Any(o => o.SeekerId == seeker && o.AccountId == a.Id));
    }

    public async Task<string> KeyAsync(Guid account, KeyPurpose purpose = KeyPurpose.Opening) => (await Draw.RunAsync(new(account, purpose), default))!.Written;

    /// <summary>In use, with this user ID and <see cref="Password"/>.</summary>
    public async Task<Account> InUseAsync()
    {
        var account = await WaitingAsync();
        Assert.Null((await Activate.RunAsync(new(account.Id, await KeyAsync(account.Id)), default)).Refusal);
        return account;
    }
}
