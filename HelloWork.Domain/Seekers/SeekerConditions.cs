using HelloWork.Domain.Jobs;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職情報の検索条件, the same for employers and providers. Words are all to be found unless one is said to be enough, and so are traits; of several
/// places, occupations, industries or licences one is enough. Whose profiles are searched is <see cref="ContactPolicy"/>'s to say.
/// </summary>
public abstract record SeekerConditions
{
    /// <summary>Pages of one search that can be reached: narrowing helps who looks for people, leafing through everything only a copyist.</summary>
    public const int MostPages = 20;

    /// <summary>表示件数</summary>
    public static readonly IReadOnlyList<int> Sizes = [10, 30, 50];
    public const int UsualSize = 30;

    /// <summary>経験年数, at least.</summary>
    public static readonly IReadOnlyList<int> ExperienceSteps = [1, 3, 5, 10, 20];
    /// <summary>通勤時間（分）, at least.</summary>
    public static readonly IReadOnlyList<int> CommutingSteps = [30, 45, 60, 90];
    /// <summary>退職時の月収（円）, at least.</summary>
    public static readonly IReadOnlyList<int> IncomeSteps = [200_000, 250_000, 300_000, 400_000, 500_000, 700_000];

    private const int MostWords = 10, MostWordsLeftOut = 5;
    // A pattern of SQL Server ends at 4,000 characters, and normalising can lengthen a word.
    private const int LongestWord = 1_000;

    public string? Words { get; init; }
    /// <summary>のぞく: none of these words may stand where the words are looked for.</summary>
    public string? NotWords { get; init; }
    /// <summary>OR: one of the words is enough.</summary>
    public bool AnyWord { get; init; }
    /// <summary>検索対象; none: everywhere.</summary>
    public IReadOnlyList<SeekerWordScope> Scopes { get; init; } = [];
    /// <summary>Codes 01–47. Together with <see cref="Municipalities"/> a prefecture counts as a whole unless one of its own is named.</summary>
    public IReadOnlyList<string> Prefectures { get; init; } = [];
    /// <summary>Five digits, a designated city included.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];
    /// <summary>Major, middle or minor group, or the beginning of a code.</summary>
    public IReadOnlyList<string> Occupations { get; init; } = [];
    /// <summary>Divisions A–T.</summary>
    public IReadOnlyList<string> Industries { get; init; } = [];
    /// <summary>Codes of the licences table.</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];
    public WorkingStyle? Style { get; init; }
    /// <summary>正社員希望 only.</summary>
    public bool RegularOnly { get; init; }
    /// <summary>All of these.</summary>
    public SeekerTraits Traits { get; init; }
    /// <summary>Yen for <see cref="WageUnit"/>: wishes up to this, and seekers who state none.</summary>
    public int? WageMax { get; init; }
    public WageUnit WageUnit { get; init; } = WageUnit.Month;
    /// <summary>経験年数, at least; of all past work together.</summary>
    public int? ExperienceYears { get; init; }
    /// <summary>通勤時間の限度（分）, at least.</summary>
    public int? CommutingMinutes { get; init; }
    /// <summary>新着</summary>
    public SeekerSince? Since { get; init; }
    public SeekerSort Sort { get; init; } = SeekerSort.New;
    public int Page { get; init; } = 1;
    public int Size { get; init; } = UsualSize;
    /// <summary>Where nobody is found, the nearest searches that find somebody are wanted too.</summary>
    public bool OrNearest { get; init; }

    /// <summary>The words as they are searched.</summary>
    internal IReadOnlyList<string> SearchedWords() => Searched(Words, MostWords);

    /// <summary>The words as they were typed, for showing and taking off.</summary>
    public IReadOnlyList<string> TypedWords() => SearchText.TypedWords(Words, MostWords);

    internal IReadOnlyList<string> WordsLeftOut() => Searched(NotWords, MostWordsLeftOut);

    private static List<string> Searched(string? typed, int most) => [.. SearchText.Words(typed, most).Select(word => word[..Math.Min(word.Length, LongestWord)])];

    /// <summary>The page really given of so many found, and its size.</summary>
    internal PlaceInSearch PlaceIn(int count)
    {
        var size = Sizes.Contains(Size) ? Size : UsualSize;
        return new(count, Math.Clamp(Page, 1, Math.Min(Math.Max(1, (count + size - 1) / size), MostPages)), size);
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

/// <summary>Where in a search a page lies: the exact count of the whole, the page really given, and its size.</summary>
internal readonly record struct PlaceInSearch(int Count, int Number, int Size)
{
    public int Skip => (Number - 1) * Size;
}

/// <summary>How many would be found beside each choice; a choice of one among several is counted as if none of them were chosen.</summary>
/// <param name="Styles">希望就業形態</param>
/// <param name="Regular">正社員希望</param>
/// <param name="WithMyPage">Those that a direct request can reach; null for providers, who don't ask.</param>
/// <param name="Traits">Each by itself.</param>
/// <param name="Since">新着</param>
public sealed record SeekerSearchCounts(IReadOnlyDictionary<WorkingStyle, int> Styles, int Regular, int? WithMyPage,
    IReadOnlyDictionary<SeekerTraits, int> Traits, IReadOnlyDictionary<SeekerSince, int> Since);
