using System.Security.Cryptography.X509Certificates;
using System.Threading.RateLimiting;
using HelloWork.Blazor.Commands.Demo;
using HelloWork.Blazor.Jobs;
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
            .AddCookie(IdentityConstants.ApplicationScheme, o => ConfigureCookie(o, builder.Environment.IsDevelopment()))
            .AddCookie(HalfSignIn.Scheme, o => ConfigureHalf(o, builder.Environment.IsDevelopment()));
        // Where Identity keeps a passkey's challenge between the browser's two steps.
        builder.Services.AddAuthentication().AddCookie(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            ConfigureHalf(o, builder.Environment.IsDevelopment());
            o.Cookie.Name += "-passkey";
        });
        builder.Services.Configure<IdentityPasskeyOptions>(o =>
        {
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            // Elsewhere the request's own host, which a proxy may set, must not decide it.
            if (!builder.Environment.IsDevelopment() && Uri.TryCreate(builder.Configuration["Portal:BaseAddress"], UriKind.Absolute, out var portal))
                o.ServerDomain = portal.Host;
        });
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<IPersonalDataProtector, SecretProtector>();
        builder.Services.AddSingleton(StaffSettings.Read(builder.Configuration, builder.Environment.IsDevelopment()));
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddScoped<WaitingCounts>();
        builder.Services.AddScoped<NavCountsSource>(services => services.GetRequiredService<WaitingCounts>().ReadAsync);
        builder.Services.AddSingleton<PasswordGate>();
        builder.Services.AddScoped<HalfSignIn>();
        builder.Services.AddScoped<SignIn>();
        builder.Services.AddScoped<KeyEntryDoors>();
        builder.Services.AddScoped<AccountHome>();
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
        options.ExpireTimeSpan = SessionCheck.Idle;
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

    private static void ConfigureHalf(CookieAuthenticationOptions options, bool development)
    {
        options.Cookie.Name = development ? "hellowork-half" : "__Host-hellowork-half";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        // Longer than a key lives: a dead one is answered on the page that asks for it.
        options.ExpireTimeSpan = AuthenticationKey.Lifetime * 2;
        options.SlidingExpiration = false;
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
        var searches = builder.Configuration.GetValue("Search:PerSecond", 20);
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
                    : SearchThrottle.PartitionOf(context, searches) ?? RateLimitPartition.GetNoLimiter(""));
            limiter.OnRejected = SearchThrottle.RefuseAsync;
        });
    }
}
