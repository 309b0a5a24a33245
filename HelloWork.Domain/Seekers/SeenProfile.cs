namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職情報詳細: the page employers open. Each field is named here, so that one added to the statement later isn't shown by itself;
/// what stands for providers only (税込み月収) is left out (SS-03).
/// </summary>
public sealed record SeenProfile
{
    public required SeekerSummary Summary { get; init; }
    public string? WishedHours { get; init; }
    public bool AcceptsDispatch { get; init; }
    public bool AcceptsContract { get; init; }
    public string? WishedDaysOff { get; init; }
    public bool WantsTwoDaysOffAWeek { get; init; }
    public IReadOnlyList<string> IndustryCodes { get; init; } = [];
    public string? CommutingMeans { get; init; }
    /// <summary>Minutes.</summary>
    public int? CommutingMinutes { get; init; }
    public bool CanRelocate { get; init; }
    public bool WantsCarCommuting { get; init; }
    public bool CanWorkAbroad { get; init; }
    public string? WiderArea { get; init; }
    public bool WantsToReturnToRegion { get; init; }
    public string? OtherWishes { get; init; }
    public string? Education { get; init; }
    public string? Expertise { get; init; }
    public string? Appeal { get; init; }
    public string? AppealExperience { get; init; }
    public string? Remarks { get; init; }

    internal static SeenProfile Of(ShownProfile shown) => new()
    {
        Summary = SeekerSummary.Of(shown),
        WishedHours = shown.Statement.WishedHours,
        AcceptsDispatch = shown.Statement.AcceptsDispatch,
        AcceptsContract = shown.Statement.AcceptsContract,
        WishedDaysOff = shown.Statement.WishedDaysOff,
        WantsTwoDaysOffAWeek = shown.Statement.WantsTwoDaysOffAWeek,
        IndustryCodes = shown.Statement.IndustryCodes,
        CommutingMeans = shown.Statement.CommutingMeans,
        CommutingMinutes = shown.Statement.CommutingMinutes,
        CanRelocate = shown.Statement.CanRelocate,
        WantsCarCommuting = shown.Statement.WantsCarCommuting,
        CanWorkAbroad = shown.Statement.CanWorkAbroad,
        WiderArea = shown.Statement.WiderArea,
        WantsToReturnToRegion = shown.Statement.WantsToReturnToRegion,
        OtherWishes = shown.Statement.OtherWishes,
        Education = shown.Statement.Education,
        Expertise = shown.Statement.Expertise,
        Appeal = shown.Statement.Appeal,
        AppealExperience = shown.Statement.AppealExperience,
        Remarks = shown.Statement.Remarks,
    };
}
