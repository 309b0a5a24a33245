using System.Globalization;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

/// <summary>What a job card says, in the words of a page.</summary>
internal sealed class JobWords(IStringLocalizer<JobsText> text)
{
    public string Day(DateOnly day) => text["Day", day];
    public string FullDay(DateOnly day) => text["Day.Full", day];

    public string Type(EmploymentType type) => text[$"Type.{type}"];
    public string Condition(JobCondition condition) => text[$"Condition.{condition}"];

    /// <summary>248,000〜310,000円; null without any amount.</summary>
    public string? Yen(int? from, int? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } low, null) => text["Yen.From", low].Value,
        (null, { } high) => text["Yen.To", high].Value,
        ({ } low, { } high) when low == high => text["Yen", low].Value,
        ({ } low, { } high) => text["Yen.Range", low, high].Value,
    };

    /// <summary>20万円以上, 1,200円以上</summary>
    public string AtLeast(int yen) => text["Yen.AtLeast", Round(yen)];

    /// <summary>20万円, 1,250円</summary>
    public string Round(int yen) => yen % 10_000 == 0 ? text["Yen.Man", yen / 10_000] : text["Yen", yen];

    /// <summary>What the searched wage is paid for: 月給, or as the card names it.</summary>
    public string PayForm(JobCard.PayBlock pay) => Filled(pay.Form)?.Here() ?? text["Pay.Form"].Value;

    public string? Total(JobCard.PayBlock pay) => Yen(pay.TotalFrom ?? pay.BaseFrom, pay.TotalTo ?? pay.BaseTo);

    public static bool HasFixedOvertime(JobCard.PayBlock pay) =>
        pay.FixedOvertimeFrom is not null || pay.FixedOvertimeTo is not null || pay.FixedOvertime?.Contains("あり", StringComparison.Ordinal) == true;

    /// <summary>Of what the total is the sum: a＋b, or a＋b＋c.</summary>
    public string SumOf(JobCard.PayBlock pay) => text[HasFixedOvertime(pay) ? "Pay.SumWithC" : "Pay.Sum"];

    public string? FixedOvertime(JobCard.PayBlock pay) =>
        HasFixedOvertime(pay)
            ? Yen(pay.FixedOvertimeFrom, pay.FixedOvertimeTo) is { } amount ? text["FixedOvertime.Of", amount].Value : text["FixedOvertime.Included"]
            : Filled(pay.FixedOvertime) is null ? null : text["FixedOvertime.None"].Value;

    public string? Place(JobCard.Workplace place)
    {
        if (Municipalities.Find(place.MunicipalityCode) is { } municipality)
            return municipality.FullHere();
        var read = Municipalities.FindInAddress(place.Address);
        return (read?.Municipality?.FullHere() ?? Prefectures.Find(place.PrefectureCode)?.Here()) ?? Filled(place.Address);
    }

    /// <summary>東京都千代田区（神保町駅から徒歩6分）、ほか1か所</summary>
    public string? PlaceInShort(JobCard.WorkBlock work, bool withAccess = true)
    {
        IReadOnlyList<string> places = work.Workplaces is [var only] ? Place(only) is { } place ? [place] : [] : [.. work.Workplaces.Select(Place).OfType<string>().Distinct()];
        if (places.Count == 0)
            return Filled(work.WorkFromHome)?.Here();
        var first = withAccess && Access(work) is { } access ? text["Place.WithAccess", places[0], access].Value : places[0];
        return places.Count == 1 ? first : text["Place.AndMore", first, places.Count - 1];
    }

    /// <summary>神保町駅から徒歩6分</summary>
    public string? Access(JobCard.WorkBlock work) => Filled(work.NearestStation) is not { } station ? null
        : work.AccessMinutes is { } minutes ? text["Access.Minutes", station, Filled(work.AccessMeans)?.Here() ?? "", minutes].Value
        : Filled(work.AccessMeans)?.Here() is { } means ? text["Access.Means", station, means].Value : station;

    /// <summary>9時00分〜17時45分; a time of another shape as written.</summary>
    public string Shift(JobCard.Shift shift) =>
        Clock(shift.From) is { } from && Clock(shift.To) is { } to ? text["Shift", from, to].Value : text["Shift.AsWritten", shift.From, shift.To];

    // As a card keeps them (JobCard.Shift): thirty cards have no time to try every shape that a language knows.
    private static TimeOnly? Clock(string written) => TimeOnly.TryParseExact(written, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public string? Hours(JobCard.HoursBlock hours) => Hours(hours, Shift);

    /// <summary>9:00〜17:45, where room is short.</summary>
    public string? HoursInShort(JobCard.HoursBlock hours) => Hours(hours, shift => text["Shift.AsWritten", shift.From.TrimStart('0'), shift.To]);

    private string? Hours(JobCard.HoursBlock hours, Func<JobCard.Shift, string> shown) => hours.Shifts.Count switch
    {
        0 => Filled(hours.OrBetween) ?? Filled(hours.FlexibleSystem),
        1 => shown(hours.Shifts[0]),
        var count => text["Shift.AndMore", shown(hours.Shifts[0]), count - 1],
    };

    public string? Overtime(JobCard.HoursBlock hours) =>
        hours.OvertimeHoursPerMonth is > 0 and var average ? text["Overtime.Average", average].Value
        : hours.OvertimeHoursPerMonth is 0 || hours.Overtime?.Contains("なし", StringComparison.Ordinal) == true ? text["Overtime.None"].Value
        : null;

    public string? HoursWithOvertime(JobCard.HoursBlock hours) =>
        Hours(hours) is not { } shown ? Overtime(hours) : Overtime(hours) is { } overtime ? text["Hours.WithOvertime", shown, overtime].Value : shown;

    public string? DaysOffPerYear(JobCard.HoursBlock hours) => hours.DaysOffPerYear is { } days ? text["DaysOff.PerYear", days].Value : null;

    public string? DaysOff(JobCard.HoursBlock hours) => Joined(text["Join.Sentence"], hours.DaysOff, DaysOffPerYear(hours));

    /// <summary>Names of the licences with 必須 or 尚可 behind each.</summary>
    public IEnumerable<string> Licences(JobCard.WorkBlock work) =>
        work.Licences.Select(l => Filled(l.Necessity)?.Here() is { } necessity ? text["Licence", l.Name.Here(), necessity].Value : l.Name.Here());

    public static string? Filled(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    public static string? Joined(string between, params IEnumerable<string?> parts)
    {
        var joined = string.Join(between, parts.Select(p => Filled(p)?.Here()).OfType<string>());
        return joined.Length == 0 ? null : joined;
    }
}
