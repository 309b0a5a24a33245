using System.Security.Cryptography.X509Certificates;
using System.Threading.RateLimiting;
using HelloWork.Blazor.Commands.Demo;
using HelloWork.Blazor.Live;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace HelloWork.Blazor.Accounts;

public static class AccountsSetup
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Sign-in by user ID with a cookie: ASP.NET Core Identity on the portal's context. Passwords and locks are the domain's (Identity counts by the machine's clock).</summary>
    public static WebApplicationBuilder AddPortalAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Account>()
            .AddUserStore<UserOnlyStore<Account, HelloWorkDbContext, Guid>>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PortalPrincipalFactory>();
        // OWASP's figure for PBKDF2-HMAC-SHA-512; Identity's own is 100,000.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);

        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, o => ConfigureCookie(o, builder.Environment.IsDevelopment()));
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddScoped<WaitingCounts>();
        builder.Services.AddScoped<NavCountsSource>(services => services.GetRequiredService<WaitingCounts>().ReadAsync);
        builder.Services.AddSingleton<PasswordGate>();
        builder.Services.AddScoped<SignIn>();
        builder.Services.AddExceptionHandler<NotAllowedHandler>();

        if (builder.Environment.IsDevelopment())
            builder.Services.AddScoped<DemoPeople>();
        AddKeyRing(builder);
        AddThrottle(builder);
        return builder;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options, bool development)
    {
        options.Cookie.Name = development ? "hellowork" : "__Host-hellowork";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/login";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnSigningIn = SessionCheck.StampAsync;
        options.Events.OnValidatePrincipal = SessionCheck.RunAsync;
        options.Events.OnCheckSlidingExpiration = context =>
        {
            // An open page isn't a person at work.
            context.ShouldRenew &= !context.HttpContext.IsLive();
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static void AddKeyRing(WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("hellowork");
        if (builder.Configuration["KeyRing:CertificatePath"] is { Length: > 0 } path)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, builder.Configuration["KeyRing:CertificatePassword"]));
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = ring);
    }

    private static void AddThrottle(WebApplicationBuilder builder)
    {
        var perMinute = builder.Configuration.GetValue("Accounts:SignInsPerMinute", 60);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/account/login")
                    ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = perMinute,
                        Window = TimeSpan.FromMinutes(1),
                    })
                    : RateLimitPartition.GetNoLimiter(""));
        });
    }
}
