namespace HelloWork.Blazor.Accounts;

/// <summary>Marks the texts of the warning before a sign-in ends.</summary>
public sealed class SessionText;
