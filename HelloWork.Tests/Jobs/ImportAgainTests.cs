using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Import;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

/// <summary>The same file again, a changed one, and a run that was stopped.</summary>
public sealed class ImportAgainTests : ImportTest
{
    private static readonly DateOnly Today = new(2026, 3, 22);

    [Theory, Trait("Rule", "JO-01")]
    [InlineData(false, JobOfferStatus.AwaitingCheck)]
    [InlineData(true, JobOfferStatus.Active)]
    public async Task ANewRecord_AwaitsItsCheck_UnlessItIsToBePublished(bool publish, JobOfferStatus expected)
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()), publish);

        Assert.Equal(expected, (await Import.GetAsync()).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheSameFileAgain_ChangesNothing(bool publish)
    {
        var xml = ImportFixture.Xml(Enumerable.Range(1, 30).Select(i => Record($"13010-{i:00000000}", ("jgshno", $"1301-{600_000 + i / 3:000000}-1"), ("shigoto_ny", $"仕事{i}"))));
        await Import.ImportAsync(xml, publish);
        var before = await EverythingAsync();
        Import.Clock.Advance(TimeSpan.FromHours(5));

        var again = await Import.ImportAsync(xml, publish);

        Assert.Equal((30, 30, 0), (again.Result.Records, again.Result.Unchanged, again.Result.Added + again.Result.Changed + again.Result.OfficesChanged));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task TheSameContentInTheOtherForm_ChangesNothing()
    {
        var record = Record(changes: [("shigoto_ny", "経理と総務"), ("sikg_aplusbkagen", "245,000円")]);
        await Import.ImportAsync(ImportFixture.Xml(record));

        var again = await Import.ImportAsync(ImportFixture.Csv(record), encoding: ImportFixture.ShiftJis);

        Assert.Equal(1, again.Result.Unchanged);
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task AChange_ToOneThatAwaitsItsCheck_IsTakenOver()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()));

        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("sksu", "総務事務"))));

        Assert.Equal((1, 0), (outcome.Result.Changed, outcome.Result.Proposed));
        Assert.Equal(("総務事務", JobOfferStatus.AwaitingCheck), ((await Import.GetAsync()).Title, (await Import.GetAsync()).Status));
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task AChange_ToAPublishedOne_WaitsForItsCheck_AndIsNoNewsASecondTime()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()), publish: true);
        var changed = ImportFixture.Xml(Record(changes: ("sksu", "総務事務")));

        var first = await Import.ImportAsync(changed);
        var second = await Import.ImportAsync(changed);

        var job = await Import.GetAsync();
        Assert.Equal(("経理事務", "総務事務"), (job.Title, job.ProposedCard?.Work.Title));
        Assert.Equal((1, 1), (first.Result.Changed, first.Result.Proposed));
        Assert.Equal((1, 0), (second.Result.Unchanged, second.Result.Changed));
    }

    [Fact, Trait("Rule", "JO-01")]
    public async Task WithPublish_AChangeTakesEffectAtOnce_AndTheProposedOneIsSettled()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()), publish: true);
        var changed = ImportFixture.Xml(Record(changes: [("sksu", "総務事務"), ("shgbsjusho1_c", "27127")]));
        await Import.ImportAsync(changed);

        var outcome = await Import.ImportAsync(changed, publish: true);

        var job = await Import.GetAsync();
        Assert.Equal(("総務事務", null, "27127"), (job.Title, job.ProposedCard, job.Places.Single().MunicipalityCode));
        Assert.Equal((1, 0), (outcome.Result.Changed, outcome.Result.Proposed));
    }

    [Fact]
    public async Task WithPublish_WhatAwaitedItsCheck_IsPublished()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()));

        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record()), publish: true);

        Assert.Equal((1, 0, 0), (outcome.Result.Published, outcome.Result.Changed, outcome.Result.Unchanged));
        Assert.True((await Import.GetAsync()).IsActiveOn(Today));
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task TheDays_AreHelloWorksOwn_AndTakeEffectWithoutACheck()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()), publish: true);

        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("kjyukoymd", "2026/04/10"))));

        var job = await Import.GetAsync();
        Assert.Equal((new DateOnly(2026, 4, 10), null, 1, 0), (job.LastDay, job.ProposedCard, outcome.Result.Changed, outcome.Result.Proposed));
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AnEndedOne_IsLeftAloneWhileItsRecordIsTheSame_AndRefusedWhenItIsnt()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()), publish: true);
        await using (var db = Import.Db())
        {
            (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, Import.Clock.UtcNow());
            await db.SaveChangesAsync();
        }

        var same = await Import.ImportAsync(ImportFixture.Xml(Record()), publish: true);
        var changed = await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("sksu", "総務事務"))), publish: true);

        Assert.Equal((1, 0), (same.Result.Unchanged, same.Result.Refused));
        Assert.Equal(RecordRefusal.OfferEnded, changed.OnlyProblem.Refusal);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AnOldFile_WhoseJobsHavePassedTheirLastDayMeanwhile_ChangesNothing()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()), publish: true);
        Import.Clock.SetJapan(2026, 8, 1);

        var again = await Import.ImportAsync(ImportFixture.Xml(Record(), Record("13010-00000102")), publish: true);

        Assert.Equal(1, again.Result.Unchanged);
        Assert.Equal(RecordRefusal.LastDayPassed, again.OnlyProblem.Refusal);
    }

    [Fact]
    public async Task ANumberOfAnotherOffice_IsRefused()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record()));

        foreach (var title in new[] { "経理事務", "総務事務" })
        {
            var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: [("jgshno", "1301-699999-9"), ("sksu", title)])));
            Assert.Equal((RecordRefusal.OtherOffice, "1301-612345-8"), (outcome.OnlyProblem.Refusal, outcome.OnlyProblem.Limit));
        }
    }

    [Fact]
    public async Task AnOffice_IsWhatTheFirstRecordOfTheFileSays_AndKeepsWhatThatDoesntSay()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record(changes: [("jgshszci", "東京都中野区中野1-0-0"), ("jgshmeikana", "ミホン")])));
        var renamed = ImportFixture.Xml(Record(changes: ("jgshmei", "株式会社新見本")), Record("13010-00000102", ("jgshmei", "株式会社旧見本")));

        var first = await Import.ImportAsync(renamed);
        var second = await Import.ImportAsync(renamed);

        var office = await Import.OfficeOfAsync();
        Assert.Equal(("株式会社新見本", "ミホン", "東京都中野区中野1-0-0"), (office.Name, office.NameKana, office.Address));
        Assert.Equal((1, 0), (first.Result.OfficesChanged, second.Result.OfficesChanged));
    }

    [Fact]
    public async Task EveryAddedAndChangedJobAndOffice_HasItsAuditRow()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record(), Record("13010-00000102")));
        await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("sksu", "総務事務")), Record("13010-00000102", ("jgshmei", "株式会社見本製作所"))));

        await using var db = Import.Db();
        var rows = await db.AuditEntries.AsNoTracking().ToListAsync();
        Assert.Equal((3, 1), (rows.Count(r => r.RecordType == nameof(JobOffer)), rows.Count(r => r.RecordType == nameof(Office))));
        Assert.All(rows, r => Assert.Equal((nameof(ImportJobOffers), null), (r.Act, r.AccountId)));
        Assert.DoesNotContain(rows, r => r.Detail!.Contains("見本"));
    }

    [Fact]
    public async Task ARunStoppedInTheMiddle_IsFinishedByRunningItAgain()
    {
        // The bad record in the second batch is the signal to stop.
        var xml = ImportFixture.Xml(Enumerable.Range(1, 1_600).Select(i => Record($"13010-{i:00000000}", ("kjyukoymd", i == 700 ? "?" : null))));
        using var stop = new CancellationTokenSource();
        var killer = new StopAtRefusal(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImportJobOffers(Import.Database, Import.Clock)
            .RunAsync(new(new ImportSource(() => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(xml))), Progress: killer), stop.Token));

        var rest = await Import.ImportAsync(xml);

        Assert.InRange(rest.Result.Unchanged, 900, 1_500);
        Assert.Equal(1_599, rest.Result.Unchanged + rest.Result.Added);
        Assert.Equal(0, (await Import.ImportAsync(xml)).Result.Added);
    }

    [Fact]
    public async Task Progress_EndsWithAllRecords()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Xml(Enumerable.Range(1, 1_100).Select(i => Record($"13010-{i:00000000}"))));

        Assert.Equal(new ImportEvent.Importing(1_100, 1_100, 0), outcome.Told[^1]);
    }

    private async Task<string> EverythingAsync()
    {
        await using var db = Import.Db();
        var jobs = await db.JobOffers.AsNoTracking().OrderBy(j => j.Number).Select(j => new { j.Number, j.Version, j.ChangedAt, j.Status }).ToListAsync();
        var audit = await db.AuditEntries.CountAsync();
        return string.Join('\n', jobs) + $"\n{audit} {await db.Offices.CountAsync()} {await db.JobOfferPlaces.CountAsync()}";
    }

    private sealed class StopAtRefusal(CancellationTokenSource stop) : IProgress<ImportEvent>
    {
        public void Report(ImportEvent told)
        {
            if (told is ImportEvent.Refused)
                stop.Cancel();
        }
    }
}
