using System.Xml.Linq;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Accounts;

/// <summary>The key ring in the portal's database: sign-ins and open forms outlive a restart and are shared by several nodes.</summary>
public sealed class KeyRing(IDbContextFactory<HelloWorkDbContext> contexts, DatabaseSettings settings) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. FirstStatements.Keys(settings).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }
}
