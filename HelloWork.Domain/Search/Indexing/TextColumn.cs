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

    public static TextColumn Of(IReadOnlyList<SearchDocument> documents, int field, BuildSpace space)
    {
        var letters = documents.Sum(d => d.Texts[field].Length);
        var met = new PairsMet(space.Numbers(letters));
        var ends = new int[documents.Count];
        for (var document = 0; document < documents.Count; document++)
        {
            var text = documents[document].Texts[field];
            for (var at = 0; at < text.Length; at++)
                if (text[at] is not (' ' or '\0'))
                    met.Add(Pair(text[at], at + 1 < text.Length && text[at + 1] != ' ' ? text[at + 1] : '\0'), document);
            ends[document] = met.Found.Length;
        }

        var (pairs, counts, places) = met.Sorted();
        var filling = new PostingTable.Filling(counts, documents.Count, places);
        var found = met.Found;
        for (int document = 0, at = 0; document < ends.Length; document++)
            for (; at < ends[document]; at++)
                filling.Add(found[at], document);

        var (texts, starts) = PackAll(documents, field, space.Bytes(letters * PackedText.MostBytes));
        return new(texts, starts, pairs, filling.Done());
    }

    private static (byte[], int[]) PackAll(IReadOnlyList<SearchDocument> documents, int field, byte[] packed)
    {
        var starts = new int[documents.Count + 1];
        for (var document = 0; document < documents.Count; document++)
            starts[document + 1] = starts[document] + PackedText.Pack(documents[document].Texts[field], packed.AsSpan(starts[document]));
        return (packed[..starts[^1]], starts);
    }
}
