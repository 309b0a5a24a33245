namespace HelloWork.Blazor.Accounts;

/// <summary>Wording of sign-in and account settings.</summary>
public sealed class AccountsText;
