using System.Text;

namespace HelloWork.Domain.Privacy;

/// <summary>
/// Phone numbers, postal codes and My Numbers. Digits are read as groups in chains (090-1234-5678 is one of three), and a chain's shape and the
/// words beside it decide. Facts: the numbering plan of 総務省 (電気通信番号計画: ten digits, eleven for 050, 060 to 090 and 0800); postal codes of three
/// and four digits; the check digit of 個人番号 by 総務省令第85号 of 2014, article 5.
/// </summary>
internal static class IdentifyingNumbers
{
    private enum Link { None, Hyphen, Space, Other }

    private readonly record struct Group(int Start, int End, Link Link)
    {
        public int Size => End - Start;
    }

    private static readonly string[] PhoneWords = ["電話", "でんわ", "tel", "phone", "携帯", "スマホ", "連絡先", "fax", "ファックス", "ダイヤル", "通話", "☎", "☏", "📞", "📱", "直通", "sms", "mobile"];
    private static readonly string[] PostalWords = ["郵便番号", "ゆうびん", "〒", "〠", "zip", "postal"];
    private static readonly string[] MyNumberWords = ["マイナンバ", "まいなんば", "個人番号", "mynumber", "my number", "通知カード"];
    private static readonly string[] OtherNumberWords =
    [
        "型番", "品番", "型式", "機種", "部品", "図面", "図番", "製造", "ロット", "lot", "no.", "コード", "伝票", "注文", "受注", "発注", "会員", "整理", "管理番号",
        "受付", "追跡", "口座", "証券", "法人番号", "求人番号", "事業所番号", "許可", "届出", "登録番号", "バーコード", "jan", "isbn", "シリアル", "社員番号", "ログ", "品目",
    ];
    private static readonly string[] Units =
    [
        "円", "名", "人", "時", "日", "年", "月", "度", "個", "件", "本", "台", "部", "点", "冊", "枚", "%", "万", "千", "kg", "km", "mm", "cm", "ml", "社", "店", "軒", "食", "頭", "匹",
        "回", "分", "秒", "週", "か所", "カ所", "箇所", "ケ所", "代", "歳", "才", "級", "位", "型", "形", "戸", "棟", "床", "通", "組", "杯", "足", "着", "袋", "箱", "坪", "平米", "m", "t", "g", "℃", "文字", "行", "問", "ポイント", "ページ",
    ];

    public static void Find(FoldedText text)
    {
        var groups = Groups(text);
        for (var g = 0; g < groups.Count; g++)
            if (!text.IsTaken(groups[g].Start, groups[g].End))
                _ = MyNumber(text, groups, g) || Phone(text, groups, g) || PostalCode(text, groups, g) || LocalPhone(text, groups, g);
    }

    private static List<Group> Groups(FoldedText text)
    {
        var groups = new List<Group>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text.Digit(i) < 0)
                continue;

            var start = i;
            while (text.Digit(i + 1) >= 0)
                i++;
            groups.Add(new(start, i + 1, groups.Count == 0 ? Link.None : LinkBetween(text, groups[^1].End, start)));
        }
        return groups;
    }

    private static Link LinkBetween(FoldedText text, int from, int to)
    {
        if (to - from > 6)
            return Link.None;
        if (to - from == 4 && (text.IsAt(from, "ハイフン") || text.IsAt(from, "はいふん")))
            return Link.Hyphen;

        var link = Link.Space;
        for (var i = from; i < to; i++)
            switch (text[i])
            {
                case ' ': break;
                case '\n' when text[i - 1] is '-': break;
                case '-' when link is Link.Space or Link.Hyphen: link = Link.Hyphen; break;
                case '.' or '/' or '_' or '*' or '=' or '~' or '・' or '(' or ')' or ',' or '、' or 'の' or '-': link = Link.Other; break;
                default: return Link.None;
            }
        return link;
    }

    /// <summary>How many groups from here hold exactly so many digits; 0 when none do.</summary>
    private static int GroupsOf(FoldedText text, List<Group> groups, int g, int digits)
    {
        var sum = 0;
        for (var k = g; k < groups.Count && sum < digits; k++)
        {
            if (k > g && groups[k].Link is Link.None || text.IsTaken(groups[k].Start, groups[k].End))
                return 0;
            sum += groups[k].Size;
            if (sum == digits)
                return k - g + 1;
        }
        return 0;
    }

    private static int[] Sizes(List<Group> groups, int g, int count)
    {
        var sizes = new int[count];
        for (var k = 0; k < count; k++)
            sizes[k] = groups[g + k].Size;
        return sizes;
    }

    private static bool IsAttached(List<Group> groups, int g) => g < groups.Count && groups[g].Link is Link.Hyphen;

    /// <summary>No letter, hyphen or further group makes these digits a part of something longer.</summary>
    private static bool StandsAlone(FoldedText text, List<Group> groups, int g, int count)
    {
        var before = text[groups[g].Start - 1];
        if (IsAttached(groups, g) || IsAttached(groups, g + count))
            return false;
        if (before is '-' or '#' || char.IsAsciiLetter(before) && text.WordBefore(groups[g].Start, PhoneWords) is null)
            return false;

        var end = groups[g + count - 1].End;
        return !char.IsAsciiLetter(text[end]) && !(text[end] == '-' && char.IsAsciiLetter(text[end + 1]));
    }

    private static bool MyNumber(FoldedText text, List<Group> groups, int g)
    {
        var count = GroupsOf(text, groups, g, 12);
        if (count == 0 || !StandsAlone(text, groups, g, count))
            return false;

        var sizes = Sizes(groups, g, count);
        var next = g + count;
        if (sizes.Any(size => size != sizes[0]) || next < groups.Count && count > 1 && groups[next].Link is Link.Space && groups[next].Size == sizes[0])
            return false;

        var (start, end) = (groups[g].Start, groups[next - 1].End);
        var named = text.Mentions(text.SentenceStart(start, 24), start, MyNumberWords) || text.Mentions(end, text.SentenceEnd(end, 14), MyNumberWords);
        var likely = HasCheckDigit(text, groups, g, count) && !text.Mentions(text.SentenceStart(start, 12), start, OtherNumberWords) && text.WordAt(end, Units) is null;
        return (named || likely) && text.Take(start, end, IdentifyingKind.MyNumber);
    }

    private static bool HasCheckDigit(FoldedText text, List<Group> groups, int g, int count)
    {
        int[] weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
        var digits = Digits(text, groups, g, count);
        var rest = weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11;
        return digits[11] - '0' == (rest <= 1 ? 0 : 11 - rest);
    }

    private static string Digits(FoldedText text, List<Group> groups, int g, int count)
    {
        var digits = new StringBuilder(12);
        for (var k = g; k < g + count; k++)
            for (var i = groups[k].Start; i < groups[k].End; i++)
                digits.Append((char)('0' + text.Digit(i)));
        return digits.ToString();
    }

    private static bool Phone(FoldedText text, List<Group> groups, int g)
    {
        if (International(text, groups, g))
            return true;
        if (text.Digit(groups[g].Start) != 0)
            return WithoutZero(text, groups, g);

        return Eleven(text, groups, g) || Ten(text, groups, g);
    }

    private static bool International(FoldedText text, List<Group> groups, int g)
    {
        var plus = groups[g].Start - 1;
        while (plus > groups[g].Start - 3 && text[plus] is ' ' or '(')
            plus--;
        var dialled = text.IsAt(groups[g].Start, "0081") && !char.IsAsciiLetterOrDigit(text[groups[g].Start - 1]);
        if (dialled)
            plus = groups[g].Start;
        else if (text[plus] != '+' || char.IsAsciiLetterOrDigit(text[plus - 1]))
            return false;

        var japan = dialled || groups[g].Size >= 2 && text.IsAt(groups[g].Start, "81");
        var (sum, best) = (0, 0);
        for (var k = g; k < groups.Count && k - g < 8; k++)
        {
            if (k > g && (groups[k].Link is Link.None || text.Mentions(groups[k - 1].End, groups[k].Start, [",", "、", "/", "~", "="])))
                break;
            sum += groups[k].Size;
            if (sum > (dialled ? 15 : japan ? 13 : 15))
                break;
            if (sum >= (dialled ? 13 : japan ? 11 : 9))
                best = k - g + 1;
            if (japan && sum >= (dialled ? 14 : 12))
                break;
        }
        return best > 0 && text.WordAt(groups[g + best - 1].End, Units) is null && text.Take(plus, groups[g + best - 1].End, IdentifyingKind.Phone);
    }

    // 090, 080, 070, 060 (mobile), 050 (IP) and 0800 (toll-free): whatever stands between the groups.
    private static bool Eleven(FoldedText text, List<Group> groups, int g)
    {
        var count = GroupsOf(text, groups, g, 11);
        if (count == 0 || !StandsAlone(text, groups, g, count))
            return false;

        var digits = Digits(text, groups, g, count);
        if (!(digits[2] == '0' && digits[1] is >= '5' and <= '9') || IsBlank(text, groups, g, count))
            return false;

        return text.Take(Opening(text, groups[g].Start), groups[g + count - 1].End, IdentifyingKind.Phone);
    }

    private static bool Ten(FoldedText text, List<Group> groups, int g)
    {
        var count = GroupsOf(text, groups, g, 10);
        if (count == 0 || !StandsAlone(text, groups, g, count))
            return false;

        var digits = Digits(text, groups, g, count);
        if (digits[1] == '0' || digits[2] == '0' && digits[1] >= '5' || IsBlank(text, groups, g, count))
            return false;

        var (start, end) = (groups[g].Start, groups[g + count - 1].End);
        var named = text.Mentions(text.SentenceStart(start, 16), start, PhoneWords) || text.Mentions(end, text.SentenceEnd(end, 10), PhoneWords);
        var other = text.Mentions(text.SentenceStart(start, 12), start, OtherNumberWords) || text.WordAt(end, Units) is not null;
        var free = digits.StartsWith("0120", StringComparison.Ordinal) || digits.StartsWith("0570", StringComparison.Ordinal) || digits.StartsWith("0800", StringComparison.Ordinal);
        var shaped = Sizes(groups, g, count) switch
        {
            [10] => named || free && !other,
            [>= 2 and <= 6, _] => named || !other,
            [>= 2 and <= 5, _, 4] or [4, 3, 3] => named || !other,
            var sizes => sizes.All(size => size == 1) || named && sizes[^1] >= 2,
        };
        return shaped && text.Take(Opening(text, start), end, IdentifyingKind.Phone);
    }

    // 90-1234-5678: said without its first 0.
    private static bool WithoutZero(FoldedText text, List<Group> groups, int g)
    {
        var count = GroupsOf(text, groups, g, 10);
        if (count != 3 || Sizes(groups, g, 3) is not [2, 4, 4] || text.Digit(groups[g].Start) < 7 || text.Digit(groups[g].Start + 1) != 0 || !StandsAlone(text, groups, g, 3))
            return false;

        return !text.Mentions(text.SentenceStart(groups[g].Start, 12), groups[g].Start, OtherNumberWords)
            && text.Take(groups[g].Start, groups[g + 2].End, IdentifyingKind.Phone);
    }

    // 3456-7891 or 23-4567 beside the word: the area code is left out.
    private static bool LocalPhone(FoldedText text, List<Group> groups, int g)
    {
        if (g + 1 >= groups.Count || groups[g + 1].Link is not Link.Hyphen || groups[g + 1].Size != 4 || groups[g].Size is < 2 or > 4 || !StandsAlone(text, groups, g, 2))
            return false;

        var (start, end) = (groups[g].Start, groups[g + 1].End);
        return text.Mentions(text.SentenceStart(start, 16), start, PhoneWords) && !text.Mentions(text.SentenceStart(start, 8), start, OtherNumberWords)
            && text.WordAt(end, Units) is null && !text.IsTaken(start, end) && text.Take(start, end, IdentifyingKind.Phone);
    }

    // 090-〇〇〇〇-〇〇〇〇 hides a number instead of telling it.
    private static bool IsBlank(FoldedText text, List<Group> groups, int g, int count) =>
        groups.GetRange(g, count).Any(group => group.Size >= 3 && Enumerable.Range(group.Start, group.Size).All(i => text[i] == '〇'));

    private static int Opening(FoldedText text, int start) => text[start - 1] == '(' && text.SentenceEnd(start, 6) is var end && text.Mentions(start, end, [")"]) ? start - 1 : start;

    private static bool PostalCode(FoldedText text, List<Group> groups, int g)
    {
        var split = groups[g].Size == 3 && g + 1 < groups.Count && groups[g + 1].Size == 4 && groups[g + 1].Link is not Link.None;
        var count = split ? 2 : groups[g].Size == 7 ? 1 : 0;
        if (count == 0)
            return false;

        var (start, end) = (groups[g].Start, groups[g + count - 1].End);
        var mark = start - 1;
        while (mark > start - 4 && text[mark] is ' ' or ':' or '(')
            mark--;
        var marked = text[mark] is '〒' or '〠';
        var named = marked || text.Mentions(text.SentenceStart(start, 16), start, PostalWords);
        if (!StandsAlone(text, groups, g, count) || text.IsTaken(start, end))
            return false;
        if (!named && (groups[g + count - 1].Link is not Link.Hyphen || count == 1 || !IsUnlikelyOther(text, start, end)))
            return false;

        return text.Take(marked ? mark : start, end, IdentifyingKind.PostalCode);
    }

    // 100-2000名 and 型番 100-2000 look the same.
    private static bool IsUnlikelyOther(FoldedText text, int start, int end) =>
        text[end - 5] == '-' && text.WordAt(end, Units) is null && text.WordAt(text.SkipSpaces(end), Units) is null
        && !text.Mentions(text.SentenceStart(start, 10), start, OtherNumberWords) && !text.Mentions(text.SentenceStart(start, 10), start, PhoneWords);
}
