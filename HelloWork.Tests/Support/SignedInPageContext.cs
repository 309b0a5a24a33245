using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Data;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Support;

/// <summary>The pages of one role on a database of their own, with somebody signed in.</summary>
public abstract class SignedInPageContext : BunitContext, IAsyncLifetime
{
    private readonly BunitAuthorizationContext _authorization;

    protected SignedInPageContext()
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
        Services.AddSingleton(new ProfileQuota { PerHour = 5, PerDay = 300 });
        Services.AddSingleton(new HelloWork.Domain.Audit.AuditSettings());
        Services.AddSingleton(new DeletionRules());
        Services.AddHelloWorkVerbs();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<LivePage>();
        Services.AddScoped<LiveWatch>();
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
        await SignInAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Makes whoever the pages are for, and signs them in.</summary>
    protected abstract Task SignInAsync();

    protected void SignIn(string role, Guid account, params Claim[] more)
    {
        _authorization.SetAuthorized(role).SetRoles(role);
        _authorization.SetClaims([new Claim(ClaimTypes.NameIdentifier, account.ToString()), .. more]);
    }

    protected static IElement Labelled<T>(IRenderedComponent<T> page, string label) where T : IComponent =>
        page.Find($"#{page.FindAll("label").Single(l => l.TextContent == label).GetAttribute("for")}");
}

/// <summary>For pages that nobody posts to.</summary>
public sealed class NoToken : AntiforgeryStateProvider
{
    public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
}
