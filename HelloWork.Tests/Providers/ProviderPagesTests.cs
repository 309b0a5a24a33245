using Bunit;
using HelloWork.Blazor.Messaging;
using HelloWork.Blazor.Providers;
using HelloWork.Blazor.Seekers.Provision;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Domain.Seekers.Searching;
using HelloWork.Tests.Messaging;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Providers;

public sealed class ProviderPagesTests : ProviderPageContext
{
    [Fact, Trait("Rule", "PR-02")]
    public async Task Search_LinksEachHeadingToTheProfile_AndTicksThoseToWriteToOnceOnly()
    {
        var (written, fresh) = (await Given.ProvidedSeekerAsync(), await Given.ProvidedSeekerAsync());
        var conversation = await ConversationAsync(written);

        var page = At<ProvidedSearchPage>("/provider/seekers?q=経理");

        Assert.Equal("2件", page.FindAll("[role=status]")[0].TextContent);
        var articles = page.FindAll("ul[role=list] > li > article").ToDictionary(a => a.QuerySelector("h3 a")!.GetAttribute("href")!);
        var of = articles[$"/provider/seekers/{await AliasAsync(written)}"];
        Assert.Contains("案内を送付済み", of.TextContent);
        Assert.Equal($"/provider/messages/{conversation}", of.QuerySelectorAll("a")[^1].GetAttribute("href"));
        Assert.Null(of.QuerySelector("input"));
        var tick = articles[$"/provider/seekers/{await AliasAsync(fresh)}"].QuerySelector("input[type=checkbox]")!;
        Assert.Equal(("to", (await AliasAsync(fresh)).Value, "pick"), (tick.GetAttribute("name"), tick.GetAttribute("value"), tick.GetAttribute("form")));
        Assert.Equal(("/provider/guidance/new", "get"), (page.Find("form#pick").GetAttribute("action"), page.Find("form#pick").GetAttribute("method")));
        Assert.Equal("/provider/seekers", page.Find("form#filters").GetAttribute("action"));
        Assert.Empty(page.FindAll("[name=mypage]"));
    }

    [Fact, Trait("Rule", "PR-02"), Trait("Rule", "PV-08")]
    public async Task AnEmptySearch_OffersTheNearestOnes_AmongThoseTheProviderMaySee()
    {
        await Given.ProvidedSeekerAsync(change: s => s with { LastMonthlyIncome = 251_000 });
        var blocks = await Given.ProvidedSeekerAsync(change: s => s with { LastMonthlyIncome = 251_000 });
        await AddAsync(new ProviderBlock(blocks.Id, Provider.Provider, Clock.UtcNow()));
        var index = new SeekerIndex(Database, new(Database));
        await index.LoadAsync(default);
        Services.AddTransient(_ => new SearchProvidedSeekers(Database, Clock, index));

        var page = At<ProvidedSearchPage>("/provider/seekers?q=経理&income=300000");

        var link = page.FindAll(".empty a")[0];
        Assert.Equal(("「退職時の月収 250,000円以上」までゆるめる", "1件"), (link.TextContent, link.ParentElement!.TextContent.Replace(link.TextContent, "").Trim()));
        Assert.Equal("1件", At<ProvidedSearchPage>(link.GetAttribute("href")!).FindAll("[role=status]")[0].TextContent);
        Assert.True(Labelled(page, "フリーワード").HasAttribute("data-suggest"));
    }

    [Fact, Trait("Rule", "PR-02"), Trait("Rule", "SS-06")]
    public async Task Profile_SaysWhoseStatementItIs_AndLeadsToTheGuidance_UntilTheQuotaIsUsedUp()
    {
        var seeker = await Given.ProvidedSeekerAsync(change: s => s with { LastMonthlyIncome = 251_000 });
        var number = await AliasAsync(seeker);

        var page = Profile(number);

        Assert.Contains("求職者ご本人が書いた内容です", page.Markup);
        Assert.Contains("251,000円", page.Markup);
        Assert.DoesNotContain(seeker.PublicNumber.Value, page.Markup);
        Assert.Equal($"/provider/guidance/new?to={number}", page.FindAll("a").Single(a => a.TextContent == "案内メッセージを作成する").GetAttribute("href"));
        for (var i = 0; i < 4; i++)
            Profile(number);
        Assert.Contains("プロフィールを見られる件数の上限に達しました", Profile(number).Find("[role=alert]").TextContent);
    }

    [Fact, Trait("Rule", "MS-05"), Trait("Rule", "PV-08")]
    public async Task Profile_OfASeekerWhoBlocks_IsNotFound()
    {
        var seeker = await Given.ProvidedSeekerAsync();
        var number = await AliasAsync(seeker);
        await AddAsync(new ProviderBlock(seeker.Id, Provider.Provider, Clock.UtcNow()));

        Assert.Equal("", Profile(number).Markup.Trim());
    }

    [Fact, Trait("Rule", "MS-02")]
    public async Task Template_HasTheFeesInTheirStructure_TheWarningBeside_AndSaysWhatIsMissing()
    {
        await new SaveGuidanceTemplate(Database, Clock).RunAsync(new(Provider, Given.Disclosures() with { ComplaintsOfficer = "", Fee = null }), default);

        var page = Render<GuidanceTemplatePage>();

        Assert.Equal(["紹介実績", "取扱求人", "手数料の内容", "個人情報管理責任者", "苦情処理責任者", "求職申込みの手続き"], page.FindAll("form label[for]").Select(l => l.TextContent));
        Assert.Equal("2025年度の就職者数 100人", Labelled(page, "紹介実績").TextContent.Trim('\n'));
        var group = page.Find("[role=radiogroup]");
        Assert.Equal("手数料", page.Find($"#{group.GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal(["求職者からは徴収しない", "例外にあたり徴収する"], group.QuerySelectorAll("label").Select(l => l.TextContent.Trim()));
        Assert.Contains("足りない情報：手数料、苦情処理責任者", page.Find(".notice").TextContent);
        Assert.Contains("第32条の3", page.Find("aside").TextContent);
        Assert.Contains("手数料が発生する場合があります", page.Find("aside").TextContent);
        Assert.Equal("保存する", page.Find("form button[type=submit]").TextContent);
    }

    [Fact, Trait("Rule", "MS-02")]
    public async Task Template_BegunAndNotSaved_ShowsTheDraft_AndSaysSo()
    {
        await new SaveGuidanceTemplate(Database, Clock).RunAsync(new(Provider, Given.Disclosures()), default);
        await new SaveFormDraft(Database, Clock).RunAsync(new(Provider.Account, DraftForm.GuidanceTemplate, "", new(new Dictionary<string, IReadOnlyList<string>> { ["Input.PlacementRecord"] = ["2026年度は"], ["Input.Fee"] = [""] })), default);

        var page = Render<GuidanceTemplatePage>();

        Assert.Equal("2026年度は", Labelled(page, "紹介実績").TextContent.Trim('\n'));
        Assert.Contains("下書きが残っています", page.Find(".notice").TextContent);
        Assert.Equal("/drafts/GuidanceTemplate/-/discard", page.Find(".notice form").GetAttribute("action"));
        await new SaveGuidanceTemplate(Database, Clock).RunAsync(new(Provider, Given.Disclosures()), default);
        Assert.DoesNotContain("下書きが残っています", Render<GuidanceTemplatePage>().Markup);
    }

    [Fact, Trait("Rule", "MS-01")]
    public async Task Composer_KeepsADraftForEachItIsBegunFor_AndListsTheOthers()
    {
        var (one, two) = (await AliasAsync(await Given.ProvidedSeekerAsync()), await AliasAsync(await Given.ProvidedSeekerAsync()));
        await new SaveGuidanceDraft(Database, Clock).RunAsync(new(Provider, [one], "一人目への件名", GivenMessages.Body, [one]), default);

        var second = At<GuidanceComposerPage>($"/provider/guidance/new?to={two}");
        Assert.Equal("", Labelled(second, "件名").GetAttribute("value") ?? "");
        Assert.Equal(($"/provider/guidance/new?to={one}", "一人目への件名"), (second.Find("#drafts a").GetAttribute("href"), second.Find("#drafts a").TextContent));
        Assert.Equal($"/provider/guidance/draft/{two}", second.Find("form[data-draft-url]").GetAttribute("data-draft-url"));

        var first = At<GuidanceComposerPage>($"/provider/guidance/new?to={one}");
        Assert.Equal("一人目への件名", Labelled(first, "件名").GetAttribute("value"));
        Assert.Contains("下書きが残っています", first.Find(".notice").TextContent);
        Assert.Empty(first.FindAll("#drafts"));
        Assert.Contains("書きかけの案内", At<GuidanceComposerPage>("/provider/guidance/new").Find("#drafts").TextContent);
    }

    [Fact, Trait("Rule", "MS-01")]
    public async Task Composer_ForNobody_ShowsWhatWasBegun_SoThatItCanBeThrownAway()
    {
        await new SaveGuidanceDraft(Database, Clock).RunAsync(new(Provider, [], "宛先のない件名", GivenMessages.Body), default);

        var page = At<GuidanceComposerPage>("/provider/guidance/new");

        Assert.Contains("宛先のない件名", page.Find("#begun").TextContent);
        var discard = page.Find("#begun form");
        Assert.Equal(("/provider/guidance/draft/-/discard", "/provider/guidance/draft/-"), (discard.GetAttribute("action"), discard.GetAttribute("data-discards")));
    }

    [Fact, Trait("Rule", "MS-06")]
    public async Task Composer_WithIdentifyingText_MarksThePlaceAndPointsToStepSix_AndKeepsTheText()
    {
        var number = await AliasAsync(await Given.ProvidedSeekerAsync());
        await new SaveGuidanceDraft(Database, Clock).RunAsync(new(Provider, [number], "ご案内", "くわしくは、お電話 090-1234-5678 までどうぞ。", [number]), default);
        var page = At<GuidanceComposerPage>($"/provider/guidance/new?to={number}");

        page.Find("form[data-draft-url]").Submit();

        Assert.Equal("電話番号と思われる文字があります。消してから送ってください", Assert.Single(page.FindAll("[role=alert] li")).TextContent.Trim());
        Assert.Equal("090-1234-5678", page.Find("mark").TextContent.Trim());
        Assert.Contains("ステップ6", page.Find("form[data-draft-url]").TextContent);
        Assert.Contains("090-1234-5678", Labelled(page, "本文").TextContent);
        Assert.DoesNotContain("confirm", Navigation.Uri);
    }

    [Fact, Trait("Rule", "MS-02")]
    public async Task Composer_WithoutACompleteTemplate_SaysWhatIsMissing_AndDoesNotGoOn()
    {
        var number = await AliasAsync(await Given.ProvidedSeekerAsync());
        await new SaveGuidanceTemplate(Database, Clock).RunAsync(new(Provider, Given.Disclosures() with { JobsHandled = "" }), default);
        await new SaveGuidanceDraft(Database, Clock).RunAsync(new(Provider, [number], GivenMessages.Subject, GivenMessages.Body), default);
        var page = At<GuidanceComposerPage>("/provider/guidance/new");
        Assert.Contains("足りない情報：取扱求人", page.Find(".notice").TextContent);

        page.Find("form[data-draft-url]").Submit();

        Assert.Contains("必須の情報がそろっていないため送れません", page.Find("[role=alert]").TextContent);
        Assert.DoesNotContain("confirm", Navigation.Uri);
    }

    [Fact, Trait("Rule", "MS-05")]
    public async Task Results_TellEachRecipient_WithoutAReasonForTheOneNotReached()
    {
        var (sent, before, gone) = (await Given.ProvidedSeekerAsync(), await Given.ProvidedSeekerAsync(), await Given.ProvidedSeekerAsync());
        var (a, b, c) = (await AliasAsync(sent), await AliasAsync(before), await AliasAsync(gone));
        await ConversationAsync(sent);
        await ConversationAsync(before);

        var page = At<GuidanceSentPage>(GuidanceAddress.Sent([new(a, null), new(b, DeliveryBar.AlreadyWritten), new(c, DeliveryBar.Undeliverable)]));

        Assert.Equal([(a.Value, "送りました"), (b.Value, "送付済みでした"), (c.Value, "お届けできません")],
            page.FindAll("tbody tr").Select(r => (r.QuerySelectorAll("td")[0].TextContent.Trim(), r.QuerySelectorAll("td")[1].TextContent.Trim())));
        Assert.Contains("1人に案内を送りました", page.Find("[role=status]").TextContent);
    }

    [Fact, Trait("Rule", "MS-05"), Trait("Rule", "MS-06")]
    public async Task Thread_NamesTheSeekerByNumberOnly_MarksTheWish_AndRefusesWithoutAReason()
    {
        var seeker = await Given.ProvidedSeekerAsync();
        var (conversation, number) = (await ConversationAsync(seeker), await AliasAsync(seeker));
        await new SendProvisionMessage(Database, Clock).RunAsync(new SendProvisionMessage.Wish(seeker.Provision, conversation, NewId.Next(), true, ""), default);
        var page = Thread(conversation);
        Assert.Equal($"提供番号 {number} とのやりとり", page.Find("h1").TextContent);
        Assert.Contains("この方は、求職申込みを希望しています", page.Markup);
        Assert.Contains($"/provider/seekers/{number}", page.FindAll("aside a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain("青木", page.Markup);

        await new SaveProvisionDraft(Database, Clock).RunAsync(new SaveProvisionDraft.ByProvider(Provider, conversation, "お待ちしています。"), default);
        await AddAsync(new ProviderBlock(seeker.Id, Provider.Provider, Clock.UtcNow()));
        page = Thread(conversation);
        Assert.DoesNotContain($"/provider/seekers/{number}", page.FindAll("aside a").Select(a => a.GetAttribute("href")));
        page.Find("form").Submit();

        Assert.Equal("お届けできません", Assert.Single(page.FindAll("[role=alert] li")).TextContent.Trim());
        Assert.DoesNotContain("ブロック", page.Markup);
        Assert.Equal("お待ちしています。", Labelled(page, "返信").TextContent.Trim('\n'));
    }

    [Fact]
    public async Task Messages_AreListedByNumber_AndTheTabsCount()
    {
        var (answering, silent) = (await Given.ProvidedSeekerAsync(), await Given.ProvidedSeekerAsync());
        var conversation = await ConversationAsync(answering);
        await ConversationAsync(silent);
        await new SendProvisionMessage(Database, Clock).RunAsync(new SendProvisionMessage.Reply(answering.Provision, conversation, NewId.Next(), "在宅勤務はできますか。"), default);

        var page = At<ProviderMessagesPage>("/provider/messages");
        var unread = At<ProviderMessagesPage>("/provider/messages?show=unread");
        var home = Render<ProviderHomePage>();

        Assert.Equal(["すべて2", "未読あり1", "返信あり1", "求職申込み希望0"], page.FindAll(".tabs a").Select(t => t.TextContent.Trim()));
        Assert.Equal(["未読 1件", "返信待ち"], page.FindAll("tbody .chip").Select(c => c.TextContent.Trim()));
        Assert.Equal($"/provider/messages/{conversation}", Assert.Single(unread.FindAll("tbody tr")).QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("2／1,000件（今日はあと998件送れます）", home.Find("#sending").TextContent);
        Assert.Equal(["1件", "0件", "1件", "2件"], home.FindAll(".stats b").Select(b => b.TextContent));
    }

    [Fact, Trait("Rule", "PV-08")]
    public async Task ASuspendedProvider_SeesOnlyWhyAndUntilWhen_OnEveryPage()
    {
        var seeker = await Given.ProvidedSeekerAsync();
        var (conversation, number) = (await ConversationAsync(seeker), await AliasAsync(seeker));
        await SuspendAsync();

        string[] pages =
        [
            Render<ProviderHomePage>().Markup, At<ProvidedSearchPage>("/provider/seekers").Markup, Profile(number).Markup, Render<GuidanceTemplatePage>().Markup,
            At<GuidanceComposerPage>($"/provider/guidance/new?to={number}").Markup, Render<GuidanceConfirmPage>().Markup, At<GuidanceSentPage>($"/provider/guidance/sent?to={number}").Markup,
            Render<ProviderMessagesPage>().Markup, Thread(conversation).Markup,
        ];

        Assert.All(pages, page =>
        {
            Assert.Contains("いまは、サイトの利用を停止されています", page);
            Assert.Contains("停止が終わるのは3月24日（火）14時05分です", page);
            Assert.DoesNotContain("<form", page);
            Assert.DoesNotContain(number.Value, page);
        });
    }

    private IRenderedComponent<T> At<T>(string address) where T : class, IComponent
    {
        Navigation.NavigateTo(address);
        return Render<T>();
    }

    private IRenderedComponent<ProvidedProfilePage> Profile(AliasNumber number) => Render<ProvidedProfilePage>(p => p.Add(x => x.Number, number.Value));

    private IRenderedComponent<ProviderThreadPage> Thread(ConversationId conversation) => Render<ProviderThreadPage>(p => p.Add(x => x.Id, conversation.Value));
}
