using HelloWork.Domain.Seekers;

namespace HelloWork.Tests.Seekers;

/// <summary>Personal details that must not turn up anywhere an employer looks before an application (SS-03).</summary>
internal static class Canary
{
    public static PersonalDetails Details(string name) => new()
    {
        Name = name, NameKana = "ロウエイ ミハリ", BirthDate = new DateOnly(1987, 11, 23), PostalCode = "999-8877",
        Address = "秋田県仮想市見張町8-8-8", Phone = "090-0000-4321", Email = "canary-4321@example.jp",
    };

    public static readonly IReadOnlyList<string> Words =
    [
        "漏洩", "見張", "ロウエイ", "ミハリ", "1987-11-23", "1987年", "昭和62", "999-8877", "9998877", "仮想市", "8-8-8", "090-0000-4321", "canary-4321",
    ];
}
