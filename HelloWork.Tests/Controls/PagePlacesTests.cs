using Bunit;
using HelloWork.Blazor.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Controls;

/// <summary>A page says its title and the way to it where they stand, above the page itself.</summary>
public sealed class PagePlacesTests : BunitContext
{
    private int _rendered;

    public PagePlacesTests() => Services.AddPortalControls();

    [Fact]
    public void What_a_page_says_stands_in_its_place_and_is_rendered_once()
    {
        var title = Render<Outlet>(outlet => outlet.Add(o => o.Of, PagePlace.Title));
        var crumbs = Render<Outlet>(outlet => outlet.Add(o => o.Of, PagePlace.Crumbs));
        Assert.Equal("", title.Markup);

        title.InvokeAsync(() => Places.Say(PagePlace.Title, Words("求人検索")));

        Assert.Equal("求人検索", title.Markup);
        Assert.Equal("", crumbs.Markup);
        Assert.Equal(1, _rendered);
    }

    [Fact]
    public void What_is_said_last_stands_there_alone()
    {
        var title = Render<Outlet>(outlet => outlet.Add(o => o.Of, PagePlace.Title));

        title.InvokeAsync(() => Places.Say(PagePlace.Title, Words("下書き")));
        title.InvokeAsync(() => Places.Say(PagePlace.Title, Words("エラー：下書き")));

        Assert.Equal("エラー：下書き", title.Markup);
    }

    /// <summary>A layout without crumbs, and a page that has some.</summary>
    [Fact]
    public void Where_there_is_no_such_place_nothing_is_shown_and_nothing_breaks()
    {
        Places.Say(PagePlace.Crumbs, Words("ホーム"));

        Assert.Equal(0, _rendered);
    }

    [Fact]
    public void A_page_with_an_error_says_so_first_and_its_way_ends_with_its_own_name()
    {
        var title = Render<Outlet>(outlet => outlet.Add(o => o.Of, PagePlace.Title));
        var crumbs = Render<Outlet>(outlet => outlet.Add(o => o.Of, PagePlace.Crumbs));
        var errors = new FormErrors();

        var head = Render<PageHead>(page => page.Add(p => p.Title, "連絡先の変更").Add(p => p.Errors, errors).Add(p => p.Crumbs, [new Crumb("ホーム", "/")]));
        Assert.StartsWith("連絡先の変更", title.Find("title").TextContent, StringComparison.Ordinal);
        errors.Add("Mail", "メールアドレスを入力してください");
        head.Render();

        Assert.StartsWith("エラー", title.Find("title").TextContent, StringComparison.Ordinal);
        Assert.Equal("連絡先の変更", crumbs.Find("[aria-current=page]").TextContent);
        Assert.Equal("/", crumbs.Find("a").GetAttribute("href"));
    }

    private PagePlaces Places => Services.GetRequiredService<PagePlaces>();

    private RenderFragment Words(string text) => (RenderTreeBuilder builder) =>
    {
        _rendered++;
        builder.AddContent(0, text);
    };
}
