using Bunit;
using HelloWork.Blazor.Oversight;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Messaging;
using HelloWork.Tests.Providers;
using HelloWork.Tests.Seekers.Provision;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Oversight;

/// <summary>The provider's page of what it holds.</summary>
public sealed class DeletionPagesTests : ProviderPageContext
{
    [Fact, Trait("Rule", "PR-03")]
    public async Task TheList_NamesDayAndReason_OffersTheRegistrationOnlyAfterAWish_AndPostsWhatIsChosen()
    {
        var (asked, wished) = (await Given.ProvidedSeekerAsync(), await Given.ProvidedSeekerAsync());
        foreach (var seeker in new[] { asked, wished })
        {
            var talk = await ConversationAsync(seeker);
            await new OpenProvidedProfile(Database, Clock, new ProfileQuota()).RunAsync(new(Provider, await AliasAsync(seeker)), default);
            if (seeker == asked)
                await new AskForDeletion(Database, Clock).RunAsync(new(seeker.Provision, talk), default);
            else
                await new Domain.Messaging.SendProvisionMessage(Database, Clock).RunAsync(new Domain.Messaging.SendProvisionMessage.Wish(seeker.Provision, talk, Guid.NewGuid(), true, ""), default);
        }

        var page = Render<DeletionsPage>();

        var rows = page.FindAll("tbody tr");
        Assert.Contains("求職者からの求め", rows[0].TextContent);
        Assert.Contains("3月29日（日）", rows[0].TextContent);
        Assert.Null(rows[0].QuerySelector("a[href$='/registered']"));
        Assert.Contains("求職登録の有効期間の終わり", rows[1].TextContent);
        Assert.NotNull(rows[1].QuerySelector("a[href$='/registered']"));
        Assert.Equal(("get", "/provider/deletions/confirm"), (page.Find("form#pick").GetAttribute("method"), page.Find("form#pick").GetAttribute("action")));
        Assert.All(rows, r => Assert.Equal("pick", r.QuerySelector("input[type=checkbox]")!.GetAttribute("form")));
    }

    [Fact, Trait("Rule", "OV-03")]
    public async Task WhileSuspended_OnlyTheOrdersPageShowsAnything()
    {
        await SuspendAsync();

        var page = Render<DeletionsPage>();

        Assert.Empty(page.FindAll("table"));
        Assert.Equal("/provider/order", page.Find("[role=alert] a").GetAttribute("href"));
        Assert.Contains("是正要請は届いていません", Render<ReceivedOrderPage>().Markup);
    }
}

/// <summary>The seeker's page of a report.</summary>
public sealed class ReportPageTests : ProvisionPageContext
{
    [Fact, Trait("Rule", "OV-01")]
    public async Task TheReport_ShowsTheComplaintsOfficerBeforeTheForm_AndTheLeafletsSevenKinds()
    {
        var (provider, seeker) = (await Given.ProviderAsync(), await SignedInAsync());
        var talk = await GivenMessages.ConversationAsync(Database, Clock, provider, seeker);

        var page = Render<ReportPage>(p => p.Add(r => r.Id, talk.Value));

        Assert.True(page.Markup.IndexOf("苦情処理責任者 野村", StringComparison.Ordinal) < page.Markup.IndexOf("<form", StringComparison.Ordinal));
        Assert.Equal(ViolationKinds.Reportable.Select(k => $"{k}"), page.FindAll("[role=radiogroup] input[type=radio]").Select(r => r.GetAttribute("value")));
        Assert.Single(page.FindAll("input[type=checkbox][name='Input.Evidence']"));
        Assert.Equal("通報する", page.Find("form button[type=submit]").TextContent);
    }

    [Fact, Trait("Rule", "OV-01")]
    public async Task SomebodyElsesConversation_IsNotFound()
    {
        var (provider, other) = (await Given.ProviderAsync(), await Given.ProvidedSeekerAsync());
        var talk = await GivenMessages.ConversationAsync(Database, Clock, provider, other);
        await SignedInAsync();

        Assert.Equal("", Render<ReportPage>(p => p.Add(r => r.Id, talk.Value)).Markup.Trim());
    }
}
