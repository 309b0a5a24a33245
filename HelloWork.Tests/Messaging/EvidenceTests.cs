using System.Text;
using HelloWork.Blazor.Commands;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Messaging;

public sealed class EvidenceTests : IAsyncLifetime
{
    private const string Reply = "くわしい条件を教えてください。";

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private ProviderActor _provider = null!;
    private GivenSeeker _seeker = null!;
    private ConversationId _talk;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _provider = await _given.ProviderAsync();
        _seeker = await _given.ProvidedSeekerAsync();
        _talk = await GivenMessages.ConversationAsync(_database, _clock, _provider, _seeker);
        _clock.Advance(TimeSpan.FromHours(1));
        await new OpenConversation(_database, _clock).RunAsync(new OpenConversation.BySeeker(_seeker.Provision, _talk), default);
        await new SendProvisionMessage(_database, _clock).RunAsync(new SendProvisionMessage.Reply(_seeker.Provision, _talk, Guid.NewGuid(), Reply), default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "OV-04")]
    public async Task Export_HasEveryMessage_WithTimesInJapanAndUtc_StatesAndDisclosures()
    {
        var evidence = (await ExportAsync())!;

        Assert.Equal([MessageKind.Guidance, MessageKind.Reply], evidence.Messages.Select(m => m.Kind));
        var (guidance, reply) = (evidence.Messages[0], evidence.Messages[1]);
        Assert.Equal((GivenMessages.Subject, GivenMessages.Body, Reply), (guidance.Subject, guidance.Body, reply.Body));
        Assert.Equal(new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc), guidance.SentAt.Utc);
        Assert.Equal("2026-03-22T14:05:00.0000000+09:00", guidance.SentAt.Japan.ToString("O"));
        Assert.Equal(_clock.UtcNow(), guidance.ReadAt!.Utc);
        Assert.Null(reply.ReadAt);
        Assert.Equal(("2025年度の就職者数 100人", FeeKind.NoneFromSeekers), (guidance.Disclosures!.PlacementRecord, guidance.Disclosures.Fee));
        Assert.DoesNotContain("青木", Encoding.UTF8.GetString(evidence.ToJson()));
        Assert.Empty(evidence.Faults());
    }

    [Fact, Trait("Rule", "OV-04")]
    public async Task TheSameConversation_HasTheSameHead_WheneverExported_UntilOneMoreMessageComes()
    {
        var first = (await ExportAsync())!;
        _clock.Advance(TimeSpan.FromDays(2));
        var second = (await ExportAsync())!;
        await new SendProvisionMessage(_database, _clock).RunAsync(new SendProvisionMessage.Reply(_seeker.Provision, _talk, Guid.NewGuid(), "もう一つ伺います。"), default);

        Assert.Equal(first.Head, second.Head);
        Assert.NotEqual(first.ExportedAt, second.ExportedAt);
        Assert.NotEqual(first.Head, (await ExportAsync())!.Head);
    }

    [Fact, Trait("Rule", "OV-04"), Trait("Rule", "MS-07")]
    public async Task TheProcedure_StaysHiddenUntilTheWish_WithoutChangingTheChain()
    {
        var before = (await ExportAsync())!;
        await using var db = _database.CreateDbContext();
        var procedure = (await db.Messages.SingleAsync(m => m.Disclosures != null)).Disclosures!.ApplicationProcedure;

        Assert.DoesNotContain(procedure, Encoding.UTF8.GetString(before.ToJson()));
        var whole = before with { Messages = [before.Messages[0] with { Disclosures = before.Messages[0].Disclosures! with { ApplicationProcedure = procedure } }, before.Messages[1]] };
        Assert.Empty(whole.Faults());
        Assert.NotEmpty((whole with { Messages = [whole.Messages[0] with { Disclosures = whole.Messages[0].Disclosures! with { ApplicationProcedure = "来てください。" } }, whole.Messages[1]] }).Faults());
    }

    [Fact, Trait("Rule", "OV-04")]
    public async Task SomebodyElsesConversation_AndOneNobodyReported_ArentExported()
    {
        var other = await _given.ProvidedSeekerAsync();

        Assert.Null(await new ExportConversation(_database, _clock).RunAsync(new(other.Provision, _talk, EvidenceForm.File), default));
        Assert.Null(await new ExportReportedConversation(_database, _clock).RunAsync(new ExportReportedConversation.ByCounselor(await _given.CounselorAsync(), _talk, EvidenceForm.File), default));
        Assert.Null(await new ExportReportedConversation(_database, _clock).RunAsync(new ExportReportedConversation.ByOfficer(await _given.BureauOfficerAsync(), _talk, EvidenceForm.File), default));
        await Assert.ThrowsAsync<NotAllowedException>(() => new ExportReportedConversation(_database, _clock).RunAsync(new ExportReportedConversation.ByOfficer(new BureauActor(_seeker.Account), _talk, EvidenceForm.File), default));
        await using var db = _database.CreateDbContext();
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Act.StartsWith("Export")));
    }

    [Fact, Trait("Rule", "OV-04")]
    public async Task AReportedConversation_IsReadByTheOfficeThatTookTheReport_AndByTheBureau()
    {
        await new ReportProvider(_database, _clock).RunAsync(new(_seeker.Provision, _talk, new ComplaintId(NewId.Next()), ViolationKind.UnrelatedAdvertising, "関係のない宣伝が届きました。", []), default);
        var export = new ExportReportedConversation(_database, _clock);

        var office = await export.RunAsync(new ExportReportedConversation.ByCounselor(await _given.CounselorAsync(), _talk, EvidenceForm.File), default);
        var bureau = await export.RunAsync(new ExportReportedConversation.ByOfficer(await _given.BureauOfficerAsync(), _talk, EvidenceForm.File), default);

        Assert.Equal(office!.Head, bureau!.Head);
        Assert.Empty(office.Faults());
        Assert.Null(await export.RunAsync(new ExportReportedConversation.ByCounselor(await _given.CounselorAsync("27010"), _talk, EvidenceForm.File), default));
    }

    [Fact, Trait("Rule", "OV-04")]
    public async Task Export_ChangesNoMessage_AndIsRecordedWithItsHead()
    {
        await using (var before = _database.CreateDbContext())
            Assert.Equal(1, await before.Messages.CountAsync(m => m.ReadAt == null));

        var evidence = (await ExportAsync())!;

        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.Messages.CountAsync(m => m.ReadAt == null));
        var row = await db.AuditEntries.SingleAsync(e => e.Act == nameof(ExportConversation));
        Assert.Equal((_seeker.Account, _talk.ToString()), (row.AccountId!.Value, row.RecordId));
        Assert.Contains(evidence.Head, row.Detail);
    }

    [Theory, Trait("Rule", "OV-04")]
    [InlineData("くわしい条件", "くわしい給与", EvidenceFaultKind.MessageChanged, 2)]
    [InlineData("はじめてご連絡", "二度目にご連絡", EvidenceFaultKind.BeginningChanged, 1)]
    [InlineData("見本人材紹介株式会社", "別の会社", EvidenceFaultKind.BeginningChanged, 1)]
    [InlineData("2025年度の就職者数 100人", "2025年度の就職者数 900人", EvidenceFaultKind.BeginningChanged, 1)]
    [InlineData("2026-03-22T15:05:00+09:00", "2026-03-22T16:05:00+09:00", EvidenceFaultKind.TimesDisagree, 1)]
    [InlineData("\"fromSeeker\": true", "\"fromSeeker\": false", EvidenceFaultKind.MessageChanged, 2)]
    public async Task Verify_NamesWhatWasChanged(string old, string put, EvidenceFaultKind kind, int message)
    {
        var file = Encoding.UTF8.GetString((await ExportAsync())!.ToJson());
        Assert.Contains(old, file);

        var read = await ConversationEvidence.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file.Replace(old, put, StringComparison.Ordinal))), default);

        Assert.Contains(new EvidenceFault(kind, message), read!.Faults());
    }

    [Fact, Trait("Rule", "OV-04")]
    public async Task Verify_FindsAMessageTakenOut_AndOneAdded()
    {
        var whole = (await ExportAsync())!;

        Assert.NotEmpty((whole with { Messages = [whole.Messages[0]] }).Faults());
        Assert.NotEmpty((whole with { Messages = [whole.Messages[0]], Head = whole.Messages[0].Hash }).Faults());
        Assert.NotEmpty((whole with { Messages = [.. whole.Messages, whole.Messages[1] with { Number = 3 }] }).Faults());
        Assert.NotEmpty((whole with { Messages = [] }).Faults());
    }

    [Theory, Trait("Rule", "OV-04")]
    [InlineData("\"format\"", "\"note\": \"本物です\", \"format\"")]
    [InlineData("\"body\": \"くわしい", "\"body\": \"\", \"body\": \"くわしい")]
    [InlineData("hellowork-evidence-1", "other-1")]
    [InlineData("{", "[")]
    public async Task AFileWithAnythingMore_IsNoEvidence(string old, string put)
    {
        var file = Encoding.UTF8.GetString((await ExportAsync())!.ToJson());

        Assert.Null(await ConversationEvidence.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file.Replace(old, put, StringComparison.Ordinal))), default));
    }

    [Fact, Trait("Rule", "OV-04")]
    public async Task VerifyCommand_KnowsItsOwnExports_AndTellsThoseMadeAnew()
    {
        var evidence = (await ExportAsync())!;
        var forged = (evidence with { Messages = [evidence.Messages[0], evidence.Messages[1] with { Body = "手数料を払うと言われました。" }] }).Chained();

        var (right, said) = await VerifyAsync(evidence.ToJson());
        Assert.Equal(0, right);
        Assert.Contains("監査記録にあります", said);
        Assert.Equal(2, (await VerifyAsync(forged.ToJson())).Code);
        Assert.Equal(1, (await VerifyAsync(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(evidence.ToJson()).Replace(Reply, "いいえ", StringComparison.Ordinal)))).Code);
        Assert.Equal(1, (await VerifyAsync("{}"u8.ToArray())).Code);
    }

    private Task<ConversationEvidence?> ExportAsync() => new ExportConversation(_database, _clock).RunAsync(new(_seeker.Provision, _talk, EvidenceForm.File), default);

    private async Task<(int Code, string Said)> VerifyAsync(byte[] content)
    {
        var file = Path.Combine(Path.GetTempPath(), "hellowork-tests", $"{Guid.NewGuid():N}.json");
        await File.WriteAllBytesAsync(file, content);
        await using var services = new ServiceCollection().AddLogging().AddPortalTexts().AddSingleton(new FindEvidence(_database)).BuildServiceProvider();
        var said = new StringWriter();
        var code = await VerifyCommand.RunAsync(services, [file], said, said, default);
        File.Delete(file);
        return (code, said.ToString());
    }
}
