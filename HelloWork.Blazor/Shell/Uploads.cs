using Microsoft.AspNetCore.Http.Features;

namespace HelloWork.Blazor.Shell;

/// <summary>How much may be sent, and what becomes of more: it is said on a page, never by a broken connection.</summary>
internal static class Uploads
{
    /// <summary>For forms with files. Far more than their files may have, so that the form itself says which one is too large and keeps what was typed.</summary>
    public const long MostBytes = 100 * 1000 * 1000;

    /// <summary>Browsers look at an answer once they could send all; more than this nobody waits for.</summary>
    private const long MostPassedOver = 1_000_000_000;

    /// <summary>Before anything reads the form.</summary>
    internal static IApplicationBuilder UseUploadLimit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.ContentLength is not { } length
            || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } most } limit || length <= most)
        {
            await next(context);
            return;
        }
        if (length <= MostPassedOver)
        {
            limit.MaxRequestBodySize = length;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });
}
