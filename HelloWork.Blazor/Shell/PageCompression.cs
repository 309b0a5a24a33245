using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace HelloWork.Blazor.Shell;

/// <summary>
/// Pages that everybody gets alike leave compressed. A page of somebody who is signed in doesn't, nor the answer to what was typed: the length of a compressed page that repeats
/// a stranger's words beside a secret tells of the secret (BREACH). Scripts and styles were compressed when the portal was published.
/// </summary>
internal sealed class PageCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.User.Identity is not { IsAuthenticated: true } && base.ShouldCompressResponse(context);

    internal static void Set(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/html"];
    }
}
