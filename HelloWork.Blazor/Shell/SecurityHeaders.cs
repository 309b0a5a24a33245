namespace HelloWork.Blazor.Shell;

/// <summary>Headers that every answer carries. Nothing inline is allowed: no inline script, no style attribute.</summary>
internal static class SecurityHeaders
{
    // base-uri can't be 'none': Blazor needs <base href="/">.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<Sandboxed>() is null ? Policy : Sandboxed.Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (context.User.Identity is { IsAuthenticated: true }
                && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}

/// <summary>Marks an address that hands out what strangers sent: should a browser show it after all, it can do nothing.</summary>
public sealed class Sandboxed
{
    internal const string Policy = "default-src 'none'; frame-ancestors 'none'; sandbox";
}
