namespace HelloWork.Domain.Privacy;

/// <summary>
/// Ids and handles of messengers and social networks: the service's name, then an id within a few words, or a handle with @ by itself.
/// 「LINE」 and 「X」 are also everyday words (production lines, X-rays), so they ask for more than the others.
/// </summary>
internal static class MessengerIds
{
    private const int LongestId = 40, FurthestId = 26;

    private static readonly string[] Services =
    [
        "カカオトーク", "カカオ", "kakaotalk", "kakao", "skype", "スカイプ", "instagram", "インスタグラム", "インスタ", "insta", "twitter", "ツイッター", "discord", "ディスコード", "wechat", "微信",
        "ウィーチャット", "telegram", "テレグラム", "facebook", "フェイスブック", "tiktok", "ティックトック", "whatsapp", "ワッツアップ", "viber", "zalo", "threads", "スレッズ", "mixi", "github", "signal", "messenger",
        "qiita", "youtube", "linkedin", "snapchat",
    ];
    private static readonly string[] EverydayServices = ["l i n e", "line", "ライン", "らいん", "旧twitter", "x"];
    private static readonly string[] IdWords = ["id", "アイディー", "あいでぃー", "アイディ", "アカウント名", "アカウント", "ユーザー名", "ユーザ名", "名", "号", "ハンドル", "account", "user", "name"];
    private static readonly string[] Marks = ["は", "が", ":", "=", "→", "⇒", "(", "、", "「"];

    // Sites and annotations that are written with @ and belong to nobody.
    private static readonly HashSet<string> NoHandles = ["cosme", "nifty", "home", "override", "autowired", "component", "test", "service", "controller", "entity", "bean", "nullable", "param", "return", "media", "import", "angular", "types", "type", "deprecated", "injectable", "input", "output", "transactional", "restcontroller", "repository", "configuration", "getter", "setter", "data", "keyframes", "charset", "font-face"];

    public static void Find(FoldedText text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text.WordAt(i, Services) is { } service && StartsWord(text, i))
                Id(text, i, i + service.Length, everyday: false);
            else if (text.WordAt(i, EverydayServices) is { } everyday && StartsWord(text, i))
                Id(text, i, i + everyday.Length, everyday: everyday != "旧twitter");
            if (text[i] == '@')
                Handle(text, i);
        }
    }

    private static void Id(FoldedText text, int serviceStart, int from, bool everyday)
    {
        if (char.IsAsciiLetterOrDigit(text[from]) && !text.IsAt(from, "id") || text[from] is '.' or '-' or '/' or '_')
            return;

        var named = text.WordBefore(serviceStart, ["id(", "id ("]) is not null;
        var marked = false;
        for (var i = from; i < text.Length && i - from < FurthestId; i++)
        {
            if (text.WordAt(i, IdWords) is { } word && !(char.IsAsciiLetterOrDigit(word[0]) && char.IsAsciiLetterOrDigit(text[i + word.Length])))
            {
                named = true;
                i += word.Length - 1;
                continue;
            }
            if (text.WordAt(i, Marks) is not null)
                marked = true;
            if (text[i] is '\n' or '。' && !named && !text.Mentions(i, i + 8, IdWords))
                return;
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] != '@' && text[i] != '_')
                continue;

            Token(text, i, everyday, named, marked, direct: i - from <= 2 && (!everyday || char.IsAscii(text[serviceStart]) && from - serviceStart > 1));
            return;
        }
    }

    private static void Token(FoldedText text, int start, bool everyday, bool named, bool marked, bool direct)
    {
        var (end, digits, letters, joints) = (start, 0, 0, 0);
        while (end - start < LongestId && IsIdLetter(text[end]))
        {
            var c = text[end++];
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            joints += c is '_' or '.' or '#' or '-' && char.IsAsciiLetterOrDigit(text[end]) ? 1 : 0;
        }
        while (end > start && text[end - 1] is '.' or '-' or ':')
            end--;

        var size = end - start;
        var handle = text[start] == '@';
        var telling = digits > 0 || joints > 0 || handle;
        var enough = everyday
            ? named && size >= 4 || marked && telling && size >= 5 || handle && size >= 4 || direct && digits > 0 && letters >= 3 && size >= 6
            : named && size >= 3 || marked && telling && size >= 4 || direct && telling && size >= 5 && (letters >= 3 || handle);
        if (enough && (letters > 0 || named && digits >= 15))
            text.Take(start, end, IdentifyingKind.MessengerId);
    }

    private static void Handle(FoldedText text, int at)
    {
        if (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/' or '_' or '-')
            return;

        var (end, letters) = (at + 1, 0);
        while (end - at < LongestId && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' && char.IsAsciiLetterOrDigit(text[end + 1])))
            letters += char.IsAsciiLetter(text[end++]) ? 1 : 0;
        if (end - at < 4 || letters == 0 || text[end] is '/' or '-' && text[end + 1] is not ' ')
            return;

        Span<char> name = stackalloc char[end - at - 1];
        for (var k = 0; k < name.Length; k++)
            name[k] = text[at + 1 + k];
        if (!NoHandles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            text.Take(at, end, IdentifyingKind.MessengerId);
    }

    private static bool StartsWord(FoldedText text, int i) => !(char.IsAsciiLetterOrDigit(text[i]) && char.IsAsciiLetterOrDigit(text[i - 1])) && !(FoldedText.IsKatakana(text[i]) && FoldedText.IsKatakana(text[i - 1]));

    private static bool IsIdLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '#' or ':' or '@';
}
