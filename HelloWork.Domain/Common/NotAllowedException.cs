namespace HelloWork.Domain.Common;

/// <summary>
/// Who acts may not act: the account is disabled, signed out everywhere, or never stood for this office or seeker.
/// Pages lead to sign-in before this is thrown; it is the domain's own check, whoever calls.
/// </summary>
public sealed class NotAllowedException(string message) : Exception(message);
