using System.Text;
using HelloWork.Blazor.Commands;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Import;
using HelloWork.Tests.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Commands;

public sealed class ImportCommandTests : ImportTest
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task AllIn_EndsWithNought()
    {
        Assert.Equal(0, await RunAsync(ImportFixture.Xml(Record()), "--publish"));

        Assert.Contains("新しく入れた求人", _output.ToString());
        Assert.NotNull(await Import.FindAsync("13010-00000101"));
    }

    [Fact]
    public async Task SomeRefused_EndsWithTwo_AndNamesLineFieldValueAndReason()
    {
        Assert.Equal(2, await RunAsync(ImportFixture.Xml(Record(), Record("13010-00000102", ("kjyukoymd", "来月")))));

        Assert.Matches("18行目　求人番号 13010-00000102　求人有効年月日（kjyukoymd）「来月」　日付として読めません。", _output.ToString());
    }

    [Fact]
    public async Task ARefusedFile_EndsWithOne_AndSaysWhyOnTheErrorOutput()
    {
        Assert.Equal(1, await RunAsync("<kyujin><data>"));

        Assert.Contains("XML の形がこわれています", _error.ToString());
        Assert.Equal("", _output.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("jobs")]
    [InlineData("seekers", "file.xml")]
    [InlineData("jobs", "--force")]
    [InlineData("jobs", "a.xml", "b.xml")]
    public async Task WithoutOneFile_ItSaysHowItIsUsed(params string[] args)
    {
        Assert.Equal(1, await ImportJobs.RunAsync(Services(), args, _output, _error, errorIsTerminal: false, CancellationToken.None));

        Assert.Contains("import jobs ファイル [--publish]", _error.ToString());
    }

    [Fact]
    public async Task ARelativeFile_IsTakenFromTheCallersFolder()
    {
        Assert.Equal(1, await ImportJobs.RunAsync(Services(), ["jobs", "no-such-file.xml"], _output, _error, errorIsTerminal: false, CancellationToken.None));
        Assert.Contains("no-such-file.xml は取り込みませんでした。ファイルが見つかりません", _error.ToString());

        var file = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetTempFileName());
        await File.WriteAllTextAsync(file, ImportFixture.Csv(Record()));
        Assert.Equal(0, await ImportJobs.RunAsync(Services(), ["jobs", file], _output, _error, errorIsTerminal: false, CancellationToken.None));
        File.Delete(file);
    }

    [Fact]
    public async Task WhereSomebodyWatches_ABarIsDrawn_AndTakenAwayAgain()
    {
        await RunAsync(ImportFixture.Xml(Record()), terminal: true);

        Assert.Contains("[########################]", _error.ToString());
        Assert.EndsWith("\r\u001b[K", _error.ToString());
    }

    [Fact]
    public void EveryReason_HasItsText()
    {
        var text = Services().GetRequiredService<IStringLocalizer<CommandsText>>();
        string[] keys =
        [
            .. Enum.GetNames<FileRefusal>().Select(n => $"FileRefusal.{n}"), .. Enum.GetNames<RecordRefusal>().Select(n => $"RecordRefusal.{n}"),
            .. Enum.GetNames<ImportRemark>().Select(n => $"ImportRemark.{n}"),
        ];

        Assert.All(keys, key => Assert.False(text[key].ResourceNotFound, key));
    }

    [Theory]
    [InlineData("jobs-api2.xml", 240)]
    [InlineData("jobs.csv", 40)]
    [InlineData("jobs.sjis.csv", 40)]
    public async Task TheSamples_GoInAsTheyAre_AndChangeNothingASecondTime(string name, int records)
    {
        AtSampleDay();
        var source = ImportSource.File(Sample(name));

        var first = await Import.ImportAsync(source, publish: true);
        var second = await Import.ImportAsync(source, publish: true);

        Assert.Empty(first.Refused);
        Assert.Equal((records, 0, 0), (first.Result.Added, first.Result.Remarks.Count, first.Result.UnknownTags.Count));
        Assert.Equal(records, second.Result.Unchanged);
        await using var db = Import.Db();
        Assert.True(await db.JobOffers.CountAsync(j => j.AcceptsSelfApplication) > records / 3);
        Assert.True((await db.JobOffers.Select(j => j.OccupationCode).Distinct().CountAsync()) > records / 8);
    }

    [Fact]
    public async Task TheSampleWithErrors_ShowsEveryKindOfRefusal()
    {
        AtSampleDay();
        var outcome = await Import.ImportAsync(ImportSource.File(Sample("jobs-with-errors.csv")));

        // Two kinds need an XML file, three a database with the offer in it; the samples' README shows how to see those.
        RecordRefusal[] elsewhere = [RecordRefusal.TagTwice, RecordRefusal.NotPlainText, RecordRefusal.OfferEnded, RecordRefusal.OtherOffice];
        Assert.Equal(
            Enum.GetValues<RecordRefusal>().Except(elsewhere).Order(), outcome.Refused.SelectMany(r => r.Problems).Select(p => p.Refusal).Distinct().Order());
        Assert.Equal(2, outcome.Result.Added);
    }

    private static string Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "samples")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("samples");
        return Path.Combine(folder.FullName, "samples", name);
    }

    // The day the samples were made for.
    private void AtSampleDay() => Import.Clock.SetJapan(2026, 11, 20, 10);

    private async Task<int> RunAsync(string content, string? option = null, bool terminal = false)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content, new UTF8Encoding(false));
        string[] args = option is null ? ["jobs", file] : ["jobs", file, option];
        var code = await ImportJobs.RunAsync(Services(), args, _output, _error, terminal, CancellationToken.None);
        File.Delete(file);
        return code;
    }

    private ServiceProvider Services() =>
        new ServiceCollection().AddLogging().AddPortalTexts()
            .AddSingleton<TimeProvider>(Import.Clock)
            .AddSingleton<IDbContextFactory<HelloWorkDbContext>>(Import.Database)
            .AddTransient<DatabaseMigration>().AddTransient<RefreshJobColumns>().AddTransient<Domain.Seekers.RefreshSeekerColumns>().AddTransient<QueueWaitingWork>()
            .AddTransient<ImportJobOffers>()
            .BuildServiceProvider();
}
