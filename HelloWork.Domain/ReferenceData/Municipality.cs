namespace HelloWork.Domain.ReferenceData;

/// <summary>市区町村; of a designated city (政令指定都市) each ward is one.</summary>
/// <param name="Code">JIS X 0402 with the prefecture in front: 5 digits, "01101".</param>
/// <param name="Name">With its district or designated city: 横浜市鶴見区, 北群馬郡榛東村.</param>
/// <param name="Kana">Full-width katakana of the whole name.</param>
/// <param name="District">The 郡, the designated city or the island in front of the name, or null.</param>
public sealed record Municipality(string Code, string Name, string Kana, string? District)
{
    /// <summary>The first two digits of the code.</summary>
    public string PrefectureCode => Code[..2];

    /// <summary>The prefecture it lies in.</summary>
    public Prefecture Prefecture => Prefectures.Find(PrefectureCode)!;

    /// <summary>Without district or designated city: 鶴見区, 榛東村.</summary>
    public string LocalName => District is null ? Name : Name[District.Length..];

    /// <summary>With the prefecture: 神奈川県横浜市鶴見区.</summary>
    public string FullName => Prefecture.Name + Name;
}

/// <summary>政令指定都市: a city that the table knows by its wards.</summary>
/// <param name="Code">5 digits, "14100".</param>
/// <param name="Name">横浜市.</param>
/// <param name="Wards">Its wards (区) in the order of their codes.</param>
public sealed record DesignatedCity(string Code, string Name, IReadOnlyList<Municipality> Wards)
{
    /// <summary>The prefecture it lies in.</summary>
    public Prefecture Prefecture => Prefectures.Find(Code[..2])!;
}

/// <summary>What the start of an address names.</summary>
/// <param name="Prefecture">都道府県, written or following from the municipality.</param>
/// <param name="Municipality">市区町村, or null when only the prefecture or the designated city could be read.</param>
/// <param name="City">The designated city, with or without its ward, or null.</param>
/// <param name="Rest">What follows in the address, in half-width, as written.</param>
public sealed record AddressPlace(Prefecture Prefecture, Municipality? Municipality, DesignatedCity? City, string Rest);
