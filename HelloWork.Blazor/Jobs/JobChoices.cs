using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Jobs;
using Microsoft.Extensions.Localization;
using PrefectureTable = HelloWork.Domain.ReferenceData.Prefectures;
using MunicipalityTable = HelloWork.Domain.ReferenceData.Municipalities;
using OccupationTable = HelloWork.Domain.ReferenceData.Occupations;

namespace HelloWork.Blazor.Jobs;

/// <summary>What the job search offers to choose from, and what is chosen, in words.</summary>
internal sealed class JobChoices(IStringLocalizer<JobsText> text)
{
    private readonly JobWords _words = new(text);
    private readonly JobDetailWords _details = new(text);

    private static readonly InEachLanguage<IReadOnlyList<SelectOption>> AllPrefectures = new(() => [.. PrefectureTable.All.Select(p => new SelectOption(p.Code, p.Here()))]);
    private static readonly InEachLanguage<IReadOnlyList<SelectOption>> MajorGroups = new(() => [.. OccupationTable.Majors.Select(o => new SelectOption(o.Code, o.Here()))]);

    public static IReadOnlyList<SelectOption> Prefectures => AllPrefectures.Here;

    /// <summary>Direct employment first, then dispatch.</summary>
    public static IReadOnlyList<EmploymentType> TypeOrder { get; } =
    [
        EmploymentType.Regular, EmploymentType.NonRegular, EmploymentType.Part, EmploymentType.FixedTermDispatch, EmploymentType.PermanentDispatch,
        EmploymentType.PartFixedTermDispatch, EmploymentType.PartPermanentDispatch,
    ];

    public IReadOnlyList<SelectOption> Types => [.. TypeOrder.Select(type => new SelectOption(JobSearchAddress.Word(type), _words.Type(type)))];

    public IReadOnlyList<SelectOption> Sorts => [.. Enum.GetValues<JobSort>().Select(sort => new SelectOption(JobSearchAddress.Word(sort), text[$"Sort.{sort}"]))];

    public IReadOnlyList<SelectOption> Units => [.. Enum.GetValues<WageUnit>().Select(unit => new SelectOption(JobSearchAddress.Word(unit), text[$"Unit.{unit}"]))];

    /// <summary>The 15 major groups; once one is chosen, the groups beneath it as well.</summary>
    public IReadOnlyList<SelectOption> Occupations(JobSearchQuery query)
    {
        if (query.Occupations.Count == 0)
            return MajorGroups.Here;
        var path = OccupationTable.Covering(query.Occupations[0]);
        List<SelectOption> options = [.. MajorGroups.Here, .. OccupationTable.Beneath(path[0].Code).Select(o => new SelectOption(o.Code, o.Here(), Group: path[0].Here()))];
        if (query.Occupations[0].Length > 3)
            options.Add(new SelectOption(query.Occupations[0], Occupation(query.Occupations[0]), Group: path[^1].Here()));
        return options;
    }

    /// <summary>Every condition by itself, with the address of the search without it.</summary>
    public IEnumerable<FilterChip> Chips(JobSearchQuery query)
    {
        query = query with { Page = 1 };
        foreach (var word in query.TypedWords())
            yield return Chip(text["Chip.Word", word], query with { FreeWords = string.Join(' ', query.TypedWords().Where(w => w != word)) });
        foreach (var code in query.Prefectures)
            yield return Chip(PrefectureTable.Find(code)!.Here(), query with
            {
                Prefectures = [.. query.Prefectures.Where(c => c != code)],
                Municipalities = [.. query.Municipalities.Where(c => !c.StartsWith(code, StringComparison.Ordinal))],
            });
        foreach (var code in query.Municipalities)
            yield return Chip(Municipality(code), query with { Municipalities = [.. query.Municipalities.Where(c => c != code)] });
        foreach (var code in query.Occupations)
            yield return Chip(Occupation(code), query with { Occupations = [.. query.Occupations.Where(c => c != code)] });
        foreach (var type in query.Types)
            yield return Chip(_words.Type(type), query with { Types = [.. query.Types.Where(t => t != type)] });
        if (query.WageMin is { } wage)
            yield return Chip(text["Chip.Wage", text[$"Unit.{query.WageUnit}"].Value, wage], query with { WageMin = null });
        foreach (var condition in query.Conditions)
            yield return Chip(_words.Condition(condition), query with { Conditions = [.. query.Conditions.Where(c => c != condition)] });
        foreach (var detail in query.Details.Set())
            yield return Chip(_details.Chosen(query.Details, detail), query with { Details = query.Details.Without(detail) });
    }

    /// <summary>All conditions in one line, for a search that somebody keeps.</summary>
    public string InWords(JobSearchQuery query, string between) => string.Join(between, Chips(query).Select(chip => chip.Text));

    public static string Municipality(string code) =>
        MunicipalityTable.Find(code)?.FullHere() ?? MunicipalityTable.FindCity(code)?.FullHere() ?? code;

    private static string Occupation(string code) => OccupationTable.Find(code)?.Here() ?? code;

    private static FilterChip Chip(string words, JobSearchQuery without) => new(words, JobSearchAddress.Of(without));
}
