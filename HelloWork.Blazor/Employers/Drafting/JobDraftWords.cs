using HelloWork.Blazor.Controls;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Employers.Drafting;

/// <summary>The steps and fields of an application for a job: their addresses, their names, and what is to be mended, in words.</summary>
internal static class JobDraftWords
{
    public const string NewPath = "/employer/jobs/new";

    public static string PathOf(JobDraftId draft, JobStep step) => $"/employer/jobs/drafts/{draft}/{Word(step)}";

    /// <summary>Leads to the field itself.</summary>
    public static string PathOf(JobDraftId draft, JobStep step, string path) => $"{PathOf(draft, step)}#{FieldId.From($"Input.{path}")}";

    public static string ReviewOf(JobDraftId draft) => $"/employer/jobs/drafts/{draft}/review";

    public static string SaveOf(JobDraftId draft, JobStep step) => $"{PathOf(draft, step)}/save";

    public static string PreviewOf(JobDraftId draft, JobStep step) => $"{PathOf(draft, step)}/preview";

    public static bool TryParse(string? word, out JobStep step) => Enum.TryParse(word, ignoreCase: true, out step) && Enum.IsDefined(step) && word == Word(step);

    /// <summary>就業時間 2（終わり）</summary>
    public static string Field(this IStringLocalizer<JobDraftText> text, string path)
    {
        var (general, index) = JobField.Split(path);
        return index is { } row ? text[$"Field.{general}", row + 1] : text[$"Field.{general}"];
    }

    /// <summary>就業時間（終わり）, whichever row it is in.</summary>
    public static string FieldOfAnyRow(this IStringLocalizer<JobDraftText> text, string path) =>
        string.Join(' ', string.Format(System.Globalization.CultureInfo.InvariantCulture, text[$"Field.{path}"].Value, "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" （", "（", StringComparison.Ordinal);

    public static string Fault(this IStringLocalizer<JobDraftText> text, JobFault fault) => text[$"Fault.{fault.Kind}", text.Field(fault.Path), fault.Most];

    public static string Warning(this IStringLocalizer<JobDraftText> text, JobWarning warning) => text[$"Warning.{warning.Kind}"];

    /// <summary>A text that a field may have or not: support, unit, heading above.</summary>
    public static string? Maybe(this IStringLocalizer<JobDraftText> text, string key) => text[key] is { ResourceNotFound: false, Value: var found } ? found : null;

    private static string Word(JobStep step) => step.ToString().ToLowerInvariant();
}
