using HelloWork.Domain.Jobs;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs.Paper;

/// <summary>
/// How small a job card has to be printed so that it takes no more than two pages of A4: like the printed form, it sets short lines side by side and
/// gives long ones the whole width.
/// </summary>
public static class JobCardFit
{
    /// <summary>From the usual size to the smallest; the sizes themselves stand in jobcard.css.</summary>
    public const int Usual = 1, Smallest = 6;

    /// <summary>Letters in a whole line, and lines on two pages, at each size.</summary>
    private static readonly (int Letters, int Lines)[] Sizes = [(53, 108), (62, 126), (70, 142), (81, 169), (92, 198), (105, 233)];

    /// <summary>The blocks as the paper has them: a note that only explains the form is on the page, paper has no room for it.</summary>
    public static IReadOnlyList<JobCardBlock> BlocksOf(JobView job, IStringLocalizer<JobsText> text) =>
        [.. new JobCardRows(text).Of(job.Card, job.OfficeNumber).Select(block => block with { Rows = [.. block.Rows.Select(row => Explains(row, text) ? row with { Note = null } : row)] })];

    private static bool Explains(JobCardRow row, IStringLocalizer<JobsText> text) =>
        row.Note is not null && text[$"Note.{row.Key}"] is { ResourceNotFound: false } note && note.Value == row.Note;

    /// <summary>Parts of a line's twelve.</summary>
    public static int WidthOf(JobCardRow row) => (row.Text.Length + (row.Note?.Length + 1 ?? 0), SeveralLines: row.Text.Contains('\n', StringComparison.Ordinal) || row.Note?.Contains('\n', StringComparison.Ordinal) == true) switch
    {
        ( <= 13, false) => 4,
        ( <= 24, _) => 6,
        _ => 12,
    };

    /// <summary>The largest size at which the blocks should fit.</summary>
    public static int SizeFor(IReadOnlyList<JobCardBlock> blocks)
    {
        for (var size = Usual; size < Smallest; size++)
            if (blocks.Sum(block => Lines(block.Rows, Sizes[size - 1].Letters)) <= Sizes[size - 1].Lines)
                return size;
        return Smallest;
    }

    private static double Lines(IReadOnlyList<JobCardRow> rows, int letters)
    {
        double lines = 0.6, height = 0;
        var taken = 0;
        foreach (var row in rows)
        {
            var width = WidthOf(row);
            if (taken + width > 12)
                (lines, height, taken) = (lines + height, 0, 0);
            // The name of a line takes the room of nine letters; each has a little air around it.
            height = Math.Max(height, 0.25 + Broken(row.Note is null ? row.Text : $"{row.Text}　{row.Note}", letters * width / 12 - 9));
            taken += width;
        }
        return lines + height;
    }

    private static int Broken(string text, int letters) => text.Split('\n').Sum(line => Math.Max(1, (line.Length + letters - 1) / letters));
}
