using System.Text.Encodings.Web;
using System.Text.Unicode;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Controls.Guide;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Live;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelloWork.Blazor.Shell;

/// <summary>What the frame needs: static components, three languages, error pages, security headers.</summary>
public static class ShellServices
{
    public static WebApplicationBuilder AddPortalShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        // What the framework hands over to circuits, of which there are none here: it would be looked for by reflection at each request.
        foreach (var handed in services.Where(s => s.ServiceType.Name is "IPersistentServiceRegistration").ToList())
            services.Remove(handed);
        services.AddCascadingAuthenticationState();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IResponseCompressionProvider, PageCompression>();
        services.AddResponseCompression(PageCompression.Set);
        services.AddPortalControls();
        services.TryAddSingleton(TimeProvider.System);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "hw.af";
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it, and more strictly
        });
        // Written out, Japanese pages are little more than half as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<ScriptFolder>();
        services.AddScoped<LivePage>();
        services.AddSingleton<LiveGrants>();
        services.TryAddScoped<NavCountsSource>(_ => (_, _) => Task.FromResult(NavCounts.None));
        return builder;
    }

    /// <summary>The names of scripts before routing; then errors, headers, language, who it is; the pages last. Registers every page of this assembly.</summary>
    public static WebApplication UsePortalShell(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<ScriptFolder>().AnswerAsync);
        app.UseRouting();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseResponseCompression();
        // Before whoever is refused is told so in words.
        app.UseRequestLocalization(LanguageChoice.Options());
        app.UseRateLimiter();
        app.UseFinishedPages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseLanguageChoice();
        app.UseUploadLimit();
        app.UseAntiforgery();
        app.UseTokenRefusal();
        app.MapStaticAssets();
        app.MapRazorComponents<App>();
        app.MapGuideDraft();
        return app;
    }
}
