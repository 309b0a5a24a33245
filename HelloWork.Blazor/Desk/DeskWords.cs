using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Desk;

internal static class DeskWords
{
    /// <summary>内容. An office's profile waits under the office's number; that it is one is the page's word.</summary>
    public static string Subject(this IStringLocalizer<DeskText> text, DeskRow row) =>
        row.Kind is DeskItemKind.JobCheck && OfficeNumber.TryParse(row.Number, out _) ? text["Subject.OfficeProfile"] : row.Subject;
}
