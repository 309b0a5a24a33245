using HelloWork.Blazor.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Shell;

public sealed class ShellServicesTests
{
    private const string HandedToCircuits = "IPersistentServiceRegistration";

    /// <summary>The framework's own name for it isn't public: should it become another, this test tells.</summary>
    [Fact]
    public void NothingIsHandedToCircuits_OfWhichThereAreNone()
    {
        var (framework, portal) = (WebApplication.CreateBuilder(), WebApplication.CreateBuilder());
        framework.Services.AddRazorComponents();
        portal.AddPortalShell();

        Assert.Contains(framework.Services, s => s.ServiceType.Name == HandedToCircuits);
        Assert.DoesNotContain(portal.Services, s => s.ServiceType.Name == HandedToCircuits);
    }
}
