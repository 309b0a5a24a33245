namespace HelloWork.Domain.Search.Indexing;

/// <summary>What has to hold of a document that is found.</summary>
public abstract record SearchCondition
{
    private protected SearchCondition() { }

    /// <summary>Holds of every document.</summary>
    public static SearchCondition Everything { get; } = new AllOf([]);

    /// <summary>
    /// The normalised word is part of the normalised text of one field of the scope, letter by letter: exactly what
    /// <c>Contains</c> (LIKE '%…%') says of the same columns with an ordinal collation. A word of which nothing is left holds of every document.
    /// </summary>
    public static SearchCondition Word(string? typed, TextScope scope) =>
        SearchText.Normalise(typed) is { Length: > 0 } word ? new HasWord(word, scope) : Everything;

    /// <summary>One of the codes, whole.</summary>
    public static SearchCondition Codes(CodeField field, params IEnumerable<string> codes) => new HasCode(field, [.. codes], Beginnings: false);

    /// <summary>A code that begins with one of these.</summary>
    public static SearchCondition CodesBeginning(CodeField field, params IEnumerable<string> beginnings) => new HasCode(field, [.. beginnings], Beginnings: true);

    /// <summary>A number from least to most, both included; null: no bound. Documents without the number never match.</summary>
    public static SearchCondition Between(NumberField field, int? least, int? most) => new InRange(field, least ?? int.MinValue, most ?? int.MaxValue);

    /// <summary>The documents of these keys.</summary>
    public static SearchCondition Keys(params IEnumerable<long> keys) => new OfKeys([.. keys]);

    /// <summary>All of them; none given: every document.</summary>
    public static SearchCondition All(params IEnumerable<SearchCondition> conditions) => new AllOf([.. conditions]);

    /// <summary>One of them at least; none given: no document.</summary>
    public static SearchCondition Any(params IEnumerable<SearchCondition> conditions) => new AnyOf([.. conditions]);

    public static SearchCondition Not(SearchCondition condition) => new NoneOf(condition);

    internal sealed record HasWord(string Normal, TextScope Scope) : SearchCondition;
    internal sealed record HasCode(CodeField Field, string[] Wanted, bool Beginnings) : SearchCondition;
    internal sealed record InRange(NumberField Field, int Least, int Most) : SearchCondition;
    internal sealed record OfKeys(long[] Wanted) : SearchCondition;
    internal sealed record AllOf(SearchCondition[] Conditions) : SearchCondition;
    internal sealed record AnyOf(SearchCondition[] Conditions) : SearchCondition;
    internal sealed record NoneOf(SearchCondition Condition) : SearchCondition;
}
