using FsCheck;
using FsCheck.Fluent;
using HelloWork.Domain.Search;

namespace HelloWork.Tests.Search;

/// <summary>Random documents and questions of few letters, so that they meet.</summary>
public static class SearchSamples
{
    private static readonly string[] Pieces =
        ["介護", "介", "護", "事務", "看護師", "士", "か", "い", "かい", "ー", "a", "b", "ab", "1", "12", "c#", "-", "(株)", "㐂", "𠮷", "𠮟", "々", " ", " ", "\uE000"];

    private static readonly string[] CodesOne = ["13", "13101", "13102", "27", "27100", "01", "0130", "013001"], CodesMany = ["night", "new", "near", "none", "no"],
        CodesRare = [.. Enumerable.Range(0, 40).Select(n => $"n{n}")];

    private static readonly Gen<string> Text = Gen.Elements(Pieces).ListOf().Select(parts => SearchText.Normalise(string.Concat(parts)));

    private static readonly Gen<string> Word = Gen.Elements(Pieces).ListOf().Select(parts => SearchText.Normalise(string.Concat(parts.Take(3)))).Where(word => word.Length > 0);

    private static readonly Gen<int?> Number = Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(-3, 12).Select(n => (int?)n));

    private static readonly Gen<int?> Wide = Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 100_000).Select(n => (int?)n), Gen.Elements<int?>(int.MinValue, int.MaxValue, 0));

    public static Gen<Sheet> SheetOf(int keys) =>
        from key in Gen.Choose(1, keys)
        from newness in Gen.Choose(1, 6)
        from texts in Text.ArrayOf(3)
        from one in Gen.Elements(CodesOne).ListOf().Select(codes => codes.Take(1).ToArray())
        from many in Gen.Elements(CodesMany).ListOf().Select(codes => codes.Distinct().ToArray())
        from rare in Gen.Elements(CodesRare).ListOf().Select(codes => codes.Distinct().Take(2).ToArray())
        from few in Number
        from wide in Wide
        select new Sheet(key, newness, texts, [one, many, rare], [few, wide]);

    public static Gen<Question> Question { get; } =
        from condition in Asked(3)
        from sort in Gen.Choose(-2, 1)
        from highestFirst in Gen.Elements(true, false)
        from skip in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 40), Gen.Elements(100_000, int.MaxValue))
        from take in Gen.OneOf(Gen.Constant(30), Gen.Choose(0, 300))
        from number in Gen.Choose(0, 2)
        from edges in Gen.OneOf(Gen.Constant<int[]?>(null), Gen.Elements<int[]?>([0, 3, 8], [0, 1000, 50_000], [5], []))
        select new Question(condition, sort, highestFirst, skip, take, number, edges);

    private static Gen<Asked> Asked(int depth)
    {
        var leaf = Gen.OneOf(WordAsked, WordAsked, CodesAsked, RangeAsked, Gen.Choose(1, 110).ListOf().Select(keys => (Asked)new Asked.Keys([.. keys.Select(k => (long)k)])));
        if (depth == 0)
            return leaf;
        var parts = Asked(depth - 1).ListOf().Select(list => list.Take(4).ToArray());
        return Gen.OneOf(leaf, parts.Select(p => (Asked)new Asked.All(p)), parts.Select(p => (Asked)new Asked.All(p)),
            parts.Select(p => (Asked)new Asked.Any(p)), Asked(depth - 1).Select(p => (Asked)new Asked.Not(p)));
    }

    private static Gen<Asked> WordAsked =>
        from word in Word
        from fields in Gen.Elements<int[]>([0, 1, 2], [0, 1, 2], [0], [1], [2], [0, 2], [])
        select (Asked)new Asked.Word(word, fields);

    private static Gen<Asked> CodesAsked =>
        from number in Gen.Choose(0, 2)
        from wanted in Gen.Elements([.. CodesOne, .. CodesMany, .. CodesRare.Take(4), "1", "n", "", "99"]).ListOf().Select(codes => codes.Take(3).ToArray())
        from beginnings in Gen.Elements(true, false)
        select (Asked)new Asked.Codes(number, wanted, beginnings);

    private static Gen<Asked> RangeAsked =>
        from number in Gen.Choose(0, 1)
        from least in Gen.OneOf(Number, Wide)
        from most in Gen.OneOf(Number, Wide)
        select (Asked)new Asked.Range(number, least, most);
}
