using HelloWork.Domain.Jobs.Import;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands;

/// <summary>Shows an import while it runs: a bar where somebody watches, a line now and then where a log does; refused records as they come.</summary>
internal sealed class ImportProgress(IStringLocalizer text, TextWriter output, TextWriter error, bool terminal, TimeProvider clock) : IProgress<ImportEvent>, IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan LogPace = TimeSpan.FromSeconds(5);

    private long _lastLine = clock.GetTimestamp();
    private long? _importingSince;
    private bool _barStands;

    public void Report(ImportEvent told)
    {
        switch (told)
        {
            case ImportEvent.Checking checking:
                Show("Import.Checking", checking.TotalBytes is > 0 and var bytes ? checking.Bytes / (double)bytes : 0, checking.Records, "");
                break;
            case ImportEvent.Importing importing:
                Show("Import.Importing", (double)importing.Records / importing.TotalRecords, importing.Records, Rate(importing));
                break;
            case ImportEvent.Refused refused:
                Clear();
                foreach (var problem in refused.Record.Problems)
                    output.WriteLine(Line(refused.Record, problem));
                break;
        }
    }

    /// <summary>Takes the bar away, so that other lines can be written.</summary>
    public void Clear()
    {
        if (!_barStands)
            return;
        error.Write("\r\u001b[K");
        error.Flush();
        _barStands = false;
    }

    public void Dispose() => Clear();

    private string Line(RefusedRecord record, FieldProblem problem)
    {
        var line = record.Number is null ? text["Import.Refused.RecordWithoutNumber", problem.Line] : text["Import.Refused.Record", problem.Line, record.Number];
        var field = problem.Tag is null ? "" : text["Import.Refused.Field", problem.Japanese ?? problem.Tag, problem.Tag].Value;
        var value = problem.Value is null ? "" : text["Import.Refused.Value", problem.Value].Value;
        return $"{line.Value}{field}{value}{text["Import.Refused.Reason", text[$"RecordRefusal.{problem.Refusal}", problem.Limit ?? ""]]}";
    }

    private string Rate(ImportEvent.Importing importing)
    {
        _importingSince ??= clock.GetTimestamp();
        var seconds = clock.GetElapsedTime(_importingSince.Value).TotalSeconds;
        var words = "";
        if (seconds > 1 && importing.Records > 0)
        {
            var rate = importing.Records / seconds;
            var left = (importing.TotalRecords - importing.Records) / rate;
            words = text["Import.Progress.Rate", rate, left < 90 ? text["Import.Seconds", left].Value : text["Import.Minutes", Math.Ceiling(left / 60)].Value];
        }
        return importing.RefusedRecords == 0 ? words : words + text["Import.Progress.Refused", importing.RefusedRecords];
    }

    private void Show(string stage, double part, int records, string rest)
    {
        part = Math.Clamp(part, 0, 1);
        var line = text["Import.Progress.Percent", text[stage], (int)(part * 100), records].Value + rest;
        if (terminal)
        {
            var full = (int)(part * BarWidth);
            error.Write($"\r[{new string('#', full)}{new string('.', BarWidth - full)}] {line}\u001b[K");
            error.Flush();
            _barStands = true;
        }
        else if (clock.GetElapsedTime(_lastLine) >= LogPace)
        {
            _lastLine = clock.GetTimestamp();
            error.WriteLine(line);
        }
    }
}
