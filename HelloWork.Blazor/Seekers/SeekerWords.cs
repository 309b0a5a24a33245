using HelloWork.Blazor.Languages;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers;

/// <summary>What a seeker states, in the words of a page.</summary>
internal sealed class SeekerWords(IStringLocalizer<SeekersText> text)
{
    public string Title(SeekerSummary seeker) => Title(seeker.WishedWork);

    public string Title(string? wishedWork) => Filled(wishedWork) ?? text["WishedWork.None"];

    public string Number(SeekerSummary seeker) => text["Number", seeker.PublicNumber];

    /// <summary>フルタイム（正社員を希望）</summary>
    public string Style(SeekerSummary seeker) => Style(seeker.Style, seeker.WantsRegular);

    public string Style(WorkingStyle style, bool wantsRegular) => wantsRegular ? text["Style.Regular", text[$"Style.{style}"]] : text[$"Style.{style}"];

    /// <summary>東京都千代田区・中央区、神奈川県</summary>
    public string? Places(SeekerSummary seeker) => Places(seeker.Places);

    public string? Places(IReadOnlyList<WishedPlace> places) => Joined("Places.Join", places.GroupBy(p => p.PrefectureCode).Select(InPrefecture));

    /// <summary>月給 240,000円以上</summary>
    public string? Income(SeekerSummary seeker) => Income(seeker.WishedMonthlyIncome, seeker.WishedHourlyIncome);

    public string? Income(int? monthly, int? hourly) => Joined("Join",
    [
        monthly is { } month ? text["Income.Month", month].Value : null,
        hourly is { } hour ? text["Income.Hour", hour].Value : null,
    ]);

    /// <summary>卸売業の経理 6年</summary>
    public string PastWork(PastWork past) => past.Months switch
    {
        null or <= 0 => past.Work,
        < 12 and var months => text["Past.Months", past.Work, months],
        var months when months % 12 == 0 => text["Past.Years", past.Work, months / 12],
        var months => text["Past.YearsMonths", past.Work, months / 12, months % 12],
    };

    public string? MainExperience(SeekerSummary seeker) => MainExperience(seeker.PastWork);

    public string? MainExperience(IReadOnlyList<PastWork> past) => Joined("Join", past.Take(2).Select(PastWork));

    public string? Experience(SeekerSummary seeker) => Joined("Join", seeker.PastWork.Select(PastWork));

    public string? Licences(SeekerSummary seeker) => Joined("Join", seeker.Licences.Append(seeker.DrivingLicence));

    public string? Occupations(SeekerSummary seeker) => Occupations(seeker.OccupationCodes);

    public string? Occupations(IReadOnlyList<string> codes) =>
        Joined("Join", codes.Select(code => Domain.ReferenceData.Occupations.Find(code)?.Here()));

    public string? Industries(IReadOnlyList<string> codes) => Joined("Join", codes.Select(code => Domain.ReferenceData.Industries.Find(code)?.Here()));

    public string PlacementOffice(string code) => PlacementOffices.Find(code)?.Here() ?? text["PlacementOffice.Unknown", code];

    /// <summary>A yes in words; a no says nothing.</summary>
    public string? If(bool stated, string key) => stated ? text[key].Value : null;

    public string? Joined(string between, IEnumerable<string?> parts)
    {
        var joined = string.Join(text[between], parts.Select(Filled).OfType<string>().Distinct());
        return joined.Length == 0 ? null : joined;
    }

    private string? InPrefecture(IGrouping<string, WishedPlace> places)
    {
        var prefecture = Prefectures.Find(places.Key);
        return places.Any(p => p.MunicipalityCode is null) ? prefecture?.Here()
            : prefecture is null ? null : Names.InPrefecture(prefecture, Joined("Places.Within", places.Select(p => Municipalities.Find(p.MunicipalityCode)?.Here())) ?? "");
    }

    private static string? Filled(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();
}
