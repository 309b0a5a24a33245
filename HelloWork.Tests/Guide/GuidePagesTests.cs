using System.Globalization;
using System.Resources;
using Bunit;
using HelloWork.Blazor.Guide;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Guide;

public sealed class GuidePagesTests : BunitContext
{
    private readonly TestClock _clock = new();

    public GuidePagesTests()
    {
        Services.AddPortalControls();
        Services.AddSingleton<TimeProvider>(_clock);
    }

    public static TheoryData<string> Topics => new(GuideTopic.All.Select(t => t.Slug));

    [Theory, MemberData(nameof(Topics)), Trait("Rule", "IN-01")]
    public void Each_topic_tells_its_steps_with_pictures_notices_and_questions(string slug)
    {
        var topic = GuideTopic.Find(slug)!;

        var page = Render<GuidePage>(p => p.Add(g => g.Slug, slug));

        Assert.Equal(topic.Steps, page.FindAll(".steps-list > li").Count);
        Assert.Equal(topic.Pictures.Count, page.FindAll("figure img[alt]").Count);
        Assert.All(page.FindAll("figure img"), i => Assert.True(File.Exists(Path.Combine(Repository.Root, "HelloWork.Blazor", "wwwroot", i.GetAttribute("src")!.TrimStart('/')))));
        Assert.Equal(topic.Notices, page.FindAll("#notices li").Count);
        Assert.Equal(topic.Questions.Count, page.FindAll("#questions details").Count);
    }

    [Fact, Trait("Rule", "IN-01")]
    public void Nothing_shown_is_a_key_without_words()
    {
        var text = new ResourceManager(typeof(GuideText));
        string[] keys =
        [
            .. GuideTopic.All.SelectMany(t => new[] { "Who", "Title", "Short", "Lead", "Start", "Start.Title", "Start.Text" }.Select(k => $"{t.Key}.{k}")
                .Concat(Enumerable.Range(1, t.Steps).SelectMany(n => new[] { $"{t.Key}.Step.{n}", $"{t.Key}.Step.{n}.Text" }))
                .Concat(Enumerable.Range(1, t.Notices).Select(n => $"{t.Key}.Notice.{n}")).Concat(t.Pictures.Values.Select(p => $"Picture.{p}"))),
            .. GuideTopic.AllQuestions.SelectMany(q => new[] { $"Q.{q}", $"A.{q}" }),
            .. Enum.GetValues<HelpDeskClosed>().Select(r => $"Help.Closed.{r}"), .. Enum.GetValues<ReferralOutcome>().SelectMany(o => new[] { $"Check.{o}", $"Check.{o}.Text" }),
            .. Enum.GetValues<RestrictionAnswer>().Select(a => $"Check.Restriction.{a}"), .. Enum.GetValues<StartAnswer>().Select(a => $"Check.Start.{a}"), .. Enum.GetValues<RouteAnswer>().Select(a => $"Check.Route.{a}"),
        ];

        Assert.DoesNotContain(keys, k => text.GetString(k) is null);
    }

    [Theory, Trait("Rule", "IN-01")]
    [InlineData("2026-03-24 09:29", false, "2026-03-24")]
    [InlineData("2026-03-24 09:30", true, "2026-03-24")]
    [InlineData("2026-03-24 17:59", true, "2026-03-24")]
    [InlineData("2026-03-24 18:00", false, "2026-03-25")]
    [InlineData("2026-03-20 12:00", false, "2026-03-23")]
    [InlineData("2026-03-27 18:00", false, "2026-03-30")]
    [InlineData("2026-12-28 18:00", false, "2027-01-04")]
    [InlineData("2026-05-02 12:00", false, "2026-05-07")]
    public void The_help_desk_is_open_on_working_days_and_says_when_it_opens_next(string japan, bool open, string day)
    {
        var at = DateTime.ParseExact(japan, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).AddHours(-9);

        var state = HelpDesk.StateAt(DateTime.SpecifyKind(at, DateTimeKind.Utc));

        Assert.Equal((open, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)), (state.IsOpen, state.Day));
    }

    [Fact, Trait("Rule", "IN-01")]
    public void On_a_holiday_the_panel_names_the_reason_and_the_next_day()
    {
        _clock.SetJapan(2026, 3, 20, 12);

        var panel = Render<HelpDeskPanel>();

        Assert.Contains("ただいま受付時間外です", panel.Markup);
        Assert.Contains("祝日はお休みです。次は3月23日（月）の9時30分から受け付けます。", panel.Markup);
    }

    [Theory, Trait("Rule", "AP-03")]
    [InlineData(RestrictionAnswer.No, StartAnswer.WithinFirstMonth, RouteAnswer.SelfApplication, ReferralOutcome.NotConcerned)]
    [InlineData(RestrictionAnswer.Yes, StartAnswer.WithinFirstMonth, RouteAnswer.HelloWork, ReferralOutcome.Counts)]
    [InlineData(RestrictionAnswer.Yes, StartAnswer.WithinFirstMonth, RouteAnswer.Agency, ReferralOutcome.Counts)]
    [InlineData(RestrictionAnswer.Yes, StartAnswer.WithinFirstMonth, RouteAnswer.SelfApplication, ReferralOutcome.DoesNotCount)]
    [InlineData(RestrictionAnswer.Yes, StartAnswer.WithinFirstMonth, RouteAnswer.Own, ReferralOutcome.DoesNotCount)]
    [InlineData(RestrictionAnswer.Yes, StartAnswer.WithinFirstMonth, RouteAnswer.LocalGovernment, ReferralOutcome.AskOffice)]
    [InlineData(RestrictionAnswer.Yes, StartAnswer.Later, RouteAnswer.SelfApplication, ReferralOutcome.NotConcerned)]
    [InlineData(RestrictionAnswer.Unknown, StartAnswer.Later, RouteAnswer.Own, ReferralOutcome.AskOffice)]
    [InlineData(RestrictionAnswer.Yes, StartAnswer.Unknown, RouteAnswer.SelfApplication, ReferralOutcome.AskOffice)]
    public void Under_a_restriction_only_referrals_count_in_the_first_month(RestrictionAnswer restriction, StartAnswer start, RouteAnswer route, ReferralOutcome outcome) =>
        Assert.Equal(outcome, ReferralCheck.Of(restriction, start, route));

    [Fact, Trait("Rule", "IN-01")]
    public void The_check_asks_for_what_is_missing_and_states_its_limits_with_every_answer()
    {
        Navigation.NavigateTo("/guide/referral-check?asked=true");
        Assert.Contains("給付制限", Render<ReferralCheckPage>().Find(".error-summary").TextContent);
        Navigation.NavigateTo("/guide/referral-check?restriction=Yes&start=WithinFirstMonth");
        Assert.Contains("就職の方法を選んでください", Render<ReferralCheckPage>().Find(".error-summary").TextContent);

        Navigation.NavigateTo("/guide/referral-check?restriction=Yes&start=WithinFirstMonth&route=SelfApplication");
        var answer = Render<ReferralCheckPage>().Find("#answer").TextContent;

        Assert.Contains("紹介の条件に合いません", answer);
        Assert.Contains("受けられるかどうかは、ハローワークの給付窓口が決めます", answer);
    }

    [Theory, Trait("Rule", "IN-01")]
    [InlineData("ﾊﾛｰﾜｰｸ飯田橋", null)]
    [InlineData("千代田区", null)]
    [InlineData("ちよだく", "13")]
    [InlineData("１３０１０", null)]
    public void An_office_is_found_by_name_number_or_a_place_it_is_in_charge_of(string words, string? prefecture) =>
        Assert.Contains(OfficeDirectory.Find(words, prefecture), f => f.Office.Code == "13010");

    [Fact, Trait("Rule", "IN-01")]
    public void A_place_names_the_office_in_charge_and_no_other_of_the_prefecture()
    {
        var found = Assert.Single(OfficeDirectory.Find("世田谷区", "13"));

        Assert.Equal(PlacementOffices.Serving("13112"), found.Office);
        Assert.Equal("13112", Assert.Single(found.Places).Code);
        Assert.Equal(PlacementOffices.All.Length, OfficeDirectory.Find(" ", null).Count);
        Assert.Empty(OfficeDirectory.Find("どこにもない町", null));
    }

    [Fact, Trait("Rule", "IN-01")]
    public void Nothing_found_leads_to_the_whole_directory()
    {
        Navigation.NavigateTo("/offices?q=どこにもない町");

        var page = Render<OfficesPage>();

        Assert.StartsWith("0件", page.Find("[role=status]").TextContent);
        Assert.Equal("/offices", page.Find(".empty a").GetAttribute("href"));
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();
}
