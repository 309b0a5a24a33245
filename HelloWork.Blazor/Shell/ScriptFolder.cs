using System.Security.Cryptography;

namespace HelloWork.Blazor.Shell;

/// <summary>
/// The folder of the script modules, under a name made of what they hold: modules name each other plainly, and a browser would ask about each of
/// twenty for each page; under this name it keeps them all until one changes.
/// </summary>
public sealed class ScriptFolder
{
    private const string Plain = "/js";
    private const int NameLength = 10;
    private readonly string? _name;

    public ScriptFolder(IWebHostEnvironment environment, IConfiguration configuration)
    {
        // Who writes scripts gets them anew each time; the setting is the framework's own.
        if (!environment.IsDevelopment() || configuration.GetValue<bool>("EnableStaticAssetsDevelopmentCaching"))
            _name = Digest(environment);
    }

    /// <summary>Where the module that begins all others is, under the page's base.</summary>
    public string Site => _name is null ? "js/site.js" : $"js/{_name}/site.js";

    /// <summary>
    /// Before routing: what is asked for under a name is the plain file. Under another than ours too, but not to be kept: while nodes are being
    /// renewed pages of one ask the other, and a page that is open goes on asking by the name it came with.
    /// </summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(Plain, out var file) && file.Value!.Split('/') is ["", { Length: NameLength } name, var module])
        {
            context.Request.Path = $"{Plain}/{module}";
            if (name == _name)
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

    /// <returns>Null: the folder isn't there, and nothing is to be kept by the name of nothing.</returns>
    private static string? Digest(IWebHostEnvironment environment)
    {
        // Once published, each stands beside its compressed copies.
        var modules = environment.WebRootFileProvider.GetDirectoryContents(Plain).Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        if (modules.Count == 0)
            return null;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in modules)
        {
            using var content = new MemoryStream();
            using (var read = file.CreateReadStream())
                read.CopyTo(content);
            digest.AppendData(content.ToArray());
        }
        return Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, NameLength / 2));
    }
}
