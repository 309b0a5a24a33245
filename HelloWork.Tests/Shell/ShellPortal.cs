using System.Security.Claims;
using System.Text.Encodings.Web;
using HelloWork.Blazor.Shell;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelloWork.Tests.Shell;

/// <summary>The frame alone on a port of its own: no database, and whoever the request says is signed in ("role:name").</summary>
public sealed class ShellPortal : IAsyncLifetime
{
    public const string WhoHeader = "X-Signed-In-As";

    private WebApplication? app;
    private int? port;

    public string Address { get; private set; } = "";

    public HttpClient Client { get; private set; } = new();

    public Task InitializeAsync() => StartAsync("Development");

    public async Task StartAsync(string environment, NavCountsSource? counts = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(App).Assembly.GetName().Name,
            ContentRootPath = Sources.Folder("HelloWork.Blazor"),
            EnvironmentName = environment,
        });
        port ??= Ports.Take();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.AddPortalShell();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("Test", null);
        builder.Services.AddScoped(_ => counts ?? ((_, _) => Task.FromResult(NavCounts.None)));
        app = builder.Build();
        app.UsePortalShell();
        app.MapGet("/test/throws", string () => throw new InvalidOperationException("a secret of the inside"));
        app.MapMethods("/test/status/{code:int}", ["GET", "POST"], (int code) => Results.StatusCode(code));
        app.MapPost("/account/logout", () => Results.Redirect("/dev/controls")).DisableAntiforgery();
        await app.StartAsync();
        Address = app.Urls.First();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
    }

    public async Task<(HttpResponseMessage Answer, string Html)> GetAsync(string address, string? who = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (who is not null) request.Headers.Add(WhoHeader, Uri.EscapeDataString(who));
        var answer = await Client.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
        if (port is { } taken) Ports.GiveBack(taken);
    }

    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var who = Uri.UnescapeDataString(Request.Headers[WhoHeader].ToString()).Split(':');
            if (who.Length != 2) return Task.FromResult(AuthenticateResult.NoResult());

            var identity = new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, who[1]), new(ClaimTypes.Role, who[0]), new("display_name", who[1])], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
