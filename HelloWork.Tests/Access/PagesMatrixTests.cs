using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Messaging;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Access;

/// <summary>
/// Who may open what: each address of the portal has a row in pages.matrix. A new one without a row fails here; each is asked for by everybody, and answers
/// somebody else's role with 403, a visitor with the sign-in, and somebody else's record with 404.
/// </summary>
public sealed partial class PagesMatrixTests(PagesMatrixTests.Portal fixture) : IClassFixture<PagesMatrixTests.Portal>
{
    /// <param name="Names">What the address names: null somebody's record, «open» one that is nobody's own, «word» none.</param>
    private sealed record Row(string Method, string Address, string[] Roles, string? Names)
    {
        public bool ForAll => Roles is ["all"];

        /// <summary>Between password and second step; everybody else is led to the sign-in.</summary>
        public bool ForHalf => Roles is ["half"];

        /// <summary>Only with a token that a page was given for its own account.</summary>
        public bool Sealed => Roles is ["sealed"];

        public bool Allows(string? role) => ForAll || (role is not null && (Roles is ["signed-in"] || Roles.Contains(role)));
    }

    private static IReadOnlyList<Row> Matrix { get; } = [.. MatrixFile.Read("pages.matrix")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(words => new Row(words[0], words[1], words[2].Split(','), words.ElementAtOrDefault(3)))];

    [Fact]
    public void EveryAddress_HasExactlyOneRow() =>
        MatrixFile.AssertSame(Matrix.Select(r => $"{r.Method} {r.Address}"), Addresses());

    [Theory]
    [InlineData(null), InlineData(RoleNames.Seeker), InlineData(RoleNames.Employer), InlineData(RoleNames.Provider), InlineData(RoleNames.Counselor), InlineData(RoleNames.BureauOfficer)]
    public async Task EachAddress_AnswersARole_AsItsRowSays(string? role)
    {
        var visitor = await fixture.AsAsync(role, foreign: false);
        var offences = new List<string>();
        // What /status and /error answer is what they are for.
        foreach (var row in Matrix.Where(r => !r.Address.StartsWith("/status/", StringComparison.Ordinal) && r.Address != "/error" && r.Address != "/account/logout"))
        {
            using var answer = await AskAsync(visitor, row, Filled(row.Address, "nothing", Guid.NewGuid()));
            var signIn = answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/account/login", StringComparison.Ordinal);
            var refused = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || signIn;
            var right = row.ForHalf ? signIn : row.Sealed ? refused : row.Allows(role) ? !refused : role is null ? signIn || answer.StatusCode is HttpStatusCode.Unauthorized : answer.StatusCode is HttpStatusCode.Forbidden;
            if (!right)
                offences.Add($"{row.Method} {row.Address} answers {role ?? "a visitor"} with {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        Assert.True(offences.Count == 0, string.Join('\n', offences));
    }

    [Theory]
    [InlineData(RoleNames.Seeker), InlineData(RoleNames.Employer), InlineData(RoleNames.Provider), InlineData(RoleNames.Counselor), InlineData(RoleNames.BureauOfficer)]
    public async Task SomebodyElsesRecord_AndNone_AreNotFound_OnEveryAddressThatNamesOne(string role)
    {
        var visitor = await fixture.AsAsync(role, foreign: true);
        var token = Token().Match(await visitor.GetStringAsync("/account")).Groups[1].Value;
        var offences = new List<string>();
        foreach (var row in Matrix.Where(r => !r.ForAll && !r.ForHalf && r.Allows(role) && r.Names is not "word" && r.Address.Contains('{', StringComparison.Ordinal)))
            foreach (var (number, key) in (row.Names is "open" ? [Guid.NewGuid()] : fixture.Foreign).SelectMany(key => new[] { "nothing", "K-9999-9999", "T-9999-9999", "13010-99999999", fixture.ForeignAlias }.Select(number => (number, key))).DistinctBy(p => Filled(row.Address, p.number, p.key)))
            {
                var address = Filled(row.Address, number, key);
                using var answer = await AskAsync(visitor, row, address, token);
                if (answer.StatusCode is not HttpStatusCode.NotFound)
                    offences.Add($"{row.Method} {address} ({row.Address}) answers {role} with {(int)answer.StatusCode} {answer.Headers.Location}");
            }

        Assert.True(offences.Count == 0, string.Join('\n', offences));
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient visitor, Row row, string address, string? token = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(row.Method), address);
        if (row.Method == "POST")
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token ?? ""), new("block", "true"), new("Input.Message", "見本"), new("Message.Body", "見本"), new("Input.Body", "見本"), new("Input.Motivation", "見本")]);
        return visitor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Keys where the address takes a key, numbers and words elsewhere.</summary>
    private static string Filled(string address, string number, Guid key) =>
        Parameter().Replace(address, m => m.Value.Contains("guid", StringComparison.Ordinal) || m.Groups[1].Value is "id" or "Id" or "provider" ? key.ToString() : number);

    private IEnumerable<string> Addresses() => fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !e.RoutePattern.RawText!.TrimStart('/').StartsWith("_framework", StringComparison.Ordinal) && !e.RoutePattern.RawText.Contains("{**", StringComparison.Ordinal))
        .Select(e => $"{(e.Metadata.GetMetadata<IHttpMethodMetadata>() is { } m && !m.HttpMethods.Contains("GET") ? m.HttpMethods[0] : "GET")} /{e.RoutePattern.RawText!.TrimStart('/')}").Distinct();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
    [GeneratedRegex(@"\{(\w+)[^}]*\}")] private static partial Regex Parameter();

    /// <summary>A portal in which seeker01 was asked by employer01, applied, and was written to by provider01; the foreign ones have no part in it.</summary>
    public sealed class Portal : IAsyncLifetime
    {
        private readonly Dictionary<string, HttpClient> _visitors = [];

        public Portal() : this([]) { }

        /// <param name="demo">How much demo data.</param>
        internal Portal(Dictionary<string, string> demo) =>
            // Some file: nothing of these tests comes so far as to be printed.
            Host = new(new Dictionary<string, string>(demo) { ["Pdf:Chromium"] = typeof(Portal).Assembly.Location });

        public PortalHost Host { get; }
        public IReadOnlyList<Guid> Foreign { get; private set; } = [];
        internal PortalRecords Records => _own!;
        private PortalRecords? _own;
        public string ForeignAlias { get; private set; } = "";

        public async Task InitializeAsync()
        {
            var records = await PortalRecords.MakeAsync(Host);
            Foreign = [records.Request.Value, records.Application.Value, records.Interview.Value, records.Conversation.Value, records.Provider.Value, Guid.NewGuid()];
            ForeignAlias = records.Alias.Value;
            _own = records;
        }

        /// <summary>The pages a role may open and nobody else of a lesser right, filled with what the people 01 have; of a visitor all that are open to all.</summary>
        public IEnumerable<string> PagesOf(string? role) => AddressesOf(role).Select(a => a.Address);

        /// <summary>The same, each with its row's address.</summary>
        public IEnumerable<(string Address, string Row)> AddressesOf(string? role) => Matrix
            .Where(r => r.Method == "GET" && (role is null ? r.ForAll : !r.ForAll && !r.ForHalf && r.Allows(role)) && !r.Address.StartsWith("/status/", StringComparison.Ordinal) && !r.Address.Contains('.', StringComparison.Ordinal))
            .Select(r => (Filled(r.Address, NumberFor(r.Address), KeyFor(r.Address)), r.Address));

        private Guid KeyFor(string address) => address.Contains("request", StringComparison.Ordinal) ? _own!.Request.Value
            : address.Contains("application", StringComparison.Ordinal) ? _own!.Application.Value
            : address.Contains("messages", StringComparison.Ordinal) ? _own!.Conversation.Value : _own!.Provider.Value;

        private string NumberFor(string address) => address.StartsWith("/provider/", StringComparison.Ordinal) ? _own!.Alias.Value
            : address.Contains("seekers", StringComparison.Ordinal) ? _own!.Seeker : address.Contains("offices", StringComparison.Ordinal) ? "13010" : _own!.Job;

        public async Task DisposeAsync() => await Host.DisposeAsync();

        /// <summary>The cookies of the people 01, for a browser.</summary>
        public async Task<IEnumerable<Microsoft.Playwright.Cookie>> CookiesOfAsync(string role)
        {
            var cookies = new CookieContainer();
            await Host.SignedInAsync(UserOf(role, foreign: false), cookies: cookies);
            return cookies.GetAllCookies().Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = Host.Address });
        }

        public async Task<HttpClient> AsAsync(string? role, bool foreign)
        {
            var user = UserOf(role, foreign);
            if (!_visitors.TryGetValue(user, out var visitor))
                _visitors[user] = visitor = user.Length == 0 ? Host.Visitor() : await Host.SignedInAsync(user);
            return visitor;
        }

        private static string UserOf(string? role, bool foreign) => role switch
        {
            RoleNames.Seeker => foreign ? "seeker02" : "seeker01",
            RoleNames.Employer => foreign ? "employer02" : "employer01",
            RoleNames.Provider => foreign ? "provider02" : "provider01",
            RoleNames.Counselor => "counselor01",
            RoleNames.BureauOfficer => "bureau01",
            _ => "",
        };
    }
}
