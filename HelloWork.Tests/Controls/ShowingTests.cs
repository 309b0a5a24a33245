using Bunit;
using Bunit.TestDoubles;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Controls;

public sealed class ShowingTests : BunitContext
{
    public ShowingTests() => Services.AddPortalControls();

    [Fact]
    public void The_pager_keeps_the_search_and_the_first_page_has_a_plain_address()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/jobs?q=%E4%BA%8B%E5%8B%99&type=part&type=regular&page=2");

        var pager = Render<Pager>(p => p.Add(x => x.Page, 2).Add(x => x.PageCount, 3));

        Assert.Equal("/jobs?q=%E4%BA%8B%E5%8B%99&type=part&type=regular", pager.Find("a[rel=prev]").GetAttribute("href"));
        Assert.Equal("/jobs?q=%E4%BA%8B%E5%8B%99&type=part&type=regular&page=3", pager.Find("a[rel=next]").GetAttribute("href"));
        Assert.Equal("ページ2", pager.Find("a[aria-current=page]").TextContent);
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 42, "1 2 3 4 5 … 42")]
    [InlineData(20, 42, "1 … 18 19 20 21 22 … 42")]
    [InlineData(42, 42, "1 … 38 39 40 41 42")]
    public void The_pager_shows_the_ends_and_the_neighbours(int page, int pages, string shown)
    {
        var pager = Render<Pager>(p => p.Add(x => x.Page, page).Add(x => x.PageCount, pages));

        Assert.Equal(shown, string.Join(' ', pager.FindAll("li").Select(li => li.TextContent.Replace("ページ", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_letter_keeps_its_lines_and_never_its_markup()
    {
        var letter = Render<Letter>(p => p.Add(x => x.Text, "はじめまして。\r\n採用担当です。\r\n\r\n<script>alert(1)</script>"));

        var paragraphs = letter.FindAll("p.lines");
        Assert.Equal("はじめまして。\n採用担当です。", paragraphs[0].TextContent);
        Assert.Equal("<script>alert(1)</script>", paragraphs[1].TextContent);
        Assert.Empty(letter.FindAll("script"));
    }

    [Fact]
    public void A_table_writes_out_the_roles_that_cards_would_take_away()
    {
        var table = Render<DataTable>(p => p.Add(x => x.Label, "応募").Add(x => x.Columns, ["応募者", new TableColumn("人数", Right: true, Sort: "ascending")])
            .AddChildContent<TableRow>(row => row.Add(x => x.Kind, RowKind.Unread).AddChildContent<TableCell>(cell => cell.Add(x => x.Label, "応募者").Add(x => x.Text, "A-1"))));

        Assert.Equal("応募", table.Find("[role=table]").GetAttribute("aria-label"));
        Assert.Equal(2, table.FindAll("[role=columnheader]").Count);
        Assert.Equal("ascending", table.FindAll("th")[1].GetAttribute("aria-sort"));
        Assert.Contains("is-unread", table.Find("tbody [role=row]").ClassList);
        Assert.Equal("応募者", table.Find("td[role=cell]").GetAttribute("data-label"));
    }

    [Fact]
    public void The_strip_of_days_is_for_the_eye_and_the_words_for_all()
    {
        var deadline = Render<Deadline>(p => p.Add(x => x.Label, "回答期限").Add(x => x.When, "3月29日（日）24時まで").Add(x => x.Left, "あと4日")
            .Add(x => x.From, new DateOnly(2026, 3, 23)).Add(x => x.To, new DateOnly(2026, 3, 29)).Add(x => x.Today, new DateOnly(2026, 3, 25)));

        Assert.Equal("3月29日（日）24時まで／あと4日", deadline.Find(".deadline__when").TextContent);
        Assert.Equal("true", deadline.Find("ol").GetAttribute("aria-hidden"));
        Assert.Equal(7, deadline.FindAll("ol li").Count);
        Assert.Equal("水25", deadline.Find("li.today").TextContent);
        Assert.Equal("日29", deadline.Find("li.last").TextContent);
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    public void The_quota_says_and_draws_what_is_left(int left, int used)
    {
        var quota = Render<Quota>(p => p.Add(x => x.Left, left));

        Assert.Equal($"残り {left}／10人", quota.Find("b").TextContent);
        Assert.Equal(used, quota.FindAll("i:not(.left)").Count);
    }

    [Fact]
    public void A_term_without_a_value_is_not_shown()
    {
        Assert.Empty(Render<DescriptionItem>(p => p.Add(x => x.Term, "賞与").Add(x => x.Text, " ")).FindAll("dt"));
        Assert.Equal("なし", Render<DescriptionItem>(p => p.Add(x => x.Term, "賞与").Add(x => x.Text, "なし")).Find("dd").TextContent);
    }

    [Fact]
    public void The_current_step_is_marked_and_only_other_steps_are_links()
    {
        var steps = Render<Steps>(p => p.Add(x => x.Current, 2).Add(x => x.Items, [new Step("作成", "/a"), new Step("確認", "/b"), new Step("送信完了")]));

        Assert.Equal("2 確認", steps.Find("[aria-current=step]").TextContent.Trim());
        Assert.Equal(["/a"], steps.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_success_is_announced_and_nothing_is_said_without_one()
    {
        Assert.Equal("保存しました", Render<StatusMessage>(p => p.Add(x => x.Text, "保存しました")).Find("[role=status]").TextContent.Trim());
        Assert.Empty(Render<StatusMessage>(p => p.Add(x => x.Text, null)).FindAll("[role=status]"));
    }

    [Fact]
    public void The_count_reads_exactly_as_agreed() =>
        Assert.Equal("1,234件", Render<ResultBar>(p => p.Add(x => x.Count, 1234)).Find("[role=status]").TextContent);

    [Fact]
    public void The_order_belongs_to_the_filter_with_the_button_that_sends_it()
    {
        var sort = Render<SortField>(p => p.Add(x => x.Form, "narrow").Add(x => x.Value, "wage").Add(x => x.Options, [new SelectOption("new", "新着順"), new SelectOption("wage", "賃金順")]));

        Assert.Empty(sort.FindAll("form"));
        Assert.Equal(["narrow", "narrow"], sort.FindAll("select[name=sort], button[type=submit]").Select(field => field.GetAttribute("form")));
        Assert.Equal("wage", sort.Find("option[selected]").GetAttribute("value"));
    }

    [Fact]
    public void Every_icon_is_drawn_and_a_misspelt_one_is_a_bug()
    {
        Assert.NotEmpty(Render<Icon>(p => p.Add(x => x.Name, "search")).FindAll("svg[aria-hidden=true] > *"));
        Assert.Throws<ArgumentException>(() => Render<Icon>(p => p.Add(x => x.Name, "serch")));
    }
}
