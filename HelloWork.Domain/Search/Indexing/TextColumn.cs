using System.Runtime.Intrinsics.X86;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// One text field of a segment: the texts themselves, and for each pair of letters that stand side by side the documents that hold it.
/// The last letter before a blank or the end counts as a pair with nothing, so that every single letter begins a pair. Pairs with a blank are left out.
/// </summary>
internal sealed class TextColumn
{
    private readonly byte[] _texts;
    private readonly int[] _starts;
    private readonly uint[] _pairs;
    private readonly PostingTable _postings;

    private TextColumn(byte[] texts, int[] starts, uint[] pairs, PostingTable postings) => (_texts, _starts, _pairs, _postings) = (texts, starts, pairs, postings);

    public long Bytes => _texts.Length + (long)_starts.Length * sizeof(int) + (long)_pairs.Length * sizeof(uint) + _postings.Bytes;

    public string TextOf(int document) => PackedText.Unpack(PackedOf(document));

    public bool Contains(int document, ReadOnlySpan<byte> packedWord) => PackedOf(document).IndexOf(packedWord) >= 0;

    /// <summary>
    /// Has the processor fetch a text that will be read soon. Reading the texts of a phrase's candidates is mostly waiting for memory: with it half as long.
    /// </summary>
    public unsafe void Expect(int document)
    {
        const int line = 64;
        if (!Sse.IsSupported)
            return;
        fixed (byte* texts = _texts)
            for (var at = _starts[document]; at < _starts[document + 1]; at += line)
                Sse.Prefetch0(texts + at);
    }

    public Posting OfPair(char first, char second) =>
        Array.BinarySearch(_pairs, Pair(first, second)) is >= 0 and var term ? _postings[term] : default;

    /// <summary>All pairs that begin with the letter, as terms from..to.</summary>
    public (int From, int To) TermsOf(char first) => (Lower(Pair(first, '\0')), Lower(Pair(first, '\uFFFF') + 1));

    public Posting OfTerm(int term) => _postings[term];

    private ReadOnlySpan<byte> PackedOf(int document) => _texts.AsSpan(_starts[document].._starts[document + 1]);

    private int Lower(uint pair)
    {
        var at = Array.BinarySearch(_pairs, pair);
        return at >= 0 ? at : ~at;
    }

    private static uint Pair(char first, char second) => (uint)first << 16 | second;

    /// <summary>Takes over texts one by one; then it is ready for the next segment's.</summary>
    internal sealed class Builder
    {
        private readonly PairsMet _met = new();
        // Where each text's pairs and letters begin, and after the last one where they end.
        private readonly List<int> _pairs = [0], _letters = [0];
        private byte[] _packed = [];

        public void Add(ReadOnlySpan<char> text)
        {
            var end = _letters[^1];
            if (_packed.Length - end < text.Length * PackedText.MostBytes)
                Array.Resize(ref _packed, Math.Max(end + text.Length * PackedText.MostBytes, _packed.Length * 2));
            _met.Begin(text.Length);
            for (var at = 0; at < text.Length; at++)
                if (text[at] is not (' ' or '\0'))
                    _met.Add(Pair(text[at], at + 1 < text.Length && text[at + 1] != ' ' ? text[at + 1] : '\0'));
            _pairs.Add(_met.Found.Length);
            _letters.Add(end + PackedText.Pack(text, _packed.AsSpan(end)));
        }

        /// <param name="arrivals">Which of the texts, as they came, goes to each place.</param>
        public TextColumn Build(int[] arrivals)
        {
            var (pairs, counts, places) = _met.Sorted();
            var filling = new PostingTable.Filling(counts, arrivals.Length, places);
            var found = _met.Found;
            var texts = GC.AllocateUninitializedArray<byte>(_letters[^1]);
            var starts = new int[arrivals.Length + 1];
            for (var place = 0; place < arrivals.Length; place++)
            {
                var arrival = arrivals[place];
                foreach (var number in found[_pairs[arrival].._pairs[arrival + 1]])
                    filling.Add(number, place);
                var text = _packed.AsSpan(_letters[arrival].._letters[arrival + 1]);
                text.CopyTo(texts.AsSpan(starts[place]));
                starts[place + 1] = starts[place] + text.Length;
            }
            _met.Clear();
            _pairs.RemoveRange(1, arrivals.Length);
            _letters.RemoveRange(1, arrivals.Length);
            return new(texts, starts, pairs, filling.Done());
        }
    }
}
