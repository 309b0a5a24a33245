using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Applications;

/// <summary>The pages on which a seeker and an employer deal with each other, on the database of an <see cref="Exchange"/>.</summary>
public abstract class ExchangePages : BunitContext, IAsyncLifetime
{
    private readonly BunitAuthorizationContext _authorization;

    protected ExchangePages()
    {
        _authorization = AddAuthorization();
        Services.AddPortalControls();
    }

    private protected Exchange It { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        It = await Exchange.CreateAsync();
        Services.AddSingleton<TimeProvider>(It.Clock);
        Services.AddSingleton<IDbContextFactory<HelloWorkDbContext>>(It.Database);
        Services.AddHelloWorkVerbs();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<LivePage>();
        Services.AddScoped<LiveWatch>();
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
        SignIn(It.Seeker);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await It.DisposeAsync();
    }

    protected void SignIn(GivenSeeker seeker)
    {
        _authorization.SetAuthorized("seeker").SetRoles(RoleNames.Seeker);
        _authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, seeker.Account.ToString()), new Claim(CurrentActor.SeekerClaim, seeker.Id.ToString()));
    }

    protected void SignIn(EmployerActor employer)
    {
        _authorization.SetAuthorized("employer").SetRoles(RoleNames.Employer);
        _authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, employer.Account.ToString()), new Claim(CurrentActor.OfficeClaim, employer.Office.ToString()));
    }

    /// <summary>The texts of the buttons a reader meets, those in closed dialogs left out.</summary>
    protected static IReadOnlyList<string> Buttons<T>(IRenderedComponent<T> page) where T : IComponent =>
        [.. page.FindAll("button").Where(b => b.Ancestors<IElement>().All(a => a.LocalName != "dialog")).Select(b => b.TextContent.Trim())];

    protected static string Words<T>(IRenderedComponent<T> page) where T : IComponent =>
        string.Join(' ', string.Concat(page.Nodes.Select(n => n.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
