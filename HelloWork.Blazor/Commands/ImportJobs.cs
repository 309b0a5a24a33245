using System.Globalization;
using HelloWork.Blazor.Hosting;
using HelloWork.Domain.Jobs.Import;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands;

/// <summary>
/// <c>import jobs FILE [--publish]</c>: brings a file of the official job-offer provision layout in. What was refused and the summary go to
/// standard output, progress to standard error. Exit code 0: all went in; 2: some records were refused; 1: the file as a whole was.
/// </summary>
public static class ImportJobs
{
    public static Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct) =>
        RunAsync(services, args, Console.Out, Console.Error, errorIsTerminal: !Console.IsErrorRedirected, ct);

    /// <param name="args">After «import».</param>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error, bool errorIsTerminal, CancellationToken ct)
    {
        var text = services.GetRequiredService<IStringLocalizer<CommandsText>>();
        if (!TryRead(args, out var file, out var publish))
        {
            error.WriteLine(text["Import.Usage"]);
            return 1;
        }

        await services.MigrateAsync(ct);
        using var progress = new ImportProgress(text, output, error, errorIsTerminal, services.GetRequiredService<TimeProvider>());
        try
        {
            var result = await services.GetRequiredService<ImportJobOffers>().RunAsync(new(ImportSource.File(Path.GetFullPath(file)), publish, progress), ct);
            progress.Clear();
            if (result.Problem is { } problem)
                error.WriteLine(Wording(text, problem, file));
            if (result.Problem is null or { Refusal: FileRefusal.ChangedWhileReading })
                Summarise(text, result, publish, output);
            return result.Problem is not null ? 1 : result.Refused > 0 ? 2 : 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            progress.Clear();
            error.WriteLine(text["Import.Stopped"]);
            throw;
        }
    }

    private static bool TryRead(string[] args, out string file, out bool publish)
    {
        publish = args.Contains("--publish");
        var rest = args.Where(a => a != "--publish").ToArray();
        file = rest is ["jobs", var named] && !named.StartsWith("--", StringComparison.Ordinal) ? named : "";
        return file.Length > 0;
    }

    private static string Wording(IStringLocalizer text, FileProblem problem, string file)
    {
        var line = problem.Line is { } number ? text["Import.AtLine", number].Value : "";
        var head = text[problem.Refusal is FileRefusal.ChangedWhileReading ? "Import.FileStopped" : "Import.FileRefused", file];
        return $"{head}{line}{text[$"FileRefusal.{problem.Refusal}", problem.Detail ?? "-"]}";
    }

    private static void Summarise(IStringLocalizer text, ImportResult result, bool publish, TextWriter output)
    {
        output.WriteLine(text["Import.Done"]);
        output.WriteLine(text["Import.Count.Records", result.Records]);
        output.WriteLine(text["Import.Count.Added", result.Added]);
        output.WriteLine(text["Import.Count.Changed", result.Changed]);
        if (result.Proposed > 0)
            output.WriteLine(text["Import.Count.Proposed", result.Proposed]);
        if (result.Published > 0)
            output.WriteLine(text["Import.Count.Published", result.Published]);
        output.WriteLine(text["Import.Count.Unchanged", result.Unchanged]);
        output.WriteLine(text["Import.Count.Refused", result.Refused]);
        output.WriteLine(text["Import.Count.Offices", result.OfficesAdded, result.OfficesChanged]);
        output.WriteLine(text["Import.Count.Time", result.Elapsed.TotalSeconds, result.Records / Math.Max(0.001, result.Elapsed.TotalSeconds)]);
        foreach (var remark in result.Remarks)
            output.WriteLine(text["Import.Remark", text[$"ImportRemark.{remark.Remark}"], remark.Count,
                string.Join("、", remark.Lines.Select(l => l.ToString(CultureInfo.InvariantCulture))), remark.Count > remark.Lines.Count ? text["Import.Remark.More"] : ""]);
        if (result.UnknownTags.Count > 0)
            output.WriteLine(text["Import.UnknownTags"]);
        foreach (var tag in result.UnknownTags)
            output.WriteLine(text["Import.UnknownTag", tag.Name, tag.Count]);
        if (!publish && result.Added > 0)
            output.WriteLine(text["Import.AwaitingCheck"]);
    }
}
