using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
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

    /// <summary>At these the readings above the kanji are left out: nobody could read them.</summary>
    private const int WithoutReadings = 5;

    /// <summary>Letters that the name of a line takes, with the air around both.</summary>
    private const double Name = 9.5;

    /// <summary>Kanji in a whole line, and lines on two pages, at each size.</summary>
    private static readonly (int Letters, int Lines)[] Sizes = [(53, 108), (62, 126), (70, 142), (81, 169), (92, 198), (105, 233)];

    /// <summary>The blocks as the paper has them: a note that only explains the form is on the page, paper has no room for it.</summary>
    public static IReadOnlyList<JobCardBlock> BlocksOf(JobView job, IStringLocalizer<JobsText> text) =>
        [.. new JobCardRows(text).Of(job.Card, job.OfficeNumber).Select(block => block with { Rows = [.. block.Rows.Select(row => Explains(row, text) ? row with { Note = null } : row)] })];

    /// <summary>Parts of a line's twelve.</summary>
    public static int WidthOf(JobCardRow row, int size)
    {
        var (letters, whole) = (Sizes[size - 1].Letters, Whole(row));
        return whole.Contains('\n', StringComparison.Ordinal) ? 12 : Length(whole) is var length && length <= letters / 3 - Name ? 4 : length <= letters / 2 - Name ? 6 : 12;
    }

    /// <summary>The largest size at which the blocks should fit.</summary>
    public static int SizeFor(IReadOnlyList<JobCardBlock> blocks)
    {
        for (var size = Usual; size < Smallest; size++)
            if (blocks.Sum(block => Lines(block.Rows, size)) <= Sizes[size - 1].Lines)
                return size;
        return Smallest;
    }

    private static bool Explains(JobCardRow row, IStringLocalizer<JobsText> text) =>
        row.Note is not null && text[$"Note.{row.Key}"] is { ResourceNotFound: false } note && note.Value == row.Note;

    private static double Lines(IReadOnlyList<JobCardRow> rows, int size)
    {
        var line = LanguageTags.Current is Language.EasyJapanese && size < WithoutReadings ? 1.4 : 1;
        double lines = 1.5 * line, height = 0;
        var taken = 0;
        foreach (var row in rows)
        {
            var width = WidthOf(row, size);
            if (taken + width > 12)
                (lines, height, taken) = (lines + height, 0, 0);
            height = Math.Max(height, 0.25 + line * Broken(Whole(row), Sizes[size - 1].Letters * width / 12 - Name));
            taken += width;
        }
        return lines + height;
    }

    private static string Whole(JobCardRow row) => Readings.Leave(row.Note is null ? row.Text : $"{row.Text}　{row.Note}");

    private static double Broken(string text, double letters) => text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(Length(line) / letters)));

    /// <summary>In kanji: a Latin letter is half as wide.</summary>
    private static double Length(string text) => text.Sum(c => c < 0x300 ? 0.55 : 1);
}
