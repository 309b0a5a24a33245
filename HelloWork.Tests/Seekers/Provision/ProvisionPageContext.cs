using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Seekers.Provision;

/// <summary>The seeker's pages of the provision site on a database of their own.</summary>
public abstract class ProvisionPageContext : BunitContext, IAsyncLifetime
{
    private readonly BunitAuthorizationContext _authorization;

    protected ProvisionPageContext()
    {
        _authorization = AddAuthorization();
        Services.AddPortalControls();
    }

    protected TestClock Clock { get; } = new();
    protected TestDatabase Database { get; private set; } = null!;
    protected Given Given { get; private set; } = null!;
    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    async Task IAsyncLifetime.InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Given = new Given(Database, Clock);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IDbContextFactory<HelloWorkDbContext>>(Database);
        Services.AddSingleton(new ProfileQuota());
        Services.AddSingleton(new DeletionRules());
        Services.AddHelloWorkVerbs();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<LivePage>();
        Services.AddScoped<LiveWatch>();
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected void SignIn(GivenSeeker seeker)
    {
        _authorization.SetAuthorized("seeker").SetRoles(RoleNames.Seeker);
        _authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, seeker.Account.ToString()), new Claim(CurrentActor.SeekerClaim, seeker.Id.ToString()));
    }

    protected async Task<GivenSeeker> SignedInAsync(ProvisionChoice choice = ProvisionChoice.Both, bool published = true, Func<SeekerStatement, SeekerStatement>? change = null)
    {
        var seeker = await Given.ProvidedSeekerAsync(choice, published, change: change);
        SignIn(seeker);
        return seeker;
    }

    protected async Task ChangeAsync(Func<HelloWorkDbContext, Task> change)
    {
        await using var db = Database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
