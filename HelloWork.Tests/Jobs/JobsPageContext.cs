using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Jobs;

/// <summary>The public job pages on a database of their own.</summary>
public abstract class JobsPageContext : BunitContext, IAsyncLifetime
{
    private readonly BunitAuthorizationContext _authorization;

    protected JobsPageContext()
    {
        _authorization = AddAuthorization();
        Services.AddPortalControls();
    }

    protected TestClock Clock { get; } = new();
    protected TestDatabase Database { get; private set; } = null!;
    protected Given Given { get; private set; } = null!;
    protected EmployerActor Employer { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Given = new Given(Database, Clock);
        Employer = await Given.EmployerAsync();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddTransient(_ => new SearchJobs(Database, Clock));
        Services.AddTransient(_ => new ViewJob(Database, Clock));
        Services.AddTransient(_ => new CompareWage(Database, Clock));
        Services.AddTransient(_ => new ReadWages(Database, Clock));
        Services.AddTransient(_ => new HelloWork.Domain.Applications.ViewAnswerHabit(Database, Clock));
        Services.AddTransient(_ => new CountJobsByPrefecture(Database, Clock));
        Services.AddTransient(_ => new HelloWork.Domain.Jobs.Profiles.ViewPublishedProfile(Database));
        Services.AddTransient(_ => new CountPublicJobs(Database, Clock));
        Services.AddTransient(_ => new HelloWork.Domain.Seekers.Saved.MarkSavedJobs(Database));
        Services.AddTransient(_ => new FindSimilarJobs(Database, Clock));
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton(new HelloWork.Blazor.Notifications.PortalSettings { BaseAddress = "https://portal.example.jp" });
        Services.AddSingleton<HelloWork.Blazor.Jobs.Machines.JobPosting>();
        Services.AddSingleton(services => new HelloWork.Blazor.Hosting.PdfPrinter(new() { Chromium = HelloWork.Blazor.Hosting.PdfSettings.None }, services,
            Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, null!, Microsoft.Extensions.Logging.Abstractions.NullLogger<HelloWork.Blazor.Hosting.PdfPrinter>.Instance));
        Services.AddSingleton<Microsoft.AspNetCore.Components.Forms.AntiforgeryStateProvider, NoToken>();
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

    protected void SignInAsEmployer()
    {
        _authorization.SetAuthorized("employer").SetRoles(RoleNames.Employer);
        _authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, Employer.Account.ToString()), new Claim(CurrentActor.OfficeClaim, Employer.Office.ToString()));
    }
}
