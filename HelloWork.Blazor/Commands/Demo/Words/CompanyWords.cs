using System.Collections.Immutable;

namespace HelloWork.Blazor.Commands.Demo.Words;

/// <summary>A name and its reading in katakana.</summary>
public sealed record KanaName(string Text, string Kana);

/// <summary>How a company (事業所) of an industry is called: 「株式会社{0}食品」 takes a stem.</summary>
/// <param name="IndustryCode">中分類.</param>
/// <param name="Kind">Narrower than the industry, "歯科"; "" for most.</param>
/// <param name="Name">With {0} for the stem, once or twice.</param>
/// <param name="Kana">The same in katakana.</param>
public sealed record CompanyPattern(string IndustryCode, string Kind, string Name, string Kana)
{
    /// <summary>The name with this stem.</summary>
    public KanaName With(KanaName stem) => new(Name.Replace("{0}", stem.Text), Kana.Replace("{0}", stem.Kana));
}

/// <summary>Words for invented companies.</summary>
public sealed class CompanyWords
{
    private readonly ILookup<(string, string), string> _businesses;

    internal CompanyWords(WordFile file)
    {
        Stems = [.. file.Rows("stems").Select(row => new KanaName(row[0], row[1]))];
        Patterns = [.. file.Rows("patterns").Select(row => (Of: Industry(row[0]), Row: row)).Select(p => new CompanyPattern(p.Of.Code, p.Of.Kind, p.Row[1], p.Row[2]))];
        _businesses = file.Rows("businesses").ToLookup(row => Industry(row[0]), row => row[1]);
        Features = [.. file["features"]];
    }

    /// <summary>Invented middle parts of names.</summary>
    public ImmutableArray<KanaName> Stems { get; }

    /// <summary>How companies are called, by industry; each with each stem is a different name.</summary>
    public ImmutableArray<CompanyPattern> Patterns { get; }

    /// <summary>会社の特長.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>事業内容 that fit such a company.</summary>
    public ImmutableArray<string> BusinessesFor(CompanyPattern company) => [.. _businesses[(company.IndustryCode, company.Kind)]];

    // "83" or "83/歯科"
    private static (string Code, string Kind) Industry(string text) =>
        text.Split('/') is [var code, var kind] ? (code, kind) : (text, "");
}
