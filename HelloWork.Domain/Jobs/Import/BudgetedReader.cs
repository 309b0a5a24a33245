namespace HelloWork.Domain.Jobs.Import;

/// <summary>
/// Hands a file's text over in small portions and stops when too much of it was taken without any outcome. An XML reader
/// collects an attribute, a comment or a CDATA section before it says anything; this way none of them can fill the memory.
/// </summary>
internal sealed class BudgetedReader(TextReader inner) : TextReader
{
    // An XML reader reads ahead by its buffer, and doubles it for a long token.
    private const int Budget = 4 * LayoutRecord.LongestField;
    private const int Portion = 4 * 1024;

    private int _left = Budget;

    /// <summary>Something came of what was read.</summary>
    public void Progress() => _left = Budget;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_left <= 0)
            throw new ImportFileException(FileRefusal.FieldTooLong);
        var read = inner.Read(buffer[..Math.Min(buffer.Length, Portion)]);
        _left -= read;
        return read;
    }

    public override int Read() => throw new NotSupportedException("Read in portions.");

    public override int Peek() => throw new NotSupportedException("Read in portions.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
