using System.Globalization;
using System.Text;
using HelloWork.Domain.Seekers;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>
/// The fields of the steps as typed. Page and autosave read them by the same names; each step posts only its own, and the domain takes only
/// those. Fields are named like the statement's properties.
/// </summary>
public sealed record StatementInput
{
    public string? WishedWork { get; init; }
    public IReadOnlyList<string> OccupationCodes { get; init; } = [];
    public IReadOnlyList<string> IndustryCodes { get; init; } = [];
    public WorkingStyle Style { get; init; } = WorkingStyle.FullTime;
    public bool WantsRegular { get; init; }
    public string? WishedHours { get; init; }
    public bool AcceptsDispatch { get; init; }
    public bool AcceptsContract { get; init; }
    public string? WishedDaysOff { get; init; }
    public bool WantsTwoDaysOffAWeek { get; init; }
    /// <summary>13 or 13/13101.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
    public string? CommutingMeans { get; init; }
    public string? CommutingMinutes { get; init; }
    public bool WantsCarCommuting { get; init; }
    public bool CanRelocate { get; init; }
    public string? WiderArea { get; init; }
    public bool WantsToReturnToRegion { get; init; }
    public bool CanWorkAbroad { get; init; }
    public string? WishedMonthlyIncome { get; init; }
    public string? WishedHourlyIncome { get; init; }
    public string? OtherWishes { get; init; }
    public string? Education { get; init; }
    public string? DrivingLicence { get; init; }
    public IReadOnlyList<string> LicenceCodes { get; init; } = [];
    /// <summary>One a line.</summary>
    public string? Licences { get; init; }
    public IReadOnlyList<PastWorkInput> PastWork { get; init; } = [];
    public string? LastMonthlyIncome { get; init; }
    public string? Expertise { get; init; }
    public string? Appeal { get; init; }
    public string? AppealExperience { get; init; }
    public string? Remarks { get; init; }

    public sealed record PastWorkInput(string? Work = null, string? Years = null, string? Months = null, string? Details = null);

    public static StatementInput Of(SeekerStatement s) => new()
    {
        WishedWork = s.WishedWork, OccupationCodes = s.OccupationCodes, IndustryCodes = s.IndustryCodes, Style = s.Style, WantsRegular = s.WantsRegular, WishedHours = s.WishedHours,
        AcceptsDispatch = s.AcceptsDispatch, AcceptsContract = s.AcceptsContract, WishedDaysOff = s.WishedDaysOff, WantsTwoDaysOffAWeek = s.WantsTwoDaysOffAWeek,
        Places = [.. s.Places.Select(Value)], CommutingMeans = s.CommutingMeans, CommutingMinutes = Typed(s.CommutingMinutes), WantsCarCommuting = s.WantsCarCommuting,
        CanRelocate = s.CanRelocate, WiderArea = s.WiderArea, WantsToReturnToRegion = s.WantsToReturnToRegion, CanWorkAbroad = s.CanWorkAbroad,
        WishedMonthlyIncome = Typed(s.WishedMonthlyIncome), WishedHourlyIncome = Typed(s.WishedHourlyIncome), OtherWishes = s.OtherWishes,
        Education = s.Education, DrivingLicence = s.DrivingLicence, LicenceCodes = s.LicenceCodes, Licences = string.Join('\n', s.Licences),
        PastWork = [.. s.PastWork.Select(p => new PastWorkInput(p.Work, p.Months is >= 12 ? Typed(p.Months / 12) : null, p.Months is null || (p.Months >= 12 && p.Months % 12 == 0) ? null : Typed(p.Months % 12), p.Details))],
        LastMonthlyIncome = Typed(s.LastMonthlyIncome), Expertise = s.Expertise, Appeal = s.Appeal, AppealExperience = s.AppealExperience, Remarks = s.Remarks,
    };

    public static StatementInput Read(IFormCollection form)
    {
        return new()
        {
            WishedWork = Text("WishedWork"), OccupationCodes = Many("OccupationCodes"), IndustryCodes = Many("IndustryCodes"),
            Style = Enum.TryParse<WorkingStyle>(Text("Style"), out var style) && Enum.IsDefined(style) ? style : WorkingStyle.FullTime,
            WantsRegular = Yes("WantsRegular"), WishedHours = Text("WishedHours"), AcceptsDispatch = Yes("AcceptsDispatch"), AcceptsContract = Yes("AcceptsContract"),
            WishedDaysOff = Text("WishedDaysOff"), WantsTwoDaysOffAWeek = Yes("WantsTwoDaysOffAWeek"),
            Places = ReadPlaces(), CommutingMeans = Text("CommutingMeans"), CommutingMinutes = Text("CommutingMinutes"), WantsCarCommuting = Yes("WantsCarCommuting"),
            CanRelocate = Yes("CanRelocate"), WiderArea = Text("WiderArea"), WantsToReturnToRegion = Yes("WantsToReturnToRegion"), CanWorkAbroad = Yes("CanWorkAbroad"),
            WishedMonthlyIncome = Text("WishedMonthlyIncome"), WishedHourlyIncome = Text("WishedHourlyIncome"), OtherWishes = Text("OtherWishes"),
            Education = Text("Education"), DrivingLicence = Text("DrivingLicence"), LicenceCodes = Many("LicenceCodes"), Licences = Text("Licences"),
            PastWork = ReadPastWork(), LastMonthlyIncome = Text("LastMonthlyIncome"),
            Expertise = Text("Expertise"), Appeal = Text("Appeal"), AppealExperience = Text("AppealExperience"), Remarks = Text("Remarks"),
        };

        string? Text(string name) => form[$"Input.{name}"].FirstOrDefault()?.ReplaceLineEndings("\n");
        bool Yes(string name) => form.ContainsKey($"Input.{name}");
        // What is chosen to be added counts, whether or not its button was pressed.
        IReadOnlyList<string> Many(string name) => [.. form[$"Input.{name}"].Concat(form[$"Input.Add{name}"]).OfType<string>().Where(v => v.Length > 0).Distinct()];

        IReadOnlyList<string> ReadPlaces()
        {
            var chosen = Many("Places");
            return Text("AddPrefecture") is { Length: > 0 } prefecture && form["Input.Go"] != ProfileStepPage.GoCities
                ? [.. chosen, Text("AddMunicipality") is { Length: > 0 } city ? $"{prefecture}/{city}" : prefecture] : chosen;
        }

        IReadOnlyList<PastWorkInput> ReadPastWork()
        {
            var rows = new List<PastWorkInput>();
            for (var i = 0; form.ContainsKey($"Input.PastWork[{i}].Work"); i++)
                rows.Add(new(Text($"PastWork[{i}].Work"), Text($"PastWork[{i}].Years"), Text($"PastWork[{i}].Months"), Text($"PastWork[{i}].Details")));
            return rows;
        }
    }

    /// <summary>The statement these fields make; a number that can't be read is none.</summary>
    public SeekerStatement ToStatement() => new()
    {
        WishedWork = WishedWork, OccupationCodes = OccupationCodes, IndustryCodes = IndustryCodes, Style = Style, WantsRegular = WantsRegular, WishedHours = WishedHours,
        AcceptsDispatch = AcceptsDispatch, AcceptsContract = AcceptsContract, WishedDaysOff = WishedDaysOff, WantsTwoDaysOffAWeek = WantsTwoDaysOffAWeek,
        Places = [.. Places.Select(PlaceOf)], CommutingMeans = CommutingMeans, CommutingMinutes = Number(CommutingMinutes), WantsCarCommuting = WantsCarCommuting,
        CanRelocate = CanRelocate, WiderArea = WiderArea, WantsToReturnToRegion = WantsToReturnToRegion, CanWorkAbroad = CanWorkAbroad,
        WishedMonthlyIncome = Number(WishedMonthlyIncome), WishedHourlyIncome = Number(WishedHourlyIncome), OtherWishes = OtherWishes,
        Education = Education, DrivingLicence = DrivingLicence, LicenceCodes = LicenceCodes, Licences = (Licences ?? "").Split('\n'),
        PastWork = [.. PastWork.Select(p => new PastWork(p.Work ?? "", Number(p.Years) is null && Number(p.Months) is null ? null : (Number(p.Years) ?? 0) * 12 + (Number(p.Months) ?? 0), p.Details))],
        LastMonthlyIncome = Number(LastMonthlyIncome), Expertise = Expertise, Appeal = Appeal, AppealExperience = AppealExperience, Remarks = Remarks,
    };

    /// <summary>Number fields with something typed that is no number.</summary>
    public IEnumerable<(string Field, string Typed)> Unread() => Numbers().Where(n => !string.IsNullOrWhiteSpace(n.Typed) && Number(n.Typed) is null).Select(n => (n.Field, n.Typed!));

    private IEnumerable<(string Field, string? Typed)> Numbers() =>
    [
        (nameof(CommutingMinutes), CommutingMinutes), (nameof(WishedMonthlyIncome), WishedMonthlyIncome), (nameof(WishedHourlyIncome), WishedHourlyIncome), (nameof(LastMonthlyIncome), LastMonthlyIncome),
        .. PastWork.SelectMany((p, i) => new[] { ($"PastWork[{i}].Years", p.Years), ($"PastWork[{i}].Months", p.Months) }),
    ];

    private static string Value(WishedPlace place) => place.MunicipalityCode is null ? place.PrefectureCode : $"{place.PrefectureCode}/{place.MunicipalityCode}";

    internal static WishedPlace PlaceOf(string value) => value.Split('/') is [var prefecture, var city] ? new(prefecture, city) : new(value, null);

    private static string? Typed(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>240,000, ２４万円, 24.5万: as people write amounts.</summary>
    private static int? Number(string? typed)
    {
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim().TrimEnd('円', '分', '年', '月', 'か').Trim();
        var times = text.EndsWith('万') ? 10_000 : 1;
        return decimal.TryParse(text.TrimEnd('万'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * times is >= 0 and <= int.MaxValue and var value && value == decimal.Truncate(value)
            ? (int)value : null;
    }
}
