namespace HelloWork.Domain.Search.Indexing;

/// <summary>The postings of many terms in two arrays: no object for each term, nothing for the collector to walk.</summary>
internal sealed class PostingTable
{
    private readonly int _words;
    private readonly int[] _counts, _starts;
    private readonly ushort[] _few;
    private readonly ulong[] _bits;

    private PostingTable(int[] counts, int[] starts, ushort[] few, ulong[] bits, int words) => (_counts, _starts, _few, _bits, _words) = (counts, starts, few, bits, words);

    public int Terms => _counts.Length;
    public long Bytes => (long)_few.Length * sizeof(ushort) + (long)_bits.Length * sizeof(ulong) + (long)_counts.Length * 2 * sizeof(int);
    public int CountOf(int term) => _counts[term];

    public Posting this[int term] => IsFew(term) ? new(_few, _starts[term], _counts[term]) : new(_bits, _starts[term], _counts[term]);

    private bool IsFew(int term) => _counts[term] <= Posting.MostFew(_words);

    /// <summary>Fills a table of which the size of each posting is known; documents come in ascending order.</summary>
    internal sealed class Filling
    {
        private readonly PostingTable _table;
        private readonly int[] _next;

        public Filling(int[] counts, int documents)
        {
            var words = (documents + 63) / 64;
            var starts = new int[counts.Length];
            int few = 0, bits = 0;
            for (var term = 0; term < counts.Length; term++)
                if (counts[term] <= Posting.MostFew(words))
                    (starts[term], few) = (few, few + counts[term]);
                else
                    (starts[term], bits) = (bits, bits + words);
            _table = new(counts, starts, new ushort[few], new ulong[bits], words);
            _next = [.. starts];
        }

        public void Add(int term, int document)
        {
            if (_table.IsFew(term))
                _table._few[_next[term]++] = (ushort)document;
            else
                _table._bits[_table._starts[term] + (document >> 6)] |= 1UL << (document & 63);
        }

        public PostingTable Done() => _table;
    }
}
