using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Notifications;

/// <summary>kill -9 between the carrier's «taken» and the note in the database: the one moment at which a mail can go out twice.</summary>
[Trait("Category", "Slow")]
public sealed class KilledSenderTests : IAsyncLifetime
{
    private const int Mails = 60;

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private string _carried = "";

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _carried = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.carried");
        var employer = await new Given(_database, _clock).EmployerAsync();
        await _database.WriteAsync(db =>
        {
            for (var i = 0; i < Mails; i++)
                db.Tell(MailKind.PasswordChanged, employer.Account, i, _clock.UtcNow());
            return Task.FromResult(true);
        }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        File.Delete(_carried);
    }

    [Fact]
    public async Task Send_InAProcessKilledAgainAndAgain_LosesNoMail_AndDoublesOnlyTheOneAtEachKill()
    {
        int[] kills = [1, 3, 22];
        foreach (var mails in kills)
        {
            await using (var sender = Start())
                await sender.KillAtAsync(mails);
            _clock.Advance(SendOutbox.LeaseTime);
        }
        // The mail at which each was killed is out, but nobody knows.
        Assert.Equal(kills.Sum() - kills.Length, await SentAsync());

        await using (var last = Start())
            await last.EndedAsync();

        var carried = await File.ReadAllLinesAsync(_carried);
        Assert.Equal(Mails, carried.Distinct().Count());
        Assert.Equal(Mails + kills.Length, carried.Length);
        Assert.All(carried.GroupBy(id => id), mail => Assert.InRange(mail.Count(), 1, 2));
        Assert.Equal(Mails, await SentAsync());
        await using var db = _database.CreateDbContext();
        Assert.Equal(Mails, await db.AuditEntries.CountAsync(e => e.Act == nameof(SendOutbox)));
    }

    /// <summary>The other process: a carrier that writes each mail into a file and says so before it returns.</summary>
    public static async Task<int> SendInThisProcessAsync(string[] args)
    {
        var clock = new TestClock(new DateTime(long.Parse(args[1])));
        await new SendOutbox(TestDatabase.Open(args[0]), clock, new FilePost(args[2])).RunAsync(CancellationToken.None);
        return 0;
    }

    private OtherProcess Start() => OtherProcess.Start("send-mail", _database.Address, _clock.GetUtcNow().UtcTicks.ToString(), _carried);

    private async Task<int> SentAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.OutboxMails.CountAsync(m => m.SentAt != null);
    }

    private sealed class FilePost(string file) : IMailPost
    {
        public Task<bool> HandOverAsync(OutgoingMail mail, CancellationToken ct)
        {
            File.AppendAllText(file, $"{mail.Id}\n");
            OtherProcess.SayAndWait("carried");
            return Task.FromResult(true);
        }
    }
}
