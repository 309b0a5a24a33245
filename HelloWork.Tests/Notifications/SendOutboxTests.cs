using System.Collections.Concurrent;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Notifications;

public sealed class SendOutboxTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private readonly Post _post = new();
    private TestDatabase _database = null!;
    private EmployerActor _employer = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _employer = await new Given(_database, _clock).EmployerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Send_HandsEachMailOverOnce_AndNotesItWithAnAuditRow()
    {
        await TellAsync(45);

        Assert.Equal(45, await SendAsync());
        Assert.Equal(0, await SendAsync());

        Assert.Equal(45, _post.Taken.Distinct().Count());
        Assert.Equal(45, _post.Taken.Count);
        await using var db = _database.CreateDbContext();
        Assert.Equal(45, await db.OutboxMails.CountAsync(m => m.SentAt == _clock.UtcNow()));
        Assert.Equal(45, await db.AuditEntries.CountAsync(e => e.Act == nameof(SendOutbox)));
    }

    [Fact]
    public async Task Send_FromSeveralSendersAtOnce_HandsEachMailOverOnce()
    {
        await TellAsync(200);

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(SendAsync)));

        Assert.Equal(200, counts.Sum());
        Assert.Equal(200, _post.Taken.Distinct().Count());
        Assert.Equal(200, _post.Taken.Count);
    }

    [Fact]
    public async Task Send_AfterAChangeThatWasRolledBack_HasNothingToSend()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.WriteAsync<bool>(async db =>
        {
            db.Tell(MailKind.PasswordChanged, _employer.Account, "rolled back", _clock.UtcNow());
            await db.SaveChangesAsync();
            throw new InvalidOperationException("after all");
        }, CancellationToken.None));

        Assert.Equal(0, await SendAsync());
        Assert.Empty(_post.Taken);
    }

    [Fact]
    public async Task Send_WhileTheMailsBelongToAnotherSender_WaitsUntilItsLeaseIsOver()
    {
        await TellAsync(3);
        _post.Fault = _ => throw new OperationCanceledException("killed");
        using var stop = new CancellationTokenSource();
        _post.OnTaking = stop.Cancel;
        await Assert.ThrowsAsync<OperationCanceledException>(() => new SendOutbox(_database, _clock, _post).RunAsync(stop.Token));
        (_post.Fault, _post.OnTaking) = (null, null);

        Assert.Equal(0, await SendAsync());
        _clock.Advance(SendOutbox.LeaseTime - TimeSpan.FromTicks(1));
        Assert.Equal(0, await SendAsync());
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(3, await SendAsync());
    }

    [Fact]
    public async Task Lease_OfAMailThatAnotherSenderTookMeanwhile_IsRefusedByTheDatabase()
    {
        // What SQLite's single writer hides: on SQL Server two senders do see the same mail.
        await TellAsync(1);
        await using var one = _database.CreateDbContext();
        await using var other = _database.CreateDbContext();
        var (seenByOne, seenByOther) = (await one.OutboxMails.SingleAsync(), await other.OutboxMails.SingleAsync());

        seenByOne.Lease(_clock.UtcNow() + SendOutbox.LeaseTime);
        await one.SaveChangesAsync();
        seenByOther.Lease(_clock.UtcNow() + SendOutbox.LeaseTime);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
    }

    [Fact]
    public async Task Send_WhenTheCarrierFails_TriesAgainLaterAndLater_AndGivesUpAfterTheEighthTry()
    {
        await TellAsync(1);
        _post.Fault = _ => throw new IOException("the server is away");
        var waits = new List<double>();
        for (var tries = 1; tries <= OutboxMail.MostTries; tries++)
        {
            Assert.Equal(0, await SendAsync());
            Assert.Equal(tries, _post.Tried);
            await using var db = _database.CreateDbContext();
            var mail = await db.OutboxMails.SingleAsync();
            Assert.Equal("IOException: the server is away", mail.LastError);
            if (tries == OutboxMail.MostTries)
            {
                Assert.Equal(_clock.UtcNow(), mail.GivenUpAt);
                break;
            }
            waits.Add((mail.NextTryAt - _clock.UtcNow()).TotalMinutes);
            _clock.SetUtc(mail.NextTryAt.AddTicks(-1));
            Assert.Equal(0, await SendAsync());
            Assert.Equal(tries, _post.Tried);
            _clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64], waits);
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await SendAsync());
        Assert.Equal(OutboxMail.MostTries, _post.Tried);
    }

    [Fact]
    public async Task Send_WhenOneMailFails_StillHandsOverTheOthers()
    {
        await TellAsync(5);
        var bad = Guid.Empty;
        _post.Fault = mail =>
        {
            if (bad == Guid.Empty)
                bad = mail.Id;
            if (mail.Id == bad)
                throw new FormatException("no text");
        };

        Assert.Equal(4, await SendAsync());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Send_ToAnAccountThatIsDisabledOrHasNoAddress_GivesUpPlainly(bool disabled, bool withoutAddress)
    {
        await TellAsync(1);
        await ChangeAccountAsync(disabled, withoutAddress);

        Assert.Equal(0, await SendAsync());

        Assert.Equal(0, _post.Tried);
        await using var db = _database.CreateDbContext();
        var mail = await db.OutboxMails.SingleAsync();
        Assert.Equal((_clock.UtcNow(), disabled ? "the account is disabled" : "the account has no address"), (mail.GivenUpAt!.Value, mail.LastError));
    }

    [Fact]
    public async Task Send_OfTheNewsThatTheAccountIsDisabled_ReachesTheDisabledAccount()
    {
        await _database.WriteAsync(db =>
        {
            db.Tell(MailKind.AccountDisabled, _employer.Account, "now", _clock.UtcNow());
            return Task.FromResult(true);
        }, CancellationToken.None);
        await ChangeAccountAsync(disabled: true, withoutAddress: false);

        Assert.Equal(1, await SendAsync());
    }

    [Fact]
    public async Task Tell_TheSameThingTwice_IsRefusedByTheDatabase()
    {
        await TellAsync(1);

        await Assert.ThrowsAsync<DbUpdateException>(async () =>
        {
            await using var db = _database.CreateDbContext();
            db.Tell(MailKind.PasswordChanged, _employer.Account, 0, _clock.UtcNow());
            await db.SaveChangesAsync();
        });
    }

    private Task<int> SendAsync() => new SendOutbox(_database, _clock, _post).RunAsync(CancellationToken.None);

    private Task TellAsync(int mails) => _database.WriteAsync(db =>
    {
        for (var i = 0; i < mails; i++)
            db.Tell(MailKind.PasswordChanged, _employer.Account, i, _clock.UtcNow());
        return Task.FromResult(true);
    }, CancellationToken.None);

    private async Task ChangeAccountAsync(bool disabled, bool withoutAddress)
    {
        await using var db = _database.CreateDbContext();
        var account = await db.Users.SingleAsync(a => a.Id == _employer.Account);
        if (disabled)
            account.Disable(_clock.UtcNow());
        if (withoutAddress)
            account.Email = null;
        await db.SaveChangesAsync();
    }

    private sealed class Post : IMailPost
    {
        private int _tried;

        public ConcurrentBag<Guid> Taken { get; } = [];
        public int Tried => _tried;
        public Action<OutgoingMail>? Fault { get; set; }
        public Action? OnTaking { get; set; }

        public Task<bool> HandOverAsync(OutgoingMail mail, CancellationToken ct)
        {
            Interlocked.Increment(ref _tried);
            OnTaking?.Invoke();
            Fault?.Invoke(mail);
            Taken.Add(mail.Id);
            return Task.FromResult(true);
        }
    }
}
