using HelloWork.Blazor.Controls;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Audit;

/// <summary>Japanese names of verbs and types of records; one without a name yet is shown as it is stored.</summary>
public static class AuditWords
{
    private const string ActKey = "Act.";
    private const string TypeKey = "Record.";

    public static string Act(this IStringLocalizer<AuditText> text, string act) => Named(text[ActKey + act], act);

    public static string RecordType(this IStringLocalizer<AuditText> text, string type) => Named(text[TypeKey + type], type);

    public static IReadOnlyList<SelectOption> Acts(this IStringLocalizer<AuditText> text) => Options(text, ActKey);

    public static IReadOnlyList<SelectOption> RecordTypes(this IStringLocalizer<AuditText> text) => Options(text, TypeKey);

    private static string Named(LocalizedString found, string name) => found.ResourceNotFound ? name : found.Value;

    private static List<SelectOption> Options(IStringLocalizer text, string key) =>
        [.. text.GetAllStrings(includeParentCultures: true).Where(s => s.Name.StartsWith(key, StringComparison.Ordinal))
            .DistinctBy(s => s.Name).OrderBy(s => s.Value, StringComparer.CurrentCulture).Select(s => new SelectOption(s.Name[key.Length..], s.Value))];
}
