using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

/// <summary>Wages and the map as figures and as bars.</summary>
internal static class JobFigures
{
    public static Figures Table(WageSpread spread, IStringLocalizer<JobFiguresText> text) =>
        new([text["Column.Wage"], text["Column.Jobs"], text["Column.Share"]], [.. Rows(spread, text).Select(IReadOnlyList<Figure> (row) => [row.Range, row.Jobs, row.Share])]);

    /// <summary>Both units in one file; edges as numbers.</summary>
    public static Figures File(WagesOfSearch wages, IStringLocalizer<JobFiguresText> text)
    {
        var rows = new List<IReadOnlyList<Figure>>();
        foreach (var spread in ((WageSpread?[])[wages.ByMonth, wages.ByHour]).OfType<WageSpread>())
            rows.AddRange(spread.Bars.Select((bar, i) => (IReadOnlyList<Figure>)
            [
                text[$"Unit.{spread.Unit}"].Value, i == 0 ? "" : bar.From, i == spread.Bars.Count - 1 ? "" : bar.From + spread.Step, bar.Count, Share(bar.Count, spread.Jobs),
            ]));
        return new([text["Column.Unit"], text["Column.From"], text["Column.Under"], text["Column.Jobs"], text["Column.Share"]], rows);
    }

    public static Figures File(JobsByPrefecture jobs, IStringLocalizer<JobFiguresText> text) => new(
        [text["Column.Code"], text["Column.Prefecture"], text["Column.Jobs"], text["Column.Share"]],
        [.. Prefectures.All.Select(IReadOnlyList<Figure> (p) => [p.Code, p.Here(), jobs.In(p.Code), Share(jobs.In(p.Code), jobs.Jobs)])]);

    public static decimal Share(int part, int all) => all == 0 ? 0 : Math.Round(100m * part / all, 1);

    /// <param name="marked">The bar of one wage, with its words.</param>
    public static IReadOnlyList<ChartColumn> Columns(WageSpread spread, JobWords words, int? least, int? marked, string? mark)
    {
        var (middle, last) = (spread.Bars.Count / 2, spread.Bars.Count - 1);
        return [.. spread.Bars.Select((bar, i) => new ChartColumn(
            i == 0 || i == last || (i == middle && last > 3) ? words.Round(bar.From) : null, [bar.Count], Off: bar.From < least, Mark: i == marked ? mark : null))];
    }

    private static IEnumerable<(string Range, int Jobs, decimal Share)> Rows(WageSpread spread, IStringLocalizer<JobFiguresText> text) => spread.Bars.Select((bar, i) => (
        (i == 0 ? text["Range.Under", bar.From + spread.Step] : i == spread.Bars.Count - 1 ? text["Range.From", bar.From] : text["Range", bar.From, bar.From + spread.Step]).Value,
        bar.Count, Share(bar.Count, spread.Jobs)));
}
