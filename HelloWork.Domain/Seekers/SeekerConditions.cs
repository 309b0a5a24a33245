using HelloWork.Domain.Jobs;
using HelloWork.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職情報の検索条件, the same for employers and providers. Words are all to be found; of several places, occupations or licences one is
/// enough. Whose profiles are searched is <see cref="ContactPolicy"/>'s to say.
/// </summary>
public abstract record SeekerConditions
{
    /// <summary>Pages of one search that can be reached: narrowing helps who looks for people, leafing through everything only a copyist.</summary>
    public const int MostPages = 20;

    /// <summary>表示件数</summary>
    public static readonly IReadOnlyList<int> Sizes = [10, 30, 50];
    public const int UsualSize = 30;

    public string? Words { get; init; }
    /// <summary>Codes 01–47. Together with <see cref="Municipalities"/> a prefecture counts as a whole unless one of its own is named.</summary>
    public IReadOnlyList<string> Prefectures { get; init; } = [];
    /// <summary>Five digits, a designated city included.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];
    /// <summary>Major, middle or minor group, or the beginning of a code.</summary>
    public IReadOnlyList<string> Occupations { get; init; } = [];
    /// <summary>Codes of the licences table.</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];
    public WorkingStyle? Style { get; init; }
    /// <summary>正社員希望 only.</summary>
    public bool RegularOnly { get; init; }
    /// <summary>Yen for <see cref="WageUnit"/>: wishes up to this, and seekers who state none.</summary>
    public int? WageMax { get; init; }
    public WageUnit WageUnit { get; init; } = WageUnit.Month;
    public SeekerSort Sort { get; init; } = SeekerSort.New;
    public int Page { get; init; } = 1;
    public int Size { get; init; } = UsualSize;
}

/// <summary>並び順</summary>
public enum SeekerSort
{
    /// <summary>新着順: changed last first.</summary>
    New = 1,
    /// <summary>フリーワードとの一致順</summary>
    Match = 2,
}

/// <summary>Where in a search a page lies: the exact count of the whole, the page really given, and its size.</summary>
internal readonly record struct PlaceInSearch(int Count, int Number, int Size);

internal static class SeekerSearching
{
    private const int LongestWord = 1_000;

    /// <summary>One page of the profiles that meet the conditions, out of those the caller may see.</summary>
    public static async Task<(PlaceInSearch Place, List<TShown> Rows)> PageAsync<TShown>(this IQueryable<SeekerProfile> seen, SeekerConditions conditions,
        Func<IQueryable<SeekerProfile>, IQueryable<TShown>> show, CancellationToken ct)
    {
        var size = SeekerConditions.Sizes.Contains(conditions.Size) ? conditions.Size : SeekerConditions.UsualSize;
        // A pattern of SQL Server ends at 4,000 characters, and normalising can lengthen a word.
        var words = SearchText.Words(conditions.Words).Select(word => word[..Math.Min(word.Length, LongestWord)]).ToList();
        var found = seen.Matching(conditions, words);
        var count = await found.CountAsync(ct);
        var last = Math.Min(Math.Max(1, (count + size - 1) / size), SeekerConditions.MostPages);
        var page = Math.Clamp(conditions.Page, 1, last);
        var rows = await show(Ordered(found, conditions.Sort, words).Skip((page - 1) * size).Take(size).AsNoTracking()).ToListAsync(ct);
        return (new PlaceInSearch(count, page, size), rows);
    }

    /// <summary>
    /// The words of a profile begin with the wished work, then experience: the nearer to the beginning, the better the match.
    /// Ties, and a match without words, go by what was changed last.
    /// </summary>
    private static IQueryable<SeekerProfile> Ordered(IQueryable<SeekerProfile> found, SeekerSort sort, IReadOnlyList<string> words)
    {
        if (sort is not SeekerSort.Match || words.Count == 0)
            return found.OrderByDescending(p => p.ChangedAt).ThenBy(p => p.PublicNumber);

        var (first, second) = (words[0], words.Count > 1 ? words[1] : words[0]);
        return found.OrderBy(p => p.SearchWords.IndexOf(first) + p.SearchWords.IndexOf(second)).ThenByDescending(p => p.ChangedAt).ThenBy(p => p.PublicNumber);
    }
}
