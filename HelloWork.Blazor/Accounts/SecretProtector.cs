using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

/// <summary>Encrypts secrets of authenticator apps with the portal's key ring.</summary>
public sealed class SecretProtector(IDataProtectionProvider provider) : IPersonalDataProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("second-factor");

    [return: NotNullIfNotNull(nameof(data))]
    public string? Protect(string? data) => data is null ? null : _protector.Protect(data);

    [return: NotNullIfNotNull(nameof(data))]
    public string? Unprotect(string? data) => data is null ? null : _protector.Unprotect(data);
}
