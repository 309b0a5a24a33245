using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelloWork.Tests.Live;

/// <summary>What a page hears over its connection, and what it can't get at.</summary>
public sealed partial class LiveOverHttpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PortalHost _portal = new(new Dictionary<string, string>
    {
        ["Live:ReadEvery"] = "00:00:00.050", ["Live:BeatEvery"] = "00:00:00.200", ["Live:CheckEvery"] = "00:00:00.400", ["Live:MostPerAccount"] = "2",
    });

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "MS-08")]
    public async Task AChange_IsHeardByThePageThatShowsItAndByNoOther()
    {
        var (seeker, other) = (await _portal.SignedInAsync("seeker01"), await _portal.SignedInAsync("seeker02"));
        using var mine = await ListenAsync(seeker, "/seeker/requests");
        using var others = await ListenAsync(other, "/seeker/requests");
        Assert.Equal("beat", await mine.HearAsync());

        await _portal.RequestAsync();

        Assert.Equal("changed", await mine.HearOtherThanBeatsAsync());
        Assert.All([await others.HearAsync(), await others.HearAsync(), await others.HearAsync()], heard => Assert.Equal("beat", heard));
    }

    [Fact, Trait("Rule", "MS-08")]
    public async Task AChangeBetweenRenderingAndConnecting_IsHeardAtOnce()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var token = TokenOf(await seeker.GetStringAsync("/seeker/requests"));
        await _portal.RequestAsync();

        using var connection = await Connection.OpenAsync(seeker, token);

        Assert.Equal("changed", await connection.HearOtherThanBeatsAsync());
    }

    [Fact, Trait("Rule", "MS-08")]
    public async Task ADeadline_IsHeardWithoutAnybodysDoing()
    {
        var request = await _portal.RequestAsync();
        _portal.Clock.SetJapan(2026, 3, 29, 23, 50);
        var seeker = await _portal.SignedInAsync("seeker01");
        // The first opening marks it read, which is a change too.
        await seeker.GetStringAsync($"/seeker/requests/{request}");
        using var late = await ListenAsync(seeker, $"/seeker/requests/{request}");
        Assert.Equal("beat", await late.HearAsync());
        _portal.Clock.SetJapan(2026, 3, 30);

        Assert.Equal("changed", await late.HearOtherThanBeatsAsync());
    }

    [Fact]
    public async Task NobodySignedIn_SomebodyElsesToken_AndNoToken_AreRefused()
    {
        var (seeker, other) = (await _portal.SignedInAsync("seeker01"), await _portal.SignedInAsync("seeker02"));
        var token = TokenOf(await seeker.GetStringAsync("/seeker/requests"));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(_portal.Visitor(), token));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(other, token));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(seeker, token[..^2] + "AA"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(seeker, ""));
    }

    [Fact]
    public async Task OneAccount_HasOnlySoManyPagesConnected_AndAClosedOneMakesRoom()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var token = TokenOf(await seeker.GetStringAsync("/seeker"));
        using var first = await Connection.OpenAsync(seeker, token);
        var second = await Connection.OpenAsync(seeker, token);
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(seeker, token));

        second.Dispose();

        var patience = Stopwatch.StartNew();
        while (await AskAsync(seeker, token) is var status && status != HttpStatusCode.OK)
            Assert.True(patience.Elapsed < Patience, $"Still {status}.");
    }

    [Fact, Trait("Rule", "MS-08")]
    public async Task ADisabledAccount_HearsThatItsSignInEnded()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        using var connection = await ListenAsync(seeker, "/seeker");
        Assert.Equal("beat", await connection.HearAsync());

        await _portal.Services.GetRequiredService<DisableAccount>().RunAsync(new("seeker01"), default);

        Assert.Equal("ended", await connection.HearOtherThanBeatsAsync());
        Assert.Null(await connection.HearAsync());
    }

    [Fact]
    public async Task AConnectionAndAPageFetchedInTheBackground_KeepNoSessionAlive()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var token = TokenOf(await seeker.GetStringAsync("/seeker"));
        _portal.Clock.Advance(TimeSpan.FromMinutes(20));

        using var inBackground = new HttpRequestMessage(HttpMethod.Get, "/seeker") { Headers = { { LiveRequests.Header, "1" } } };
        var fetched = await seeker.SendAsync(inBackground);
        using var connection = await Connection.OpenAsync(seeker, token);

        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
        Assert.False(fetched.Headers.Contains("Set-Cookie"));
        Assert.False(connection.Answer.Headers.Contains("Set-Cookie"));
        Assert.True((await seeker.GetAsync("/seeker")).Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task AnIdleSession_EndsTheConnectionWithIt()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        using var connection = await ListenAsync(seeker, "/seeker");
        Assert.Equal("beat", await connection.HearAsync());

        _portal.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal("ended", await connection.HearOtherThanBeatsAsync());
    }

    [Fact]
    public async Task ThePage_NamesNothingItListensTo()
    {
        var seeker = await _portal.SignedInAsync("seeker01");

        var page = await seeker.GetStringAsync("/seeker");

        Assert.DoesNotContain((await _portal.SeekerAsync()).Account.ToString("N"), page.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("data-live-token", await _portal.Visitor().GetStringAsync("/account/login"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenConnections_DontHoldUpTheStop()
    {
        using var connection = await ListenAsync(await _portal.SignedInAsync("seeker01"), "/seeker");
        Assert.Equal("beat", await connection.HearAsync());
        var watch = Stopwatch.StartNew();

        await _portal.Services.GetRequiredService<IHost>().StopAsync();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    private static async Task<Connection> ListenAsync(HttpClient visitor, string page) =>
        await Connection.OpenAsync(visitor, TokenOf(await visitor.GetStringAsync(page)));

    private static string TokenOf(string page) => Token().Match(page) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("The page listens to nothing.");

    private static async Task<HttpStatusCode> AskAsync(HttpClient visitor, string token)
    {
        using var answer = await visitor.GetAsync($"{LiveRequests.Path}?t={token}", HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    [GeneratedRegex("data-live-token=\"([^\"]+)\"")] private static partial Regex Token();

    private sealed class Connection(HttpResponseMessage answer, StreamReader lines) : IDisposable
    {
        public HttpResponseMessage Answer => answer;

        public static async Task<Connection> OpenAsync(HttpClient visitor, string token)
        {
            var answer = await visitor.GetAsync($"{LiveRequests.Path}?t={token}", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            return new Connection(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        }

        /// <summary>The next event; null at the end.</summary>
        public async Task<string?> HearAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await lines.ReadLineAsync(patience.Token) is { } line)
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    return line["event: ".Length..];
            return null;
        }

        public async Task<string?> HearOtherThanBeatsAsync()
        {
            while (await HearAsync() is { } heard)
                if (heard != "beat")
                    return heard;
            return null;
        }

        public void Dispose()
        {
            lines.Dispose();
            answer.Dispose();
        }
    }
}
