using HelloWork.Domain.Search;

namespace HelloWork.Benchmarks.Search;

internal enum Wanted { List, Count, Facets, Page }

internal enum Order { Newest, Wage, Relevance }

/// <summary>One search of the benchmark, for every engine the same.</summary>
internal sealed record Query(string Shape, Wanted Wanted, params string[] Typed)
{
    public IReadOnlyList<string> Words { get; } = [.. Typed.Select(SearchText.Normalise)];
    public string[] Not { get; init; } = [];
    public string? Prefecture { get; init; }
    public string? Type { get; init; }
    public int? Wage { get; init; }
    public int? DaysOff { get; init; }
    public int? Flag { get; init; }
    public Order Order { get; init; }
    public int Skip { get; init; }
    public const int Take = 20;
}

internal static class Shapes
{
    private static readonly string[] Common = ["看護", "介護", "事務", "営業", "販売", "医療"], Rare = ["溶接", "左官", "旋盤", "理容", "獣医", "測量"];
    private static readonly string[] Longer = ["看護師", "介護福祉士", "一般事務", "自動車整備", "フォークリフト", "ケアマネジャー", "保育士", "施工管理", "普通自動車", "リハビリ"];
    private static readonly string[] Prefectures = ["13", "27", "14", "23", "40", "01", "31", "08"];

    public static List<Query> All() =>
    [
        .. Common.Select(w => new Query("list, 2-letter word", Wanted.List, w)),
        .. Rare.Select(w => new Query("list, rare 2-letter word", Wanted.List, w)),
        .. Longer.Select(w => new Query("list, longer word", Wanted.List, w)),
        .. new[] { "医", "薬", "縫", "a" }.Select(w => new Query("list, one letter", Wanted.List, w)),
        .. new[] { "介護 夜勤", "事務 経験不問", "看護師 訪問", "営業 普通自動車" }.Select(w => new Query("list, two words", Wanted.List, w.Split(' '))),
        .. new[] { "介護 夜勤", "事務 excel", "看護師 訪問", "営業 転勤" }.Select(w => new Query("list, word but not another", Wanted.List, w.Split(' ')[0]) { Not = [w.Split(' ')[1]] }),
        .. new[] { "宇宙飛行士", "象使い", "南極", "zzzq" }.Select(w => new Query("list, nothing found", Wanted.List, w)),
        .. Longer.Take(8).Select((w, at) => new Query("list, word + prefecture + wage", Wanted.List, w) { Prefecture = Prefectures[at], Wage = 200_000 + at % 3 * 20_000 }),
        .. Prefectures.Select((p, at) => new Query("list, four filters", Wanted.List) { Prefecture = p, Wage = 220_000, DaysOff = 120, Flag = at }),
        .. Common.Select(w => new Query("list, page 500", Wanted.List, w) { Skip = 499 * Query.Take }),
        .. Common.Select(w => new Query("list, sort by wage", Wanted.List, w) { Order = Order.Wage }),
        .. Common.Concat(Longer).Select(w => new Query("list, relevance", Wanted.List, w) { Order = Order.Relevance }),
        .. Longer.Select(w => new Query("count, longer word", Wanted.Count, w)),
        .. Prefectures.Take(3).Select((_, at) => new Query("count, type + wage", Wanted.Count) { Type = at == 0 ? "regular" : at == 1 ? "part" : "nonregular", Wage = 200_000 }),
        .. Common.Select(w => new Query("facets, common word", Wanted.Facets, w)),
        .. Longer.Take(8).Select((w, at) => new Query("page, word + prefecture + type", Wanted.Page, w) { Prefecture = Prefectures[at], Type = "regular" }),
        .. Common.Select(w => new Query("page, common word", Wanted.Page, w)),
        new Query("page, no condition", Wanted.Page),
        .. Common.Select(w => new Query("page, common word, relevance", Wanted.Page, w) { Order = Order.Relevance }),
    ];

    /// <summary>Phrases of three to six letters that stand somewhere in the texts, each asked once: nobody asked for them before.</summary>
    public static List<Query> FirstTime(IReadOnlyList<string> texts)
    {
        var dice = new Random(7);
        var phrases = new HashSet<string>();
        while (phrases.Count < 300)
        {
            var text = texts[dice.Next(texts.Count)];
            var length = 3 + dice.Next(4);
            if (text.Length > length && text.Substring(dice.Next(text.Length - length), length) is var phrase && !phrase.Contains(' ', StringComparison.Ordinal))
                phrases.Add(phrase);
        }
        return [.. phrases.Select(p => new Query("page, phrase never asked before", Wanted.Page, p))];
    }
}

/// <param name="Ids">Of the page; null: not asked for.</param>
internal sealed record Answer(long? Count, IReadOnlyList<long>? Ids);

internal interface IEngine
{
    string Name { get; }
    /// <summary>Null: the engine can't do it.</summary>
    Answer? Run(Query query);
}
