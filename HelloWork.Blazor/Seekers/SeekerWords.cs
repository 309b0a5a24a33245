using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers;

/// <summary>What a seeker states, in the words of a page.</summary>
internal sealed class SeekerWords(IStringLocalizer<SeekersText> text)
{
    public string Title(SeekerSummary seeker) => Filled(seeker.WishedWork) ?? text["WishedWork.None"];

    public string Number(SeekerSummary seeker) => text["Number", seeker.PublicNumber];

    /// <summary>フルタイム（正社員を希望）</summary>
    public string Style(SeekerSummary seeker) =>
        seeker.WantsRegular ? text["Style.Regular", text[$"Style.{seeker.Style}"]] : text[$"Style.{seeker.Style}"];

    /// <summary>東京都千代田区・中央区、神奈川県</summary>
    public string? Places(SeekerSummary seeker) => Joined("Places.Join", seeker.Places.GroupBy(p => p.PrefectureCode).Select(InPrefecture));

    /// <summary>月給 240,000円以上</summary>
    public string? Income(SeekerSummary seeker) => Joined("Join",
    [
        seeker.WishedMonthlyIncome is { } month ? text["Income.Month", month].Value : null,
        seeker.WishedHourlyIncome is { } hour ? text["Income.Hour", hour].Value : null,
    ]);

    /// <summary>卸売業の経理 6年</summary>
    public string PastWork(PastWork past) => past.Months switch
    {
        null or <= 0 => past.Work,
        < 12 and var months => text["Past.Months", past.Work, months],
        var months when months % 12 == 0 => text["Past.Years", past.Work, months / 12],
        var months => text["Past.YearsMonths", past.Work, months / 12, months % 12],
    };

    public string? MainExperience(SeekerSummary seeker) => Joined("Join", seeker.PastWork.Take(2).Select(PastWork));

    public string? Experience(SeekerSummary seeker) => Joined("Join", seeker.PastWork.Select(PastWork));

    public string? Licences(SeekerSummary seeker) => Joined("Join", seeker.Licences.Append(seeker.DrivingLicence));

    public string? Occupations(SeekerSummary seeker) =>
        Joined("Join", seeker.OccupationCodes.Select(code => Domain.ReferenceData.Occupations.Find(code)?.Name));

    public string? Industries(IReadOnlyList<string> codes) => Joined("Join", codes.Select(code => Domain.ReferenceData.Industries.Find(code)?.Name));

    public string PlacementOffice(string code) => PlacementOffices.Find(code)?.Name ?? text["PlacementOffice.Unknown", code];

    /// <summary>A yes in words; a no says nothing.</summary>
    public string? If(bool stated, string key) => stated ? text[key].Value : null;

    public string? Joined(string between, IEnumerable<string?> parts)
    {
        var joined = string.Join(text[between], parts.Select(Filled).OfType<string>().Distinct());
        return joined.Length == 0 ? null : joined;
    }

    private string? InPrefecture(IGrouping<string, WishedPlace> places)
    {
        var prefecture = Prefectures.Find(places.Key)?.Name;
        return places.Any(p => p.MunicipalityCode is null) ? prefecture
            : $"{prefecture}{Joined("Places.Within", places.Select(p => Municipalities.Find(p.MunicipalityCode)?.Name))}";
    }

    private static string? Filled(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();
}
