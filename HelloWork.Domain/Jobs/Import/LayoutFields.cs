using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>A record's values as what they mean. What can't be read is noted on the record as a reason to refuse it.</summary>
internal sealed class LayoutFields(LayoutRecord record)
{
    /// <summary>Long enough for every item but the two longest, which say their own length.</summary>
    private const int UsualLength = 1_000;

    /// <summary>Most yen an amount can have: eight digits.</summary>
    private const int MostYen = 99_999_999;

    public LayoutRecord Record { get; } = record;

    /// <summary>Free text, line ends made equal.</summary>
    /// <param name="most">In text elements.</param>
    public string? Text(string tag, int most = UsualLength)
    {
        var item = LayoutTags.Get(tag);
        if (Record[item] is not { } written)
            return null;

        var text = written.Contains('\r') ? WrittenText.Tidy(written) : written;
        if (!WrittenText.IsClean(text))
            Record.Refuse(RecordRefusal.ControlCharacters, item);
        else if (text.Length > most && !WrittenText.Fits(text, most))
            Record.Refuse(RecordRefusal.TooLong, item, limit: $"{most}");
        return text;
    }

    public string Required(string tag, int most = UsualLength)
    {
        if (Text(tag, most) is { } text)
            return text;
        Record.Refuse(RecordRefusal.Missing, LayoutTags.Get(tag));
        return "";
    }

    /// <summary>The first that has a value.</summary>
    public string? FirstOf(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
            if (Text(tag) is { } text)
                return text;
        return null;
    }

    /// <summary>All that have a value, one after the other.</summary>
    public string? Joined(string separator, params ReadOnlySpan<string> tags)
    {
        string? joined = null;
        foreach (var tag in tags)
            if (Text(tag) is { } text)
                joined = joined is null ? text : joined + separator + text;
        return joined;
    }

    /// <summary>The name where the file says one; otherwise the name of its code.</summary>
    public string? Named(string nameTag, string codeTag, IReadOnlyDictionary<string, string> names)
    {
        if (Text(nameTag) is { } name)
            return names.GetValueOrDefault(WrittenValues.Plain(name)) ?? name;
        return Text(codeTag) is not { } code ? null : names.GetValueOrDefault(WrittenValues.Plain(code)) ?? NotInList<string>(codeTag);
    }

    /// <summary>A value of a closed list, by code or by name.</summary>
    public T? OneOf<T>(string tag, IReadOnlyDictionary<string, T> list) where T : struct
    {
        if (Text(tag) is not { } written)
            return null;
        if (list.TryGetValue(WrittenValues.Plain(written), out var value))
            return value;
        NotInList<string>(tag);
        return null;
    }

    public DateOnly? Date(string tag)
    {
        var item = LayoutTags.Get(tag);
        if (Record[item] is not { } written)
            return null;
        if (WrittenValues.TryDate(written, out var date))
            return date;
        Record.Refuse(RecordRefusal.NotADate, item);
        return null;
    }

    public int? Whole(string tag, int least, int most) =>
        Number(tag, least, most) is { } number ? (int)decimal.Round(number, MidpointRounding.AwayFromZero) : null;

    public decimal? Number(string tag, int least, int most)
    {
        var item = LayoutTags.Get(tag);
        if (Record[item] is not { } written)
            return null;
        if (!WrittenValues.TryNumber(written, out var number))
            Record.Refuse(RecordRefusal.NotANumber, item);
        else if (number < least || number > most)
            Record.Refuse(RecordRefusal.OutOfRange, item, limit: $"{least}〜{most}");
        else
            return number;
        return null;
    }

    public int? Yen(string tag) => Whole(tag, 1, MostYen);

    /// <summary>Lower and upper bound in yen from their own tags, or from one text such as 180,000円〜250,000円.</summary>
    public (int? From, int? To) YenRange(string fromTag, string toTag, string? textTag = null)
    {
        var (from, to) = (Yen(fromTag), Yen(toTag));
        if (from is null && to is null && textTag is not null && Record[LayoutTags.Get(textTag)] is { } written && WrittenValues.TryRange(written, out var first, out var second)
            && first is >= 1 and <= MostYen && (second ?? first) is >= 1 and <= MostYen)
            (from, to) = ((int)first, (int?)second);
        if (from > to)
            Record.Refuse(RecordRefusal.LowerAboveUpper, LayoutTags.Get(Record[LayoutTags.Get(fromTag)] is null ? textTag! : fromTag), limit: $"{to:#,0}");
        return (from, to);
    }

    /// <summary>The text of a range tag where it isn't a plain range, so that nothing of it is lost.</summary>
    public string? UnlessRange(string textTag) =>
        Text(textTag) is { } text && !WrittenValues.TryRange(text, out _, out _) ? text : null;

    /// <summary>One of the layout's marks: 1, ○, あり, or the name of what is marked.</summary>
    public bool Flag(string tag, string name)
    {
        if (Record[LayoutTags.Get(tag)] is not { } written)
            return false;
        switch (WrittenValues.Plain(written))
        {
            case "0" or "2" or "無" or "無し" or "なし" or "×" or "x" or "不可" or "false":
                return false;
            case "1" or "○" or "〇" or "◯" or "有" or "有り" or "あり" or "可" or "該当" or "true":
                return true;
            case var said when said.Contains(name, StringComparison.Ordinal) || name.Contains(said, StringComparison.Ordinal):
                return true;
            default:
                NotInList<string>(tag);
                return false;
        }
    }

    /// <summary>The names of those that are marked.</summary>
    public IReadOnlyList<string> Marked(params ReadOnlySpan<(string Tag, string Name)> marks)
    {
        List<string>? marked = null;
        foreach (var (tag, name) in marks)
            if (Flag(tag, name))
                (marked ??= []).Add(name);
        return marked ?? (IReadOnlyList<string>)[];
    }

    /// <summary>就業時間: from two tags, or from one such as 8:30〜17:15.</summary>
    public JobCard.Shift? Shift(string fromTag, string toTag, string textTag)
    {
        var (from, to) = (Time(fromTag), Time(toTag));
        if (from is not null && to is not null)
            return new(from, to);
        if (Record[LayoutTags.Get(textTag)] is { } written)
        {
            if (WrittenValues.TryTimes(written, out var first, out var second))
                return new(first, second);
            Record.Refuse(RecordRefusal.NotATime, LayoutTags.Get(textTag));
        }
        else if (Record[LayoutTags.Get(fromTag)] is null != Record[LayoutTags.Get(toTag)] is null)
            Record.Refuse(RecordRefusal.Missing, LayoutTags.Get(from is null ? fromTag : toTag));
        return null;
    }

    /// <summary>〒 as NNN-NNNN.</summary>
    public string? PostalCode(string tag)
    {
        var item = LayoutTags.Get(tag);
        if (Record[item] is not { } written)
            return null;
        var digits = WrittenValues.Plain(written).TrimStart('〒').Replace("-", "").Trim();
        if (digits.Length == 7 && digits.All(char.IsAsciiDigit))
            return $"{digits[..3]}-{digits[3..]}";
        Record.Refuse(RecordRefusal.Shape, item);
        return null;
    }

    private string? Time(string tag)
    {
        var item = LayoutTags.Get(tag);
        if (Record[item] is not { } written)
            return null;
        if (WrittenValues.TryTime(written, out var time))
            return time;
        Record.Refuse(RecordRefusal.NotATime, item);
        return null;
    }

    private T? NotInList<T>(string tag) where T : class
    {
        Record.Refuse(RecordRefusal.NotInList, LayoutTags.Get(tag));
        return null;
    }
}
