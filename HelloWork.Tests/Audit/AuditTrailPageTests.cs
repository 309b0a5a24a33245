using Bunit;
using HelloWork.Blazor.Audit;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Tests.Audit;

public sealed class AuditTrailPageTests : SignedInPageContext
{
    private BureauActor _officer = null!;

    protected override async Task SignInAsync()
    {
        _officer = await Given.BureauOfficerAsync();
        SignIn(RoleNames.BureauOfficer, _officer.Account);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Trail_NamesActsInJapanese_NewestFirst_AndSaysHowFarItIsSealed()
    {
        await RecordAsync(null, 1);
        await new SealAudit(Database, Clock, new AuditSettings()).RunAsync(default);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await RecordAsync(_officer.Account, 1);

        var page = At("/bureau/audit");

        Assert.Equal("2件", page.Find("[role=status]").TextContent);
        var rows = page.FindAll("tbody tr");
        Assert.Contains("西 直子", rows[0].TextContent);
        Assert.Contains("自動処理・運用コマンド", rows[1].TextContent);
        Assert.All(rows, row => Assert.Contains("期限の過ぎた求人を終了", row.TextContent));
        Assert.Contains("2026/03/22 14:05:00", rows[1].TextContent);
        Assert.Contains("第1号　2026年3月22日 14時05分00秒", page.Find("#chain-h, #chain").ParentElement!.TextContent);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Filters_StayInTheFormAndInTheLinks_AndLeadToTheSameExport()
    {
        await RecordAsync(null, 60);

        var page = At($"/bureau/audit?act={nameof(EndJobOffers)}&from=2026-03-01&to=2026-03-31&auto=1");

        Assert.Equal("60件", page.Find("[role=status]").TextContent);
        Assert.Equal(nameof(EndJobOffers), page.Find("select[name=act] option[selected]").GetAttribute("value"));
        Assert.Equal("2026-03-01", page.Find("input[name=from]").GetAttribute("value"));
        Assert.Equal($"/bureau/audit/export.csv?act={nameof(EndJobOffers)}&from=2026-03-01&to=2026-03-31&auto=1", page.Find("a[download]").GetAttribute("href"));
        var older = page.Find("a[rel=next]").GetAttribute("href")!;
        Assert.StartsWith($"/bureau/audit?act={nameof(EndJobOffers)}&from=2026-03-01&to=2026-03-31&auto=1&before=", older);
        Assert.Equal(10, At(older).FindAll("tbody tr").Count);
    }

    [Theory, Trait("Rule", "OV-05")]
    [InlineData("?from=abc", "「この日から」は、2026-03-22のように入力してください。")]
    [InlineData("?from=2026-03-05&to=2026-03-01", "「この日まで」を、「この日から」と同じ日か、あとの日にしてください。")]
    [InlineData("?who=だれでもない", "「だれが」に合うアカウントがありません。ユーザーIDか、表示名の一部を入力してください。")]
    public void WhatCantBeRead_IsNamedAtItsField_AndStaysTyped(string query, string message)
    {
        var page = At("/bureau/audit" + query);

        Assert.Equal(message, page.Find("[role=alert] a").TextContent);
        Assert.Equal(message, page.Find(".field-error").TextContent);
        Assert.Contains(page.FindAll("form input"), i => i.GetAttribute("value") is "abc" or "2026-03-01" or "だれでもない");
    }

    private IRenderedComponent<AuditTrailPage> At(string address)
    {
        Navigation.NavigateTo(address);
        return Render<AuditTrailPage>();
    }

    private Task<int> RecordAsync(Guid? account, int rows) => Database.WriteAsync(db =>
    {
        for (var i = 0; i < rows; i++)
            db.Record(Clock.UtcNow(), account, nameof(EndJobOffers), nameof(JobOffer), Guid.NewGuid());
        return Task.FromResult(0);
    }, default);
}
