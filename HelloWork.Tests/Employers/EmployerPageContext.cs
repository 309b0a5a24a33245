using System.Globalization;
using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Employers;

/// <summary>The employer's pages on a database of their own, with an employer signed in.</summary>
public abstract class EmployerPageContext : BunitContext, IAsyncLifetime
{
    private readonly BunitAuthorizationContext _authorization;

    protected EmployerPageContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
        _authorization = AddAuthorization();
        Services.AddLocalization();
    }

    protected TestClock Clock { get; } = new();
    protected TestDatabase Database { get; private set; } = null!;
    protected Given Given { get; private set; } = null!;
    protected EmployerActor Employer { get; private set; } = null!;
    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    async Task IAsyncLifetime.InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Given = new Given(Database, Clock);
        Employer = await Given.EmployerAsync();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IDbContextFactory<HelloWorkDbContext>>(Database);
        Services.AddSingleton(new ProfileQuota { PerHour = 5, PerDay = 300 });
        Services.AddHelloWorkVerbs();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<LivePage>();
        Services.AddScoped<LiveWatch>();
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
        SignIn(Employer);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected void SignIn(EmployerActor employer)
    {
        _authorization.SetAuthorized("employer").SetRoles(RoleNames.Employer);
        _authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, employer.Account.ToString()), new Claim(CurrentActor.OfficeClaim, employer.Office.ToString()));
    }

    protected async Task<DirectRequestId> SendAsync(JobOffer job, GivenSeeker seeker, string message = "ご経験を拝見し、ご連絡しました。") =>
        (await new SendDirectRequest(Database, Clock).RunAsync(new(Employer, job.Number, seeker.PublicNumber, message, NoticeConfirmed: true), CancellationToken.None)).Sent!.Value;

    protected Task SaveDraftAsync(GivenSeeker seeker, string message, JobOffer? job = null, bool confirmed = false) =>
        new SaveRequestDraft(Database, Clock).RunAsync(new(Employer, seeker.PublicNumber, job?.Number, message, confirmed), CancellationToken.None);

    protected static IElement Labelled<T>(IRenderedComponent<T> page, string label) where T : IComponent =>
        page.Find($"#{page.FindAll("label").Single(l => l.TextContent == label).GetAttribute("for")}");

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
