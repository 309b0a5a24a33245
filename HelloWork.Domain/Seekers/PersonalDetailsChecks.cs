using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Seekers;

/// <summary>What a person's details may hold, whoever writes them down.</summary>
public static class PersonalDetailsChecks
{
    private const int LongestName = 60;
    private const int LongestContact = 200;
    private const int YoungestAge = 15;

    /// <summary>Outer blanks gone; what is empty is missing.</summary>
    public static PersonalDetails Tidied(this PersonalDetails typed) => typed with
    {
        Name = WrittenText.Tidy(typed.Name), NameKana = WrittenText.Tidy(typed.NameKana), PostalCode = Filled(typed.PostalCode), Address = Filled(typed.Address), Phone = Filled(typed.Phone),
        Email = Filled(typed.Email),
    };

    /// <summary>What has to be mended first; null: nothing.</summary>
    public static RegisterRefusal? Bar(this PersonalDetails details, DateOnly today) => details switch
    {
        { Name.Length: 0 } => RegisterRefusal.NameMissing,
        { NameKana.Length: 0 } => RegisterRefusal.KanaMissing,
        _ when !WrittenText.Fits(details.Name, LongestName) || !WrittenText.Fits(details.NameKana, LongestName) => RegisterRefusal.NameTooLong,
        _ when details.BirthDate > today.AddYears(-YoungestAge) || details.BirthDate < today.AddYears(-120) => RegisterRefusal.BirthDateImpossible,
        _ when new[] { details.PostalCode, details.Address, details.Phone }.Any(t => t is not null && !WrittenText.Fits(t, LongestContact)) => RegisterRefusal.ContactTooLong,
        { Email: { } email } when EmailAddress.Read(email) is null => RegisterRefusal.EmailImpossible,
        { Phone: null, Email: null, Address: null } => RegisterRefusal.ContactMissing,
        _ => null,
    };

    /// <summary>Tells whether what is corrected is what was looked at.</summary>
    public static string Fingerprint(this PersonalDetails details) => Common.Fingerprint.Of(details);

    /// <summary>The names of what differs, never the values.</summary>
    public static IReadOnlyList<string> ChangesTo(this PersonalDetails before, PersonalDetails after) =>
        [.. typeof(PersonalDetails).GetProperties().Where(p => !Equals(p.GetValue(before), p.GetValue(after))).Select(p => p.Name)];

    private static string? Filled(string? typed) => WrittenText.Tidy(typed) is { Length: > 0 } text ? text : null;
}
