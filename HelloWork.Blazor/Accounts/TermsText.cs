namespace HelloWork.Blazor.Accounts;

/// <summary>The terms of use: <c>{terms}.{article}.Title</c> and <c>.Body</c>. A changed text needs a new version in the domain.</summary>
public sealed class TermsText;
