using HelloWork.Blazor.Languages;
using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HelloWork.Blazor.Hosting;

/// <summary>The section «Pdf» of the settings.</summary>
public sealed class PdfSettings
{
    /// <summary>Says that no PDF is to be made.</summary>
    public const string None = "none";

    /// <summary>Path of Chromium; empty: one that is found among the system's programs, if any; «none»: pages are offered for printing instead.</summary>
    public string Chromium { get; set; } = "";
    /// <summary>More of its arguments, for instance <c>--no-sandbox</c> where a container is the sandbox.</summary>
    public string Arguments { get; set; } = "";
    /// <summary>Where the PDFs of job cards are kept.</summary>
    public string CacheFolder { get; set; } = "";
    public int CacheMegabytes { get; set; } = 200;
}

/// <summary>
/// A component as an A4 PDF, made by a Chromium of our own that opens no address: it gets one file with its styles in it, whose policy
/// lets nothing be loaded or run, and a folder of its own. One at a time, since each takes a core for a second.
/// </summary>
public sealed class PdfPrinter(PdfSettings settings, IServiceProvider services, ILoggerFactory logs, IWebHostEnvironment environment, ILogger<PdfPrinter> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string? _chromium = settings.Chromium switch { "" => Found(), PdfSettings.None => null, var path => File.Exists(path) ? path : null };
    private volatile bool _useless;
    private volatile bool _made;

    public bool Available => _chromium is not null && !_useless;

    /// <param name="styles">Files of wwwroot, in their order.</param>
    /// <returns>Null: there is no Chromium, or it failed; the log says why.</returns>
    public async Task<byte[]?> PrintAsync<TComponent>(string title, IReadOnlyList<string> styles, Dictionary<string, object?> parameters, CancellationToken ct) where TComponent : IComponent
    {
        if (!Available)
            return null;
        var html = await DocumentAsync<TComponent>(title, styles, parameters, ct);
        await _turn.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("hellowork-pdf-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(page, html, ct);
            return await RunAsync(folder.FullName, page, ct);
        }
        finally
        {
            _turn.Release();
            Remove(folder);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<string> DocumentAsync<TComponent>(string title, IReadOnlyList<string> styles, Dictionary<string, object?> parameters, CancellationToken ct) where TComponent : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var body = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        body = Readings.ToHtml(body);
        var css = new System.Text.StringBuilder();
        foreach (var style in styles)
        {
            using var file = new StreamReader(environment.WebRootFileProvider.GetFileInfo(style).CreateReadStream());
            css.Append(await file.ReadToEndAsync(ct));
        }
        var name = System.Text.Encodings.Web.HtmlEncoder.Default.Encode(Readings.Leave(title));
        return $"""
            <!DOCTYPE html><html lang="{LanguageTags.Current.Spoken()}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{name}</title><style>{css}</style></head><body>{body}</body></html>
            """;
    }

    private async Task<byte[]?> RunAsync(string folder, string page, CancellationToken ct)
    {
        var pdf = Path.Combine(folder, "page.pdf");
        var start = new ProcessStartInfo(_chromium!) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in new[]
                 {
                     "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
                     "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-dev-shm-usage", $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}",
                 }.Concat(settings.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Append(new Uri(page).AbsoluteUri))
            start.ArgumentList.Add(argument);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var chromium = Started(start);
        if (chromium is null)
            return null;
        try
        {
            var (said, error) = (chromium.StandardOutput.ReadToEndAsync(patience.Token), chromium.StandardError.ReadToEndAsync(patience.Token));
            await chromium.WaitForExitAsync(patience.Token);
            if (chromium.ExitCode == 0 && File.Exists(pdf))
            {
                _made = true;
                return await File.ReadAllBytesAsync(pdf, ct);
            }
            log.LogError("Chromium ended with {Code} and made no PDF: {Error} {Said}", chromium.ExitCode, await error, await said);
            GiveUp();
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogError("Chromium made no PDF within {Seconds} seconds.", Patience.TotalSeconds);
            return null;
        }
        finally
        {
            if (!chromium.HasExited)
                chromium.Kill(entireProcessTree: true);
        }
    }

    private Process? Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{_chromium} didn't start.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            log.LogError(e, "{Chromium} can't be run.", _chromium);
            GiveUp();
            return null;
        }
    }

    /// <summary>
    /// One that was only found and never made a PDF won't: rather than offering what fails, offer the page. Where it is set, somebody is to see
    /// that it fails; where it worked before, it was this one time.
    /// </summary>
    private void GiveUp() => _useless = settings.Chromium.Length == 0 && !_made;

    private static string? Found() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome", "chrome.exe" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException e)
        {
            // Chromium's helpers may still be closing their files.
            log.LogWarning(e, "{Folder} couldn't be removed.", folder.FullName);
        }
    }
}
