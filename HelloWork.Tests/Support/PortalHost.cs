using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Domain.Data;
using HelloWork.Tests.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelloWork.Tests.Support;

/// <summary>
/// The whole portal on a port of its own, with a database of its own, the demo people and a clock that stands still: for tests that
/// click through it in a browser or ask it by HTTP. The scheduler is off; a test that needs a sweep runs it.
/// </summary>
public sealed partial class PortalHost : WebApplicationFactory<Program>
{
    /// <summary>Migrated and filled once for each size of demo data; every further portal starts with a copy.</summary>
    private static readonly ConcurrentDictionary<string, string> Filled = new();
    private static readonly Lock Filling = new();

    private readonly TestDatabase _database = TestDatabase.Unmade();
    private readonly DirectoryInfo _mails = Directory.CreateTempSubdirectory("hellowork-mails");
    private readonly IReadOnlyDictionary<string, string> _settings;
    private int? _port;

    /// <param name="port">Where another portal has <see cref="LeavesPagesOpen">left its pages open</see>; otherwise any that is free.</param>
    public PortalHost(IReadOnlyDictionary<string, string>? settings = null, int? port = null)
    {
        _settings = settings ?? new Dictionary<string, string>();
        _port = port ?? Ports.Take();
        UseKestrel();
        StartFilled(string.Join(';', _settings.Where(s => s.Key.StartsWith("Demo:", StringComparison.Ordinal)).OrderBy(s => s.Key, StringComparer.Ordinal)));
    }

    public TestClock Clock { get; } = new();

    /// <summary>Pages in browsers outlive it: another portal comes to its address.</summary>
    public bool LeavesPagesOpen { get; init; }

    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');
    public IDbContextFactory<HelloWorkDbContext> Contexts => Services.GetRequiredService<IDbContextFactory<HelloWorkDbContext>>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        // A setting, not UseKestrel(port): that one writes to the built server while the program, in its own thread, may have started it.
        builder.UseUrls($"http://127.0.0.1:{_port}");
        builder.UseSetting("Database:Provider", $"{_database.Settings.Provider}");
        builder.UseSetting("ConnectionStrings:HelloWork", _database.Settings.ConnectionString);
        builder.UseSetting("Demo:Jobs", "40");
        builder.UseSetting("Demo:Seekers", "20");
        builder.UseSetting("Scheduling:Enabled", "false");
        builder.UseSetting("Mail:Folder", _mails.FullName);
        builder.UseSetting("Pdf:Chromium", "none");
        builder.UseSetting("Pdf:CacheFolder", Path.Combine(_mails.FullName, "job-cards"));
        // As in production: browsers keep scripts and styles, and nothing is compressed anew for each of them.
        builder.UseSetting("EnableStaticAssetsDevelopmentCaching", "true");
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services => services
            .Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000)
            .ConfigureDbContext<SqliteHelloWorkDbContext>(options => options.AddInterceptors(SqlServerTwin.Instance), ServiceLifetime.Singleton)
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    /// <summary>A visitor with cookies of their own; redirects aren't followed.</summary>
    /// <param name="cookies">Where to keep them.</param>
    public HttpClient Visitor(CookieContainer? cookies = null) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() })
    {
        BaseAddress = ClientOptions.BaseAddress,
    };

    /// <summary>A visitor who has signed in by the form.</summary>
    public async Task<HttpClient> SignedInAsync(string userId, string password = "Demo-Pass-2026!", CookieContainer? cookies = null)
    {
        var visitor = Visitor(cookies);
        var answer = await PostFormAsync(visitor, "/account/login", "login", ("Input.UserId", userId), ("Input.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>Opens the page, takes the form's token from it and posts it, as a browser without JavaScript would.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient visitor, string path, string form, params (string Name, string Value)[] fields)
    {
        var token = TokenIn(await visitor.GetStringAsync(path));
        return await visitor.PostAsync(path, new FormUrlEncodedContent(
            fields.Append(("_handler", form)).Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    /// <summary>What a form of the page is posted with.</summary>
    public static string TokenIn(string page)
    {
        var token = Token().Match(page).Groups[1].Value;
        Assert.NotEqual("", token);
        return token;
    }

    private void StartFilled(string size)
    {
        if (TestDatabase.Server is not null)
        {
            StartServer();
            return;
        }
        lock (Filling)
        {
            if (!Filled.ContainsKey(size))
            {
                StartServer();
                Filled[size] = _database.KeepCopy();
                return;
            }
        }
        File.Copy(Filled[size], _database.FilePath);
        StartServer();
    }

    public override async ValueTask DisposeAsync()
    {
        await ClosePagesAsync();
        await base.DisposeAsync();
    }

    private Task ClosePagesAsync() => LeavesPagesOpen ? Task.CompletedTask : Browser.FreeAsync(Address);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Task.Run(ClosePagesAsync).GetAwaiter().GetResult();
        base.Dispose(disposing);
        if (!disposing)
            return;
        _mails.Refresh();
        if (_mails.Exists)
            _mails.Delete(recursive: true);
        Task.Run(async () => await _database.DisposeAsync()).GetAwaiter().GetResult();
        if (!LeavesPagesOpen && _port is { } port)
            Ports.GiveBack(port);
        _port = null;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
}
