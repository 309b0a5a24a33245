using HelloWork.Domain.Jobs.Import;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands;

/// <summary>Shows an import while it runs: a bar where somebody watches, a line now and then where a log does; refused records as they come.</summary>
internal sealed class ImportProgress(IStringLocalizer text, TextWriter output, TextWriter error, bool terminal, TimeProvider clock) : IProgress<ImportEvent>, IDisposable
{
    private readonly ProgressLine _line = new(error, terminal, clock);
    private long? _importingSince;

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
    public void Clear() => _line.Clear();

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
        var words = ProgressLine.Rate(text, importing.Records, importing.TotalRecords, clock.GetElapsedTime(_importingSince.Value));
        return importing.RefusedRecords == 0 ? words : words + text["Import.Progress.Refused", importing.RefusedRecords];
    }

    private void Show(string stage, double part, int records, string rest) =>
        _line.Show(part, text["Import.Progress.Percent", text[stage], (int)(Math.Clamp(part, 0, 1) * 100), records].Value + rest);
}
