using System.Text;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>
/// Records of the CSV layout: RFC 4180, tag names in the first row. A reader of our own: it holds every field and row to a size while
/// it reads, knows the line a row starts on, and takes a stray quote for what it is, a broken file.
/// </summary>
internal sealed class CsvRecordReader : RecordReader, IDisposable
{
    /// <summary>Without these no record could go in.</summary>
    private static readonly string[][] NeededHeaders = [["kjno"], ["uktkymd_seireki", "uktkymd_wareki"], ["jgshmei"], ["sksu"], ["koyokeitai_n", "koyokeitai_c", "kjkbn2_n", "kjkbn2_c"]];

    private const int MostColumns = 1_500;
    private const int LongestRow = 16 * LayoutRecord.LongestField;

    private readonly TextReader _text;
    private readonly char[] _portion = new char[16 * 1024];
    private readonly StringBuilder _value = new();
    private readonly List<string> _row = [];
    private (string Name, LayoutTag? Tag)[]? _header;
    private int _at, _read, _line = 1, _rowLength;

    public CsvRecordReader(TextReader text, LayoutRecord record) : base(record) => _text = text;

    public override bool Next()
    {
        _header ??= ReadHeader();
        var line = ReadRow();
        if (line is null)
            return false;

        Record.Start(line.Value);
        if (_row.Count != _header.Length)
            Record.Refuse(RecordRefusal.ColumnCount, value: $"{_row.Count}", limit: $"{_header.Length}");
        for (var i = 0; i < Math.Min(_row.Count, _header.Length); i++)
        {
            var (name, tag) = _header[i];
            if (tag is not null)
                Record.Set(tag, name, _row[i], line.Value);
            else if (!string.IsNullOrWhiteSpace(_row[i]) && !LayoutTags.IsRepeat(name))
                CountUnknown(name, line.Value);
        }
        return true;
    }

    public void Dispose() => _text.Dispose();

    private (string, LayoutTag?)[] ReadHeader()
    {
        if (ReadRow() is null)
            throw new ImportFileException(FileRefusal.Empty);

        var names = _row.Select(name => name.Trim()).ToArray();
        if (names.FirstOrDefault(name => name.Length > 200) is { } endless)
            throw new ImportFileException(FileRefusal.NotTheLayout, 1, endless);
        if (names.Where(name => name != "").GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ImportFileException(FileRefusal.HeaderTwice, 1, twice.Key);
        var header = names.Select(name => (name, LayoutTags.Find(name))).ToArray();
        var missing = NeededHeaders.Where(any => !any.Any(name => header.Any(column => column.Item2 == LayoutTags.Get(name)))).ToList();
        if (missing.Count > 0)
            throw new ImportFileException(FileRefusal.HeaderMissing, 1, string.Join(", ", missing.Select(any => any[0])));
        return header;
    }

    /// <summary>The line the row starts on; null at the end of the file. Rows without any character are passed over.</summary>
    private int? ReadRow()
    {
        while (Peek() is '\r' or '\n')
            TakeLineEnd();
        if (Peek() < 0)
            return null;

        _row.Clear();
        _rowLength = 0;
        var line = _line;
        while (true)
        {
            _row.Add(Peek() == '"' ? ReadQuoted() : ReadPlain());
            if (_row.Count > MostColumns)
                throw new ImportFileException(FileRefusal.BrokenCsv, line);
            if (Peek() == ',')
            {
                Take();
                continue;
            }
            if (Peek() >= 0)
                TakeLineEnd();
            return line;
        }
    }

    private string ReadPlain()
    {
        _value.Clear();
        while (Peek() is >= 0 and not (',' or '\r' or '\n'))
        {
            var rest = _portion.AsSpan(_at, _read - _at);
            var length = rest.IndexOfAny(",\r\n\"") is var end and >= 0 ? end : rest.Length;
            if (length == 0)
                throw new ImportFileException(FileRefusal.BrokenCsv, _line);
            Append(rest[..length], _line);
            _at += length;
        }
        return _value.ToString();
    }

    private string ReadQuoted()
    {
        var line = _line;
        _value.Clear();
        Take();
        while (true)
        {
            if (Peek() < 0)
                throw new ImportFileException(FileRefusal.BrokenCsv, line);
            var rest = _portion.AsSpan(_at, _read - _at);
            var length = rest.IndexOf('"') is var end and >= 0 ? end : rest.Length;
            Append(rest[..length], line);
            _line += rest[..length].Count('\n');
            _at += length;
            if (length == rest.Length)
                continue;
            Take();
            if (Peek() == '"')
            {
                Append("\"", line);
                Take();
            }
            else if (Peek() is ',' or '\r' or '\n' or < 0)
                return _value.ToString();
            else
                throw new ImportFileException(FileRefusal.BrokenCsv, _line);
        }
    }

    private void Append(ReadOnlySpan<char> part, int line)
    {
        _rowLength += part.Length;
        if (_value.Length + part.Length > LayoutRecord.LongestField || _rowLength > LongestRow)
            throw new ImportFileException(FileRefusal.FieldTooLong, line, _header is null ? null : _header.ElementAtOrDefault(_row.Count).Name);
        _value.Append(part);
    }

    private void TakeLineEnd()
    {
        if (Take() == '\r' && Peek() == '\n')
            Take();
        _line++;
    }

    private int Peek()
    {
        if (_at == _read)
            (_at, _read) = (0, _text.Read(_portion, 0, _portion.Length));
        return _read == 0 ? -1 : _portion[_at];
    }

    private int Take()
    {
        var taken = Peek();
        _at++;
        return taken;
    }
}
