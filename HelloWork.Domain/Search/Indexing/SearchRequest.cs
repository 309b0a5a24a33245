namespace HelloWork.Domain.Search.Indexing;

/// <summary>One search.</summary>
public sealed record SearchRequest(SearchCondition Where)
{
    public SearchOrder Order { get; init; } = SearchOrder.Newest;
    public int Skip { get; init; }
    public int Take { get; init; }
    public IReadOnlyList<SearchFacet> Facets { get; init; } = [];
}

/// <summary>In what order documents are listed. Ties always: the newest first, then the highest key.</summary>
public abstract record SearchOrder
{
    private protected SearchOrder() { }

    public static SearchOrder Newest { get; } = new ByNewness();

    /// <summary>
    /// Score = Σ over the words that are asked for (not those under NOT) of rarity × Σ of the weights of the fields of its scope that hold it.
    /// Rarity = 1 + ⌊log2((N + 1) / (n + 1))⌋ with N documents in the index, n of them holding the word: 1 for a word that most have, one more with each halving.
    /// Whole numbers throughout, so it can be worked out by hand; exact over all hits.
    /// </summary>
    public static SearchOrder Relevance { get; } = new ByRelevance();

    /// <summary>By a number; documents without it come last, whichever way.</summary>
    public static SearchOrder By(NumberField field, bool descending) => new ByNumber(field, descending);

    internal sealed record ByNewness : SearchOrder;
    internal sealed record ByRelevance : SearchOrder;
    internal sealed record ByNumber(NumberField Field, bool Descending) : SearchOrder;
}

/// <summary>Documents counted beside each choice of a filter.</summary>
/// <param name="Where">What is counted; null: what the request finds. A filter's own facet leaves its own choice out.</param>
public abstract record SearchFacet(SearchCondition? Where);

/// <summary>Documents for each code of the field that occurs: the most first, then by code.</summary>
public sealed record CodeFacet(CodeField Field, SearchCondition? Where = null) : SearchFacet(Where)
{
    /// <summary>The codes that are counted; null: each. Of a field with many codes on each document a few are counted much faster.</summary>
    public IReadOnlyList<string>? Only { get; init; }
}

/// <summary>Documents by number.</summary>
/// <param name="Edges">Lower edges, ascending: a band reaches to the next edge, the last without end, and what lies below the first isn't counted.
/// Null: each number that occurs is a band by itself.</param>
public sealed record NumberFacet(NumberField Field, IReadOnlyList<int>? Edges = null, SearchCondition? Where = null) : SearchFacet(Where);

/// <param name="Keys">Of the documents asked for, in order; none past the end.</param>
/// <param name="Count">Of all that is found, exactly.</param>
/// <param name="Facets">One for each that was asked for.</param>
/// <param name="Position">Of the owner's changes: all up to this one are in the answer.</param>
public sealed record SearchAnswer(IReadOnlyList<long> Keys, int Count, IReadOnlyList<FacetCounts> Facets, long Position);

/// <param name="Codes">Of a <see cref="CodeFacet"/>.</param>
/// <param name="Bands">Of a <see cref="NumberFacet"/>, with their lower edges.</param>
public sealed record FacetCounts(IReadOnlyList<(string Code, int Count)> Codes, IReadOnlyList<(int From, int Count)> Bands);
