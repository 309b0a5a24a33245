using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

public sealed class QueueWaitingWorkTests
{
    [Fact, Trait("Rule", "CO-06")]
    public async Task WhatWaitedUnderAVersionWithoutADesk_IsPutOnIt_OnceAndNothingElse()
    {
        var clock = new TestClock();
        await using var database = await TestDatabase.CreateAsync();
        var given = new Given(database, clock);
        var (employer, counselor, withPage, without) = (await given.EmployerAsync(), await given.CounselorAsync(), await given.SeekerAsync(), await given.SeekerAsync(myPage: false));
        var job = await given.JobAsync(employer);
        Assert.NotNull((await new AskPlacementOffice(database, clock).RunAsync(new(employer, without.PublicNumber, job.Number, "お会いしたいです。"), default)).Asked);
        Assert.Null(await new AskForAdvice(database, clock).RunAsync(new(withPage.Actor, job.Number, "迷っています。"), default));
        await using var db = database.CreateDbContext();
        Assert.Equal(0, await new QueueWaitingWork(database, clock).RunAsync(default));
        await db.DeskItems.ExecuteDeleteAsync();

        Assert.Equal(2, await new QueueWaitingWork(database, clock).RunAsync(default));

        Assert.Equal(0, await new QueueWaitingWork(database, clock).RunAsync(default));
        var items = await db.DeskItems.OrderBy(i => i.Kind).Select(i => new { i.Kind, i.Number, i.PlacementOfficeCode }).ToListAsync();
        Assert.Equal([DeskItemKind.Inquiry, DeskItemKind.Consultation], items.Select(i => i.Kind));
        Assert.Equal(["Q-2603-0001", "S-2603-0001"], items.Select(i => i.Number));
        Assert.Equal(2, (await new ListDeskItems(database, clock).RunAsync(new(counselor), default)).Rows.TotalCount);
    }
}
