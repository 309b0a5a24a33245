using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Jobs;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs.Paper;

/// <summary>
/// Job cards as PDF, made once for each version of a job, language and view of it (with the office's name or without), and kept as files up to a size.
/// </summary>
public sealed partial class JobCardPdfs(PdfPrinter printer, PdfSettings settings, PortalSettings portal, IStringLocalizer<PaperText> text, IStringLocalizer<JobsText> jobsText, ILogger<JobCardPdfs> log) : IDisposable
{
    /// <summary>Who would wait longer than this gets the page to print.</summary>
    private const int MostWaiting = 8;

    /// <summary>What else a card hangs on: the program that lays it out, and the address that stands on it.</summary>
    private readonly string _edition = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(JobCardSheet).Module.ModuleVersionId} {portal.BaseAddress}")))[..8];
    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;

    /// <returns>Path of the file; null: there is no Chromium, it failed, its folder can't be written, or too many are waiting.</returns>
    public async Task<string?> FileAsync(JobView job, CancellationToken ct)
    {
        var file = Path.Combine(settings.CacheFolder, $"{Tag(job)}.pdf");
        if (File.Exists(file))
            return file;
        if (!printer.Available)
            return null;
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
                return null;
            await _turn.WaitAsync(ct);
            try
            {
                return File.Exists(file) || await MakeAsync(job, file, ct) ? file : null;
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk or a folder of somebody else: the page to print is there all the same.
            log.LogError(e, "The job card of {Number} couldn't be kept in {Folder} (Pdf:CacheFolder).", job.Number, settings.CacheFolder);
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Names one content: another version, another tag; and another database's job of the same number and version, which changed at another moment.</summary>
    public string Tag(JobView job) =>
        FormattableString.Invariant($"{job.Number}-{job.Summary.Version}-{job.Summary.ChangedAt.Ticks:x}-{LanguageTags.Current.Tag()}-{(job.Summary.OfficeNameShown ? "named" : "bare")}-{_edition}");

    public void Dispose() => _turn.Dispose();

    /// <summary>How many pages a PDF of Chromium has: it writes its pages in the open.</summary>
    public static int PagesOf(byte[] pdf) => Page().Count(Encoding.Latin1.GetString(pdf));

    private async Task<bool> MakeAsync(JobView job, string file, CancellationToken ct)
    {
        // First: Chromium needn't work for what can't be kept.
        Directory.CreateDirectory(settings.CacheFolder);
        byte[]? pdf = null;
        // The estimate is right nearly always; where it isn't, the next smaller size.
        for (var size = JobCardFit.SizeFor(JobCardFit.BlocksOf(job, jobsText)); size <= JobCardFit.Smallest; size++)
        {
            pdf = await printer.PrintAsync<JobCardSheet>(text["Page.DocumentTitle", job.Card.Work.Title, job.Number], ["tokens.css", "jobcard.css"],
                new() { [nameof(JobCardSheet.Job)] = job, [nameof(JobCardSheet.Size)] = size }, ct);
            if (pdf is null || PagesOf(pdf) <= 2)
                break;
        }
        if (pdf is null)
            return false;
        MakeRoom(pdf.Length);
        var whole = $"{file}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(whole, pdf, ct);
        File.Move(whole, file, overwrite: true);
        return true;
    }

    /// <summary>The oldest go first; what else lies in the folder isn't ours.</summary>
    private void MakeRoom(long needed)
    {
        var files = new DirectoryInfo(settings.CacheFolder).GetFiles("*.pdf*").OrderBy(f => f.LastWriteTimeUtc).ToList();
        var size = files.Sum(f => f.Length) + needed;
        foreach (var file in files.TakeWhile(_ => size > settings.CacheMegabytes * 1_048_576L))
        {
            size -= file.Length;
            try
            {
                file.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Windows keeps a file that is being sent; it goes the next time.
            }
        }
    }

    [GeneratedRegex(@"/Type\s*/Page(?![A-Za-z])")] private static partial Regex Page();
}
