using System.Globalization;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

/// <summary>Japan in 47 squares, eight across, so that each has room for its number on a phone: neighbours stay near, coasts don't.</summary>
internal static class PrefectureTiles
{
    private static readonly string[] Rows =
    [
        ".. .. .. .. .. .. .. 01",
        ".. .. .. .. .. .. .. 02",
        ".. .. .. .. .. .. 05 03",
        ".. .. .. .. .. .. 06 04",
        ".. .. .. .. 17 16 15 07",
        ".. .. .. 18 21 20 10 09",
        "32 31 28 26 25 19 11 08",
        "34 33 27 29 23 22 13 12",
        "35 .. 30 24 .. .. 14 ..",
        "40 44 .. .. .. .. .. ..",
        "41 43 .. 38 37 .. .. ..",
        "42 45 .. 39 36 .. .. ..",
        ".. 46 .. .. .. .. .. ..",
        "47 .. .. .. .. .. .. ..",
    ];

    public static IReadOnlyDictionary<string, (int Column, int Row)> Places { get; } = Rows
        .SelectMany((line, row) => line.Split(' ').Select((code, column) => (code, column, row))).Where(p => p.code != "..").ToDictionary(p => p.code, p => (p.column, p.row));

    /// <summary>In the order of the codes.</summary>
    public static IReadOnlyList<MapTile> Of(JobsByPrefecture jobs, IStringLocalizer<JobFiguresText> text)
    {
        var most = Math.Max(1, Prefectures.All.Max(p => jobs.In(p.Code)));
        return [.. Prefectures.All.Select(p =>
        {
            var count = jobs.In(p.Code);
            return new MapTile(Places[p.Code].Column, Places[p.Code].Row, Name(p), Short(p, text), InShort(count, text), text["Map.Tile", p.Here(), count], Search(jobs, p), Step(count, most));
        })];
    }

    public static string Search(JobsByPrefecture jobs, Prefecture prefecture) => JobSearchAddress.Of(jobs.Query with { Prefectures = [prefecture.Code], Page = 1 });

    /// <summary>By the square root, so that Tokyo doesn't leave all others pale: 0 for none, 4 from nine sixteenths of the most.</summary>
    internal static int Step(int count, int most) => count == 0 ? 0 : Math.Min(4, 1 + (int)(4 * Math.Sqrt((double)count / most)));

    private static string Name(Prefecture prefecture) => LanguageTags.Current is Language.English ? prefecture.Here() : prefecture.ShortName;

    /// <summary>Five Latin letters: all but Yamagata and Yamaguchi differ by them.</summary>
    private static string Short(Prefecture prefecture, IStringLocalizer<JobFiguresText> text) => LanguageTags.Current is not Language.English ? prefecture.ShortName
        : prefecture.Code is "06" or "35" ? text[$"Map.Short.{prefecture.Code}"] : prefecture.Here() is { Length: > 5 } name ? name[..5] : prefecture.Here();

    // 12,345 has no room in 41 pixels.
    private static string InShort(int count, IStringLocalizer<JobFiguresText> text) => count < 10_000 ? count.ToString("N0", CultureInfo.CurrentCulture)
        : LanguageTags.Current is Language.English ? text["Map.Thousands", count / 1_000]
        : text["Map.TenThousands", count < 100_000 ? Math.Floor(count / 1_000m) / 10 : count / 10_000];
}
