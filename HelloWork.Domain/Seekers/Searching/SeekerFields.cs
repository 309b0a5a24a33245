using System.Globalization;
using System.Numerics;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Search.Indexing;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Domain.Seekers.Searching;

/// <summary>
/// What the search index knows of a seeker's profile (求職情報) and of who may see it, and the seeker search as conditions on it: the same
/// answers as <see cref="SeekerFilters"/> and <see cref="ContactPolicy"/> give.
/// </summary>
internal sealed class SeekerFields
{
    private const int WishedWork = 8, Experience = 3, Licence = 2;

    private readonly TextField[] _parts;
    private readonly CodeField _prefecture, _wholePrefecture, _municipality, _occupation, _occupationMiddle, _industry, _licence;
    private readonly Dictionary<HandlingKind, CodeField> _wanted;
    private readonly NumberField _lastDay, _monthly, _hourly, _commuting, _experience, _lastIncome, _seeker;

    public SeekerFields()
    {
        _parts = [.. Enum.GetValues<SeekerWordScope>().Select(scope => Declared.Text(scope.ToString(), scope switch
        {
            SeekerWordScope.WishedWork => WishedWork, SeekerWordScope.Experience => Experience, SeekerWordScope.Licence => Licence, _ => 1,
        }))];
        (_prefecture, _wholePrefecture, _municipality) = (Declared.Code("prefecture"), Declared.Code("prefecture as a whole"), Declared.Code("municipality"));
        (_occupation, _occupationMiddle) = (Declared.Code("occupation"), Declared.Code("middle group"));
        (_industry, _licence, Style, Flag) = (Declared.Code("industry"), Declared.Code("licence"), Declared.Code("style"), Declared.Code("flags"));
        _wanted = Enum.GetValues<HandlingKind>().ToDictionary(kind => kind, kind => Declared.Code($"wanted {kind}"));
        (_lastDay, ChangedOn, _seeker) = (Declared.Number("last day"), Declared.Number("changed on"), Declared.Number("seeker"));
        (_monthly, _hourly, _lastIncome) = (Declared.Number("wished monthly income"), Declared.Number("wished hourly income"), Declared.Number("last monthly income"));
        (_commuting, _experience) = (Declared.Number("commuting"), Declared.Number("experience"));
    }

    public SearchFields Declared { get; } = new();
    public CodeField Style { get; }
    public CodeField Flag { get; }
    public NumberField ChangedOn { get; }

    public SearchDocument Document(SeekerRow seeker)
    {
        // Two changes in the same second count as one moment.
        var document = new SearchDocument(Declared, SeekerKey.Of(seeker.Number), (int)((seeker.ChangedAt - DateTime.UnixEpoch).TotalSeconds + int.MinValue))
            .Set(_lastDay, seeker.LastDay.DayNumber).Set(ChangedOn, Jst.DayOf(seeker.ChangedAt).DayNumber).Set(_seeker, seeker.SeekerId.GetHashCode())
            .Set(_monthly, seeker.WishedMonthlyIncome).Set(_hourly, seeker.WishedHourlyIncome).Set(_lastIncome, seeker.LastMonthlyIncome)
            .Set(_commuting, seeker.CommutingMinutes).Set(_experience, seeker.ExperienceMonths).Add(Style, Flags.Of(seeker.Style));
        foreach (var (field, text) in _parts.Zip(SeekerColumns.PartsOf(seeker.SearchWords)))
            document.Set(field, text);
        foreach (var (prefecture, municipality) in seeker.Places)
            document.Add(_prefecture, prefecture).Add(municipality is null ? _wholePrefecture : _municipality, municipality ?? prefecture);
        foreach (var code in seeker.Occupations)
            document.Add(_occupation, code).Add(_occupationMiddle, code[..Math.Min(3, code.Length)]);
        foreach (var code in seeker.Industries)
            document.Add(_industry, code);
        foreach (var code in seeker.Licences)
            document.Add(_licence, code);
        foreach (var flag in Flags.Of(seeker))
            document.Add(Flag, flag);
        if (!seeker.IsProvided)
            return document;
        foreach (var (kind, code) in seeker.Wanted)
            document.Add(_wanted[kind], code);
        foreach (var (kind, field) in _wanted)
            if (seeker.Wanted.All(w => w.Kind != kind))
                document.Add(field, Flags.Anything);
        return document;
    }

    public static SearchOrder Order(SeekerConditions query) =>
        query.Sort is SeekerSort.Match && query.SearchedWords().Count > 0 ? SearchOrder.Relevance : SearchOrder.Newest;

    /// <summary>The documents of seekers that may be these; a number may be another seeker's, once in four thousand million.</summary>
    public SearchCondition Of(IEnumerable<Guid> seekers) => SearchCondition.Any(seekers.Select(id => id.GetHashCode()).Select(hash => SearchCondition.Between(_seeker, hash, hash)));

    /// <summary>As <see cref="ContactPolicy.ShownToEmployers"/> says.</summary>
    public SearchCondition ShownToEmployers(DateOnly today) => SearchCondition.All(SearchCondition.Codes(Flag, Flags.Shown), OpenOn(today));

    /// <summary>As <see cref="ContactPolicy.ShownToProvider"/> says, of a provider in good standing.</summary>
    public SearchCondition ShownTo(ProviderSight provider, DateOnly today) => SearchCondition.All(
    [
        SearchCondition.Codes(Flag, Flags.Provided), OpenOn(today), SearchCondition.Codes(Flag, Flags.ChoicesFor(provider.Group)),
        .. provider.HasPrivacyMark ? Enumerable.Empty<SearchCondition>() : [SearchCondition.Not(SearchCondition.Codes(Flag, Flags.PrivacyMarkOnly))],
        .. provider.Handled.GroupBy(h => h.Kind, h => h.Code).Select(h => SearchCondition.Codes(_wanted[h.Key], h.Append(Flags.Anything))),
        SearchCondition.Not(SearchCondition.Keys(provider.BlockedBy.Select(SeekerKey.Of))),
    ]);

    private SearchCondition OpenOn(DateOnly today) => SearchCondition.Between(_lastDay, today.DayNumber, null);

    /// <summary>What is asked for, of whoever may be seen.</summary>
    public SearchCondition Matching(SeekerConditions query, DateOnly today) => SearchCondition.All(Conditions(query, today));

    private IEnumerable<SearchCondition> Conditions(SeekerConditions query, DateOnly today)
    {
        var where = TextScope.Of(query.Scopes.Count == 0 ? _parts : query.Scopes.Select(scope => _parts[scope - SeekerWordScope.WishedWork]));
        var words = query.SearchedWords().Select(word => SearchCondition.Word(word, where)).ToList();
        if (words.Count > 0)
            yield return query.AnyWord ? SearchCondition.Any(words) : SearchCondition.All(words);
        foreach (var word in query.WordsLeftOut())
            yield return SearchCondition.Not(SearchCondition.Word(word, where));
        var (whole, cities, around) = SeekerPlaces.Of(query);
        if (whole.Count + cities.Count > 0)
            yield return SearchCondition.Any(SearchCondition.Codes(_prefecture, whole), SearchCondition.Codes(_municipality, cities), SearchCondition.Codes(_wholePrefecture, around));
        if (SeekerOccupations.Of(query) is var (exact, middles))
            yield return SearchCondition.Any(SearchCondition.Codes(_occupation, exact), SearchCondition.Codes(_occupationMiddle, middles));
        if (query.Industries.Count > 0)
            yield return SearchCondition.Codes(_industry, query.Industries);
        if (query.Licences.Count > 0)
            yield return SearchCondition.Codes(_licence, query.Licences);
        if (query.Style is { } style)
            yield return SearchCondition.Codes(Style, new[] { style, WorkingStyle.Either }.Distinct().Select(Flags.Of));
        if (query.RegularOnly)
            yield return SearchCondition.Codes(Flag, Flags.Regular);
        foreach (var trait in Flags.Of(query.Traits))
            yield return SearchCondition.Codes(Flag, trait);
        if (query.WageMax is { } most)
            yield return SearchCondition.Any(SearchCondition.Between(query.WageUnit is WageUnit.Hour ? _hourly : _monthly, null, most), SearchCondition.Codes(Flag, Flags.NoWage));
        if (query.ExperienceYears * 12 is { } months)
            yield return SearchCondition.Between(_experience, months, null);
        if (query.CommutingMinutes is { } minutes)
            yield return SearchCondition.Between(_commuting, minutes, null);
        if (query.Since is { } since)
            yield return SearchCondition.Between(ChangedOn, SeekerFilters.FirstDay(since, today).DayNumber, null);
        if (query is SearchSeekers.Query { WithMyPageOnly: true })
            yield return SearchCondition.Codes(Flag, Flags.MyPage);
        if (query is SearchProvidedSeekers.Query { LastIncomeMin: { } least })
            yield return SearchCondition.Between(_lastIncome, least, null);
    }

    /// <summary>What is set of a seeker, each with a code.</summary>
    internal static class Flags
    {
        public const string Shown = "shown", MyPage = "mypage", Provided = "provided", PrivacyMarkOnly = "mark", Regular = "regular", NoWage = "no wage";

        /// <summary>Wanted of a kind: no condition.</summary>
        public const string Anything = "*";

        public static IEnumerable<string> Of(SeekerRow seeker)
        {
            if (seeker.ShownToEmployers)
                yield return Shown;
            if (seeker.HasMyPage)
                yield return MyPage;
            if (seeker.IsProvided)
                yield return Provided;
            if (seeker.PrivacyMarkOnly)
                yield return PrivacyMarkOnly;
            if (seeker.WantsRegular)
                yield return Regular;
            if (seeker is { WishedMonthlyIncome: null, WishedHourlyIncome: null })
                yield return NoWage;
            yield return Of(seeker.Choice);
            foreach (var trait in Of(seeker.Traits))
                yield return trait;
        }

        public static IEnumerable<string> ChoicesFor(ProviderGroup group) =>
            [Of(ProvisionChoice.Both), Of(group is ProviderGroup.LocalGovernments ? ProvisionChoice.LocalGovernmentsOnly : ProvisionChoice.PrivateAgenciesOnly)];

        public static string Of(WorkingStyle style) => Coded("", (int)style);

        public static IEnumerable<string> Of(SeekerTraits traits)
        {
            for (var left = (uint)traits; left != 0; left &= left - 1)
                yield return TraitCodes[BitOperations.TrailingZeroCount(left)];
        }

        private static readonly string[] TraitCodes = [.. Enumerable.Range(0, 32).Select(bit => Coded("t", bit))];

        private static string Of(ProvisionChoice choice) => Coded("c", (int)choice);

        private static string Coded(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);
    }
}
