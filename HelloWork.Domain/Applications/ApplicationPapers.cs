using System.Security.Cryptography;
using System.Text.Json;
using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Applications;

/// <summary>応募内容: the personal data and words that go to the employer, as shown to the seeker beforehand (AP-01).</summary>
public sealed record ApplicationPapers
{
    public required string Name { get; init; }
    public required string NameKana { get; init; }
    public required DateOnly BirthDate { get; init; }
    public string? PostalCode { get; init; }
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Education { get; init; }
    public string? DrivingLicence { get; init; }
    public IReadOnlyList<string> Licences { get; init; } = [];
    public IReadOnlyList<PastWork> PastWork { get; init; } = [];
    public string? Expertise { get; init; }
    /// <summary>志望動機</summary>
    public required string Motivation { get; init; }
    /// <summary>応募書類, in the order in which they were added.</summary>
    public IReadOnlyList<PaperDocument> Documents { get; init; } = [];

    /// <summary>What an application carries today. What a seeker says of wishes and income stays behind.</summary>
    public static ApplicationPapers Of(PersonalDetails person, SeekerStatement? statement, string motivation, IReadOnlyList<PaperDocument>? documents = null) => new()
    {
        Name = person.Name,
        NameKana = person.NameKana,
        BirthDate = person.BirthDate,
        PostalCode = person.PostalCode,
        Address = person.Address,
        Phone = person.Phone,
        Email = person.Email,
        Education = statement?.Education,
        DrivingLicence = statement?.DrivingLicence,
        Licences = statement?.Licences ?? [],
        PastWork = statement?.PastWork ?? [],
        Expertise = statement?.Expertise,
        Motivation = motivation,
        Documents = documents ?? [],
    };

    /// <summary>Differs as soon as one character of it differs: what the seeker saw is what is sent, or nothing is (AP-01).</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, JsonDocuments.Options)));
}
