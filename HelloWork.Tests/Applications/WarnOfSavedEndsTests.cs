using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Applications;

/// <summary>What a seeker has put aside and might lose. The job is active through 31 May.</summary>
public sealed class WarnOfSavedEndsTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "JO-05")]
    public async Task ASavedJobAndABegunApplication_AreForetoldThreeDaysBefore_InOneMailEach()
    {
        var other = await _it.Given.SeekerAsync();
        var second = await _it.Given.JobAsync(_it.Employer);
        await SaveAsync(_it.Seeker.Id, _it.Job, 1);
        await SaveAsync(_it.Seeker.Id, second, 2);
        await new SaveApplicationDraft(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, second.Number, "書きかけ"), default);
        await new SaveApplicationDraft(_it.Database, _it.Clock).RunAsync(new(other.Actor, second.Number, "書きかけ"), default);
        var told = new List<(DateTime, int)>();
        for (var at = new DateTime(2026, 5, 26); at < new DateTime(2026, 6, 2); at = at.AddHours(3))
        {
            _it.Clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            if (await WarnAsync() is > 0 and var count)
                told.Add((at, count));
        }

        Assert.Equal([(new(2026, 5, 28, 9, 0, 0), 2)], told);
        var mails = await _it.ReadAsync(db => db.OutboxMails.Where(m => m.Kind == MailKind.SavedJobsEndSoon).ToListAsync());
        Assert.Equal(string.Join(',', new[] { _it.Job.Number.Value, second.Number.Value }.Order(StringComparer.Ordinal)), mails.Single(m => m.RecipientAccountId == _it.Seeker.Account).ReadParameters()["jobs"]);
        Assert.Equal(second.Number.Value, mails.Single(m => m.RecipientAccountId == other.Account).ReadParameters()["jobs"]);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task WhoSavedAJobInItsLastDays_HasSeenItsEndAndIsNotTold()
    {
        _it.Clock.SetJapan(2026, 5, 28, 10);
        await SaveAsync(_it.Seeker.Id, _it.Job, 1);
        _it.Clock.SetJapan(2026, 5, 30, 10);

        Assert.Equal(0, await WarnAsync());
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task WhoHasApplied_OrWhoseJobHasEnded_IsToldNothing()
    {
        await SaveAsync(_it.Seeker.Id, _it.Job, 1);
        var filled = await _it.Given.JobAsync(_it.Employer);
        await SaveAsync(_it.Seeker.Id, filled, 2);
        await _it.AppliedAsync();
        await new EndJobOffer(_it.Database, _it.Clock).RunAsync(new(_it.Employer, filled.Number, JobEndReason.Filled), default);
        _it.Clock.SetJapan(2026, 5, 29, 12);

        Assert.Equal(0, await WarnAsync());
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task FilesOfAnApplicationNeverSent_AreForetoldAWeekBeforeTheyGo()
    {
        // Added on 2 March: deleted after ninety days, on 31 May, the last day of the job. To the other job nothing can be sent any more.
        _it.Clock.SetJapan(2026, 3, 2);
        var lasting = await _it.Given.JobAsync(_it.Employer);
        foreach (var job in new[] { lasting, _it.Job })
            Assert.Null(await new AddApplicationDocument(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, job.Number, "職務経歴書.pdf", DocumentFileTests.Pdf), default));
        await new EndJobOffer(_it.Database, _it.Clock).RunAsync(new(_it.Employer, _it.Job.Number, JobEndReason.Filled), default);
        var told = new List<DateTime>();
        for (var at = new DateTime(2026, 5, 20); at < new DateTime(2026, 6, 2); at = at.AddHours(3))
        {
            _it.Clock.SetJapan(at.Year, at.Month, at.Day, at.Hour);
            if (await new WarnOfDraftFilesEnd(_it.Database, _it.Clock).RunAsync(default) > 0)
                told.Add(at);
        }

        Assert.Equal([new(2026, 5, 24, 9, 0, 0)], told);
        var mail = (await _it.ReadAsync(db => db.OutboxMails.SingleAsync(m => m.Kind == MailKind.DraftFilesEndSoon))).ReadParameters();
        Assert.Equal((lasting.Number.Value, "2026-05-31"), (mail["job"], mail["day"]));
    }

    private Task<int> WarnAsync() => new WarnOfSavedJobEnd(_it.Database, _it.Clock).RunAsync(default);

    private Task SaveAsync(Domain.Seekers.SeekerId seeker, JobOffer job, int slot) => _it.ChangeAsync(db =>
    {
        db.Add(new SavedJob(seeker, job.Id, slot, _it.Clock.UtcNow()));
        return Task.CompletedTask;
    });
}
