using System.Text;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Audit;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Audit;

public sealed partial class AuditTrailTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private BureauActor _officer = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _officer = await _given.BureauOfficerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "OV-05")]
    public async Task Search_FindsByPerson_ByUserIdAndByName_AndRecordsTheLook()
    {
        var (counselor, other) = (await _given.CounselorAsync(), await _given.EmployerAsync("株式会社青空"));
        await RecordAsync(counselor.Account, "OpenRegistrationRecord", "SeekerRegistration", "a");
        await RecordAsync(other.Account, "SendDirectRequest", "DirectRequest", "b");

        var byId = await SearchAsync(new() { Who = await UserIdAsync(counselor.Account) });
        var byName = await SearchAsync(new() { Who = "青空" });

        Assert.Equal("a", Assert.Single(byId.Lines).RecordId);
        Assert.Equal(("b", "株式会社青空"), (Assert.Single(byName.Lines).RecordId, byName.Lines[0].DisplayName));
        Assert.Equal(AuditFault.NobodyOfThatName, (await SearchAsync(new() { Who = "だれでもない" })).Fault);
        var looks = (await SearchAsync(new() { Act = nameof(SearchAuditTrail) })).Lines;
        Assert.Equal(3, looks.Count);
        Assert.Contains(looks, l => l.RecordId == counselor.Account.ToString() && l.Detail == "person");
        Assert.DoesNotContain(looks, l => l.Detail!.Contains("青空", StringComparison.Ordinal));
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Search_FindsARecord_ByTheNumberPeopleUse()
    {
        var job = await _given.JobAsync(await _given.EmployerAsync());
        var seeker = await _given.SeekerAsync();
        await RecordAsync(null, nameof(EndJobOffers), nameof(JobOffer), job.Id.ToString());
        await RecordAsync(null, nameof(OpenSeekerProfile), nameof(SeekerProfile), seeker.PublicNumber.Value);
        await RecordAsync(null, nameof(EndRegistrations), nameof(SeekerRegistration), seeker.Registration.ToString());

        var line = Assert.Single((await SearchAsync(new() { Record = $" {job.Number} " })).Lines);

        Assert.Equal((nameof(EndJobOffers), job.Number.Value), (line.Act, line.RecordNumber));
        Assert.Equal(nameof(OpenSeekerProfile), Assert.Single((await SearchAsync(new() { Record = seeker.PublicNumber.Value })).Lines).Act);
        Assert.Equal(nameof(EndRegistrations), Assert.Single((await SearchAsync(new() { Record = seeker.Registration.ToString() })).Lines).Act);
        Assert.Empty((await SearchAsync(new() { Record = "13010-99999999" })).Lines);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Search_ByDays_TakesJapaneseDaysFromBothEnds()
    {
        foreach (var (day, hour, minute) in new[] { (21, 23, 59), (22, 0, 0), (23, 23, 59), (24, 0, 0) })
        {
            _clock.SetJapan(2026, 3, day, hour, minute);
            await RecordAsync(null, nameof(LapseDirectRequests), nameof(DirectRequest), $"{day}-{hour}");
        }

        var found = await SearchAsync(new() { From = new(2026, 3, 22), To = new(2026, 3, 23), WithoutPerson = true });

        Assert.Equal(["23-23", "22-0"], found.Lines.Select(l => l.RecordId));
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Pages_FollowEachOther_WithoutLosingOrRepeatingARow_EvenWithinOneInstant()
    {
        await _database.WriteAsync(db =>
        {
            for (var i = 0; i < 2 * SearchAuditTrail.PageSize + 7; i++)
                db.Record(_clock.UtcNow(), null, nameof(EndJobOffers), nameof(JobOffer), $"{i}");
            return Task.FromResult(0);
        }, default);
        var seen = new List<long>();
        AuditPlace? place = null;
        do
        {
            var page = await SearchAsync(new() { Act = nameof(EndJobOffers) }, place);
            seen.AddRange(page.Lines.Select(l => l.Id));
            Assert.Equal(2 * SearchAuditTrail.PageSize + 7, page.Count);
            place = page.Older is { } older && AuditPlace.TryParse(older.ToString(), out var parsed) ? parsed : null;
        } while (place is not null);

        Assert.Equal(2 * SearchAuditTrail.PageSize + 7, seen.Count);
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task OnlyABureauOfficer_SearchesAndExports()
    {
        var counselor = new BureauActor((await _given.CounselorAsync()).Account);

        await Assert.ThrowsAsync<NotAllowedException>(() => new SearchAuditTrail(_database, _clock).RunAsync(new(counselor, new()), default));
        await Assert.ThrowsAsync<NotAllowedException>(() => new ExportAuditTrail(_database, _clock).RunAsync(new(counselor, new()), default));
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Export_HandsOutAllRowsOfTheSearch_SafeForSpreadsheets_AndIsItselfRecorded()
    {
        await _database.WriteAsync(db =>
        {
            for (var i = 0; i < 2005; i++)
                db.Record(_clock.UtcNow(), null, nameof(EndJobOffers), nameof(JobOffer), $"{i}", i == 0 ? "=HYPERLINK(\"http://x\",\"y\")" : null);
            db.Record(_clock.UtcNow(), null, nameof(LapseDirectRequests), nameof(DirectRequest), "other");
            return Task.FromResult(0);
        }, default);

        var lines = await new ExportAuditTrail(_database, _clock).RunAsync(new(_officer, new() { Act = nameof(EndJobOffers) }), default);
        using var file = new MemoryStream();
        await AuditCsv.WriteAsync(file, lines!, Texts(), default);

        Assert.Equal([0xEF, 0xBB, 0xBF], file.ToArray()[..3]);
        var written = Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2006, written.Length);
        Assert.StartsWith("番号,日時（日本時間）", written[0]);
        Assert.Contains("2026-03-22 14:05:00.000,2026-03-22T05:05:00.0000000Z,,,期限の過ぎた求人を終了,EndJobOffers,求人", written[^1]);
        Assert.EndsWith("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", written[^1]);
        var export = Assert.Single((await SearchAsync(new() { Act = nameof(ExportAuditTrail) })).Lines);
        Assert.Contains("act EndJobOffers", export.Detail);
    }

    [Theory, Trait("Rule", "OV-05")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a=1", "a=1")]
    [InlineData(null, "")]
    public void Cell_IsNeverAFormula(string? value, string cell) => Assert.Equal(cell, Csv.Cell(value));

    [Fact, Trait("Rule", "OV-05")]
    public void EveryVerbThatRecords_AndEveryRecordType_HasAJapaneseName()
    {
        var texts = Texts();
        var sources = new[] { "HelloWork.Domain", "HelloWork.Blazor" }.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Repository.Root, p), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var recorded = sources.SelectMany(s => Recorded().Matches(s)).ToList();

        Assert.True(recorded.Count > 60, $"{recorded.Count} calls found.");
        var acts = recorded.Select(m => m.Groups["act"].Value).Concat([nameof(OpenSeekerProfile), nameof(Domain.Seekers.Provision.OpenProvidedProfile), nameof(Domain.Jobs.Import.ImportJobOffers)]);
        var unnamed = acts.Where(a => a.Length > 0).Select(a => $"Act.{a}").Concat(recorded.Select(m => m.Groups["type"].Value).Where(t => t.Length > 0).Select(t => $"Record.{t}"))
            .Distinct().Where(key => texts[key].ResourceNotFound);
        Assert.Empty(unnamed);
    }

    /// <summary>Verbs that write and leave no row in the trail, each with its reason.</summary>
    private static readonly Dictionary<string, string> Unrecorded = new()
    {
        ["SealAudit"] = "its seals are part of the trail",
        ["SearchProvidedSeekers"] = "gives a provider its own number of a seeker",
        ["SaveRequestDraft"] = "a draft", ["SaveApplicationDraft"] = "a draft", ["SaveProvisionDraft"] = "a draft", ["SaveJobDraft"] = "a draft",
        ["StartJobDraft"] = "a draft", ["DiscardJobDraft"] = "a draft", ["SaveCheckComments"] = "a draft of what is sent back", ["DeskDraft"] = "a draft", ["GuidanceDrafts"] = "a draft", ["FormDrafts"] = "a draft",
        ["RefreshJobColumns"] = "derives columns anew from a card that stays as it is",
        ["RemoveOldSearchAlerts"] = "forgets what was told sixty days ago, as its search still says",
        ["RefreshSeekerColumns"] = "derives columns anew from a statement that stays as it is",
        ["UseSession"] = "the last use, to the minute", ["OpenConversation"] = "the reader's mark that it was read, which the message keeps with its time",
    };

    [Fact, Trait("Rule", "OV-05")]
    public void EveryVerbThatWrites_Records()
    {
        var offences = Directory.EnumerateFiles(Path.Combine(Repository.Root, "HelloWork.Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains("Data", StringComparison.Ordinal))
            .Select(f => (Name: Path.GetFileNameWithoutExtension(f), Text: File.ReadAllText(f)))
            .Where(f => f.Text.Contains("RunAsync(", StringComparison.Ordinal) && Writes().IsMatch(f.Text) && !Records().IsMatch(f.Text))
            .Select(f => f.Name).Where(name => !Unrecorded.ContainsKey(name));

        Assert.Empty(offences);
    }

    [GeneratedRegex(@"\.Record(?:OpeningAsync)?\((?:[^;]*?)(?:nameof\((?<act>\w+)\)|verb),\s*(?:nameof\((?<type>\w+)\)|""(?<type>\w+)"")", RegexOptions.Singleline)] private static partial Regex Recorded();
    [GeneratedRegex(@"contexts\.(WriteAsync|SweepAsync)\(")] private static partial Regex Writes();
    [GeneratedRegex(@"\.Record(?:OpeningAsync)?\(|CountOpeningAsync\(|new ImportBatch\(|RecordEvidence\(")] private static partial Regex Records();

    private Task<SearchAuditTrail.Result> SearchAsync(AuditFilter filter, AuditPlace? before = null) => new SearchAuditTrail(_database, _clock).RunAsync(new(_officer, filter, before), default);

    private Task<int> RecordAsync(Guid? account, string act, string type, string record) => _database.WriteAsync(db =>
    {
        db.Record(_clock.UtcNow(), account, act, type, record);
        return Task.FromResult(0);
    }, default);

    private async Task<string> UserIdAsync(Guid account)
    {
        await using var db = _database.CreateDbContext();
        return await db.Users.Where(a => a.Id == account).Select(a => a.UserName!).SingleAsync();
    }

    private static IStringLocalizer<AuditText> Texts() =>
        new ServiceCollection().AddLogging().AddPortalTexts().BuildServiceProvider().GetRequiredService<IStringLocalizer<AuditText>>();
}
