using System.Text.Json.Serialization;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Jobs;

/// <summary>並び順. Ties go to the newer job, then to the number, so that pages never overlap.</summary>
public enum JobSort
{
    /// <summary>新着順: the day of acceptance, latest first.</summary>
    New = 1,
    /// <summary>賃金の下限が高い順; jobs paid by the searched unit come first.</summary>
    WageFrom = 2,
    /// <summary>賃金の上限が高い順</summary>
    WageTo = 3,
    /// <summary>条件に合う順: the more of the words stand in 職種, the higher; without words as <see cref="New"/>.</summary>
    Match = 4,
    /// <summary>紹介期限が近い順</summary>
    Deadline = 5,
}

/// <summary>こだわり条件, all of which have to hold.</summary>
public enum JobCondition
{
    /// <summary>新着（3日以内）: accepted today, yesterday or the day before.</summary>
    New = 1,
    NoExperience = 2,
    NoEducation = 3,
    NoLicence = 4,
    WeekendsOff = 5,
    WorkFromHome = 6,
    NoTransfer = 7,
    /// <summary>オンライン自主応募ができる</summary>
    SelfApplication = 8,
    CarCommuting = 9,
    NearStation = 10,
    Bonus = 11,
    NoOvertime = 12,
    TwoDaysOffAWeek = 13,
    Housing = 14,
    Childcare = 15,
    Promotion = 16,
    SmokeFree = 17,
    TrialEmployment = 18,
    ReturnToRegion = 19,
    NoAgeLimit = 20,
    NoDocumentScreening = 21,
    /// <summary>交替制をのぞく</summary>
    NoShifts = 22,
    /// <summary>裁量労働制をのぞく</summary>
    NoDiscretionary = 23,
    /// <summary>変形労働時間制をのぞく</summary>
    NoVariableHours = 24,
    Renewal = 25,
    NoRetirementAge = 26,
}

/// <summary>
/// 求人の検索条件. Different kinds of condition narrow each other; within a kind one is enough, except for words and
/// <see cref="Conditions"/>, which all have to hold. What isn't known is dropped on the way in: a query that exists can be searched for.
/// </summary>
public sealed record JobSearchQuery
{
    public const int MostWords = 10;
    public static IReadOnlyList<int> Sizes { get; } = [10, 30, 50];
    public const int UsualSize = 30;
    /// <summary>Those that most people look at: they are counted.</summary>
    public static IReadOnlyList<JobCondition> CommonConditions { get; } =
    [
        JobCondition.New, JobCondition.NoExperience, JobCondition.NoEducation, JobCondition.NoLicence, JobCondition.WeekendsOff, JobCondition.WorkFromHome,
        JobCondition.NoTransfer, JobCondition.SelfApplication, JobCondition.CarCommuting, JobCondition.NearStation,
    ];
    private const int MostOfAKind = 60;

    /// <summary>フリーワード as typed; blanks separate words that all have to occur, in any width or kana.</summary>
    public string FreeWords { get; init => field = WrittenWords(value); } = "";
    /// <summary>都道府県 (01 to 47).</summary>
    public IReadOnlyList<string> Prefectures { get; init => field = Known(value, code => ReferenceData.Prefectures.Find(code)?.Code); } = [];
    /// <summary>市区町村 (5 digits), or a designated city for all its wards. It narrows its own prefecture, not the others.</summary>
    public IReadOnlyList<string> Municipalities { get; init => field = Known(value, MunicipalityCode); } = [];
    /// <summary>職業分類: 大分類 (2 digits), 中分類 (3) or 小分類 (NNN-NN).</summary>
    public IReadOnlyList<string> Occupations { get; init => field = Known(value, OccupationCode); } = [];
    public IReadOnlyList<EmploymentType> Types { get; init => field = [.. value.Where(Enum.IsDefined).Distinct().Order()]; } = [];
    /// <summary>Least lower bound of the wage, yen for <see cref="WageUnit"/>; only jobs paid by that unit.</summary>
    public int? WageMin { get; init => field = value is > 0 ? value : null; }
    public WageUnit WageUnit { get; init => field = Enum.IsDefined(value) ? value : WageUnit.Month; } = WageUnit.Month;
    public IReadOnlyList<JobCondition> Conditions { get; init => field = [.. value.Where(Enum.IsDefined).Distinct().Order()]; } = [];
    /// <summary>詳細検索条件</summary>
    public JobSearchDetails Details { get; init; } = JobSearchDetails.None;
    public JobSort Sort { get; init => field = Enum.IsDefined(value) ? value : JobSort.New; } = JobSort.New;
    public int Size { get; init => field = Sizes.Contains(value) ? value : UsualSize; } = UsualSize;
    /// <summary>From 1. One past the end is answered with the last.</summary>
    public int Page { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>Beside which choices the jobs found are to be counted; no condition of the search.</summary>
    [JsonIgnore]
    public JobCounting Counting { get; init; } = JobCounting.Usual;

    /// <summary>The words as they are searched.</summary>
    public IReadOnlyList<string> Words() => Searched(SearchText.Words(FreeWords, MostWords));

    // A LIKE pattern of SQL Server ends at 4,000 characters, and normalising can lengthen a word many times.
    internal static IReadOnlyList<string> Searched(IReadOnlyList<string> words) =>
        words.Select(word => word.Length <= LongestFreeWords ? word : word[..LongestFreeWords]).ToList();

    /// <summary>Whether more words were typed than are searched for.</summary>
    [JsonIgnore]
    public bool HasWordsLeftOut => SearchText.Words(FreeWords, MostWords + 1).Count > MostWords;

    /// <summary>The conditions alone, for keeping them: how the answer is shown is chosen anew each time.</summary>
    public JobSearchQuery ToKeep() => this with { Sort = JobSort.New, Size = UsualSize, Page = 1, Counting = JobCounting.Usual };

    /// <summary>Whether nothing narrows the search.</summary>
    [JsonIgnore]
    public bool IsEmpty => Words().Count == 0 && Prefectures.Count == 0 && Municipalities.Count == 0 && Occupations.Count == 0
        && Types.Count == 0 && WageMin is null && Conditions.Count == 0 && !Details.Set().Any();

    /// <summary>
    /// Prefectures of which every place is wanted, and the municipalities that are wanted by themselves:
    /// a prefecture of which single municipalities were chosen counts by them alone.
    /// </summary>
    public (IReadOnlyList<string> Whole, IReadOnlyList<string> Single) Places()
    {
        var single = Municipalities.SelectMany(code => ReferenceData.Municipalities.FindCity(code)?.Wards.Select(w => w.Code) ?? [code]).Distinct().ToList();
        return (Prefectures.Where(p => !single.Any(code => code.StartsWith(p, StringComparison.Ordinal))).ToList(), single);
    }

    /// <summary>The search with one condition widened or given up, for an answer that found nothing; the most natural step first, the nearer of two alike before the farther.</summary>
    public IEnumerable<JobLoosening> Loosened()
    {
        foreach (var condition in Conditions)
            yield return new(LooseningKind.Condition, null, condition, this with { Conditions = Conditions.Where(c => c != condition).ToList(), Page = 1 });
        foreach (var detail in Details.Set())
            yield return new(LooseningKind.Detail, null, null, this with { Details = Details.Without(detail), Page = 1 }, detail);
        if (WageBands.Of(WageUnit).LastOrDefault(band => band < WageMin) is > 0 and var lower)
            yield return new(LooseningKind.WageLower, null, null, this with { WageMin = lower, Page = 1 });
        if (WageMin is not null)
            yield return new(LooseningKind.Wage, null, null, this with { WageMin = null, Page = 1 });
        if (Types.Count > 0)
            yield return new(LooseningKind.Types, null, null, this with { Types = [], Page = 1 });
        if (Municipalities.Count > 0)
            yield return new(LooseningKind.Municipalities, null, null, this with
            {
                Municipalities = [], Prefectures = [.. Prefectures, .. Municipalities.Select(code => code[..2])], Page = 1,
            });
        if (ReferenceData.Prefectures.RegionAround([.. Prefectures, .. Municipalities.Select(code => code[..2])]) is { } region)
            yield return new(LooseningKind.Region, region.Name, null, this with { Prefectures = region.Codes, Municipalities = [], Page = 1 });
        if (Prefectures.Count > 0 || Municipalities.Count > 0)
            yield return new(LooseningKind.Prefectures, null, null, this with { Prefectures = [], Municipalities = [], Page = 1 });
        if (Occupations.Any(code => code.Length > 2))
            yield return new(LooseningKind.OccupationsWider, null, null, this with { Occupations = [.. Occupations.Select(ReferenceData.Occupations.Above).Distinct()], Page = 1 });
        if (Occupations.Count > 0)
            yield return new(LooseningKind.Occupations, null, null, this with { Occupations = [], Page = 1 });
        if (TypedWords().Count > 1 && !Details.AnyWord)
            yield return new(LooseningKind.AnyWord, null, null, this with { Details = Details with { AnyWord = true }, Page = 1 });
        foreach (var word in TypedWords())
            yield return new(LooseningKind.Word, word, null, this with { FreeWords = string.Join(' ', TypedWords().Where(w => w != word)), Page = 1 });
    }

    /// <summary>The words as the person wrote them, for showing; one for each of <see cref="Words"/>.</summary>
    public IReadOnlyList<string> TypedWords() => SearchText.TypedWords(FreeWords, MostWords);

    internal static string WrittenWords(string? typed)
    {
        var text = new string((typed ?? "").Where(c => !char.IsControl(c) || char.IsWhiteSpace(c)).Take(LongestFreeWords).ToArray());
        return WithoutLoneSurrogates(text).Trim();
    }

    private const int LongestFreeWords = 1_000;

    private static string WithoutLoneSurrogates(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune != System.Text.Rune.ReplacementChar));

    private static List<string> Known(IEnumerable<string> codes, Func<string, string?> find) =>
        codes.Select(find).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(MostOfAKind).ToList();

    private static string? MunicipalityCode(string code) =>
        ReferenceData.Municipalities.Find(code)?.Code ?? ReferenceData.Municipalities.FindCity(code)?.Code;

    // A 小分類 that the table lacks is still searched for: the table has examples only.
    private static string? OccupationCode(string code) =>
        ReferenceData.Occupations.Covering(code).IsEmpty ? null : ReferenceData.Occupations.Normalise(code);
}

/// <summary>Which condition a <see cref="JobLoosening"/> gives up.</summary>
public enum LooseningKind
{
    Condition = 1,
    Wage = 2,
    Types = 3,
    /// <summary>Any place in the same prefectures.</summary>
    Municipalities = 4,
    Prefectures = 5,
    Occupations = 6,
    Word = 7,
    Detail = 8,
    /// <summary>The next lower step of the wage.</summary>
    WageLower = 9,
    /// <summary>The whole 地方 of the chosen prefectures.</summary>
    Region = 10,
    /// <summary>The groups above the chosen occupations.</summary>
    OccupationsWider = 11,
    /// <summary>One of the words is enough.</summary>
    AnyWord = 12,
}

/// <summary>A wider search.</summary>
/// <param name="Word">The word given up, as typed; the 地方 of <see cref="LooseningKind.Region"/>.</param>
/// <param name="Condition">The こだわり条件 given up.</param>
/// <param name="Detail">The 詳細検索条件 given up.</param>
public sealed record JobLoosening(LooseningKind Kind, string? Word, JobCondition? Condition, JobSearchQuery Query, JobDetail? Detail = null) : Loosening<JobSearchQuery, JobLoosening>(Query)
{
    public override bool IsWidened => Kind is LooseningKind.WageLower or LooseningKind.Region or LooseningKind.Municipalities or LooseningKind.OccupationsWider or LooseningKind.AnyWord;

    internal override Enum? About => Kind switch
    {
        LooseningKind.WageLower or LooseningKind.Wage => LooseningKind.Wage,
        LooseningKind.Municipalities or LooseningKind.Region or LooseningKind.Prefectures => LooseningKind.Prefectures,
        LooseningKind.OccupationsWider or LooseningKind.Occupations => LooseningKind.Occupations,
        _ => null,
    };

    internal override bool DoesAs(JobLoosening other) => (Kind, Word, Condition, Detail) == (other.Kind, other.Word, other.Condition, other.Detail);
}
