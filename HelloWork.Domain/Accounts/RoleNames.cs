namespace HelloWork.Domain.Accounts;

/// <summary>How roles are written in a sign-in and on pages' <c>[Authorize(Roles = …)]</c>.</summary>
public static class RoleNames
{
    public const string Seeker = "seeker";
    public const string Employer = "employer";
    public const string Provider = "provider";
    public const string Counselor = "counselor";
    public const string BureauOfficer = "bureau";

    public static string Of(Role role) => role switch
    {
        Role.Seeker => Seeker,
        Role.Employer => Employer,
        Role.Provider => Provider,
        Role.Counselor => Counselor,
        Role.BureauOfficer => BureauOfficer,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
