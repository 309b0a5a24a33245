namespace HelloWork.Domain.Accounts;

/// <summary>Why no account is opened. What concerns only the typed form comes before anything is looked up.</summary>
public enum OpeningRefusal
{
    EmailInvalid = 1,
    PasswordTooShort = 2,
    PasswordTooLong = 3,
    PasswordTooCommon = 4,
    TermsNotAgreed = 5,
    /// <summary>The number and what proves it don't belong together, or there is no such number: one answer for all.</summary>
    NotFound = 6,
    /// <summary>Hello Work wasn't told of the wish for provision (PV-01).</summary>
    ProvisionNotWished = 7,
    TooOften = 8,
}

internal static class OpeningForm
{
    public static OpeningRefusal? RefusalOf(string? email, string password, string number, bool agreed) =>
        email is null ? OpeningRefusal.EmailInvalid
        : !agreed ? OpeningRefusal.TermsNotAgreed
        : PasswordRules.RefusalOf(password, number) switch
        {
            null => null,
            PasswordRefusal.TooShort => OpeningRefusal.PasswordTooShort,
            PasswordRefusal.TooLong => OpeningRefusal.PasswordTooLong,
            _ => OpeningRefusal.PasswordTooCommon,
        };
}
