using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>What the steps offer to choose from: native selects, grouped.</summary>
internal sealed class StatementChoices(IStringLocalizer<ProvisionText> text, InJapanese<ProvisionText> stored)
{
    public static IReadOnlyList<SelectOption> Prefectures => [.. Domain.ReferenceData.Prefectures.All.Select(p => new SelectOption(p.Code, p.Here()))];

    public static IReadOnlyList<SelectOption> LicenceCodes => [.. Domain.ReferenceData.Licences.All.Select(l => new SelectOption(l.Code, l.Here(), Group: l.Group.Here()))];

    public static IReadOnlyList<SelectOption> Municipalities(string? prefecture) =>
        [.. Domain.ReferenceData.Municipalities.InPrefecture(prefecture).Select(m => new SelectOption(m.Code, m.Here()))];

    /// <summary>Under each major group the whole of it, its middle groups, and theirs set in.</summary>
    public IReadOnlyList<SelectOption> OccupationCodes =>
    [
        .. Occupations.Majors.SelectMany(major => Occupations.Beneath(major.Code)
            .SelectMany(middle => Occupations.Beneath(middle.Code).Select(minor => new SelectOption(minor.Code, text["Option.Below", minor.Here()], Group: major.Here()))
                .Prepend(new SelectOption(middle.Code, middle.Here(), Group: major.Here())))
            .Prepend(new SelectOption(major.Code, text["Option.All", major.Here()], Group: major.Here()))),
    ];

    public IReadOnlyList<SelectOption> IndustryCodes =>
    [
        .. Industries.Divisions.SelectMany(division => Industries.InDivision(division.Code).Select(i => new SelectOption(i.Code, i.Here(), Group: division.Here()))
            .Prepend(new SelectOption(division.Code, text["Option.All", division.Here()], Group: division.Here()))),
    ];

    /// <summary>The usual ones, and what was written before: kept in Japanese, which employers and agencies read.</summary>
    public IReadOnlyList<SelectOption> DrivingLicences(string? written) =>
        [.. stored["DrivingLicence.Options"].Value.Split('\n', StringSplitOptions.TrimEntries).Append(written ?? "").Where(o => o.Length > 0).Distinct().Select(o => new SelectOption(o, o.Here()))];
}
