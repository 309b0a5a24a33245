using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>The codes of one field in all segments, numbered in the order they were met. Only grows.</summary>
internal sealed class CodeNames
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private volatile string[] _names = [];

    public int Count => _names.Length;
    public string this[int number] => _names[number];

    public int? Find(string code) => _numbers.TryGetValue(code, out var number) ? number : null;

    public List<int> Beginning(string with)
    {
        var names = _names;
        var found = new List<int>();
        for (var number = 0; number < names.Length; number++)
            if (names[number].StartsWith(with, StringComparison.Ordinal))
                found.Add(number);
        return found;
    }

    /// <summary>The number of a code, a new one if it has none.</summary>
    public int Number(string code)
    {
        if (Find(code) is { } known)
            return known;
        if (_names.Length >= CodeColumn.None)
            throw new InvalidOperationException($"A code field holds at most {CodeColumn.None} different codes: {code} isn't of a classification.");
        lock (_numbers)
        {
            if (Find(code) is { } meanwhile)
                return meanwhile;
            _names = [.. _names, code];
            return _numbers[code] = _names.Length - 1;
        }
    }
}

/// <summary>One code field of a segment: the documents of each code, and the codes of each document.</summary>
internal sealed class CodeColumn
{
    public const ushort None = ushort.MaxValue;

    private readonly PostingTable _postings;
    private readonly int[]? _starts;
    // Null where documents have so many of all codes that going through the codes is as good: flags.
    private readonly ushort[]? _codes;
    private readonly int _documents, _words;
    private readonly long _walk;

    private CodeColumn(PostingTable postings, int[]? starts, ushort[]? codes, int documents)
    {
        (_postings, _starts, _codes, _documents, _words) = (postings, starts, codes, documents, (documents + 63) / 64);
        for (var code = 0; code < postings.Terms; code++)
            _walk += postings[code].IsFew ? postings.CountOf(code) : _words / 2;
    }

    public long Bytes => _postings.Bytes + (_codes?.Length ?? 0L) * sizeof(ushort) + (_starts?.Length ?? 0L) * sizeof(int);

    public Posting Of(int code) => code < _postings.Terms ? _postings[code] : default;

    public ReadOnlySpan<ushort> CodesOf(int document)
    {
        if (_codes is null)
            return (ushort[])[.. Enumerable.Range(0, _postings.Terms).Where(code => _postings[code].Has(document)).Select(code => (ushort)code)];
        return _starts is { } starts ? _codes.AsSpan(starts[document]..starts[document + 1])
            : _codes[document] == None ? [] : _codes.AsSpan(document, 1);
    }

    /// <summary>Adds how many of the documents have each code: by going through them, through all others, or through the codes, whichever is shortest.</summary>
    /// <param name="only">The codes that matter; others may be counted or not. Null: all.</param>
    public void Count(in Posting found, Scratch scratch, int[] into, int[]? only = null)
    {
        var (documents, all) = (found.Count, _words * 64);
        if (_codes is null || (!found.IsFew && (only is not null || _walk < Math.Min(documents, all - documents))))
        {
            for (var at = 0; at < (only?.Length ?? _postings.Terms); at++)
                if ((only?[at] ?? at) is var code && code < _postings.Terms)
                    into[code] += SetsOf.CountOfBoth(_postings[code], found, _words, scratch);
            return;
        }
        if (found.IsFew || documents <= all / 2)
        {
            var adding = new Counting(this, into, 1);
            Sets.Each(found, _words, ref adding);
            return;
        }
        for (var code = 0; code < _postings.Terms; code++)
            into[code] += _postings.CountOf(code);
        var mark = scratch.Mark();
        var others = scratch.Unwritten().AsSpan(0, _words);
        Sets.AndNot(Segment.All(_documents, scratch).Bits(_words), found.Bits(_words), others);
        var subtracting = new Counting(this, into, -1);
        Sets.Each(others, ref subtracting);
        scratch.Release(mark);
    }

    private readonly struct Counting(CodeColumn column, int[] into, int step) : IVisitor
    {
        private readonly ushort[] _codes = column._codes!;
        private readonly int[]? _starts = column._starts;

        public void Visit(int place)
        {
            if (_starts is null)
            {
                if (_codes[place] is not None and var code)
                    into[code] += step;
                return;
            }
            for (var at = _starts[place]; at < _starts[place + 1]; at++)
                into[_codes[at]] += step;
        }
    }

    /// <summary>Takes over the codes of one document after the other; then it is ready for the next segment's.</summary>
    internal sealed class Builder(CodeNames names)
    {
        /// <summary>One of so many codes that occur, on each document on the average.</summary>
        private const int Dense = 8;

        private readonly List<ushort> _codes = [];
        // Where each document's codes begin, and after the last one where they end.
        private readonly List<int> _starts = [0];
        private bool _several;

        /// <param name="codes">Null: none.</param>
        public void Add(List<string>? codes)
        {
            foreach (var code in codes ?? [])
                _codes.Add((ushort)names.Number(code));
            _starts.Add(_codes.Count);
            _several |= codes is { Count: > 1 };
        }

        /// <param name="arrivals">Which of the documents, as they came, goes to each place.</param>
        public CodeColumn Build(int[] arrivals)
        {
            var all = CollectionsMarshal.AsSpan(_codes);
            var most = -1;
            foreach (var code in all)
                most = Math.Max(most, code);
            var counts = new int[most + 1];
            foreach (var code in all)
                counts[code]++;

            var filling = new PostingTable.Filling(counts, arrivals.Length);
            var starts = _several ? new int[arrivals.Length + 1] : null;
            var codes = new ushort[_several ? all.Length : arrivals.Length];
            for (int place = 0, at = 0; place < arrivals.Length; place++)
            {
                var arrival = arrivals[place];
                var own = all[_starts[arrival].._starts[arrival + 1]];
                foreach (var code in own)
                    filling.Add(code, place);
                if (starts is null)
                    codes[place] = own.IsEmpty ? None : own[0];
                else
                {
                    own.CopyTo(codes.AsSpan(at));
                    starts[place + 1] = at += own.Length;
                }
            }
            var isDense = _several && all.Length > (long)arrivals.Length * counts.Length / Dense;
            _several = false;
            _codes.Clear();
            _starts.RemoveRange(1, arrivals.Length);
            return isDense ? new(filling.Done(), null, null, arrivals.Length) : new(filling.Done(), starts, codes, arrivals.Length);
        }
    }
}
