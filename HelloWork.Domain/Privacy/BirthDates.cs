namespace HelloWork.Domain.Privacy;

/// <summary>
/// Dates of birth, in the western calendar and in the Japanese one (明治 to 令和, also M T S H R and 元年), in digits of any width or in kanji.
/// A date alone may be the day somebody was hired: only the words beside it make it one of birth.
/// </summary>
internal static class BirthDates
{
    private static readonly string[] Eras = ["明治", "大正", "昭和", "平成", "令和", "明", "大", "昭", "平", "令", "m", "t", "s", "h", "r"];
    private static readonly string[] Before = ["生年月日", "誕生日", "生まれた日", "生まれたのは", "birth date", "たんじょうび", "たんじょう日", "生まれは", "生まれ年", "うまれは", "出生日", "出生", "dob", "birthday", "birthdate", "date of birth", "birth", "born on", "born"];
    private static readonly string[] After = ["生年月日", "早生まれ", "遅生まれ", "生まれ", "うまれ", "生れ", "誕生", "born", "生"];
    private static readonly string[] Born = ["生まれ", "うまれ", "生れ", "誕生した", "誕生しま"];
    private static readonly string[] NotBorn = ["生まれ変わ", "うまれ変わ", "生まれかわ", "生活", "生産", "生徒", "生物", "生鮮", "生涯", "生協"];
    private static readonly string[] Fillers = ["西暦", "和暦", "は", "が", "を", ":", "、", " ", "(", ")", "=", "→", "-", "|", "/", "・", "on", "\n", "⇒"];
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"];

    /// <summary>What a date tells; how much of it decides which words are needed.</summary>
    private readonly record struct Date(int End, bool Year, bool Month, bool Day);

    public static void Find(FoldedText text)
    {
        for (var i = 0; i < text.Length; i++)
            if (Read(text, i) is { } date && !text.IsTaken(i, date.End))
            {
                var born = BornAfter(text, date);
                var named = (date.Month && date.Day || date.Year && IsYearAndMore(date)) && NamedBefore(text, i);
                if ((born || named) && text.Take(i, date.End, IdentifyingKind.BirthDate))
                    i = date.End - 1;
                else if (date.Day)
                    i = date.End - 1;
            }
    }

    private static bool IsYearAndMore(Date date) => date.Year && date.Month;

    private static bool NamedBefore(FoldedText text, int i)
    {
        var at = i;
        for (var k = 0; k < 8; k++)
        {
            if (text.WordBefore(at, Before) is not null)
                return true;
            if (text.WordBefore(at, Fillers) is not { } filler)
                return false;
            at -= filler.Length;
        }
        return false;
    }

    private static bool BornAfter(FoldedText text, Date date)
    {
        var at = date.End;
        while (at < date.End + 3 && text[at] is ' ' or ')' or '(' or '、')
            at++;
        if (text.WordAt(at, NotBorn) is not null)
            return false;
        if (text.WordAt(at, After) is { } word && (word != "生" || !FoldedText.IsKanji(text[at + 1])))
            return true;

        // 1985年4月1日に大阪で生まれました
        if (!date.Day || text[date.End] is not ('に' or '、'))
            return false;
        var end = text.SentenceEnd(date.End, 14);
        return text.Mentions(date.End, end, Born) && !text.Mentions(date.End, end + 3, NotBorn);
    }

    private static Date? Read(FoldedText text, int i)
    {
        var c = text[i];
        if (char.IsAsciiLetter(c) && char.IsAsciiLetterOrDigit(text[i - 1]))
            return null;
        if (text.WordAt(i, Months) is { } month && English(text, i + month.Length) is { } written)
            return written;
        if (text.WordAt(i, Eras) is { } era)
        {
            var at = i + era.Length;
            if (era.Length == 1 && text[at] == '.')
                at++;
            return Rest(text, text.SkipSpaces(at, 1), i, 2, era: true, shortEra: era.Length == 1);
        }
        if (c is '\'' or '’' && text.Digit(i + 1) >= 0)
            return Rest(text, i + 1, i, 2, era: false, shortEra: false);
        if (text.Digit(i) < 0 && c != '十' || text.Digit(i - 1) >= 0 || text[i - 1] is '十' or '-' or '/' or '.' or '\'')
            return null;

        return EightDigits(text, i) ?? DayFirst(text, i) ?? Rest(text, i, i, 4, era: false, shortEra: false) ?? MonthAndDay(text, i);
    }

    private static Date? Rest(FoldedText text, int at, int start, int most, bool era, bool shortEra)
    {
        var first = era && text[at] == '元' ? (1, at + 1) : Number(text, at, most, pairs: !era);
        if (first is not var (year, yearEnd))
            return null;
        if (era ? year is < 1 or > 64 : yearEnd - at == 2 || text[start] == '\'' ? year is < 20 or > 99 && year > 29 : year is < 1880 or > 2035)
            return null;

        var i = text.SkipSpaces(yearEnd, 1);
        var kanji = text[i] == '年';
        // 昭和55年(1980年)1月1日
        if (kanji && text[i + 1] == '(' && Number(text, i + 2, 4) is (_, var inner) && text[inner] == '年' && text[inner + 1] == ')')
            i = inner + 1;
        if (!kanji && (text[i] is not ('.' or '/' or '-' or '・') || !era && yearEnd - at == 2))
            return null;

        var yearOnly = kanji && (era && !shortEra || yearEnd - at == 4) ? new Date(i + 1, true, false, false) : (Date?)null;
        if (Number(text, text.SkipSpaces(i + 1, 1), 2) is not var (month, monthEnd) || month is < 1 or > 12)
            return yearOnly;

        var j = text.SkipSpaces(monthEnd, 1);
        var monthMark = kanji ? text[j] == '月' : text[j] == text[i] || text[j] is '.' or '/' or '-' or '・';
        if (!monthMark)
            return yearOnly;

        var monthOnly = kanji ? new Date(j + 1, true, true, false) : yearOnly;
        if (Number(text, text.SkipSpaces(j + 1, 1), 2) is not var (day, dayEnd) || day is < 1 or > 31)
            return monthOnly;
        if (!kanji)
            return text.Digit(dayEnd) >= 0 ? null : new Date(dayEnd, true, true, true);

        var k = text.SkipSpaces(dayEnd, 1);
        return text[k] == '日' ? new Date(k + 1, true, true, true) : monthOnly;
    }

    private static Date? MonthAndDay(FoldedText text, int i)
    {
        if (Number(text, i, 2) is not var (month, monthEnd) || month is < 1 or > 12)
            return null;
        if (text[monthEnd] == '/' && Number(text, monthEnd + 1, 2) is (>= 1 and <= 31, var shortEnd) && text[shortEnd] != '/')
            return new Date(shortEnd, false, true, true);
        if (text[text.SkipSpaces(monthEnd, 1)] != '月')
            return null;
        if (Number(text, text.SkipSpaces(text.SkipSpaces(monthEnd, 1) + 1, 1), 2) is not var (day, dayEnd) || day is < 1 or > 31)
            return null;

        var end = text.SkipSpaces(dayEnd, 1);
        return text[end] == '日' ? new Date(end + 1, false, true, true) : null;
    }

    private static Date? EightDigits(FoldedText text, int i)
    {
        for (var k = 0; k < 8; k++)
            if (text.Digit(i + k) < 0)
                return null;
        if (text.Digit(i + 8) >= 0)
            return null;

        var value = Enumerable.Range(i, 8).Aggregate(0, (sum, k) => sum * 10 + text.Digit(k));
        return value / 10000 is >= 1880 and <= 2035 && value / 100 % 100 is >= 1 and <= 12 && value % 100 is >= 1 and <= 31 ? new Date(i + 8, true, true, true) : null;
    }

    // 1 Apr 1990, 31/12/1980
    private static Date? DayFirst(FoldedText text, int i)
    {
        if (Number(text, i, 2) is not var (day, end) || day is < 1 or > 31)
            return null;
        if (text[end] == '/' && Number(text, end + 1, 2) is (>= 1 and <= 31, var second) && text[second] == '/' && Number(text, second + 1, 4) is (>= 1880 and <= 2035, var last))
            return new Date(last, true, true, true);
        if (text[end] != ' ' || text.WordAt(end + 1, Months) is not { } month)
            return null;

        var at = text.SkipSpaces(end + 1 + month.Length, 2);
        return Number(text, at, 4) is var (year, yearEnd) && year is >= 1880 and <= 2035 ? new Date(yearEnd, true, true, true) : null;
    }

    // April 1, 1990
    private static Date? English(FoldedText text, int at)
    {
        if (text[at] == '.')
            at++;
        if (Number(text, text.SkipSpaces(at), 2) is not var (day, end) || day is < 1 or > 31)
            return null;

        if (text[end] == ',')
            end++;
        return Number(text, text.SkipSpaces(end), 4) is var (year, yearEnd) && year is >= 1880 and <= 2035 ? new Date(yearEnd, true, true, true) : new Date(end, false, true, true);
    }

    /// <summary>A number of so many digits at most, also as 五十五 or, digit by digit, 一九八五.</summary>
    private static (int Value, int End)? Number(FoldedText text, int i, int most, bool pairs = false)
    {
        var (value, end) = (0, i);
        while (end - i < most && text.Digit(end) is >= 0 and var digit)
        {
            value = value * 10 + digit;
            end++;
        }
        if (text[end] == '十' && end - i <= 1)
        {
            var tens = end == i ? 1 : value;
            end++;
            return text.Digit(end) is > 0 and var unit && !char.IsAsciiDigit(text[end]) ? (tens * 10 + unit, end + 1) : (tens * 10, end);
        }
        return end == i || text.Digit(end) >= 0 || pairs && end - i is 1 or 3 ? null : (value, end);
    }
}
