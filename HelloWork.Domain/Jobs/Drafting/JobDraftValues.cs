using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>
/// 求人申込みの入力: what stands in the fields as typed, right or wrong, by <see cref="JobField.Path"/>. Several choices stand one a line.
/// An immutable document; a field nobody filled isn't in it.
/// </summary>
public sealed record JobDraftValues(IReadOnlyDictionary<string, string> ByPath)
{
    private const int Room = 4;

    public static JobDraftValues Empty { get; } = new(new Dictionary<string, string>());

    public string this[string path] => ByPath.GetValueOrDefault(path, "");

    /// <summary>How many rows of a list hold anything.</summary>
    public int RowsOf(string list) => ByPath.Keys.Where(p => p.StartsWith(list + "[", StringComparison.Ordinal)).Select(p => JobField.Split(p).Index + 1 ?? 0).DefaultIfEmpty().Max();

    /// <summary>These values with one step's fields as typed; those of the other steps stay, so that two windows on two steps lose nothing.</summary>
    public JobDraftValues With(JobStep step, JobDraftValues typed)
    {
        var kept = ByPath.Where(v => JobFields.Find(v.Key) is { } field && (field.Step != step || field.Kind is JobFieldKind.Kept));
        return new(kept.Concat(typed.ByPath.Where(v => JobFields.Find(v.Key) is { } field && field.Step == step && field.Kind is not JobFieldKind.Kept))
            .Select(v => KeyValuePair.Create(v.Key, WrittenText.Tidy(v.Value))).Where(v => v.Value.Length > 0).ToDictionary());
    }

    /// <summary>Whether a draft can hold it: four times what can be published.</summary>
    public bool HasRoom() => ByPath.All(v => v.Value.Length <= Room * 4 * Math.Max(150, JobFields.Find(v.Key) is { Kind: JobFieldKind.Line or JobFieldKind.Text } text ? text.Most : 0)
        && WrittenText.IsClean(v.Value));

    /// <summary>The values that make this card.</summary>
    public static JobDraftValues Of(JobCard card)
    {
        var root = JsonSerializer.SerializeToNode(card with { Work = card.Work with { Workplaces = [.. card.Work.Workplaces.Select(WithAddress)] } }, JsonDocuments.Options)!;
        var values = new Dictionary<string, string>();
        foreach (var field in JobFields.All)
        {
            if (!field.IsOfList)
                Add(field, At(root, field.Path));
            else if (At(root, JobFields.ListOf(field.Path)) is JsonArray rows)
                for (var i = 0; i < Math.Min(rows.Count, JobFields.MostRows); i++)
                    Add(field.At(i), rows[i]?[field.Path[(field.Path.LastIndexOf('.') + 1)..]]);
        }
        return new(values);

        void Add(JobField field, JsonNode? node)
        {
            var text = node switch
            {
                null => "",
                JsonArray many => string.Join('\n', many.Select(m => m!.GetValue<string>())),
                _ => field.Kind switch
                {
                    JobFieldKind.Flag => node.GetValue<bool>() ? "true" : "",
                    JobFieldKind.Disclosure => ((Disclosure)node.GetValue<int>()).ToString(),
                    JobFieldKind.EmploymentType => ((EmploymentType)node.GetValue<int>()).ToString(),
                    JobFieldKind.Staffing => ((StaffingKind)node.GetValue<int>()).ToString(),
                    _ => node.ToString(),
                },
            };
            if (WrittenText.Tidy(text) is { Length: > 0 } tidy)
                values[field.Path] = tidy;
        }
    }

    /// <summary>The card these values make; a number that can't be read is none. Name and address are the office's own.</summary>
    public JobCard ToCard(JobCard.OfficeBlock office)
    {
        var root = new JsonObject();
        foreach (var field in JobFields.All.Where(f => !f.IsOfList))
            if (Node(field, this[field.Path]) is { } node)
                Put(root, field.Path, node);
        var card = root.Deserialize<JobCard>(JsonDocuments.Options)!;
        var allowances = Rows("Pay.FixedAllowances", at => this[at("Name")].Length > 0 ? new JobCard.Allowance(this[at("Name")], Number(this[at("From")]), Number(this[at("To")])) : null);
        return card with
        {
            Header = card.Header with { IndustryName = Industries.Find(card.Header.IndustryCode)?.Name },
            Office = office with { Homepage = card.Office.Homepage },
            Work = card.Work with
            {
                Workplaces = Rows("Work.Workplaces", at => this[at("Address")].Length > 0 ? Workplace(this[at("PostalCode")], this[at("Address")]) : null),
                Licences = Rows("Work.Licences", at => this[at("Name")].Length > 0
                    ? new JobCard.RequiredLicence(this[at("Name")], Filled(this[at("Necessity")]), Licences.ByName(this[at("Name")])?.Code) : null),
            },
            Pay = Summed(card.Pay with { FixedAllowances = allowances }),
            Hours = card.Hours with
            {
                Shifts = Rows("Hours.Shifts", at => this[at("From")].Length > 0 && this[at("To")].Length > 0
                    ? new JobCard.Shift(Time(this[at("From")]) ?? this[at("From")], Time(this[at("To")]) ?? this[at("To")]) : null),
            },
        };
    }

    /// <summary>240,000, ２４万円, 24.5万: as people write amounts; null for anything else.</summary>
    public static int? Number(string? typed) => Amount(typed) is { } amount && amount == decimal.Truncate(amount) && amount <= int.MaxValue ? (int)amount : null;

    internal static decimal? Amount(string? typed)
    {
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim().TrimEnd('円', '人', '日', '分', '年', '歳', '回', '時', '間', '名').Trim();
        var times = text.EndsWith('万') ? 10_000 : 1;
        return decimal.TryParse(text.TrimEnd('万'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue ? number * times : null;
    }

    /// <summary>9:00, ９時３０分, 0900: as HH:mm; null for anything else. 24:00 and later hours of the next day aren't times of the card.</summary>
    public static string? Time(string? typed)
    {
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Trim().Replace("時", ":", StringComparison.Ordinal).TrimEnd('分');
        if (text.EndsWith(':'))
            text += "00";
        if (text.Length is 3 or 4 && text.All(char.IsAsciiDigit))
            text = $"{text[..^2]}:{text[^2..]}";
        return TimeOnly.TryParseExact(text, ["H:m", "H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>a＋b, or a＋b＋c: the sum is ours to make, so that it can't be wrong.</summary>
    private static JobCard.PayBlock Summed(JobCard.PayBlock pay)
    {
        if (pay.BaseFrom is null && pay.BaseTo is null)
            return pay;
        var overtime = pay.FixedOvertime == "なし" ? (null, null) : (From: pay.FixedOvertimeFrom, To: pay.FixedOvertimeTo);
        long from = (pay.BaseFrom ?? 0L) + (overtime.Item1 ?? 0) + pay.FixedAllowances.Sum(a => (long)(a.From ?? 0));
        long to = (pay.BaseTo ?? pay.BaseFrom ?? 0L) + (overtime.Item2 ?? overtime.Item1 ?? 0) + pay.FixedAllowances.Sum(a => (long)(a.To ?? a.From ?? 0));
        return pay with { TotalFrom = (int)Math.Min(from, int.MaxValue), TotalTo = pay.BaseTo is null && to == from ? null : (int)Math.Min(to, int.MaxValue) };
    }

    private static JobCard.Workplace Workplace(string postalCode, string address)
    {
        var read = Municipalities.FindInAddress(address);
        return new() { PostalCode = Filled(postalCode), Address = address, PrefectureCode = read?.Prefecture.Code, MunicipalityCode = read?.Municipality?.Code };
    }

    private static JobCard.Workplace WithAddress(JobCard.Workplace place) => !string.IsNullOrWhiteSpace(place.Address) ? place
        : place with { Address = Municipalities.Find(place.MunicipalityCode)?.FullName ?? Prefectures.Find(place.PrefectureCode)?.Name };

    private List<T> Rows<T>(string list, Func<Func<string, string>, T?> row) where T : class =>
        [.. Enumerable.Range(0, RowsOf(list)).Select(i => row(column => $"{list}[{i}].{column}")).OfType<T>()];

    private static JsonNode? Node(JobField field, string value) => field.Kind switch
    {
        JobFieldKind.Flag => JsonValue.Create(value == "true"),
        JobFieldKind.Choices or JobFieldKind.Kept => value.Length == 0 ? null : new JsonArray([.. value.Split('\n').Select(v => (JsonNode)JsonValue.Create(v))]),
        JobFieldKind.Number => Number(value) is { } number ? JsonValue.Create(number) : null,
        JobFieldKind.Decimal => Amount(value) is { } amount ? JsonValue.Create(amount) : null,
        JobFieldKind.Disclosure => Enum.TryParse<Disclosure>(value, out var disclosure) && Enum.IsDefined(disclosure) ? JsonValue.Create((int)disclosure) : null,
        JobFieldKind.EmploymentType => Enum.TryParse<EmploymentType>(value, out var type) && Enum.IsDefined(type) ? JsonValue.Create((int)type) : null,
        JobFieldKind.Staffing => Enum.TryParse<StaffingKind>(value, out var staffing) && Enum.IsDefined(staffing) ? JsonValue.Create((int)staffing) : null,
        _ => value.Length == 0 ? null : JsonValue.Create(value),
    };

    private static JsonNode? At(JsonNode root, string path) => path.Split('.').Aggregate((JsonNode?)root, (node, key) => node?[key]);

    private static void Put(JsonObject root, string path, JsonNode value)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (root[path[..dot]] is not JsonObject block)
            root[path[..dot]] = block = [];
        block[path[(dot + 1)..]] = value;
    }

    private static string? Filled(string value) => value.Length == 0 ? null : value;
}
