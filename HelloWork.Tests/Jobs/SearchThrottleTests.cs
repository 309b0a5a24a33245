using System.Net;
using System.Net.Sockets;
using HelloWork.Blazor.Jobs;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace HelloWork.Tests.Jobs;

public sealed class SearchThrottleTests : IDisposable
{
    private const int PerSecond = 2;
    private readonly PortalHost _portal = new(new Dictionary<string, string> { ["Search:PerSecond"] = $"{PerSecond}" });

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task AVisitorWhoSearchesWithoutAPause_IsSlowed_AndNobodyElseIs()
    {
        using var hasty = From("127.0.0.2");
        using var calm = From("127.0.0.3");

        var searches = Enumerable.Range(0, 60).Select(_ => hasty.GetAsync("/jobs?size=10")).ToList();
        var other = await calm.GetAsync("/jobs?size=10");
        var answers = await Task.WhenAll(searches);

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        var refused = answers.Where(a => a.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(refused.Count, 20, 60 - PerSecond * 3);
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter?.Delta));
        Assert.Equal(HttpStatusCode.OK, (await hasty.GetAsync("/guide")).StatusCode);
    }

    [Fact]
    public async Task AProgramThatAsksTooFast_IsToldSoAsItReads_InItsLanguage_AndWhenToComeAgain()
    {
        using var hasty = From("127.0.0.4");
        hasty.DefaultRequestHeaders.Add("Cookie", "hw.lang=en");

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => hasty.GetAsync("/api/v1/jobs?size=10")));

        var refused = answers.Where(a => a.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal(("application/problem+json", "*"), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.GetValues("Access-Control-Allow-Origin").Single())));
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter?.Delta));
        Assert.Contains("asking too fast", await refused[0].Content.ReadAsStringAsync());
        Assert.Equal($"\"search\";q={PerSecond * 3};w=3", answers.First(a => a.IsSuccessStatusCode).Headers.GetValues("RateLimit-Policy").Single());
    }

    [Theory, InlineData("/jobs/", true), InlineData("/jobs/map/", true), InlineData("/jobs/13010-1/card.pdf/", true), InlineData("/", false), InlineData("/jobs/13010-1/", false)]
    public void ASlashAtTheEnd_ChangesNothing(string path, bool slowed)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = path } };

        Assert.Equal(slowed, SearchThrottle.PartitionOf(context, PerSecond) is not null);
    }

    [Fact]
    public async Task WhoIsTurnedAway_IsNeverLedToAnotherSite()
    {
        using var hasty = From("127.0.0.5");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hasty.GetAsync($"{_portal.Address}//evil.example/a%20b/card.pdf?x=%22")));

        var page = await answers.First(a => a.StatusCode is HttpStatusCode.TooManyRequests).Content.ReadAsStringAsync();
        Assert.Contains("href=\"/evil.example/a%20b/card.pdf?x=%22\"", page);
        Assert.DoesNotContain("\"//evil.example", page);
    }

    private HttpClient From(string address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri(_portal.Address),
    };
}
