namespace HelloWork.Domain.Jobs.Import;

/// <summary>A record that can go in.</summary>
/// <param name="Line">Where it starts in the file.</param>
/// <param name="LastDay">求人有効年月日 as the file says it; null: it says none.</param>
/// <param name="Remarks">What the operator should know about it.</param>
internal sealed record ImportedOffer(int Line, JobNumber Number, ImportedOffice Office, JobCard Card, DateOnly AcceptedOn, DateOnly? LastDay, IReadOnlyList<ImportRemark> Remarks)
{
    /// <summary>Read from the card ahead where it is likely to be new; null: not yet.</summary>
    public JobColumns? Columns { get; init; }

    /// <summary>The card as it is stored, made ahead likewise.</summary>
    public string? WrittenCard { get; init; }
}

/// <param name="Number">Null: the file doesn't say it.</param>
internal sealed record ImportedOffice(
    OfficeNumber? Number, string Name, string? NameKana, string? PostalCode, string? Address, string? PrefectureCode, string? MunicipalityCode, string? IndustryCode);
