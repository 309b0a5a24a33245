using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Support;

/// <summary>Many open requests at once: ten seekers, each asked for every job.</summary>
public static class GivenRequests
{
    /// <summary>All sent now; they lapse together.</summary>
    public static async Task ManyAsync(TestDatabase database, TestClock clock, int jobs)
    {
        var given = new Given(database, clock);
        var employer = await given.EmployerAsync();
        var seekers = new List<GivenSeeker>();
        for (var i = 0; i < DirectRequest.MostPerJob; i++)
            seekers.Add(await given.SeekerAsync());
        var first = await given.JobAsync(employer);

        await using var db = database.CreateDbContext();
        var office = await db.Offices.SingleAsync(o => o.Id == employer.Office);
        for (var i = 0; i < jobs; i++)
        {
            var job = new JobOffer(JobNumber.Parse($"99999-{i:00000000}"), office, first.Card, clock.TodayInJapan(), null, clock.UtcNow());
            job.Publish(clock.UtcNow());
            db.Add(job);
            db.AddRange(seekers.Select((seeker, place) => new DirectRequest(job, seeker.Id, employer.Account, (byte)(place + 1), "ご連絡しました。", clock.UtcNow())));
        }
        await db.SaveChangesAsync();
    }
}
