using Bunit;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Controls;

public sealed class FieldTests : BunitContext
{
    public FieldTests() => Services.AddPortalControls();

    [Fact]
    public void The_label_alone_names_the_field_and_the_mark_stands_beside_it()
    {
        var field = Render<TextField>(p => p.Add(x => x.Label, "パスワード").Add(x => x.Name, "Input.Password").Add(x => x.Required, true).Add(x => x.Type, "password"));

        var label = field.Find("label");
        Assert.Equal("パスワード", label.TextContent);
        Assert.Equal("Password", label.GetAttribute("for"));
        Assert.Equal("Input.Password", field.Find("#Password").GetAttribute("name"));
        Assert.Equal("必須", field.Find(".label-row > .mark--req").TextContent);
    }

    [Fact]
    public void A_field_in_order_is_described_by_its_support_text_only()
    {
        var field = Render<TextField>(p => p.Add(x => x.Label, "電話").Add(x => x.Name, "Tel").Add(x => x.Support, "市外局番から"));

        var input = field.Find("input");
        Assert.Null(input.GetAttribute("aria-invalid"));
        Assert.Equal("市外局番から", field.Find($"#{input.GetAttribute("aria-describedby")}").TextContent);
    }

    [Fact]
    public void A_field_with_an_error_says_so_and_is_described_by_it()
    {
        var field = Render<TextArea>(p => p.Add(x => x.Label, "メッセージ").Add(x => x.Name, "Input.Message").Add(x => x.Support, "1,000字まで")
            .Add(x => x.Error, "メッセージを入力してください").Add(x => x.Max, 1000).Add(x => x.Value, "あ\r\nい"));

        var area = field.Find("textarea");
        Assert.Equal("true", area.GetAttribute("aria-invalid"));
        Assert.Equal("Message-s Message-e Message-c", area.GetAttribute("aria-describedby"));
        Assert.Equal("メッセージを入力してください", field.Find("#Message-e").TextContent);
        Assert.Equal("3／1,000字", field.Find("#Message-c").TextContent);
        Assert.False(area.HasAttribute("maxlength"));
    }

    [Fact]
    public void A_text_area_keeps_the_empty_lines_at_its_start()
    {
        var field = Render<TextArea>(p => p.Add(x => x.Label, "本文").Add(x => x.Name, "Body").Add(x => x.Value, "\n\nはじめ"));

        // The parser drops the first line break after the tag.
        Assert.StartsWith("\n\n", field.Find("textarea").TextContent.TrimStart('\r'), StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_cannot_be_chosen_says_why()
    {
        var field = Render<SelectField>(p => p.Add(x => x.Label, "求人").Add(x => x.Name, "Input.Job").Add(x => x.Value, "a")
            .Add(x => x.Options, [new SelectOption("a", "経理"), new SelectOption("b", "営業", "10人に送付済み")]));

        var options = field.FindAll("select#Job option");
        Assert.True(options[0].HasAttribute("selected"));
        Assert.False(options[0].HasAttribute("disabled"));
        Assert.True(options[1].HasAttribute("disabled"));
        Assert.Equal("営業 — 10人に送付済み", options[1].TextContent);
    }

    [Fact]
    public void A_check_line_is_named_by_its_label_and_posts_true()
    {
        var line = Render<CheckLine>(p => p.Add(x => x.Label, "注意事項を確認しました").Add(x => x.Name, "Input.Agreed").Add(x => x.Required, true));

        var box = line.Find("input[type=checkbox]");
        Assert.Equal("true", box.GetAttribute("value"));
        Assert.False(box.HasAttribute("checked"));
        Assert.Equal("注意事項を確認しました", line.Find($"label[for={box.Id}]").TextContent);
        Assert.Equal("必須", line.Find(".mark").TextContent);
    }

    [Fact]
    public void A_group_is_named_without_its_mark_and_the_summary_can_reach_its_first_choice()
    {
        var group = Render<RadioGroup>(p => p.Add(x => x.Label, "手数料").Add(x => x.Name, "Input.Fee").Add(x => x.Required, true).Add(x => x.Value, "b")
            .Add(x => x.Error, "手数料を選んでください").Add(x => x.Choices, [new Choice("a", "徴収しない"), new Choice("b", "徴収する")]));

        var box = group.Find("[role=radiogroup]");
        Assert.Equal("手数料", group.Find($"#{box.GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal("Fee-e", box.GetAttribute("aria-describedby"));
        Assert.Equal("true", box.GetAttribute("aria-required"));
        Assert.Equal("a", group.Find("#Fee").GetAttribute("value"));
        Assert.True(group.FindAll("input")[1].HasAttribute("checked"));
    }

    [Fact]
    public void The_boxes_of_a_date_are_named_year_month_and_day()
    {
        var date = Render<DateFields>(p => p.Add(x => x.Label, "生年月日").Add(x => x.Name, "Input.Birth").Add(x => x.Value, new DateParts { Year = "1990", Month = "13" }));

        Assert.Equal(["年", "月", "日"], date.FindAll("label").Select(label => label.TextContent));
        Assert.Equal(["Input.Birth.Year", "Input.Birth.Month", "Input.Birth.Day"], date.FindAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal("13", date.Find("#Birth-Month").GetAttribute("value"));
        Assert.All(date.FindAll("label"), label => Assert.NotNull(date.Find($"#{label.GetAttribute("for")}")));
    }

    [Theory]
    [InlineData("2000", "2", "29", true)]
    [InlineData("１９９０", "４", "１", true)]
    [InlineData("1900", "2", "29", false)]
    [InlineData("1990", "13", "1", false)]
    [InlineData("1990", "", "1", false)]
    [InlineData("0", "1", "1", false)]
    public void A_date_is_one_only_if_the_calendar_has_it(string year, string month, string day, bool exists) =>
        Assert.Equal(exists, new DateParts { Year = year, Month = month, Day = day }.TryToDate(out _));

    [Theory]
    [InlineData("Input.Message", "Message")]
    [InlineData("Message", "Message")]
    [InlineData("Input.Jobs[0].Name", "Jobs-0-Name")]
    public void The_id_of_a_field_leaves_out_the_form_it_is_in(string name, string id) => Assert.Equal(id, FieldId.From(name));
}
