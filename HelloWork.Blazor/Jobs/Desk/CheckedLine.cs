using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs.Desk;

/// <summary>A line of the card as its counselor sees it.</summary>
/// <param name="Now">Null: nobody filled it.</param>
/// <param name="Before">What is published; null where that is the same or nothing is published.</param>
public sealed record CheckedLine(string Row, JobCardRow? Now, JobCardRow? Before, bool IsChanged, IReadOnlyList<JobWarning> Warnings)
{
    /// <summary>The lines of each step of the form, filled or not.</summary>
    public static IReadOnlyList<(JobStep Step, IReadOnlyList<CheckedLine> Lines)> Of(JobToCheck job, IStringLocalizer<JobsText> words)
    {
        var rows = new JobCardRows(words);
        var now = ByKey(rows.Lines(job.Card));
        var before = job.Published is { } published ? ByKey(rows.Lines(published)) : null;
        var values = JobDraftValues.Of(job.Card);
        return [.. Enum.GetValues<JobStep>().Select(step => (step, Lines(step)))];

        IReadOnlyList<CheckedLine> Lines(JobStep step)
        {
            var warnings = values.WarningsOf(step);
            return [.. JobFields.All.Where(f => f.Step == step && f.Kind is not JobFieldKind.Kept).Select(f => f.Row).Distinct().Select(row =>
            {
                var (n, b) = (now.GetValueOrDefault(row), before?.GetValueOrDefault(row));
                var changed = before is not null && n != b;
                return new CheckedLine(row, n, changed ? b : null, changed, [.. warnings.Where(w => JobFields.Find(w.Path)?.Row == row)]);
            })];
        }
    }

    private static Dictionary<string, JobCardRow> ByKey(IEnumerable<JobCardRow> rows) => rows.GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.First());
}
