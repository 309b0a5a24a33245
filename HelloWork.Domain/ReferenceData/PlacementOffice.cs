namespace HelloWork.Domain.ReferenceData;

/// <summary>公共職業安定所 (ハローワーク). Selection, code, address and served places are examples; the telephone number is fictitious.</summary>
/// <param name="Code">5 digits, two of the prefecture and three of the office; the first five of a job number.</param>
/// <param name="Name">ハローワーク飯田橋.</param>
/// <param name="SeatCode">The municipality it stands in.</param>
/// <param name="Address">With the prefecture, without the postal code.</param>
/// <param name="Phone">Fictitious: 000 or 0000 after the area code.</param>
/// <param name="MunicipalityCodes">The municipalities it serves, in the order of their codes.</param>
public sealed record PlacementOffice(
    string Code, string Name, string SeatCode, string Address, string Phone, IReadOnlyList<string> MunicipalityCodes)
{
    /// <summary>The first two digits of the code.</summary>
    public string PrefectureCode => Code[..2];

    /// <summary>The prefecture it belongs to.</summary>
    public Prefecture Prefecture => Prefectures.Find(PrefectureCode)!;
}
