using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

public sealed class RequestDraftTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private EmployerActor _employer = null!;
    private JobOffer _job = null!;
    private GivenSeeker _seeker = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _employer = await _given.EmployerAsync();
        _job = await _given.JobAsync(_employer);
        _seeker = await _given.SeekerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Save_ThenRead_GivesBackWhatWasTyped_EvenTooLongOrWithoutAJob()
    {
        var tooLong = new string('あ', 1_500) + "\r\n続き";

        await SaveAsync(tooLong, job: null);
        Assert.Equal((null, tooLong.ReplaceLineEndings("\n"), false), Told(await ReadAsync()));

        _clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync("短く", _job.Number, confirmed: true);
        var draft = await ReadAsync();
        Assert.Equal((_job.Number, "短く", true), Told(draft));
        Assert.Equal((_job.Title, _clock.UtcNow()), (draft!.JobTitle, draft.SavedAt));
    }

    [Fact]
    public async Task Save_WhatNoDraftCanHold_IsRefusedAndKeepsTheFormerOne()
    {
        await SaveAsync("前の文章");

        Assert.Equal(DraftRefusal.NoRoom, (await SaveAsync(new string('あ', 4_001))).Refusal);
        Assert.Equal(DraftRefusal.NoRoom, (await SaveAsync("\u0000")).Refusal);
        Assert.Equal("前の文章", (await ReadAsync())!.Message);
    }

    [Fact]
    public async Task Save_ForASeekerWhoIsNotShown_IsRefused()
    {
        var hidden = await _given.SeekerAsync(shown: false);

        var result = await new SaveRequestDraft(_database, _clock).RunAsync(new(_employer, hidden.PublicNumber, null, "文章", false), CancellationToken.None);

        Assert.Equal(DraftRefusal.SeekerNotShown, result.Refusal);
    }

    [Fact]
    public async Task Save_WithAnotherOfficesJob_KeepsTheTextWithoutTheJob()
    {
        var foreign = await _given.JobAsync(await _given.EmployerAsync());

        await SaveAsync("文章", foreign.Number);

        Assert.Equal((null, "文章", false), Told(await ReadAsync()));
    }

    [Fact]
    public async Task Read_ByAColleague_FindsNothing()
    {
        await SaveAsync("文章");

        Assert.Null(await new ReadRequestDraft(_database).RunAsync(await _given.EmployerAsync(), _seeker.PublicNumber, CancellationToken.None));
    }

    [Fact, Trait("Rule", "DR-04")]
    public async Task Fingerprint_ChangesWithWhatWouldBeSent_NotWithSavingItAgain()
    {
        await SaveAsync("文章", _job.Number, confirmed: true);
        var shown = (await ReadAsync())!.Fingerprint;

        _clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync("文章", _job.Number, confirmed: true);
        Assert.Equal(shown, (await ReadAsync())!.Fingerprint);

        await SaveAsync("文章。", _job.Number, confirmed: true);
        Assert.NotEqual(shown, (await ReadAsync())!.Fingerprint);
    }

    [Fact]
    public async Task Save_ManyAtOnce_EndsWithOneDraft()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => SaveAsync($"文章{i}"))));

        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.DirectRequestDrafts.CountAsync());
    }

    [Fact, Trait("Rule", "DR-03")]
    public async Task Send_TheSamePairOneHundredTimesAtOnce_SendsOneAndTakesTheDraftAway()
    {
        await SaveAsync("文章", _job.Number, confirmed: true);

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => new SendDirectRequest(_database, _clock)
            .RunAsync(new(_employer, _job.Number, _seeker.PublicNumber, "文章", NoticeConfirmed: true), CancellationToken.None))));

        Assert.Single(results, r => r.Sent is not null);
        Assert.All(results.Where(r => r.Sent is null), r => Assert.Equal(JobBar.AlreadyAsked, r.Bar));
        Assert.Null(await ReadAsync());
    }

    private Task<SaveRequestDraft.Result> SaveAsync(string message, JobNumber? job = null, bool confirmed = false) =>
        new SaveRequestDraft(_database, _clock).RunAsync(new(_employer, _seeker.PublicNumber, job, message, confirmed), CancellationToken.None);

    private Task<ReadRequestDraft.Draft?> ReadAsync() => new ReadRequestDraft(_database).RunAsync(_employer, _seeker.PublicNumber, CancellationToken.None);

    private static (JobNumber? Job, string Message, bool Confirmed) Told(ReadRequestDraft.Draft? draft) => (draft!.Job, draft.Message, draft.NoticeConfirmed);
}
