namespace HelloWork.Domain.Search.Indexing;

/// <summary>What an index knows of its documents. The owner declares it once; the index knows nothing of what the fields mean.</summary>
public sealed class SearchFields
{
    /// <summary>A scope is a bit for each text field.</summary>
    public const int MostTexts = 32;

    private readonly List<TextField> _texts = [];
    private readonly List<CodeField> _codes = [];
    private readonly List<NumberField> _numbers = [];

    public IReadOnlyList<TextField> Texts => _texts;
    public IReadOnlyList<CodeField> Codes => _codes;
    public IReadOnlyList<NumberField> Numbers => _numbers;

    /// <param name="weight">What a word found in this field is worth in the order of relevance.</param>
    public TextField Text(string name, int weight = 1)
    {
        if (_texts.Count == MostTexts)
            throw new InvalidOperationException($"An index has at most {MostTexts} text fields.");
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        _texts.Add(new(name, _texts.Count, weight));
        return _texts[^1];
    }

    public CodeField Code(string name)
    {
        _codes.Add(new(name, _codes.Count));
        return _codes[^1];
    }

    public NumberField Number(string name)
    {
        _numbers.Add(new(name, _numbers.Count));
        return _numbers[^1];
    }
}

/// <summary>Normalised text (<see cref="SearchText"/>) that words are found in. No match reaches from one field into another.</summary>
public sealed record TextField(string Name, int At, int Weight)
{
    public static implicit operator TextScope(TextField field) => TextScope.Of(field);
}

/// <summary>Codes of a classification, none, one or several per document, found whole or by their beginning and counted as a facet.
/// Flags are a code field too: a code for each flag that is set. At most 65,000 different codes.</summary>
public sealed record CodeField(string Name, int At);

/// <summary>A whole number or none, found by range, sorted by, counted in bands.</summary>
public sealed record NumberField(string Name, int At);

/// <summary>The text fields a word may stand in.</summary>
public readonly record struct TextScope(uint Mask)
{
    public static TextScope Of(params IEnumerable<TextField> fields) => new(fields.Aggregate(0u, (mask, field) => mask | 1u << field.At));

    public bool Holds(int field) => (Mask >> field & 1) != 0;
}

/// <summary>One document. A document of the same key takes the earlier one's place.</summary>
/// <param name="Key">The database's id.</param>
/// <param name="Newness">Where documents tie they come by this, highest first, and then by <paramref name="Key"/>, highest first.</param>
public sealed class SearchDocument(SearchFields fields, long key, int newness)
{
    internal readonly ReadOnlyMemory<char>[] Texts = new ReadOnlyMemory<char>[fields.Texts.Count];
    internal readonly List<string>?[] Codes = new List<string>?[fields.Codes.Count];
    internal readonly int?[] Numbers = new int?[fields.Numbers.Count];

    public long Key => key;
    public int Newness => newness;

    /// <param name="normalised">As <see cref="SearchText.Normalise"/> gives it: databases keep it so, and a load of a million normalises nothing.</param>
    public SearchDocument Set(TextField field, ReadOnlyMemory<char> normalised)
    {
        Texts[field.At] = normalised;
        return this;
    }

    public SearchDocument Set(TextField field, string? normalised) => Set(field, normalised.AsMemory());

    /// <param name="code">Null or empty: none.</param>
    public SearchDocument Add(CodeField field, string? code)
    {
        if (string.IsNullOrEmpty(code))
            return this;
        // Most have one.
        if (Codes[field.At] is not { } codes)
            Codes[field.At] = new(1) { code };
        else if (!codes.Contains(code))
            codes.Add(code);
        return this;
    }

    /// <param name="codes">No two alike; the document keeps the list.</param>
    public SearchDocument Add(CodeField field, List<string> codes)
    {
        Codes[field.At] = codes;
        return this;
    }

    public SearchDocument Set(NumberField field, int? number)
    {
        Numbers[field.At] = number;
        return this;
    }
}
