using System.Text;
using System.Xml;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>Records of the XML layout: <c>&lt;kyujin&gt;&lt;data&gt;…</c>, with or without a <c>&lt;root&gt;</c> around it as the interface itself sends it.</summary>
internal sealed class XmlRecordReader : RecordReader, IDisposable
{
    private const int DeepestNesting = 16;

    private readonly BudgetedReader _text;
    private readonly XmlReader _xml;
    private readonly IXmlLineInfo _position;
    private readonly char[] _portion = new char[4 * 1024];
    private readonly StringBuilder _value = new();
    // The XML reader keeps one string for each name.
    private readonly Dictionary<string, LayoutTag?> _tags = new(ReferenceEqualityComparer.Instance);
    private readonly bool _onlyChecks;
    private int _dataDepth = -1;

    /// <param name="onlyChecks">Whether nobody asks for the values: the file is read over to see that it is sound.</param>
    public XmlRecordReader(TextReader text, LayoutRecord record, bool onlyChecks) : base(record)
    {
        _onlyChecks = onlyChecks;
        _text = new BudgetedReader(text);
        _xml = XmlReader.Create(_text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        _position = (IXmlLineInfo)_xml;
    }

    public override bool Next()
    {
        try
        {
            return _dataDepth < 0 ? FindFirst() && ReadRecord() : FindNext() && ReadRecord();
        }
        catch (XmlException e)
        {
            throw new ImportFileException(FileRefusal.BrokenXml, e.LineNumber, e.Message);
        }
        catch (ImportFileException e) when (e.Problem is { Refusal: FileRefusal.FieldTooLong, Line: null })
        {
            throw new ImportFileException(FileRefusal.FieldTooLong, _position.LineNumber);
        }
    }

    public void Dispose()
    {
        _xml.Dispose();
        _text.Dispose();
    }

    private bool FindFirst()
    {
        while (Read())
        {
            if (_xml.NodeType is not XmlNodeType.Element)
                continue;
            var expected = _xml.Depth == 0 ? _xml.LocalName is "kyujin" or "root" : _xml.Depth == 1 && _xml.LocalName is "kyujin" or "data";
            if (_xml.Depth == 0 && !expected)
                throw new ImportFileException(FileRefusal.WrongRoot, _position.LineNumber, _xml.LocalName);
            if (_xml.LocalName == "data" && _xml.Depth is 1 or 2)
            {
                _dataDepth = _xml.Depth;
                return true;
            }
            if (!expected)
                SkipUnknown();
        }
        return false;
    }

    private bool FindNext()
    {
        while (Read())
        {
            if (_xml.NodeType is not XmlNodeType.Element || _xml.Depth < _dataDepth)
                continue;
            if (_xml.LocalName == "data")
                return true;
            SkipUnknown();
        }
        return false;
    }

    private bool ReadRecord()
    {
        Record.Start(_position.LineNumber);
        CountAttributes();
        if (_xml.IsEmptyElement)
            return true;

        while (Read() && _xml.Depth > _dataDepth)
        {
            if (_xml.NodeType is XmlNodeType.Element)
                ReadField();
            else if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                Record.Refuse(RecordRefusal.NotPlainText, line: _position.LineNumber, value: ReadText("data"));
        }
        return true;
    }

    private void ReadField()
    {
        var (name, line, depth) = (_xml.LocalName, _position.LineNumber, _xml.Depth);
        CountAttributes();
        if (_xml.IsEmptyElement)
            return;

        string? value = null;
        var read = 0;
        var tag = Find(name);
        while (Read() && _xml.Depth > depth)
        {
            if (_onlyChecks && tag is not null)
                read = SkimText(name, read);
            else if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                value = value is null ? ReadText(name) : value + ReadText(name);
                if (value.Length > LayoutRecord.LongestField)
                    throw new ImportFileException(FileRefusal.FieldTooLong, line, name);
            }
            if (_xml.NodeType is XmlNodeType.Element)
            {
                if (tag is not null)
                    Record.Refuse(RecordRefusal.NotPlainText, tag, line, _xml.LocalName, writtenAs: name);
                else
                    CountUnknown(_xml.LocalName, _position.LineNumber);
            }
        }

        if (tag is not null)
            Record.Set(tag, name, value, line);
        else if (!LayoutTags.IsRepeat(name) && !string.IsNullOrWhiteSpace(value))
            CountUnknown(name, line);
    }

    private LayoutTag? Find(string name)
    {
        // A file may hold any number of names; the layout has some hundred.
        if (!_tags.TryGetValue(name, out var tag) && _tags.Count < 1_000)
            _tags.Add(name, tag = LayoutTags.Find(name));
        return tag ?? LayoutTags.Find(name);
    }

    /// <summary>Goes over a piece of a field's text; returns the length of the field so far.</summary>
    private int SkimText(string name, int before)
    {
        if (_xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
            return before;
        var line = _position.LineNumber;
        while (_xml.ReadValueChunk(_portion, 0, _portion.Length) is var read and > 0)
        {
            _text.Progress();
            if ((before += read) > LayoutRecord.LongestField)
                throw new ImportFileException(FileRefusal.FieldTooLong, line, name);
        }
        return before;
    }

    private string ReadText(string name)
    {
        _value.Clear();
        var line = _position.LineNumber;
        while (_xml.ReadValueChunk(_portion, 0, _portion.Length) is var read and > 0)
        {
            _text.Progress();
            _value.Append(_portion, 0, read);
            if (_value.Length > LayoutRecord.LongestField)
                throw new ImportFileException(FileRefusal.FieldTooLong, line, name);
        }
        return _value.ToString();
    }

    private void SkipUnknown()
    {
        CountUnknown(_xml.LocalName, _position.LineNumber);
        if (_xml.IsEmptyElement)
            return;
        for (var depth = _xml.Depth; Read() && _xml.Depth > depth;)
            if (_xml.NodeType is XmlNodeType.Element)
                CountUnknown(_xml.LocalName, _position.LineNumber);
    }

    // The layout has none; names of attributes are kept by the reader, so they are held to a number as well.
    private void CountAttributes()
    {
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
            CountUnknown($"{_xml.LocalName}=", _position.LineNumber);
        _xml.MoveToElement();
    }

    private bool Read()
    {
        _text.Progress();
        var more = _xml.Read();
        if (_xml.Depth > DeepestNesting)
            throw new ImportFileException(FileRefusal.NotTheLayout, _position.LineNumber, _xml.LocalName);
        return more;
    }
}
