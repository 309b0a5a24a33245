using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs;

/// <summary>事業所: the employer's office (雇用保険適用事業所). An employer's account stands for one office.</summary>
public sealed class Office
{
    private Office() { }

    public Office(OfficeNumber number, string name, string? nameKana, string? postalCode, string? address, string? prefectureCode, string? municipalityCode, string? industryCode)
    {
        Id = new OfficeId(NewId.Next());
        Number = number;
        Rename(name, nameKana);
        PostalCode = postalCode;
        Address = address;
        PrefectureCode = prefectureCode;
        MunicipalityCode = municipalityCode;
        IndustryCode = industryCode;
    }

    public OfficeId Id { get; private set; }
    public OfficeNumber Number { get; private set; }
    public string Name { get; private set; } = "";
    public string? NameKana { get; private set; }
    public string? PostalCode { get; private set; }
    public string? Address { get; private set; }
    public string? PrefectureCode { get; private set; }
    public string? MunicipalityCode { get; private set; }
    /// <summary>産業分類（中分類、2けた）</summary>
    public string? IndustryCode { get; private set; }

    public void Rename(string name, string? nameKana)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("An office has a name.", nameof(name));
        Name = name.Trim();
        NameKana = nameKana?.Trim();
    }

    /// <summary>True when something changed.</summary>
    public bool Relocate(string? postalCode, string? address, string? prefectureCode, string? municipalityCode, string? industryCode)
    {
        if ((PostalCode, Address, PrefectureCode, MunicipalityCode, IndustryCode) == (postalCode, address, prefectureCode, municipalityCode, industryCode))
            return false;
        (PostalCode, Address, PrefectureCode, MunicipalityCode, IndustryCode) = (postalCode, address, prefectureCode, municipalityCode, industryCode);
        return true;
    }
}

/// <summary>求人者マイページの利用者: an account that acts for an office. An office may have several.</summary>
public sealed class OfficeMember
{
    private OfficeMember() { }

    public OfficeMember(OfficeId office, Guid account)
    {
        OfficeId = office;
        AccountId = account;
    }

    public OfficeId OfficeId { get; private set; }
    public Guid AccountId { get; private set; }
}
