namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// 提供される求職情報: the page providers open, and what the seeker reviews before (PV-03). Each field is named here with its numbers in the
/// leaflet, so that one added to the statement later isn't shown by itself. Name, birth date, sex, age, address, contact and every number of
/// the person have no place in it; what identifies the profile to a provider stands beside it.
/// </summary>
public sealed record ProvidedProfile
{
    [LeafletField(Registration = 1, Publication = 1)] public string? WishedWork { get; init; }
    [LeafletField(Registration = 2, Publication = 2)] public string? WishedHours { get; init; }
    [LeafletField(Registration = 3)] public WorkingStyle Style { get; init; }
    [LeafletField(Registration = 4)] public bool WantsRegular { get; init; }
    [LeafletField(Registration = 5, Publication = 7)] public bool AcceptsDispatch { get; init; }
    [LeafletField(Registration = 6, Publication = 8)] public bool AcceptsContract { get; init; }
    [LeafletField(Registration = 7, Publication = 5)] public string? WishedDaysOff { get; init; }
    [LeafletField(Registration = 8, Publication = 6)] public bool WantsTwoDaysOffAWeek { get; init; }
    [LeafletField(Registration = 9, Publication = 3)] public IReadOnlyList<WishedPlace> Places { get; init; } = [];
    [LeafletField(Registration = 9, Publication = 3)] public string? CommutingMeans { get; init; }
    [LeafletField(Registration = 9, Publication = 3)] public int? CommutingMinutes { get; init; }
    [LeafletField(Registration = 10)] public bool CanRelocate { get; init; }
    [LeafletField(Registration = 11)] public bool WantsCarCommuting { get; init; }
    [LeafletField(Registration = 12, Publication = 4)] public int? WishedMonthlyIncome { get; init; }
    [LeafletField(Registration = 12, Publication = 4)] public int? WishedHourlyIncome { get; init; }
    [LeafletField(Registration = 13)] public string? OtherWishes { get; init; }
    [LeafletField(Registration = 14)] public string? Education { get; init; }
    [LeafletField(Registration = 15)] public string? DrivingLicence { get; init; }
    [LeafletField(Registration = 16)] public IReadOnlyList<string> Licences { get; init; } = [];
    [LeafletField(Registration = 17)] public IReadOnlyList<PastWork> PastWork { get; init; } = [];
    /// <summary>For providers only: the page employers see doesn't have it.</summary>
    [LeafletField(Registration = 18)] public int? LastMonthlyIncome { get; init; }
    [LeafletField(Registration = 19)] public IReadOnlyList<string> OccupationCodes { get; init; } = [];
    [LeafletField(Registration = 20)] public IReadOnlyList<string> IndustryCodes { get; init; } = [];
    [LeafletField(Registration = 21)] public string? WiderArea { get; init; }
    [LeafletField(Registration = 22)] public bool WantsToReturnToRegion { get; init; }
    [LeafletField(Registration = 23)] public IReadOnlyList<string> LicenceCodes { get; init; } = [];
    [LeafletField(Publication = 9)] public bool CanWorkAbroad { get; init; }
    [LeafletField(Publication = 10)] public string? Expertise { get; init; }
    [LeafletField(Publication = 11)] public string? Appeal { get; init; }
    [LeafletField(Publication = 12)] public string? AppealExperience { get; init; }
    [LeafletField(Publication = 13)] public string? Remarks { get; init; }

    public static ProvidedProfile Of(SeekerStatement s) => new()
    {
        WishedWork = s.WishedWork, WishedHours = s.WishedHours, Style = s.Style, WantsRegular = s.WantsRegular,
        AcceptsDispatch = s.AcceptsDispatch, AcceptsContract = s.AcceptsContract, WishedDaysOff = s.WishedDaysOff, WantsTwoDaysOffAWeek = s.WantsTwoDaysOffAWeek,
        Places = s.Places, CommutingMeans = s.CommutingMeans, CommutingMinutes = s.CommutingMinutes, CanRelocate = s.CanRelocate, WantsCarCommuting = s.WantsCarCommuting,
        WishedMonthlyIncome = s.WishedMonthlyIncome, WishedHourlyIncome = s.WishedHourlyIncome, OtherWishes = s.OtherWishes,
        Education = s.Education, DrivingLicence = s.DrivingLicence, Licences = s.Licences, PastWork = s.PastWork, LastMonthlyIncome = s.LastMonthlyIncome,
        OccupationCodes = s.OccupationCodes, IndustryCodes = s.IndustryCodes, WiderArea = s.WiderArea, WantsToReturnToRegion = s.WantsToReturnToRegion,
        LicenceCodes = s.LicenceCodes, CanWorkAbroad = s.CanWorkAbroad, Expertise = s.Expertise, Appeal = s.Appeal, AppealExperience = s.AppealExperience, Remarks = s.Remarks,
    };
}

/// <summary>Where the leaflet lists a field: of the 23 of the registration form (求職申込書) and the 13 of the publication form (求職公開申込書).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LeafletFieldAttribute : Attribute
{
    /// <summary>求職申込書の番号; 0: not in that form.</summary>
    public int Registration { get; set; }
    /// <summary>求職公開申込書の番号; 0: not in that form.</summary>
    public int Publication { get; set; }
}
