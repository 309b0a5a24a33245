using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace HelloWork.Benchmarks;

/// <summary>
/// Page times over HTTP of a portal that runs somewhere, as a person who is signed in gets them: the whole answer, from the request to its last
/// byte. Fill it first: <c>demo --jobs 0 --seekers 0 --desk 100000 --audit 1000000</c>.
/// </summary>
internal static partial class PageBenchmark
{
    private const int Runs = 15;

    private static readonly (string User, string[] Pages)[] Walks =
    [
        ("counselor01",
        [
            "/desk", "/desk?page=1000", "/desk?who=me&due=today", "/desk?kind=jobs&state=new", "/desk?q=%E8%A6%8B%E6%9C%AC", "/desk/jobs", "/desk/jobs?page=500", "/desk/inquiries", "/desk/referrals",
            "/desk/complaints",
        ]),
        ("bureau01", ["/bureau", "/bureau/violations", "/bureau/audit", "/bureau/audit?act=SendGuidance", "/bureau/audit?who=counselor01", "/bureau/audit?who=counselor01&act=SendGuidance", "/bureau/audit?act=SendGuidance&type=JobOffer"]),
    ];

    /// <param name="address">Of the portal, for instance http://localhost:5080.</param>
    public static async Task RunAsync(string address, string password)
    {
        Console.WriteLine($"{address}, {Environment.ProcessorCount} cores, median of {Runs}");
        foreach (var (user, pages) in Walks)
        {
            using var person = await SignInAsync(address, user, password);
            foreach (var page in pages)
                await MeasureAsync(person, page);
        }
    }

    private static async Task<HttpClient> SignInAsync(string address, string user, string password)
    {
        var person = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
        var fields = Hidden().Matches(await person.GetStringAsync("/account/login")).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => WebUtility.HtmlDecode(m.Groups[1].Value), m => WebUtility.HtmlDecode(m.Groups[2].Value));
        (fields["Input.UserId"], fields["Input.Password"]) = (user, password);
        fields["_handler"] = "login";
        var answer = await person.PostAsync("/account/login", new FormUrlEncodedContent(fields));
        return answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/account", StringComparison.Ordinal) ? throw new InvalidOperationException($"{user} couldn't sign in.") : person;
    }

    private static async Task MeasureAsync(HttpClient person, string page)
    {
        var times = new List<double>();
        var length = 0;
        for (var i = 0; i <= Runs; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await person.GetAsync(page);
            length = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            // The first one fills the caches.
            if (i > 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"{page,-56}{times[Runs / 2],8:0} ms   worst {times[^1],6:0} ms   {length / 1024,5:#,0} kB");
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"[^>]*>""")] private static partial Regex Hidden();
}
