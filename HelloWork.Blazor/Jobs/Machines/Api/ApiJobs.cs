namespace HelloWork.Blazor.Jobs.Machines.Api;

/// <summary>A code of the portal or of an official table, with its name.</summary>
public sealed record ApiName
{
    public required string Code { get; init; }
    public required string Name { get; init; }
}

/// <summary>One page of a search.</summary>
public sealed record ApiJobs
{
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }
    public required int Size { get; init; }
    public required ApiLinks Links { get; init; }
    public required IReadOnlyList<ApiJob> Jobs { get; init; }
}

/// <summary>Where to go from a page of a search.</summary>
public sealed record ApiLinks
{
    public required string Self { get; init; }
    public required string First { get; init; }
    public string? Previous { get; init; }
    public string? Next { get; init; }
    public required string Last { get; init; }
    public required string Html { get; init; }
    public required string Feed { get; init; }
}

/// <summary>求人, as a list shows it.</summary>
public record ApiJob
{
    public required string Number { get; init; }
    public required string Url { get; init; }
    public required string Html { get; init; }
    public required string Title { get; init; }
    public ApiName? Occupation { get; init; }
    public required ApiName EmploymentType { get; init; }
    public string? WorkingTime { get; init; }
    public required bool OfficeNameShown { get; init; }
    public string? OfficeName { get; init; }
    public required IReadOnlyList<ApiPlace> Workplaces { get; init; }
    public ApiStation? Station { get; init; }
    public required ApiPay Pay { get; init; }
    public required ApiHours Hours { get; init; }
    public required IReadOnlyList<ApiName> Features { get; init; }
    public required bool AcceptsSelfApplication { get; init; }
    public required bool IsNew { get; init; }
    public required DateOnly AcceptedOn { get; init; }
    public required DateOnly LastDay { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>求人, with its whole card.</summary>
public sealed record ApiJobCard : ApiJob
{
    public string? OfficeNumber { get; init; }
    public ApiName? PlacementOffice { get; init; }
    public ApiName? Industry { get; init; }
    public required string CardPdf { get; init; }
    public required IReadOnlyList<ApiBlock> Card { get; init; }
}

/// <summary>就業場所</summary>
public sealed record ApiPlace
{
    public ApiName? Prefecture { get; init; }
    public ApiName? Municipality { get; init; }
    public string? PostalCode { get; init; }
    public string? Address { get; init; }
}

/// <summary>最寄り駅</summary>
public sealed record ApiStation
{
    public required string Name { get; init; }
    public string? Means { get; init; }
    public int? Minutes { get; init; }
}

/// <summary>賃金: yen for the period.</summary>
public sealed record ApiPay
{
    public string? Form { get; init; }
    public required string Period { get; init; }
    public required string Currency { get; init; }
    public int? From { get; init; }
    public int? To { get; init; }
    public int? BaseFrom { get; init; }
    public int? BaseTo { get; init; }
    public int? FixedOvertimeFrom { get; init; }
    public int? FixedOvertimeTo { get; init; }
}

/// <summary>労働時間</summary>
public sealed record ApiHours
{
    public required IReadOnlyList<ApiShift> Shifts { get; init; }
    public string? OrBetween { get; init; }
    public int? OvertimeHoursPerMonth { get; init; }
    public string? DaysOff { get; init; }
    public int? DaysOffPerYear { get; init; }
}

/// <summary>就業時間</summary>
public sealed record ApiShift
{
    public required string From { get; init; }
    public required string To { get; init; }
}

/// <summary>A block of the job card (求人票), in its own order.</summary>
public sealed record ApiBlock
{
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<ApiLine> Lines { get; init; }
}

/// <summary>A line of the job card; a line that nobody filled is left out.</summary>
public sealed record ApiLine
{
    public required string Field { get; init; }
    public required string Label { get; init; }
    public required string Text { get; init; }
    public string? Note { get; init; }
}
