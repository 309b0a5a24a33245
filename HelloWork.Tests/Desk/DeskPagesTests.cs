using Bunit;
using HelloWork.Blazor.Desk;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Desk;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Desk;

public sealed class DeskPagesTests : SignedInPageContext
{
    private CounselorActor _counselor = null!;

    protected override async Task SignInAsync()
    {
        _counselor = await Given.CounselorAsync();
        SignIn(RoleNames.Counselor, _counselor.Account);
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task The_list_says_in_words_what_is_late_and_what_is_due_today()
    {
        await ItemAsync(dueInDays: -2);
        await ItemAsync(dueInDays: 0);

        var page = Show("/desk");

        Assert.Equal("期限を過ぎたもの 1件・本日が期限 1件", page.Find("[data-live=totals]").TextContent.Trim());
        Assert.Contains("2日超過", page.Markup);
        Assert.Contains("2件のうち 1〜2件目（期限が近い順）", page.Find("[role=status]").TextContent);
        Assert.Equal(["", "期限", "残り", "種別", "番号", "内容", "相手", "担当", "状態"], page.FindAll("thead th").Select((h, i) => i == 0 ? "" : h.TextContent.Trim()));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task A_tab_keeps_the_other_conditions_and_leads_to_the_first_page()
    {
        await ItemAsync();

        var page = Show("/desk?q=見本&who=none&page=3&done=taken");

        var jobs = page.FindAll("nav[aria-label=種別] a")[1].GetAttribute("href")!;
        Assert.StartsWith("/desk?", jobs);
        Assert.Contains("kind=jobs", jobs);
        Assert.Contains("who=none", jobs);
        Assert.DoesNotContain("page=", jobs);
        Assert.DoesNotContain("done=", jobs);
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Nothing_found_leads_back_to_everything()
    {
        await ItemAsync();

        var page = Show("/desk?q=どこにもない");

        Assert.Contains("条件に合う受付はありません", page.Markup);
        Assert.Equal("/desk", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Before_a_change_of_several_the_page_shows_what_would_change_and_what_would_not()
    {
        var (one, other) = (await ItemAsync(), await ItemAsync());
        await new MoveDeskItem(Database, Clock).RunAsync(new(_counselor, other, DeskItemState.Waiting), default);

        var page = ShowChange($"/desk/change?what=assign&item={one}&item={other}&to={_counselor.Account}");

        Assert.Contains("1件が変わります", page.Find("#preview [role=status]").TextContent);
        Assert.Contains("1件は、一覧をひらいたあとに変わったため、変更しません", page.Markup);
        Assert.Contains("先に変わっています", page.Markup);
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task A_due_day_in_the_past_is_refused_at_its_field_before_anything_is_shown()
    {
        var pick = await ItemAsync();

        var page = ShowChange($"/desk/change?what=due&item={pick}&to=2026-03-21");

        Assert.Contains("新しい期限は、今日から1年先までの日にしてください", page.Find(".field-error").TextContent);
        Assert.Empty(page.FindAll("#preview"));
    }

    [Theory, Trait("Rule", "CO-06")]
    [InlineData("https://example.com/desk")]
    [InlineData("//example.com")]
    [InlineData("/deskx")]
    [InlineData("/account/logout")]
    public void A_list_to_go_back_to_is_the_desks_own(string back) => Assert.Equal("/desk", DeskAddress.Back(back));

    [Theory, Trait("Rule", "CO-06")]
    [InlineData(DeskItemKind.JobCheck, "/desk/jobs/13010-00000101")]
    [InlineData(DeskItemKind.Inquiry, "/desk/inquiries/00000000-0000-0000-0000-000000000000")]
    [InlineData(DeskItemKind.Complaint, "/desk/complaints/00000000-0000-0000-0000-000000000000")]
    public async Task An_item_leads_to_the_page_of_its_record(DeskItemKind kind, string address)
    {
        Assert.Equal(address, DeskAddress.OfRecord(kind, Guid.Empty, "13010-00000101"));
        var pick = await ItemAsync(kind);

        var page = Render<DeskItemPage>(p => p.Add(i => i.Id, pick.Item.Value));

        Assert.StartsWith(address[..11], page.Find("a.btn--primary").GetAttribute("href"));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task An_item_shows_its_notes_and_what_was_done_in_words()
    {
        var pick = await ItemAsync();
        await new AssignDeskItems(Database, Clock).RunAsync(new(_counselor, [pick], _counselor.Account), default);
        await new WriteDeskNote(Database, Clock).RunAsync(new(_counselor, pick.Item, "折り返しの電話を待っています。"), default);

        var page = Render<DeskItemPage>(p => p.Add(i => i.Id, pick.Item.Value));

        Assert.Contains("折り返しの電話を待っています。", page.Find(".thread").TextContent);
        Assert.Contains("担当を飯田 一郎にしました", page.Markup);
    }

    [Fact, Trait("Rule", "CO-06")]
    public void Every_kind_state_and_refusal_has_its_words()
    {
        var text = new System.Resources.ResourceManager(typeof(DeskText));
        string[] keys =
        [
            .. Enum.GetValues<DeskItemKind>().SelectMany(k => new[] { $"Kind.{k}", $"Open.{k}" }), .. Enum.GetValues<DeskItemState>().Select(s => $"State.{s}"),
            .. Enum.GetValues<DeskDue>().Select(d => $"Filter.Due.{d}"), .. Enum.GetValues<DeskFilterState>().Select(s => $"Filter.State.{s}"),
            .. Enum.GetValues<DeskRefusal>().Select(r => $"Refused.{r}"), .. Enum.GetValues<DeskNoteRefusal>().Select(r => $"Item.Note.{r}"),
        ];

        Assert.DoesNotContain(keys, k => text.GetString(k) is null);
    }

    private IRenderedComponent<DeskPage> Show(string address)
    {
        Navigation.NavigateTo(address);
        return Render<DeskPage>();
    }

    private IRenderedComponent<DeskChangePage> ShowChange(string address)
    {
        Navigation.NavigateTo(address);
        return Render<DeskChangePage>();
    }

    private Task<DeskPick> ItemAsync(DeskItemKind kind = DeskItemKind.Inquiry, int dueInDays = 3) => GivenDesk.ItemAsync(Database, Clock, kind, dueInDays);
}
