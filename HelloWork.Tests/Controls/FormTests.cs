using Bunit;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Controls;

public sealed class FormTests : BunitContext
{
    public FormTests()
    {
        Services.AddPortalControls();
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
    }

    [Fact]
    public void The_summary_is_an_alert_that_leads_to_each_field_in_order()
    {
        var errors = new FormErrors { { "Input.Message", "メッセージを入力してください" }, { "Agreed", "注意事項を確認してください" } };

        var summary = Render<ErrorSummary>(p => p.Add(x => x.Errors, errors));

        var box = summary.Find("[role=alert]");
        Assert.Equal("-1", box.GetAttribute("tabindex"));
        Assert.True(box.HasAttribute("autofocus"));
        Assert.Equal("入力エラーが2件あります", summary.Find($"#{box.GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal(["/#Message", "/#Agreed"], summary.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_refusal_of_the_whole_is_text_and_not_a_link()
    {
        var summary = Render<ErrorSummary>(p => p.Add(x => x.Errors, new FormErrors { "10人に送付済みです" }));

        Assert.Empty(summary.FindAll("a"));
        Assert.Contains("10人に送付済みです", summary.Find("[role=alert] li").TextContent, StringComparison.Ordinal);
        Assert.Equal("手続きを完了できませんでした", summary.Find("h2").TextContent);
    }

    [Fact]
    public void Without_errors_there_is_no_alert() => Assert.Empty(Render<ErrorSummary>(p => p.Add(x => x.Errors, new FormErrors())).FindAll("[role=alert]"));

    [Fact]
    public void Fields_in_a_form_find_their_own_error_and_lose_it_when_it_is_mended()
    {
        var errors = new FormErrors { { "Message", "メッセージを入力してください" } };
        var form = Render<PostForm>(p => p.Add(x => x.FormName, "compose").Add(x => x.Errors, errors)
            .AddChildContent<TextField>(f => f.Add(x => x.Label, "メッセージ").Add(x => x.Name, "Input.Message")));
        Assert.Equal("true", form.Find("#Message").GetAttribute("aria-invalid"));

        form.Render(p => p.Add(x => x.Errors, new FormErrors()));

        Assert.False(form.Find("#Message").HasAttribute("aria-invalid"));
        Assert.Empty(form.FindAll("[role=alert]"));
    }

    [Fact]
    public void A_draft_form_names_where_and_since_when_it_is_kept()
    {
        var saved = new DateTimeOffset(2026, 3, 22, 1, 42, 0, TimeSpan.Zero);

        var form = Render<PostForm>(p => p.Add(x => x.FormName, "compose").Add(x => x.DraftUrl, "/draft").Add(x => x.DraftSavedAt, saved)
            .AddChildContent<DraftState>(s => s.Add(x => x.SavedAt, saved)));

        Assert.Equal("/draft", form.Find("form").GetAttribute("data-draft-url"));
        Assert.Equal(saved, DateTimeOffset.Parse(form.Find("form").GetAttribute("data-draft-saved-at")!));
        Assert.StartsWith("10時42分に自動で保存しました", form.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dialog_is_opened_by_its_button_named_by_its_heading_and_posts_its_own_form()
    {
        var confirmed = 0;
        var dialog = Render<ConfirmDialog>(p => p.Add(x => x.Id, "decline").Add(x => x.OpenText, "辞退する").Add(x => x.ConfirmText, "辞退する")
            .Add(x => x.Title, "辞退しますか").Add(x => x.Danger, true).Add(x => x.OnConfirm, () => confirmed++));

        var open = dialog.Find("[data-dialog-open]");
        Assert.Equal("show-modal", open.GetAttribute("command"));
        Assert.Equal("decline", open.GetAttribute("commandfor"));
        var box = dialog.Find("dialog#decline");
        Assert.Equal("辞退しますか", dialog.Find($"#{box.GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal("close", dialog.Find("[data-dialog-close]").GetAttribute("command"));
        dialog.Find("dialog form").Submit();
        Assert.Equal(1, confirmed);
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
