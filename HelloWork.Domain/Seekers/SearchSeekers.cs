using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職情報検索: finds seekers who chose to be shown to employers (SS-01, SS-02).</summary>
public sealed class SearchSeekers(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Pages of one search that can be reached: narrowing helps an employer, leafing through everything only a copyist.</summary>
    public const int MostPages = 20;

    /// <summary>表示件数</summary>
    public static readonly IReadOnlyList<int> Sizes = [10, 30, 50];
    public const int UsualSize = 30;
    private const int LongestWord = 1_000;

    /// <summary>What is searched for. Words are all to be found; of several places, occupations or licences one is enough.</summary>
    public sealed record Query(EmployerActor Viewer)
    {
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
        /// <summary>Only those a direct request can reach.</summary>
        public bool WithMyPageOnly { get; init; }
        /// <summary>Yen for <see cref="WageUnit"/>: wishes up to this, and seekers who state none.</summary>
        public int? WageMax { get; init; }
        public WageUnit WageUnit { get; init; } = WageUnit.Month;
        public SeekerSort Sort { get; init; } = SeekerSort.New;
        public int Page { get; init; } = 1;
        public int Size { get; init; } = UsualSize;
    }

    /// <param name="Found">Null when refused. Its count is exact; pages past <see cref="MostPages"/> aren't given.</param>
    public sealed record Result(Page<SeekerSummary>? Found, SearchRefusal? Refusal = null)
    {
        public int ReachablePages => Math.Min(Found?.PageCount ?? 1, MostPages);
    }

    /// <exception cref="NotAllowedException">The viewer doesn't act for the office.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Viewer, ct);
        if (!await db.MaySeeSeekersAsync(query.Viewer, today, ct))
            return new Result(null, SearchRefusal.NoActiveJob);

        var size = Sizes.Contains(query.Size) ? query.Size : UsualSize;
        // A pattern of SQL Server ends at 4,000 characters, and normalising can lengthen a word.
        var words = SearchText.Words(query.Words).Select(word => word[..Math.Min(word.Length, LongestWord)]).ToList();
        var found = db.Matching(query, words, today);
        var count = await found.CountAsync(ct);
        var last = Math.Min(Math.Max(1, (count + size - 1) / size), MostPages);
        var page = Math.Clamp(query.Page, 1, last);
        var shown = await Ordered(found, query.Sort, words).Skip((page - 1) * size).Take(size).AsNoTracking()
            .AsShown(db, today).ToListAsync(ct);
        return new Result(new Page<SeekerSummary>(shown.ConvertAll(SeekerSummary.Of), count, page, size));
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

/// <summary>並び順</summary>
public enum SeekerSort
{
    /// <summary>新着順: changed last first.</summary>
    New = 1,
    /// <summary>フリーワードとの一致順</summary>
    Match = 2,
}

/// <summary>Why nothing is searched.</summary>
public enum SearchRefusal
{
    /// <summary>有効中の求人がない (SS-01)</summary>
    NoActiveJob = 1,
}
