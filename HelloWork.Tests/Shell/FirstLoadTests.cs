using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Shell;

/// <summary>What a first visit has to load. How many bytes that is, and how long it takes: the benchmark «budgets».</summary>
public sealed partial class FirstLoadTests : IDisposable
{
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task PublicPages_LoadThePortalsOwnFilesAlone_AndNoComponentLibrarys()
    {
        using var visitor = _portal.Visitor();
        foreach (var address in (string[])["/", "/jobs", "/jobs/map", "/jobs/wages", "/guide", "/guide/requests", "/account/login", "/account/register", "/provision/register", "/nowhere"])
        {
            var page = await (await visitor.GetAsync(address)).Content.ReadAsStringAsync();
            var files = Loaded().Matches(page).Select(m => Fingerprint().Replace(m.Groups[1].Value, "")).ToList();

            Assert.Equal(["HelloWork.Blazor.styles.css", "_framework/blazor.web.js", "js/site.js", "logo.svg", "noscript.css", "site.css", "tokens.css"], files.Where(f => !f.StartsWith("/pictures/", StringComparison.Ordinal) && f != "/feeds/jobs.atom").Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task ScriptModules_AreKeptUnderTheirFoldersName_AndUnderTheirPlainOneAskedAboutEachTime()
    {
        using var visitor = _portal.Visitor();
        var site = Loaded().Matches(await visitor.GetStringAsync("/jobs")).Select(m => m.Groups[1].Value).Single(f => f.EndsWith("/site.js", StringComparison.Ordinal));
        var modules = await visitor.GetStringAsync(site);

        foreach (var module in Imported().Matches(modules).Select(m => m.Groups[1].Value).Append("site.js"))
        {
            var kept = await visitor.GetAsync(new Uri(new Uri(visitor.BaseAddress!, site), module));
            Assert.Equal(TimeSpan.FromDays(365), kept.Headers.CacheControl?.MaxAge);
            Assert.Contains("immutable", $"{kept.Headers.CacheControl}", StringComparison.Ordinal);
            var plain = await visitor.GetAsync($"/js/{module}");
            Assert.True(plain.Headers.CacheControl?.NoCache);
            Assert.Equal(await plain.Content.ReadAsStringAsync(), await kept.Content.ReadAsStringAsync());
        }
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(site.Replace("site.js", "nowhere.js", StringComparison.Ordinal))).StatusCode);
        var former = await visitor.GetAsync("/js/0123456789/site.js");
        Assert.Equal(modules, await former.Content.ReadAsStringAsync());
        Assert.True(former.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task APageLeavesCompressed_ForWhoeverIsntSignedIn_AndNeverForWhoeverIs()
    {
        using var visitor = _portal.Visitor();
        using var seeker = await _portal.SignedInAsync("seeker01");

        foreach (var (language, title) in new[] { ("ja", "求人検索"), ("en", "Job search") })
        {
            using var request = Asking("/jobs");
            request.Headers.Add("Cookie", $"hw.lang={language}");
            var answer = await visitor.SendAsync(request);
            Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            await using var page = new System.IO.Compression.BrotliStream(await answer.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
            Assert.Contains($"{title}", await new StreamReader(page).ReadToEndAsync(), StringComparison.Ordinal);
        }
        Assert.Empty((await seeker.SendAsync(Asking("/jobs"))).Content.Headers.ContentEncoding);
        Assert.Empty((await seeker.SendAsync(Asking("/seeker"))).Content.Headers.ContentEncoding);
        var lost = await visitor.SendAsync(Asking("/nowhere"));
        Assert.Equal((HttpStatusCode.NotFound, "br"), (lost.StatusCode, Assert.Single(lost.Content.Headers.ContentEncoding)));
    }

    private static HttpRequestMessage Asking(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");
        return request;
    }

    [GeneratedRegex(@"from '\./([a-z]+\.js)'")] private static partial Regex Imported();

    [GeneratedRegex("""<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]+)""")] private static partial Regex Loaded();

    [GeneratedRegex(@"(?<=\.)[a-z0-9]{10}\.|(?<=/)[a-z0-9]{10}/")] private static partial Regex Fingerprint();
}
