using AngleSharp.Dom;
using Bunit;
using HelloWork.Blazor.Seekers.Provision;
using HelloWork.Domain.Common;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers.Provision;

public sealed class ProvisionPagesTests : ProvisionPageContext
{
    [Fact, Trait("Rule", "PV-06"), Trait("Rule", "PV-02"), Trait("Rule", "PV-05")]
    public async Task Home_WhilePublished_SaysWhoCanSeeTheProfileUntilWhenAndWhoChangesTheChoice()
    {
        await Given.ProviderAsync();
        await Given.ProviderAsync(ProviderKind.LocalGovernment);
        await SignedInAsync();

        var page = Render<ProvisionHomePage>();

        Assert.Contains("利用中・公開しています", page.Find("#state").TextContent);
        Assert.Equal(["1", "1"], page.FindAll("#seeing .stats b").Select(b => b.TextContent.TrimEnd('件')));
        Assert.Contains("5月31日（日）24時まで", page.Find("#period").TextContent);
        Assert.Contains("地方自治体等と民間職業紹介事業者等の両方", page.Find("#period").TextContent);
        Assert.Contains("変更は、ハローワークの窓口", page.Find("#period").TextContent);
        Assert.Empty(page.FindAll(".notice--warn"));
    }

    [Fact, Trait("Rule", "PV-05")]
    public async Task Home_TwoWeeksBeforeTheEnd_SaysSo()
    {
        await SignedInAsync();
        Clock.SetJapan(2026, 5, 17);

        Assert.Contains("5月31日（日）24時まで／あと14日", Render<ProvisionHomePage>().Find(".notice--warn").TextContent);
    }

    [Theory, Trait("Rule", "PV-01"), Trait("Rule", "PV-02"), Trait("Rule", "PV-05"), Trait("Rule", "PV-07")]
    [InlineData("Stopped", "利用停止中", "もういちど利用登録をする")]
    [InlineData("RegistrationEnded", "求職登録の終了により、終わりました", null)]
    [InlineData("NoProviderChosen", "どちらの団体にも提供していません", null)]
    [InlineData("Unpublished", "利用中・まだ公開していません", "求職情報を書く")]
    public async Task Home_InEachState_SaysWhatItMeansAndTheWayOut(string state, string words, string? wayOut)
    {
        var seeker = await SignedInAsync(state is "NoProviderChosen" ? ProvisionChoice.Neither : ProvisionChoice.Both, state is not "Unpublished");
        if (state is "Stopped")
            await new StopProvision(Database, Clock).RunAsync(new(seeker.Provision), default);
        if (state is "RegistrationEnded")
            Clock.SetJapan(2026, 6, 1);

        var page = Render<ProvisionHomePage>();

        Assert.Contains(words, page.Find("#state").TextContent);
        if (wayOut is not null)
            Assert.Contains(page.FindAll("#state a"), a => a.TextContent == wayOut);
        else
            Assert.Contains("ハローワーク", page.Find("#state").TextContent);
    }

    [Theory, Trait("Rule", "PV-01")]
    [InlineData(ProvisionChoice.Both, "/provision/register")]
    [InlineData(ProvisionChoice.Neither, null)]
    public async Task Home_BeforeRegistering_LeadsToRegistrationOrToTheOffice(ProvisionChoice choice, string? leadsTo)
    {
        var seeker = await Given.SeekerAsync();
        await ChangeAsync(async db => (await db.SeekerRegistrations.SingleAsync()).RecordConsents(true, choice));
        SignIn(seeker);

        var page = Render<ProvisionHomePage>();

        Assert.Equal(leadsTo, page.FindAll("#state a.btn--primary").SingleOrDefault()?.GetAttribute("href"));
        Assert.Equal(leadsTo is null, page.Find("#state").TextContent.Contains("まだハローワークに伝えられていません"));
        Assert.Empty(page.FindAll("#do"));
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Steps_LetEveryFieldOfTheLeafletBeEdited()
    {
        await SignedInAsync(change: _ => StatementTests.Full);

        var names = Enum.GetValues<StatementStep>().SelectMany(step => Step(step).FindAll("form [name]").Select(f => f.GetAttribute("name")!)).ToHashSet();

        Assert.All(typeof(ProvidedProfile).GetProperties(), p => Assert.Contains(names, name => name == $"Input.{p.Name}" || name.StartsWith($"Input.{p.Name}[", StringComparison.Ordinal)));
    }

    [Fact, Trait("Rule", "PV-03")]
    public void ProvidedPage_ShowsEveryFieldOfTheLeaflet()
    {
        var full = ProvidedProfile.Of(StatementTests.Full);
        var shown = View(full);
        var empty = new ProvidedProfile { Style = WorkingStyle.FullTime };

        Assert.All(typeof(ProvidedProfile).GetProperties(), property =>
        {
            var without = full with { };
            property.SetValue(without, property.GetValue(empty));
            Assert.True(shown != View(without), $"{property.Name} isn't shown.");
        });

        string View(ProvidedProfile profile) => Render<ProvidedProfileView>(p => p.Add(v => v.Profile, profile)).Markup;
    }

    [Fact, Trait("Rule", "PV-03"), Trait("Rule", "SS-03"), Trait("Rule", "SS-04")]
    public async Task ProvidedPage_HoldsNothingOfThePerson_AndSaysThatItIsTheSeekersOwnStatement()
    {
        var seeker = await SignedInAsync(change: _ => StatementTests.Full);
        await ChangeAsync(async db => (await db.Seekers.SingleAsync()).Correct(Canary.Details("漏洩 見張")));

        var review = Render<ReviewPage>();
        var step = Step(StatementStep.Work);

        var provided = review.Find("#reviewed").InnerHtml;
        Assert.Contains("ご本人が書いた内容です", provided);
        Assert.Contains("268,000円", provided);
        Assert.All(Canary.Words.Concat([seeker.PublicNumber.Value]), word =>
        {
            Assert.DoesNotContain(word, provided);
            Assert.DoesNotContain(word, step.Find("#preview").InnerHtml);
        });
    }

    [Fact, Trait("Rule", "PV-04")]
    public async Task Step_WithIdentifyingText_MarksItWithTheReasonAndLeadsToTheField()
    {
        await SignedInAsync(change: s => s with { Appeal = "連絡は090-1234-5678まで", PastWork = [new("販売", 12, "mail: taro@example.com")] });

        var preview = Step(StatementStep.Appeal).Find("#preview");

        Assert.Equal(["090-1234-5678", "taro@example.com"], preview.QuerySelectorAll(".notice--warn mark").Select(m => m.TextContent).Order());
        Assert.Equal(["/provision/profile/career#PastWork-0-Details", "/provision/profile/appeal#Appeal"], preview.QuerySelectorAll(".notice--warn a").Select(a => a.GetAttribute("href")));
        Assert.Contains(preview.QuerySelectorAll(".kv mark"), m => m.TextContent.Contains("090-1234-5678（電話番号と思われます）"));
    }

    [Fact, Trait("Rule", "PV-04")]
    public async Task Review_WithIdentifyingText_AsksForItToBeMendedOrKept()
    {
        var seeker = await SignedInAsync(change: s => s with { Appeal = "連絡は090-1234-5678まで" });

        var page = Render<ReviewPage>();

        Assert.Contains("この内容で進む", page.Find("#publish .field-soft").TextContent);
        var read = await new ReadStatement(Database, Clock).RunAsync(new(seeker.Provision), default);
        Assert.Equal(read.InHand.Fingerprint, page.Find("input[name='Input.Reviewed']").GetAttribute("value"));
        Assert.Contains("求人者に公開している求職情報にも使われます", page.Find("#publish").TextContent);
    }

    [Fact, Trait("Rule", "PV-06")]
    public async Task Conditions_HaveTheGroupsAndCountWhoRemains()
    {
        await Given.ProviderAsync(handling: new(["13"], [], []));
        await Given.ProviderAsync(handling: new(["01"], [], []));
        var seeker = await SignedInAsync();
        await new SetReceiveConditions(Database, Clock).RunAsync(new(seeker.Provision, new(["13"], ["E"], ["03"]), true), default);

        var page = Render<ConditionsPage>();

        Assert.Equal(["地域", "業種", "職種", "個人情報の取り扱い"], page.FindAll("[role=group]").Select(g => page.Find($"#{g.GetAttribute("aria-labelledby")}").TextContent));
        Assert.Equal(47 + 20 + 15 + 1, page.FindAll("input[type=checkbox]").Count);
        Assert.Equal(["13", "E", "03", "true"], page.FindAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal("1", page.Find("#meeting-count .count strong").TextContent);
        Assert.Contains("関東（1件を選択中）", page.Find("details[open] summary").TextContent);
    }

    [Fact, Trait("Rule", "PV-06")]
    public async Task Conditions_ThatNobodyMeets_Warn()
    {
        var seeker = await SignedInAsync();
        await Given.ProviderAsync(handling: new(["01"], [], []));
        await new SetReceiveConditions(Database, Clock).RunAsync(new(seeker.Provision, new(["13"], [], []), false), default);

        Assert.Contains("この条件にあう団体はありません", Render<ConditionsPage>().Find(".notice--warn").TextContent);
    }

    [Fact, Trait("Rule", "PV-08")]
    public async Task Blocks_ListWhoIsBlockedAndWhoCouldBe()
    {
        var seeker = await SignedInAsync();
        var (blocked, saw) = (await Given.ProviderAsync(name: "止めた団体"), await Given.ProviderAsync(name: "見た団体"));
        await ChangeAsync(db =>
        {
            db.AddRange(new ProviderBlock(seeker.Id, blocked.Provider, Clock.UtcNow()), new ProfileView(seeker.Id, saw.Account, saw.Provider.Value, ViewerKind.Provider, Clock.UtcNow()));
            return Task.CompletedTask;
        });

        var page = Render<BlocksPage>();

        Assert.Equal(("止めた団体", "ブロックを解除する"), (page.Find("#blocked tbody td").TextContent.Split("民間")[0].Trim(), page.Find("#blocked button").TextContent));
        Assert.Equal(("見た団体", "ブロックする"), (page.Find("#in-touch tbody td").TextContent.Split("民間")[0].Trim(), page.Find("#in-touch button").TextContent));
    }

    [Fact, Trait("Rule", "PV-07")]
    public async Task Stop_AsksInADialogAndSaysWhatBecomesOfTheMessages()
    {
        await SignedInAsync();

        var page = Render<StopPage>();

        Assert.Equal("提供を停止する", page.Find("[data-dialog-open]").TextContent);
        Assert.Equal("停止する", page.Find("dialog button[type=submit]").TextContent);
        Assert.Contains("メッセージは、停止したあとも読むことができます", page.Markup);
    }

    [Fact, Trait("Rule", "PV-01")]
    public async Task EveryOtherPage_WithoutTheService_LeadsToTheHomeThatExplains()
    {
        SignIn(await Given.SeekerAsync());

        foreach (var render in new Action[] { () => Step(StatementStep.Work), () => Render<ReviewPage>(), () => Render<ConditionsPage>(), () => Render<BlocksPage>(), () => Render<StopPage>() })
        {
            Navigation.NavigateTo("/elsewhere");
            render();
            Assert.EndsWith("/provision", Navigation.Uri, StringComparison.Ordinal);
        }
    }

    private IRenderedComponent<ProfileStepPage> Step(StatementStep step) => Render<ProfileStepPage>(p => p.Add(page => page.StepWord, step.ToString().ToLowerInvariant()));
}
