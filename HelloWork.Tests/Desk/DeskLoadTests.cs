using Bunit;
using HelloWork.Blazor.Desk;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Desk;

public sealed class DeskLoadTests : SignedInPageContext
{
    private CounselorActor _counselor = null!;

    protected override async Task SignInAsync()
    {
        _counselor = await Given.CounselorAsync();
        SignIn(RoleNames.Counselor, _counselor.Account);
    }

    [Fact]
    public async Task WhatWaits_IsCountedByKindAndAge_AtTheCounselorsOfficeOnly()
    {
        await ItemAsync(DeskItemKind.Inquiry, daysAgo: 0);
        await ItemAsync(DeskItemKind.Inquiry, daysAgo: 2);
        await ItemAsync(DeskItemKind.Inquiry, daysAgo: 3);
        await ItemAsync(DeskItemKind.JobCheck, daysAgo: 7);
        await ItemAsync(DeskItemKind.JobCheck, daysAgo: 7, office: "27010");
        await CloseAsync((await ItemAsync(DeskItemKind.Referral, daysAgo: 9)).Item);

        var load = await new ReadDeskLoad(Database, Clock).RunAsync(_counselor, default);

        Assert.Equal([2, 1, 0], load.Open.Single(o => o.Kind is DeskItemKind.Inquiry).ByAge);
        Assert.Equal([0, 0, 1], load.Open.Single(o => o.Kind is DeskItemKind.JobCheck).ByAge);
        Assert.Equal(4, load.Waiting);
    }

    [Fact]
    public async Task WhatCameAndWasFinished_IsCountedByTheDayInJapan_ForThirtyDays()
    {
        Clock.SetJapan(2026, 3, 20, 23, 59, 59);
        await GivenDesk.ItemAsync(Database, Clock);
        Clock.SetJapan(2026, 3, 21, 0, 0);
        var item = await GivenDesk.ItemAsync(Database, Clock);
        Clock.SetJapan(2026, 3, 22, 14, 5);
        await CloseAsync(item.Item);
        await ItemAsync(DeskItemKind.Inquiry, daysAgo: 30);

        var days = (await new ReadDeskLoad(Database, Clock).RunAsync(_counselor, default)).Days;

        Assert.Equal((DeskLoad.ShownDays, new DateOnly(2026, 3, 22)), (days.Count, days[^1].Day));
        Assert.Equal([(new DateOnly(2026, 3, 20), 1, 0), (new DateOnly(2026, 3, 21), 1, 0), (new DateOnly(2026, 3, 22), 0, 1)], days.Where(d => d.Arrived + d.Finished > 0));
    }

    [Fact]
    public async Task TheBureau_SeesAllOffices_AndACounselorsRightDoesNotOpenIt()
    {
        await ItemAsync(DeskItemKind.JobCheck, daysAgo: 7);
        await ItemAsync(DeskItemKind.JobCheck, daysAgo: 1, office: "27010");
        await ItemAsync(DeskItemKind.Inquiry, daysAgo: 1, office: "27010");

        var load = await new ReadBureauLoad(Database, Clock).RunAsync(await Given.BureauOfficerAsync(), default);

        Assert.Equal(3, load.All.Waiting);
        Assert.Equal([("27010", 2, 0), ("13010", 1, 1)], load.Offices);
        await Assert.ThrowsAsync<NotAllowedException>(() => new ReadBureauLoad(Database, Clock).RunAsync(new(_counselor.Account), default));
    }

    [Fact]
    public async Task ThePage_SaysItInWords_InPictures_AndInFigures()
    {
        await ItemAsync(DeskItemKind.Inquiry, daysAgo: 8);
        await ItemAsync(DeskItemKind.Inquiry, daysAgo: 0);

        var page = Render<DeskLoadPage>();

        Assert.Contains("2件が待っています。うち1件は、届いてから7日以上です。", page.WaitForElement("#load-open").TextContent);
        Assert.Equal(["問い合わせ", "1", "0", "1", "2"], page.FindAll("#load-open tbody tr")[1].Children.Select(td => td.TextContent));
        Assert.Equal(2, page.FindAll("#load-days rect").Count(r => r.GetAttribute("height") != "0"));
        Assert.Equal(["/desk/load/open.csv", "/desk/load/days.csv"], page.FindAll("a[download]").Select(a => a.GetAttribute("href")!));
    }

    private async Task<DeskPick> ItemAsync(DeskItemKind kind, int daysAgo, string office = "13010")
    {
        Clock.Advance(TimeSpan.FromDays(-daysAgo));
        var item = await GivenDesk.ItemAsync(Database, Clock, kind, office: office);
        Clock.Advance(TimeSpan.FromDays(daysAgo));
        return item;
    }

    private Task<bool> CloseAsync(DeskItemId id) => Database.WriteAsync(async db =>
    {
        (await db.DeskItems.SingleAsync(i => i.Id == id)).Close(Clock.UtcNow());
        return true;
    }, default);
}
