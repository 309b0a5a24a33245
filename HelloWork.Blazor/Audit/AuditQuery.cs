using System.Globalization;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Audit;

/// <summary>A search of the trail as it stands in the address: what was typed, also where it can't be read.</summary>
public sealed record AuditQuery(string? Who, string? Record, string? Type, string? Act, string? From, string? To, bool Auto)
{
    public const string Path = "/bureau/audit";

    public static AuditQuery Of(IQueryCollection query) =>
        new(query["who"], query["record"], query["type"], query["act"], query["from"], query["to"], query.ContainsKey("auto"));

    public static string ForPerson(string userId) => new AuditQuery(userId, null, null, null, null, null, false).Address();

    public static string ForRecord(string record) => new AuditQuery(null, record, null, null, null, null, false).Address();

    /// <summary>Adds what can't be read to the errors, named by its field.</summary>
    public AuditFilter ToFilter(FormErrors errors, IStringLocalizer text)
    {
        var (from, to) = (Day(From, "from", errors, text), Day(To, "to", errors, text));
        if (from > to)
            errors.Add("to", text["To.BeforeFrom"]);
        if (Auto && !string.IsNullOrWhiteSpace(Who))
            errors.Add("who", text["Who.AndAuto"]);
        return new AuditFilter { Who = Kept(Who), Record = Kept(Record), RecordType = Kept(Type), Act = Kept(Act), From = from, To = to, WithoutPerson = Auto };
    }

    public string Address(AuditPlace? before = null) => AddressOf(Path, before);

    public string ExportAddress => AddressOf($"{Path}/export.csv", null);

    public bool IsEmpty => this == new AuditQuery(null, null, null, null, null, null, false);

    private string AddressOf(string path, AuditPlace? before) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["who"] = Kept(Who), ["record"] = Kept(Record), ["type"] = Kept(Type), ["act"] = Kept(Act), ["from"] = Kept(From), ["to"] = Kept(To), ["auto"] = Auto ? "1" : null, ["before"] = before?.ToString(),
    });

    private static string? Kept(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static DateOnly? Day(string? typed, string field, FormErrors errors, IStringLocalizer text)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (DateOnly.TryParseExact(typed.Trim(), ["yyyy-MM-dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1950 and < 9000)
            return day;
        errors.Add(field, text[$"Day.Unreadable.{field}"]);
        return null;
    }
}
