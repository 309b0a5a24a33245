using System.Collections.Frozen;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Privacy;

/// <summary>
/// Street addresses: a town with its numbers (丁目, 番地, 番, 号, 1-2-3) behind a prefecture or municipality of <see cref="Municipalities"/>, or without one
/// where the numbers alone can hardly be anything else; and a building with its room. A place without numbers is none: people say where they want to work.
/// </summary>
internal static class StreetAddresses
{
    private const int LongestTown = 18, LongestBuilding = 14;

    private static readonly string[] Suffixes = ["丁目", "番地", "番", "号棟", "号室", "号", "条"];
    private static readonly string[] HomeWords = ["住所", "住ま", "住ん", "在住", "自宅", "実家", "〒", "本籍", "居住", "宛", "送付先", "所在地"];
    private static readonly string[] Buildings = ["マンション", "アパート", "コーポ", "ハイツ", "メゾン", "レジデンス", "ハイム", "パレス", "ヴィラ", "ビラ", "シャトー", "レオパレス", "荘", "団地", "寮", "社宅", "住宅", "タワー", "カーサ", "テラス", "コート", "ヒルズ", "フラット", "ドミール", "エステート"];
    private static readonly string[] Units =
    [
        "円", "名", "人", "時", "日", "年", "月", "度", "個", "件", "本", "台", "部", "点", "冊", "枚", "%", "万", "千", "kg", "km", "社", "店", "軒", "食", "回", "分", "秒", "週", "か", "カ", "箇", "ケ", "代", "歳", "才",
        "級", "位", "型", "形", "戸", "棟", "床", "通", "章", "節", "項", "条", "勝", "敗", "の規", "の順", "改訂", "世帯", "室", "区画", "m", "t", "倍", "割", "対",
    ];
    private static readonly char[] NoTownEnd = ['章', '節', '項', '図', '表', '版', '式', '型', '号', '番', '比', '率', '約', '計', '績', '第', '率', '和', '成', '内', '毎', '日', '月', '年', '週', '朝', '夜', '前', '後'];
    private static readonly string[] Particles = ["で", "を", "に", "は", "へ", "も", "から", "まで", "より", "など", "です", "ます", "や"];

    private static readonly FrozenDictionary<(char, char), string[]> Places = Prefectures.All.Select(p => p.Name)
        .Concat(Municipalities.All.SelectMany(m => new[] { m.Name, m.LocalName }))
        .Concat(Municipalities.DesignatedCities.Select(city => city.Name))
        .Select(name => name.Replace('ヶ', 'ケ')).Distinct()
        .GroupBy(name => (name[0], name[1])).ToFrozenDictionary(names => names.Key, names => names.OrderByDescending(name => name.Length).ToArray());

    private enum Strength { None, Weak, Middling, Strong }

    private readonly record struct Numbers(int End, Strength Strength, bool Hyphens, bool Chome);

    public static void Find(FoldedText text)
    {
        var places = PlaceEnds(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (text.WordAt(i, Buildings) is { } building)
                Building(text, i, i + building.Length);
            if (!StartsNumber(text, i) || text.IsTaken(i, i + 1) || Read(text, i) is not { Strength: not Strength.None } numbers)
                continue;

            var start = Start(text, places, i, numbers);
            if (start >= 0 && text.Take(start, WithBuilding(text, numbers.End), IdentifyingKind.StreetAddress))
                i = numbers.End - 1;
        }
    }

    /// <summary>For each index the end of the longest place name that starts there, or 0.</summary>
    private static int[] PlaceEnds(FoldedText text)
    {
        var ends = new int[text.Length];
        for (var i = 0; i < ends.Length; i++)
            if (Places.TryGetValue((text[i], text[i + 1]), out var names) && text.WordAt(i, names) is { } name)
                ends[i] = i + name.Length;
        return ends;
    }

    private static bool StartsNumber(FoldedText text, int i) =>
        (text.Digit(i) >= 0 || text[i] == '十') && text.Digit(i - 1) < 0 && text[i - 1] is not ('-' or '十' or '.' or ',' or '/') && !char.IsAsciiLetter(text[i - 1]);

    private static Numbers Read(FoldedText text, int i)
    {
        var (parts, hyphens, end, chome, banchi, ban, go) = (0, 0, i, false, false, false, false);
        while (parts < 7 && Number(text, i) is > 0 and var length)
        {
            parts++;
            i = end = i + length;
            var at = text.SkipSpaces(i, 1);
            if (text.WordAt(at, Suffixes) is { } suffix && !(suffix is "番" && text[at + 1] is '町' or '丁' or '目') && !(suffix == "条" && text[at + 1] is '項' or '約'))
            {
                i = end = at + suffix.Length;
                chome |= suffix == "丁目";
                banchi |= suffix == "番地";
                ban |= suffix == "番";
                go |= suffix.StartsWith('号');
                var next = text.SkipSpaces(i, 1);
                if (suffix is "条" or "丁目" && text[next] is '東' or '西' or '南' or '北')
                    next++;
                if (Number(text, next) > 0)
                    i = next;
                else if (text[next] is '-' or 'の' && Number(text, next + 1) > 0)
                    i = next + 1;
                else
                    break;
            }
            else if (text[at] is '-' or 'の' && Number(text, text.SkipSpaces(at + 1, 1)) > 0)
            {
                hyphens++;
                i = text.SkipSpaces(at + 1, 1);
            }
            else
                break;
        }

        var strong = chome && parts >= 2 && (hyphens == 0 || parts >= 2) || banchi && (parts >= 2 || ban) || ban && go || hyphens >= 2 && parts >= 3;
        var strength = parts == 0 ? Strength.None : strong ? Strength.Strong : chome || banchi || ban || hyphens > 0 ? Strength.Middling : Strength.Weak;
        return new(end, strength, hyphens > 0 && !(chome || banchi || ban), chome);
    }

    private static int Number(FoldedText text, int i)
    {
        var k = 0;
        while (k < 6 && (text.Digit(i + k) >= 0 || text[i + k] is '十' or '百'))
            k++;
        return k > 5 ? 0 : k;
    }

    /// <summary>Where the address before these numbers starts, or -1 when it is none.</summary>
    private static int Start(FoldedText text, int[] places, int at, Numbers numbers)
    {
        if (!FoldedText.IsJapanese(text[at - 1]) && !(text[at - 1] == ' ' && FoldedText.IsJapanese(text[at - 2])) && text.Digit(at - 1) < 0)
            return -1;
        if (numbers.Strength < Strength.Strong && text.WordAt(text.SkipSpaces(numbers.End, 1), Units) is not null || numbers.Hyphens && text.WordAt(numbers.End, Units) is not null)
            return -1;

        var town = TownStart(text, at);
        for (var i = Math.Max(0, town - 10); i <= at - 2; i++)
            if (places[i] > 0 && places[i] <= at && places[i] >= town && IsTown(text, places[i], at, numbers.Strength))
                return Widened(text, places, i);

        return numbers.Strength is Strength.Strong || numbers.Chome ? IsTownAlone(text, at, numbers) ? AloneStart(text, at) : -1 : -1;
    }

    private static int TownStart(FoldedText text, int at)
    {
        var i = at;
        while (i > 0 && at - i < LongestTown && (FoldedText.IsJapanese(text[i - 1]) || text[i - 1] == ' ' || text.Digit(i - 1) >= 0))
            i--;
        return i;
    }

    /// <summary>Between the municipality and the numbers stands a town's name, or nothing, but no part of a sentence.</summary>
    private static bool IsTown(FoldedText text, int from, int to, Strength strength)
    {
        if (strength is Strength.Weak)
            return to - from >= 2 && (text[to - 1] == '町' || text.Mentions(from, to, ["字"])) && !text.Mentions(from, to, Particles);
        if (to > from && strength is not Strength.Strong && text[to - 1] is 'の' or '内' or '約' or '計' or '全')
            return false;
        if (strength is Strength.Middling && to - from < 1)
            return false;

        return !text.Mentions(from, to, Particles) || strength is Strength.Strong && !text.Mentions(from, to, ["で", "を", "から", "まで", "です", "ます", "は"]);
    }

    private static int Widened(FoldedText text, int[] places, int start)
    {
        for (var round = 0; round < 4; round++)
            for (var i = start - 2; i >= start - 11 && i >= 0; i--)
                if (places[i] == start || places[i] == start - 1 && places[i] > i && text[start - 1] is ' ' or '・')
                {
                    start = i;
                    break;
                }
        return start;
    }

    private static bool IsTownAlone(FoldedText text, int at, Numbers numbers)
    {
        var last = text[at - 1] == ' ' ? text[at - 2] : text[at - 1];
        if (NoTownEnd.Contains(last) && last != '前' || !(FoldedText.IsKanji(last) || last is 'ケ' or '丘'))
            return false;
        if (!(FoldedText.IsKanji(text[at - 2]) || FoldedText.IsHiragana(text[at - 2]) || text[at - 2] == 'ケ'))
            return false;

        var home = text.Mentions(text.SentenceStart(at, 24), at, HomeWords) || text.Mentions(numbers.End, text.SentenceEnd(numbers.End, 16), HomeWords);
        return numbers.Strength is Strength.Strong && !numbers.Hyphens || home || WithBuilding(text, numbers.End) > numbers.End;
    }

    private static int AloneStart(FoldedText text, int at)
    {
        var start = text[at - 1] == ' ' ? at - 1 : at;
        while (at - start < 10 && (FoldedText.IsKanji(text[start - 1]) || text[start - 1] == 'ケ'))
            start--;
        return start;
    }

    /// <summary>The end of the building and room that follow the numbers, or the end of the numbers.</summary>
    private static int WithBuilding(FoldedText text, int end)
    {
        var i = text.SkipSpaces(end);
        var start = i;
        while (i - start < LongestBuilding && (FoldedText.IsKatakana(text[i]) || FoldedText.IsKanji(text[i]) || char.IsAsciiLetter(text[i]) || text[i] is '・'))
            i++;
        if (i == start)
            return end;

        i = text.SkipSpaces(i, 1);
        var room = Number(text, i);
        if (room == 0 || room < 3 && text.WordAt(i + room, ["号", "f", "階"]) is null)
            return end;

        return i + room + (text.WordAt(i + room, ["号室", "号", "室", "f", "階"])?.Length ?? 0);
    }

    /// <summary>コーポさくら101, 桜団地3号棟405号室: a building that has a name, with the number of a room.</summary>
    private static void Building(FoldedText text, int start, int end)
    {
        var i = end;
        while (i - end < 10 && (FoldedText.IsJapanese(text[i]) || text[i] is ' ' or '・') && text.Digit(i) < 0 && !IsParticle(text, i))
            i++;
        if (text[i] == 'の' && Number(text, i + 1) is > 0 and var named && text.IsAt(i + 1 + named, "号室"))
            i++;
        var room = Number(text, i);
        if (room > 0 && text.WordAt(i + room, ["号棟", "棟", "号館"]) is { } wing)
        {
            i = text.SkipSpaces(i + room + wing.Length, 1);
            room = Number(text, i);
        }
        var suffix = text.WordAt(i + room, ["号室", "号"]);
        if (room == 0 || suffix is null && (room is < 3 or > 4 || i - end > 6 || text.WordAt(i + room, Units) is not null || char.IsAsciiLetterOrDigit(text[i + room]) || text[i + room] is ',' or '-' or '~'))
            return;

        var from = start;
        while (start - from < 10 && (FoldedText.IsJapanese(text[from - 1]) || text[from - 1] == '・') && !IsParticle(text, from - 1) && !text.IsTaken(from - 1, from))
            from--;
        // A building needs a name, in front of its kind or behind it.
        if (from < start || i > end)
            text.Take(from, i + room + (suffix?.Length ?? 0), IdentifyingKind.StreetAddress);
    }

    private static bool IsParticle(FoldedText text, int i) => text[i] is 'の' or 'は' or 'を' or 'に' or 'が' or 'で' or 'と' or 'も';
}
