using System.Globalization;
using HelloWork.Domain.Jobs;

namespace HelloWork.Benchmarks.Jobs;

/// <summary>Searches as visitors make them: most with a word and a prefecture, few with much more; the first pages most often. The same ones each time.</summary>
internal static class UsualSearches
{
    private static readonly string[] Words =
    [
        "介護", "事務", "看護師", "営業", "ドライバー", "調理", "保育士", "清掃", "製造", "経理", "夜勤", "パソコン", "土日祝", "在宅", "未経験", "正社員登用", "送迎", "倉庫", "接客", "設計",
        "介護 夜勤", "事務 経理", "看護 パート", "トラック 長距離", "エクセル", "駅から徒歩", "マイカー通勤", "研修", "資格取得", "定年",
    ];
    private static readonly string[] Prefectures = ["13", "27", "14", "23", "11", "12", "28", "40", "01", "22", "34", "26", "04", "47", "31"];
    private static readonly string[] Occupations = ["06", "08", "04", "07", "09", "12", "13", "02", "15", "001", "050"];
    private static readonly EmploymentType[] Types = [EmploymentType.Regular, EmploymentType.Part, EmploymentType.NonRegular];
    private static readonly JobCondition[] Conditions = [JobCondition.NoExperience, JobCondition.WeekendsOff, JobCondition.CarCommuting, JobCondition.NearStation, JobCondition.SelfApplication];

    public static IReadOnlyList<JobSearchQuery> Make(int count)
    {
        var dice = new Random(20261126);
        return [.. Enumerable.Range(0, count).Select(_ => One(dice))];
    }

    private static JobSearchQuery One(Random dice) => new()
    {
        FreeWords = dice.Next(10) < 7 ? Skewed(dice, Words) : "",
        Prefectures = dice.Next(10) < 6 ? [Skewed(dice, Prefectures)] : [],
        Occupations = dice.Next(10) < 3 ? [Skewed(dice, Occupations)] : [],
        Types = dice.Next(10) < 3 ? [Skewed(dice, Types)] : [],
        WageMin = dice.Next(10) < 2 ? 180_000 + 10_000 * dice.Next(10) : null,
        Conditions = dice.Next(10) < 2 ? [Skewed(dice, Conditions)] : [],
        Sort = dice.Next(10) switch { 0 => JobSort.WageFrom, 1 => JobSort.Match, 2 => JobSort.Deadline, _ => JobSort.New },
        Page = dice.Next(10) < 7 ? 1 : 1 + dice.Next(8),
    };

    private static T Skewed<T>(Random dice, IReadOnlyList<T> from) => from[(int)(from.Count * Math.Pow(dice.NextDouble(), 2))];

    public static string Address(JobSearchQuery query)
    {
        List<(string, string)> parts = [];
        if (query.FreeWords.Length > 0)
            parts.Add(("q", query.FreeWords));
        parts.AddRange(query.Prefectures.Select(p => ("pref", p)));
        parts.AddRange(query.Occupations.Select(o => ("occ", o)));
        parts.AddRange(query.Types.Select(t => ("type", t switch { EmploymentType.Regular => "regular", EmploymentType.Part => "part", _ => "nonregular" })));
        if (query.WageMin is { } wage)
            parts.Add(("wageMin", wage.ToString(CultureInfo.InvariantCulture)));
        parts.AddRange(query.Conditions.Select(c => ("c", c switch
        {
            JobCondition.NoExperience => "no-experience", JobCondition.WeekendsOff => "weekends-off", JobCondition.CarCommuting => "car", JobCondition.NearStation => "near-station", _ => "self-application",
        })));
        if (query.Sort is not JobSort.New)
            parts.Add(("sort", query.Sort switch { JobSort.WageFrom => "wage", JobSort.Match => "match", _ => "deadline" }));
        if (query.Page > 1)
            parts.Add(("page", query.Page.ToString(CultureInfo.InvariantCulture)));
        return $"/jobs?{string.Join('&', parts.Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"))}";
    }
}
