using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace HelloWork.Blazor.Jobs.Machines;

internal static class Answers
{
    /// <summary>Asked again, it says 304 as long as not a byte has changed. No time of change: what falls out of a list leaves none.</summary>
    public static IResult WithTag(HttpContext http, byte[] body, string type)
    {
        http.Response.Headers.CacheControl = "public, no-cache";
        // The words are those of the visitor's language.
        http.Response.Headers.Vary = HeaderNames.Cookie;
        return Results.Bytes(body, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\""));
    }
}
