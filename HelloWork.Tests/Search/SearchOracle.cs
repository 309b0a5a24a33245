using System.Numerics;
using HelloWork.Domain.Search.Indexing;

namespace HelloWork.Tests.Search;

/// <summary>What an index is asked, in the oracle's own words.</summary>
public abstract record Asked
{
    public sealed record Word(string Text, int[] Fields) : Asked;
    public sealed record Codes(int Field, string[] Wanted, bool Beginnings) : Asked;
    public sealed record Range(int Field, int? Least, int? Most) : Asked;
    public sealed record Keys(long[] Wanted) : Asked;
    public sealed record All(Asked[] Parts) : Asked;
    public sealed record Any(Asked[] Parts) : Asked;
    public sealed record Not(Asked Part) : Asked;
}

/// <param name="Sort">-2: relevance, -1: newest, otherwise a number field.</param>
public sealed record Question(Asked Where, int Sort, bool Descending, int Skip, int Take, int FacetField, int[]? Edges)
{
    /// <summary>There are two, and three code fields.</summary>
    public int NumberField => FacetField % 2;
}

/// <summary>A document as plain values.</summary>
public sealed record Sheet(long Key, int Newness, string[] Texts, string[][] Codes, int?[] Numbers);

/// <summary>The search done by going through every document: slow, and shares nothing with the index.</summary>
public sealed class SearchOracle(IReadOnlyCollection<Sheet> sheets)
{
    public static readonly int[] Weights = [8, 3, 1];

    public List<Sheet> Found(Question asked)
    {
        var found = sheets.Where(s => Holds(asked.Where, s));
        var words = Words(asked.Where).Select(w => (Text: w.Text, Fields: string.Join(',', w.Fields.Distinct().Order()))).Distinct()
            .Select(w => new Asked.Word(w.Text, w.Fields.Length == 0 ? [] : [.. w.Fields.Split(',').Select(int.Parse)])).ToList();
        var rarity = words.ToDictionary(w => w, w => 1 + BitOperations.Log2((uint)((sheets.Count + 1) / (sheets.Count(s => Holds(w, s)) + 1))));
        var sorted = asked.Sort switch
        {
            -2 => found.OrderByDescending(s => words.Sum(w => rarity[w] * w.Fields.Where(f => Has(s, f, w.Text)).Sum(f => Weights[f]))),
            -1 => found.OrderBy(_ => 0),
            var field when asked.Descending => found.OrderBy(s => s.Numbers[field] is null).ThenByDescending(s => s.Numbers[field]),
            var field => found.OrderBy(s => s.Numbers[field] is null).ThenBy(s => s.Numbers[field]),
        };
        return [.. sorted.ThenByDescending(s => s.Newness).ThenByDescending(s => s.Key)];
    }

    public static List<(string, int)> CountCodes(List<Sheet> found, int field) =>
        [.. found.SelectMany(s => s.Codes[field].Distinct()).GroupBy(c => c).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)];

    public static List<(int, int)> CountBands(List<Sheet> found, int field, int[]? edges)
    {
        if (edges is null)
            return [.. found.Select(s => s.Numbers[field]).OfType<int>().GroupBy(n => n).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
        return [.. edges.Select((edge, at) => (edge, found.Count(s => s.Numbers[field] >= edge && (at + 1 == edges.Length || s.Numbers[field] < edges[at + 1]))))];
    }

    private static bool Holds(Asked asked, Sheet sheet) => asked switch
    {
        Asked.Word word => word.Fields.Any(f => Has(sheet, f, word.Text)),
        Asked.Codes codes => sheet.Codes[codes.Field].Any(c => codes.Wanted.Any(w => codes.Beginnings ? c.StartsWith(w, StringComparison.Ordinal) : c == w)),
        Asked.Range range => sheet.Numbers[range.Field] is { } number && (range.Least is null || number >= range.Least) && (range.Most is null || number <= range.Most),
        Asked.Keys keys => keys.Wanted.Contains(sheet.Key),
        Asked.All all => all.Parts.All(p => Holds(p, sheet)),
        Asked.Any any => any.Parts.Any(p => Holds(p, sheet)),
        Asked.Not not => !Holds(not.Part, sheet),
        _ => throw new ArgumentOutOfRangeException(nameof(asked)),
    };

    private static bool Has(Sheet sheet, int field, string word) => sheet.Texts[field].Contains(word, StringComparison.Ordinal);

    private static IEnumerable<Asked.Word> Words(Asked asked) => asked switch
    {
        Asked.Word word => [word],
        Asked.All all => all.Parts.SelectMany(Words),
        Asked.Any any => any.Parts.SelectMany(Words),
        _ => [],
    };
}

/// <summary>An index of the oracle's documents.</summary>
public sealed class TestIndex
{
    private readonly SearchFields _fields = new();
    private readonly TextField[] _texts;
    private readonly CodeField[] _codes;
    private readonly NumberField[] _numbers;

    public TestIndex()
    {
        _texts = [.. SearchOracle.Weights.Select((weight, at) => _fields.Text($"text {at}", weight))];
        _codes = [_fields.Code("one code"), _fields.Code("several codes"), _fields.Code("several of many codes")];
        _numbers = [_fields.Number("few numbers"), _fields.Number("many numbers")];
        Index = new(_fields);
    }

    public SearchIndex Index { get; }

    public TextScope Scope(params int[] fields) => TextScope.Of(fields.Select(f => _texts[f]));

    public SearchDocument Document(Sheet sheet)
    {
        var document = new SearchDocument(_fields, sheet.Key, sheet.Newness);
        foreach (var (field, text) in _texts.Zip(sheet.Texts))
            document.Set(field, text);
        foreach (var (field, codes) in _codes.Zip(sheet.Codes))
            foreach (var code in codes)
                document.Add(field, code);
        foreach (var (field, number) in _numbers.Zip(sheet.Numbers))
            document.Set(field, number);
        return document;
    }

    private static readonly string[] Few = ["13", "27", "none", "no", "n3", "99"];

    public SearchAnswer Ask(Question asked) => Index.Find(Request(asked));

    private SearchRequest Request(Question asked) => new(Condition(asked.Where))
    {
        Order = asked.Sort switch { -2 => SearchOrder.Relevance, -1 => SearchOrder.Newest, var field => SearchOrder.By(_numbers[field], asked.Descending) },
        Skip = asked.Skip, Take = asked.Take,
        Facets = [new CodeFacet(_codes[asked.FacetField]), new NumberFacet(_numbers[asked.NumberField], asked.Edges), new CodeFacet(_codes[asked.FacetField], SearchCondition.Everything), new CodeFacet(_codes[asked.FacetField]) { Only = Few }],
    };

    /// <summary>Compares ids, order, count and facets with the oracle's, and the ids of the list that counts nothing.</summary>
    public void Check(Question asked, IReadOnlyCollection<Sheet> sheets)
    {
        var keys = Index.First(Request(asked));
        var answer = Ask(asked);
        Check(asked, answer, sheets);
        Assert.Equal(answer.Keys, keys);
    }

    public static void Check(Question asked, SearchAnswer answer, IReadOnlyCollection<Sheet> sheets)
    {
        var found = new SearchOracle(sheets).Found(asked);
        Assert.Equal(found.Count, answer.Count);
        Assert.Equal(found.Skip(asked.Skip).Take(asked.Take).Select(s => s.Key), answer.Keys);
        Assert.Equal(SearchOracle.CountCodes(found, asked.FacetField), answer.Facets[0].Codes);
        Assert.Equal(SearchOracle.CountBands(found, asked.NumberField, asked.Edges), answer.Facets[1].Bands);
        Assert.Equal(SearchOracle.CountCodes([.. sheets], asked.FacetField), answer.Facets[2].Codes);
        Assert.Equal(SearchOracle.CountCodes(found, asked.FacetField).Where(c => Few.Contains(c.Item1)), answer.Facets[3].Codes);
    }

    private SearchCondition Condition(Asked asked) => asked switch
    {
        Asked.Word word => SearchCondition.Word(word.Text, Scope(word.Fields)),
        Asked.Codes { Beginnings: true } codes => SearchCondition.CodesBeginning(_codes[codes.Field], codes.Wanted),
        Asked.Codes codes => SearchCondition.Codes(_codes[codes.Field], codes.Wanted),
        Asked.Range range => SearchCondition.Between(_numbers[range.Field], range.Least, range.Most),
        Asked.Keys keys => SearchCondition.Keys(keys.Wanted),
        Asked.All all => SearchCondition.All(all.Parts.Select(Condition)),
        Asked.Any any => SearchCondition.Any(any.Parts.Select(Condition)),
        Asked.Not not => SearchCondition.Not(Condition(not.Part)),
        _ => throw new ArgumentOutOfRangeException(nameof(asked)),
    };
}
