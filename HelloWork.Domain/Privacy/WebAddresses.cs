namespace HelloWork.Domain.Privacy;

/// <summary>
/// Mail addresses and URLs. Signs may be put in words (アットマーク, ドット, (at), [dot]) or in another sign. A bare domain counts when it ends as
/// domains do; names of products that look like one don't.
/// </summary>
internal static class WebAddresses
{
    private const int LongestLabel = 63, MostLabels = 8, LongestAddress = 400;

    private static readonly string[] AtWords = ["(アットマーク)", "(あっとまーく)", "アットマーク", "あっとまーく", "(アット)", "(あっと)", "(at)", "( at )", "(@)", "(a)", " at ", "@マーク", "アット", "@"];
    private static readonly string[] AtSubstitutes = ["★", "☆", "●", "◆", "■", "#", "※", "*", "◎", "♪"];
    private static readonly string[] DotWords = ["(ドット)", "(どっと)", "(dot)", "( dot )", " ドット ", " どっと ", " dot ", " . ", "ドット", "どっと"];
    private static readonly string[] MailHosts = ["gmail", "gメール", "ジーメール", "yahoo", "ヤフーメール", "ヤフー", "icloud", "docomo", "ドコモ", "ezweb", "softbank", "outlook", "hotmail", "アイクラウド"];
    private static readonly string[] Schemes = ["https", "http", "ttps", "ttp", "hxxps", "hxxp", "ftp"];

    private static readonly HashSet<string> TopLevels =
    [
        "com", "net", "org", "jp", "info", "biz", "io", "dev", "app", "me", "tokyo", "osaka", "nagoya", "xyz", "site", "online", "shop", "store", "club", "link", "page", "blog", "work",
        "works", "jobs", "tv", "cc", "cn", "kr", "tw", "uk", "asia", "gg", "ee", "ly", "ai", "co", "gle", "design", "studio", "art", "photo", "life", "tech", "cloud", "fun", "space", "website",
        "pro", "eu", "de", "fr", "vn", "ph", "br", "edu", "gov",
    ];

    // Short ones that are words or file endings as well: only with a path behind.
    private static readonly HashSet<string> TopLevelsWithPath = ["to", "us", "be", "is", "in", "it", "at", "so", "am", "fm", "sh", "gl", "st"];

    // .NET languages and products whose names are domains.
    private static readonly HashSet<string> Products = ["asp.net", "vb.net", "ado.net", "ml.net", "c#.net", "paint.net", "xamarin.net", "socket.io", "draw.io", "monday.com", "booking.com", "amazon.co.jp", "amazon.com", "salesforce.com", "force.com", "ameba.jp", "hotels.com", "dream.ai", "box.com"];

    public static void Find(FoldedText text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text.WordAt(i, AtWords) is { } at)
                Mail(text, i, at.Length, at == "@");
            else if (text.WordAt(i, AtSubstitutes) is { } sign)
                Mail(text, i, sign.Length, literal: false, attached: true);

        for (var i = 0; i < text.Length; i++)
            if (text[i] == ':' && text.IsAt(i, "://"))
                WithScheme(text, i);

        for (var i = 0; i < text.Length; i++)
            if (IsLabel(text[i]) && !IsLabel(text[i - 1]))
                Bare(text, i);
    }

    private static void Mail(FoldedText text, int at, int length, bool literal, bool attached = false)
    {
        var localEnd = at;
        while (!attached && localEnd > at - 2 && text[localEnd - 1] == ' ')
            localEnd--;
        var start = localEnd;
        while (localEnd - start < 64 && IsLocal(text[start - 1]))
            start--;
        if (start == localEnd && text[start - 1] == '"')
        {
            start--;
            while (localEnd - start < 64 && start > 0 && text[start - 1] is not ('"' or ' ' or '\n'))
                start--;
            start--;
        }
        if (start == localEnd)
            return;

        var from = text.SkipSpaces(at + length, attached ? 0 : 2);
        var domain = Domain(text, from, japanese: literal);
        if (domain.Labels >= 2 && domain.Last.Length >= 2 && domain.Last.All(char.IsAsciiLetter) && (!attached || TopLevels.Contains(domain.Last)))
            text.Take(start, domain.End, IdentifyingKind.Email);
        else if (!attached && text.WordAt(from, MailHosts) is { } host && !char.IsAsciiLetterOrDigit(text[from + host.Length]))
            text.Take(start, from + host.Length, IdentifyingKind.Email);
    }

    private static void WithScheme(FoldedText text, int colon)
    {
        if (text.WordBefore(colon, Schemes) is not { } scheme)
            return;

        var end = PathEnd(text, colon + 3);
        if (end > colon + 3)
            text.Take(colon - scheme.Length, end, IdentifyingKind.Url);
    }

    private static void Bare(FoldedText text, int start)
    {
        if (text[start - 1] is '@' or '.' or '/' or '_' or '-' || text.IsTaken(start, start + 1))
            return;

        var domain = Domain(text, start, japanese: false);
        if (domain.Labels < 2 || text.IsTaken(start, domain.End))
            return;

        var after = text[domain.End];
        var path = after == '/' && (char.IsAsciiLetterOrDigit(text[domain.End + 1]) || text[domain.End + 1] is '@' or '~' or '_');
        var known = TopLevels.Contains(domain.Last) || path && TopLevelsWithPath.Contains(domain.Last);
        if (!known || after is '_' or '(' && !path && text[start - 1] == '\0' || !path && (domain.First.Length < 2 || Products.Contains(domain.Name)))
            return;
        if (!path && domain.Name.All(c => char.IsAsciiDigit(c) || c == '.'))
            return;

        text.Take(start, path || after is ':' or '?' && IsPath(text[domain.End + 1]) ? PathEnd(text, domain.End) : domain.End, IdentifyingKind.Url);
    }

    private readonly record struct DomainRead(int End, int Labels, string First, string Last, string Name);

    private static DomainRead Domain(FoldedText text, int start, bool japanese)
    {
        var labels = new List<string>();
        var (i, end) = (start, start);
        while (labels.Count < MostLabels)
        {
            var label = i;
            while (i - label < LongestLabel && (IsLabel(text[i]) || text[i] == '-' && IsLabel(text[i + 1]) || text[i] == '_' && IsLabel(text[i + 1]) || japanese && labels.Count == 0 && FoldedText.IsJapanese(text[i]) && text.WordAt(i, DotWords) is null))
                i++;
            if (i == label)
                break;
            labels.Add(Slice(text, label, i));
            end = i;

            var dot = text[i] is '.' or '。' ? 1 : text.WordAt(i, DotWords)?.Length ?? 0;
            if (dot == 0)
                break;
            i += dot;
            if (DomainWord(text, i) is { } word)
            {
                labels.Add(word.Latin);
                end = i + word.Length;
                break;
            }
        }
        return labels.Count == 0 ? new(start, 0, "", "", "") : new(end, labels.Count, labels[0], labels[^1], string.Join('.', labels));
    }

    private static (string Latin, int Length)? DomainWord(FoldedText text, int i) =>
        text.IsAt(i, "コム") ? ("com", 2) : text.IsAt(i, "ジェーピー") ? ("jp", 5) : text.IsAt(i, "ネット") ? ("net", 3) : null;

    private static int PathEnd(FoldedText text, int i)
    {
        var start = i;
        while (i - start < LongestAddress && IsPath(text[i]))
            i++;
        while (i > start && text[i - 1] is '.' or ',' or ')' or '(' or ':' or ';' or '\'' or '"')
            i--;
        return i;
    }

    private static string Slice(FoldedText text, int from, int to) => string.Create(to - from, (text, from), static (letters, source) =>
    {
        for (var k = 0; k < letters.Length; k++)
            letters[k] = source.text[source.from + k];
    });

    private static bool IsLabel(char c) => char.IsAsciiLetterOrDigit(c);

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'';

    private static bool IsPath(char c) => c is > ' ' and < '\u007F' and not ('"' or '\\' or '^' or '`' or '|');
}
