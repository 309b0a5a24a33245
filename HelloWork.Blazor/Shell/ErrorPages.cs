using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace HelloWork.Blazor.Shell;

/// <summary>Every refusal and every fault ends in a page that says what to do next.</summary>
internal static class ErrorPages
{
    internal static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true)
        .Use((context, next) =>
        {
            // A refused POST would look for its form on the error page, and answer 400 whatever it was.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Request.Method = HttpMethods.Get;
            return next(context);
        });

    /// <summary>On an error page: the address that was asked for, to be led to again. Null: this page itself was.</summary>
    internal static string? AskedFor(this HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is { } asked ? Here(UriHelper.BuildRelative(new PathString(asked.OriginalPathBase), new PathString(asked.OriginalPath), new QueryString(asked.OriginalQueryString)))
        : http.Features.Get<IExceptionHandlerPathFeature>() is { } fault ? Here(UriHelper.BuildRelative(http.Request.PathBase, new PathString(fault.Path), http.Request.QueryString))
        : null;

    /// <summary>With one slash in front: two would lead to another site.</summary>
    internal static string Here(string pathAndQuery) => $"/{pathAndQuery.TrimStart('/')}";

    /// <summary>After antiforgery: the framework would answer a missing token with a bare English line.</summary>
    internal static IApplicationBuilder UseTokenRefusal(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } refused)
            return next(context);

        // A body that doesn't say how long it is may turn out too long only while it is read.
        context.Response.StatusCode = refused.Error?.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
