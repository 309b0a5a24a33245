using System.Diagnostics;
using System.Net;

namespace HelloWork.Benchmarks;

/// <summary>The built or published portal, started for a benchmark: as in production, without scheduled tasks and without the measure of each visitor.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private const int Port = 5079;

    private PortalProcess(Process process) => Process = process;

    public static Uri Address { get; } = new($"http://127.0.0.1:{Port}");

    public Process Process { get; }

    /// <param name="portal">HelloWork.Blazor.dll</param>
    public static PortalProcess Start(string portal, string database) => new(Run(portal, database, ["--urls", $"{Address}"]));

    /// <summary>Runs one of the portal's commands to its end.</summary>
    public static async Task CommandAsync(string portal, string database, params string[] command)
    {
        using var process = Run(portal, database, command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"«{string.Join(' ', command)}» ended with {process.ExitCode}.");
    }

    public async Task ReadyAsync(HttpClient client)
    {
        while (true)
        {
            if (Process.HasExited)
                throw new InvalidOperationException($"The portal ended with {Process.ExitCode}.");
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.StatusCode is HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
            }
            await Task.Delay(250);
        }
    }

    private static Process Run(string portal, string database, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [portal, .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in new[]
        {
            ("ConnectionStrings__HelloWork", $"Data Source={Path.GetFullPath(database)}"), ("ASPNETCORE_ENVIRONMENT", "Production"), ("Search__PerSecond", "0"), ("Scheduling__Enabled", "false"),
            ("Logging__LogLevel__Default", "Warning"),
            // As published: what is only built looks for a file beside each answer.
            ("ReloadStaticAssetsAtRuntime", "false"),
        })
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
            Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }
}
