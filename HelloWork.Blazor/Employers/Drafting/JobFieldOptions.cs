using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;
using Disclosure = HelloWork.Domain.Jobs.Disclosure;

namespace HelloWork.Blazor.Employers.Drafting;

/// <summary>What a field offers to choose from. Words that an earlier card used and the form doesn't stay offered, or they would be lost.</summary>
internal static class JobFieldOptions
{
    private static IReadOnlyList<SelectOption> Occupied =>
        [.. Occupations.All.Where(o => o.Level is not OccupationLevel.Major).Select(o => new SelectOption(o.Code, o.Level is OccupationLevel.Minor ? $"　{o.Here()}" : o.Here(), Group: Occupations.Covering(o.Code)[0].Here()))];

    private static IReadOnlyList<SelectOption> Industry =>
        [.. Industries.Groups.Select(i => new SelectOption(i.Code, i.Here(), Group: Industries.Find(i.DivisionCode)!.Here()))];

    public static IReadOnlyList<SelectOption> Of(JobField field, IReadOnlyList<string> chosen, IStringLocalizer<JobDraftText> text, IStringLocalizer<JobsText> words)
    {
        IReadOnlyList<SelectOption> offered = field.Kind switch
        {
            JobFieldKind.Choice or JobFieldKind.Choices => [.. (field.Options ?? []).Select(o => new SelectOption(o, o.Here()))],
            JobFieldKind.Disclosure => [.. Enum.GetValues<Disclosure>().Select(d => new SelectOption($"{d}", text[$"Disclosure.{d}"]))],
            JobFieldKind.EmploymentType => [.. JobChoices.TypeOrder.Select(t => new SelectOption($"{t}", words[$"Type.{t}"]))],
            JobFieldKind.Staffing => [.. Enum.GetValues<StaffingKind>().Select(s => new SelectOption($"{s}", words[$"Staffing.{s}"]))],
            JobFieldKind.Occupation => Occupied,
            JobFieldKind.Industry => Industry,
            _ => [],
        };
        return field.Kind is JobFieldKind.Choice or JobFieldKind.Choices or JobFieldKind.Occupation
            ? [.. offered, .. chosen.Where(c => offered.All(o => o.Value != c)).Select(c => new SelectOption(c, c.Here()))] : offered;
    }
}
