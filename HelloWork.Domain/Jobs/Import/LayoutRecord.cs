namespace HelloWork.Domain.Jobs.Import;

/// <summary>
/// One record of a file as it was read: the written value of each known tag, and where it stood. Used again for the next record,
/// so that reading a file of any length takes the memory of one record.
/// </summary>
internal sealed class LayoutRecord
{
    /// <summary>Longest content of a tag in characters: beyond it the file is refused, since no version of the layout comes near.</summary>
    public const int LongestField = 64 * 1024;

    private const int MostProblems = 20;

    private readonly string?[] _values = new string?[LayoutTags.All.Length];
    private readonly string[] _writtenAs = new string[LayoutTags.All.Length];
    private readonly int[] _lines = new int[LayoutTags.All.Length];
    private readonly List<FieldProblem> _problems = [];

    /// <summary>Where the record starts.</summary>
    public int Line { get; private set; }
    public IReadOnlyList<FieldProblem> Problems => _problems;

    public string? this[LayoutTag tag] => _values[tag.Index];

    public void Start(int line)
    {
        Array.Clear(_values);
        _problems.Clear();
        Line = line;
    }

    /// <summary>Keeps a value; blank ones are as good as absent.</summary>
    public void Set(LayoutTag tag, string writtenAs, string? value, int line)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;

        var tidy = value.Trim();
        if (_values[tag.Index] is { } before && before != tidy)
        {
            // Two spellings of one item may say it in different words; the first spelling counts.
            if (_writtenAs[tag.Index] == writtenAs)
                Refuse(RecordRefusal.TagTwice, tag, line, tidy, writtenAs: writtenAs);
            else if (writtenAs == tag.Name)
                Keep();
            return;
        }
        Keep();

        void Keep()
        {
            _values[tag.Index] = tidy;
            _writtenAs[tag.Index] = writtenAs;
            _lines[tag.Index] = line;
        }
    }

    /// <summary>Notes why the record can't go in; the first twenty reasons are enough to mend it.</summary>
    public void Refuse(RecordRefusal refusal, LayoutTag? tag = null, int? line = null, string? value = null, string? limit = null, string? writtenAs = null)
    {
        if (_problems.Count >= MostProblems)
            return;
        var written = tag is null ? null : _values[tag.Index];
        _problems.Add(new(
            line ?? (written is null ? Line : _lines[tag!.Index]), writtenAs ?? (written is null ? tag?.Name : _writtenAs[tag!.Index]), tag?.Japanese,
            (value ?? written) is { } shown ? VisibleText.Of(shown) : null, refusal, limit));
    }

    /// <summary>Tells a repetition from a contradiction: equal for records with equal contents.</summary>
    public int ContentHash()
    {
        var hash = new HashCode();
        for (var i = 0; i < _values.Length; i++)
            if (_values[i] is { } value)
            {
                hash.Add(i);
                hash.Add(value, StringComparer.Ordinal);
            }
        return hash.ToHashCode();
    }
}

/// <summary>Reads the records of a file one after the other.</summary>
internal abstract class RecordReader(LayoutRecord record)
{
    // Any version of the layout has some 420 tags in all; names beyond that aren't its.
    private const int MostUnknownTags = 1_000;
    private const int LongestName = 200;

    private readonly Dictionary<string, int> _unknownTags = new(StringComparer.Ordinal);

    protected LayoutRecord Record { get; } = record;

    /// <summary>Tags the layout doesn't know, with the number of times each stood there with a content.</summary>
    public IReadOnlyDictionary<string, int> UnknownTags => _unknownTags;

    /// <summary>Fills the record with the next one; false at the end.</summary>
    /// <exception cref="ImportFileException">The file is broken from here on.</exception>
    public abstract bool Next();

    protected void CountUnknown(string name, int line)
    {
        if (_unknownTags.TryGetValue(name, out var count))
            _unknownTags[name] = count + 1;
        else if (_unknownTags.Count < MostUnknownTags && name.Length <= LongestName)
            _unknownTags.Add(name, 1);
        else
            throw new ImportFileException(FileRefusal.NotTheLayout, line, name);
    }
}
