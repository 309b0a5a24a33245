using System.Security.Cryptography;

namespace HelloWork.Blazor.Shell;

/// <summary>
/// The folder of the script modules, under a name made of what they hold: modules name each other plainly, and a browser would ask about each of
/// twenty for each page; under this name it keeps them all until one changes.
/// </summary>
public sealed class ScriptFolder
{
    private const string Plain = "/js";
    private readonly PathString _kept;

    public ScriptFolder(IWebHostEnvironment environment, IConfiguration configuration)
    {
        // Who writes scripts gets them anew each time; the setting is the framework's own.
        if (!environment.IsDevelopment() || configuration.GetValue<bool>("EnableStaticAssetsDevelopmentCaching"))
            _kept = $"{Plain}/{Digest(environment)}";
    }

    /// <summary>Where the module that begins all others is, under the page's base.</summary>
    public string Site => $"{(_kept.HasValue ? _kept.Value : Plain)[1..]}/site.js";

    /// <summary>Before routing: what is asked for under the kept name is the plain file.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (_kept.HasValue && context.Request.Path.StartsWithSegments(_kept, out var file))
        {
            context.Request.Path = new PathString(Plain).Add(file);
            context.Response.OnStarting(Keep, context.Response);
        }
        return next(context);
    }

    private static Task Keep(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
            response.Headers.CacheControl = "max-age=31536000, immutable";
        return Task.CompletedTask;
    }

    private static string Digest(IWebHostEnvironment environment)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in environment.WebRootFileProvider.GetDirectoryContents(Plain).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            using var content = new MemoryStream();
            using (var read = file.CreateReadStream())
                read.CopyTo(content);
            digest.AppendData(content.ToArray());
        }
        return Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, 5));
    }
}
