using System.Collections.Frozen;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Privacy;

/// <summary>
/// Names of persons where the text gives them away: behind 氏名, 名前, 担当…, before と申します, 様, さん, です, or a whole name by itself. The word beside it
/// is what counts; the lists of common surnames and given names (surnames.tsv, given-names.tsv; sources in NOTICE.md) decide where that word is weak.
/// </summary>
internal static class PersonNames
{
    private const int LongestName = 14;

    private static readonly string[] StrongLabels =
    [
        "氏 名", "氏名", "お名前", "名 前", "名前", "なまえ", "本名", "フルネーム", "ふりがな", "フリガナ", "姓名", "苗字", "名字", "旧姓", "下の名", "署名", "本人", "ローマ字", "full name", "my name is", "name is", "name", "i am", "i'm", "this is",
    ];
    private static readonly string[] WeakLabels = ["担当者", "担当", "責任者", "代表者", "代表", "店長", "部長", "課長", "係長", "主任", "社長"];
    private static readonly string[] LabelTails = ["(漢字)", "(カナ)", "(フリガナ)", "(ふりがな)", "(ローマ字)", "カナ", "かな", ")"];
    private static readonly string[] Separators = [":", "=", "→", "⇒", "は", "が", "を", ")", "/", "|", " "];
    private static readonly string[] Closings = ["です", "でございます", "だと", "だ。", "と申", "ともうし", "という", "といい", "と言", "と呼", "になり", "様", "さん", "さま", "氏", "まで", "が対応", "より", "、", "。", ",", "\n", "(", ")", "/", "・", "が"];
    private static readonly string[] Introductions = ["と申しあげ", "と申し上げ", "と申", "ともうし", "と言います", "といいます", "と言う者", "という者", "という名前", "という名", "と呼んで", "と呼ばれて"];
    private static readonly string[] Honorifics = ["様", "さん", "さま", "殿", "くん", "君", "ちゃん", "先生", "氏", "拝"];
    private static readonly string[] Statements = ["です", "でございます", "になります", "と申", "より", "が対応", "が担当", "まで", "にて", "でした"];
    // Whose 山口: behind 採用担当の it is a person, behind 中国地方の a place.
    private static readonly string[] Owners = ["担当", "担当者", "部", "課", "係", "社", "者", "職", "中", "室", "店", "責任者", "希望", "先ほど", "先日"];
    private static readonly string[] Greetings = ["よろしく", "宜しく", "お世話", "この度", "このたび", "先日", "初めまして", "はじめまして", "ありがとう", "お返事", "ご連絡", "ご返信"];
    private static readonly string[] Pronouns = ["私", "わたくし", "わたし", "僕", "ぼく", "自分", "当方", "名前", "氏名"];
    private static readonly string[] NotNames =
    [
        "公開", "面接", "匿名", "不明", "未定", "経理", "業務", "入力", "商品", "お客", "会社", "株式", "合同", "有限", "後日", "秘密", "省略", "記載", "変更", "職", "課", "係", "部", "室", "店", "所", "社", "者", "方", "営業", "事務",
        "総務", "人事", "採用", "窓口", "私", "仕事", "製造", "販売", "担当", "のち", "応募", "求人", "相談", "場合", "必要", "直接", "電話", "番号", "現場", "支援", "学校", "大学", "銀行", "病院", "以上", "以下", "製品", "作業", "管理", "機構", "協会", "団体", "財団", "連絡", "年月", "住所", "性別", "年齢", "信頼",
    ];

    private static readonly FrozenSet<string> Surnames;
    private static readonly FrozenSet<string> SurnameReadings;
    private static readonly FrozenSet<string> GivenNames = ReferenceFile.Rows("given-names.tsv").Select(row => row[0]).ToFrozenSet();
    private static readonly FrozenSet<string> PlaceNames =
        Prefectures.All.Select(p => p.ShortName).Concat(Municipalities.All.Select(m => m.LocalName).Where(name => name.Length > 1 && name[^1] is '市' or '区').Select(name => name[..^1]))
            .Concat(Municipalities.DesignatedCities.Select(city => city.Name[..^1])).ToFrozenSet();

    static PersonNames()
    {
        var rows = ReferenceFile.Rows("surnames.tsv").ToList();
        Surnames = rows.Select(row => row[0]).ToFrozenSet();
        SurnameReadings = rows.Select(row => row[1]).ToFrozenSet();
    }

    public static void Find(FoldedText text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text.WordAt(i, StrongLabels) is { } strong && !StandsInWord(text, i))
                Labelled(text, i + strong.Length, strong);
            else if (text.WordAt(i, WeakLabels) is { } weak)
                Labelled(text, i + weak.Length, null);
            if (text[i] is 'と' && text.WordAt(i, Introductions) is { } introduction && !introduction.EndsWith('げ') && introduction is not "と申しあげ")
                Introduced(text, i, sure: introduction is "と申" or "ともうし");
            if (FoldedText.IsKanji(text[i]) && !FoldedText.IsKanji(text[i - 1]))
                Written(text, i);
        }
    }

    private static bool StandsInWord(FoldedText text, int i) => char.IsAsciiLetter(text[i]) && char.IsAsciiLetter(text[i - 1]);

    /// <summary>氏名：山田太郎. With a weak label (担当) only a known surname counts.</summary>
    private static void Labelled(FoldedText text, int at, string? label)
    {
        var (from, separated) = (at, false);
        for (var k = 0; k < 6; k++)
            if (text.WordAt(from, LabelTails) is { } tail && tail != ")")
                from += tail.Length;
            else if (text.WordAt(from, Separators) is { } separator)
            {
                from += separator.Length;
                separated = true;
            }
            else
                break;
        if (label is null && text[from] == 'の')
            from++;
        if (!separated && label is not null)
            return;
        if (char.IsAsciiLetter(text[from]))
        {
            Latin(text, from, label);
            return;
        }

        var end = from;
        while (end - from < LongestName && end < text.Length && (end == from || text.WordAt(end, Closings) is null) && (FoldedText.IsJapanese(text[end]) || text[end] == ' ' && FoldedText.IsJapanese(text[end + 1]) || text[end] == '・' && FoldedText.IsKatakana(text[end + 1])))
            end++;
        if (text[end] == '・' && FoldedText.IsKatakana(text[end - 1]) && FoldedText.IsKatakana(text[end + 1]))
            end = KatakanaEnd(text, from);
        var closed = end == text.Length || text.WordAt(end, Closings) is not null || text[end] == ' ' && !FoldedText.IsJapanese(text[end + 1]);
        var name = Slice(text, from, end);
        if (name.Length is 0 or > 16)
            return;
        if (label is not null ? closed && (IsNameLike(name) || StartsWithSurname(name)) && !HasNotName(name) : StartsWithSurname(name) && IsWholeName(name))
            text.Take(from, from + name.TrimEnd().Length, IdentifyingKind.Name);
        else if (label is not null && SpacedName(name, text[end] == ':') is > 0 and var length)
            text.Take(from, from + length, IdentifyingKind.Name);
    }

    private static int KatakanaEnd(FoldedText text, int from)
    {
        var end = from;
        while (end - from < 24 && (FoldedText.IsKatakana(text[end]) || text[end] == '・' && FoldedText.IsKatakana(text[end + 1])))
            end++;
        return end;
    }

    // The first words of something longer: 山田 太郎 電話は…
    private static int SpacedName(string name, bool beforeLabel)
    {
        var words = name.Split(' ');
        if (words.Length < 2)
            return 0;
        if (beforeLabel && string.Join(' ', words[..^1]) is var front && IsNameLike(front) && !HasNotName(front))
            return front.Length;
        if (words.Length > 2 && Surnames.Contains(words[0]) && IsNameLike($"{words[0]} {words[1]}"))
            return words[0].Length + 1 + words[1].Length;
        return IsWholeName(words[0]) && !HasNotName(words[0]) ? words[0].Length : 0;
    }

    /// <summary>My name is Taro Yamada; capitals decide where the label is an everyday phrase.</summary>
    private static void Latin(FoldedText text, int from, string? label)
    {
        if (label is null)
            return;

        var (end, words, i) = (from, 0, from);
        while (words < 4 && text.IsCapital(i))
        {
            while (i - from < 40 && (char.IsAsciiLetter(text[i]) || text[i] is '\'' or '-'))
                i++;
            end = i;
            words++;
            if (text[i] == ',' && text[i + 1] == ' ')
                i++;
            if (text[i] != ' ')
                break;
            i++;
        }
        if (words >= 2)
            text.Take(from, end, IdentifyingKind.Name);
    }

    /// <summary>山田と申します, 山田といいます.</summary>
    private static void Introduced(FoldedText text, int end, bool sure)
    {
        if (char.IsAsciiLetter(text[end - 1]))
        {
            if (sure)
                LatinIntroduced(text, end);
            return;
        }

        var from = end;
        while (end - from < LongestName && (FoldedText.IsJapanese(text[from - 1]) || text[from - 1] is ' ' or '・' && FoldedText.IsJapanese(text[from - 2])))
            from--;
        var clauseStart = from == 0 || !FoldedText.IsJapanese(text[from - 1]);

        // Behind the last particle that ends a phrase: 営業部の|山田, 私は|山田.
        for (var i = end - 2; i >= from; i--)
            if (text[i] is 'の' or 'は' or 'を' && !FoldedText.IsHiragana(text[i + 1]) || text[i] is 'の' or 'は' && i > from && FoldedText.IsHiragana(text[i + 1]) && FoldedText.IsKanji(text[i - 1]) && sure)
            {
                from = i + 1;
                clauseStart = text.WordBefore(i, Pronouns) is not null;
                break;
            }
        if (text.WordAt(from, Pronouns) is { } pronoun && from + pronoun.Length < end)
            from += pronoun.Length;

        var name = Slice(text, from, end);
        if (name.Length == 0 || HasNotName(name) || !IsNameLike(name))
            return;
        if (sure || StartsWithSurname(name) && IsWholeName(name) || name.Contains('・') || clauseStart && name.All(FoldedText.IsKanji) && name.Length is >= 2 and <= 4)
            text.Take(from, end, IdentifyingKind.Name);
    }

    private static void LatinIntroduced(FoldedText text, int end)
    {
        var (from, first) = (end, end);
        while (end - from < 40 && (char.IsAsciiLetter(text[from - 1]) || text[from - 1] is ' ' or '-' or '\''))
        {
            from--;
            if (text.IsCapital(from) && !char.IsAsciiLetter(text[from - 1]))
                first = from;
        }
        if (end - first >= 2)
            text.Take(first, end, IdentifyingKind.Name);
    }

    /// <summary>A known surname where the kanji begin: with a given name, 様 or さん, or as the whole of what a person says of itself.</summary>
    private static void Written(FoldedText text, int start)
    {
        var run = start;
        while (run - start < 8 && FoldedText.IsKanji(text[run]))
            run++;
        if (FoldedText.IsKanji(text[run]))
            return;

        // 山田 太郎 and 山田太郎, nothing else attached.
        for (var length = Math.Min(3, run - start); length >= 1; length--)
        {
            var surname = Slice(text, start, start + length);
            if (!Surnames.Contains(surname))
                continue;

            if (start + length == run && text[run] == ' ' && GivenAt(text, run + 1) is > 0 and var spaced && (length > 1 || spaced > 1))
            {
                text.Take(start, run + 1 + spaced, IdentifyingKind.Name);
                return;
            }
            var rest = Slice(text, start + length, run);
            var title = Honorifics.FirstOrDefault(h => rest.EndsWith(h, StringComparison.Ordinal));
            var given = title is null ? rest : rest[..^title.Length];
            var addressed = title is not null || text.WordAt(run, Honorifics) is not null;
            var end = start + length + given.Length;
            // ハローワーク福岡南 is an office: behind katakana a name must be addressed or stated.
            var attached = FoldedText.IsKatakana(text[start - 1]) && !addressed && (PlaceNames.Contains(surname) || !StatedAt(text, end));
            if (given.Length > 0 && !attached && GivenNames.Contains(given) && (length + given.Length >= 3 && (length > 1 || addressed || StatedAt(text, end)) || addressed))
            {
                text.Take(start, end, IdentifyingKind.Name);
                return;
            }
            if (given.Length == 0 && (addressed || Stated(text, start, end, surname)))
            {
                text.Take(start, end, IdentifyingKind.Name);
                return;
            }
        }
    }

    private static int GivenAt(FoldedText text, int i)
    {
        var end = i;
        while (end - i < 5 && FoldedText.IsJapanese(text[end]) && text.WordAt(end, Statements) is null)
            end++;
        for (; end > i; end--)
            if (GivenNames.Contains(Slice(text, i, end)) && !FoldedText.IsKanji(text[end]))
                return end - i;
        return 0;
    }

    private static bool StatedAt(FoldedText text, int end) => end == text.Length || text[end] is '\n' or '。' || text.WordAt(end, Statements) is not null;

    // 「後藤です。」 and a signature count, 「勤務地は山口です」 doesn't.
    private static bool Stated(FoldedText text, int start, int end, string surname)
    {
        var before = text[start - 1];
        var did = before == 'た' && text[start - 2] is 'し' or 'っ' or 'い';
        var phrase = before == 'の' || did;
        var clause = start == 0 || before is '。' or '\n' or '、' or ' ';
        var place = PlaceNames.Contains(surname);
        var self = before == 'は' && text.WordBefore(start - 1, Pronouns) is not null;
        if (before == ' ' && text.WordBefore(start - 1, Owners) is not null && (end == text.Length || text[end] is '\n' or ' ' or '。'))
            return true;
        if (text.WordAt(end, Statements) is { } word)
            return self && word is "です" || clause && text.IsAt(end, "です。") && text.Mentions(end + 3, end + 12, Greetings) || phrase && (!place || did || text.WordBefore(start - 1, Owners) is not null) && word is not ("まで" or "にて") || clause && !place && word is "です" or "でございます" or "でした" or "と申" && surname.Length > 1;

        // The last word of all, behind a full stop: a signature.
        return end == text.Length && start > 0 && before is '。' or '\n' && surname.Length > 1;
    }

    private static bool StartsWithSurname(string name)
    {
        for (var length = Math.Min(3, name.Length); length >= 1; length--)
            if (Surnames.Contains(name[..length]))
                return true;
        var word = name.Split(' ', '・')[0];
        return SurnameReadings.Contains(ToHiragana(word));
    }

    private static bool IsWholeName(string name)
    {
        if (SurnameReadings.Contains(ToHiragana(name)))
            return true;
        for (var length = Math.Min(3, name.Length); length >= 1; length--)
            if (Surnames.Contains(name[..length]) && (name.Length == length || GivenNames.Contains(name[length..].Trim()) || name[length] == ' ' && IsNameLike(name)))
                return true;
        return name.IndexOf(' ') is > 0 and var space && SurnameReadings.Contains(ToHiragana(name[..space]));
    }

    /// <summary>山田, 山田太郎, 山田さくら, さとう じろう, マリア・サントス: what could be a name by its letters.</summary>
    private static bool IsNameLike(string name)
    {
        var words = name.Split(' ', '・');
        if (words.Any(word => word.Length == 0) || words.Length > 4)
            return false;
        if (words.All(word => word.All(FoldedText.IsKatakana)) || words.All(word => word.All(FoldedText.IsHiragana)))
            return name.Length is >= 2 and <= 20 && (words.Length > 1 || name.Length <= 8);

        var first = words[0].TakeWhile(FoldedText.IsKanji).Count();
        if (first == 0 || words.Length > 2)
            return false;
        var tail = words[0][first..];
        if (words.Length == 2)
            return tail.Length == 0 && first <= 5 && words[1].Length <= 5 && words[1].All(FoldedText.IsJapanese);
        return first <= 6 && tail.Length <= 4 && (tail.Length == 0 || tail.All(FoldedText.IsHiragana) && GivenNames.Contains(tail) || GivenNames.Contains(name[Math.Min(2, name.Length)..]) || tail.All(FoldedText.IsKatakana));
    }

    private static bool HasNotName(string name) => NotNames.Any(word => name.Contains(word, StringComparison.Ordinal));

    private static string ToHiragana(string word) => string.Concat(word.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c));

    private static string Slice(FoldedText text, int from, int to) => string.Create(Math.Max(0, to - from), (text, from), static (letters, source) =>
    {
        for (var k = 0; k < letters.Length; k++)
            letters[k] = source.text[source.from + k];
    });
}
