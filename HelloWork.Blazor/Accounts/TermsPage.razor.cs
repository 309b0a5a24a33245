using HelloWork.Domain.Accounts;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Blazor.Accounts;

/// <summary>利用規約: our own texts, of the portal and of the provision site for seekers (PV-01).</summary>
public sealed partial class TermsPage
{
    private const int MostArticles = 20;

    private Terms Terms => new Uri(Navigation.Uri).AbsolutePath.StartsWith("/provision", StringComparison.OrdinalIgnoreCase) ? Terms.SeekerProvision : Terms.Portal;
    private int Version => Terms is Terms.SeekerProvision ? ProvisionTerms.CurrentVersion : PortalTerms.CurrentVersion;
    private DateOnly InForceFrom => Terms is Terms.SeekerProvision ? ProvisionTerms.InForceFrom : PortalTerms.InForceFrom;
    private int Articles => Enumerable.Range(1, MostArticles).TakeWhile(i => !T[$"{Terms}.{i}.Title"].ResourceNotFound).Count();
}
