namespace HelloWork.Blazor.Live;

/// <summary>Requests an open page makes by itself. Nobody pressed anything: they keep no session alive and count as nobody's act.</summary>
public static class LiveRequests
{
    public const string Path = "/live";

    /// <summary>Sent by js/live.js when it fetches the page anew.</summary>
    public const string Header = "X-Live";

    public static bool IsLive(this HttpContext? http) =>
        http is not null && (http.Request.Headers.ContainsKey(Header) || http.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase));
}
