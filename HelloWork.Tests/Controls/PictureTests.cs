using Bunit;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;

namespace HelloWork.Tests.Controls;

public sealed class PictureTests : BunitContext
{
    public PictureTests() => Services.AddPortalControls();

    [Fact]
    public void A_picture_is_named_by_its_words_and_holds_its_figures()
    {
        var figures = new Figures(["月", "件数"], [["3月", 1_234], ["4月", 5]]);

        var picture = Render<Picture>(p => p.Add(x => x.Id, "sent").Add(x => x.Title, "送った数").Add(x => x.Says, "4月は少ないです。").Add(x => x.Figures, figures).Add(x => x.CsvHref, "/sent.csv")
            .AddChildContent<RowChart>(c => c.Add(x => x.Rows, [new("3月", [1_000, 234]), new("4月", [5, 0])])));

        Assert.Equal("4月は少ないです。", picture.Find("#" + picture.Find("svg").GetAttribute("aria-labelledby")).TextContent);
        Assert.Equal(["3月", "1,234", "4月", "5"], picture.FindAll("td").Select(td => td.TextContent));
        Assert.Equal("CSVで保存：送った数", picture.Find("a[download]").TextContent);
        Assert.Equal(3, picture.FindAll("rect").Count);
    }

    [Fact]
    public void Words_in_a_drawing_are_encoded_and_have_no_readings()
    {
        var chart = Render<RowChart>(c => c.Add(x => x.Rows, [new("<b>\uFFF9求人\uFFFAきゅうじん\uFFFB", [1])]));

        Assert.Equal("<b>求人", chart.Find("text").TextContent);
    }

    [Fact]
    public void The_highest_column_fits_beneath_a_line_that_can_be_read()
    {
        var chart = Render<ColumnChart>(c => c.Add(x => x.Columns, [new("a", [3]), new(null, [0]), new("b", [37])]));

        Assert.Equal("50", chart.FindAll("text").Last().TextContent);
        Assert.Equal(["9", "0", "111"], chart.FindAll("rect").Select(r => r.GetAttribute("height")));
    }
}
