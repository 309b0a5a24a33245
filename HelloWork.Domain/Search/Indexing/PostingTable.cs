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
        // Where the next document goes; of a bitmap the complement of its beginning.
        private readonly int[] _next;

        /// <param name="numbers">The terms' numbers to fill by, as their places in the table; null: the places themselves.</param>
        public Filling(int[] counts, int documents, int[]? numbers = null)
        {
            var words = (documents + 63) / 64;
            var starts = new int[counts.Length];
            var next = new int[counts.Length];
            int few = 0, bits = 0;
            for (var term = 0; term < counts.Length; term++)
                if (counts[term] <= Posting.MostFew(words))
                    (next[term], starts[term], few) = (few, few, few + counts[term]);
                else
                    (next[term], starts[term], bits) = (~bits, bits, bits + words);
            _table = new(counts, starts, GC.AllocateUninitializedArray<ushort>(few), new ulong[bits], words);
            _next = numbers is null ? next : Array.ConvertAll(numbers, place => next[place]);
        }

        public void Add(int term, int document)
        {
            ref var next = ref _next[term];
            if (next >= 0)
                _table._few[next++] = (ushort)document;
            else
                _table._bits[~next + (document >> 6)] |= 1UL << (document & 63);
        }

        public PostingTable Done() => _table;
    }
}
