using System.Text;
using HelloWork.Blazor.Languages;

namespace HelloWork.Blazor.Controls;

/// <summary>CSV (RFC 4180, UTF-8 with BOM) that a spreadsheet opens without harm.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>The figures of a picture as a file.</summary>
    public static IResult File(Figures figures, string name)
    {
        var csv = new StringBuilder();
        foreach (var line in figures.Rows.Select(row => row.Select(cell => cell.Written)).Prepend(figures.Columns))
            csv.AppendJoin(',', line.Select(Cell)).Append("\r\n");
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())], ContentType, name);
    }

    /// <summary>Rows as a file, each written while the next are read, however many.</summary>
    public static IResult File(IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<Figure>> rows, string name) => Results.Stream(async output =>
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', columns.Select(Cell)));
        await foreach (var row in rows)
            await writer.WriteLineAsync(string.Join(',', row.Select(cell => Cell(cell.Written))));
    }, ContentType, name);

    /// <summary>One cell. What a spreadsheet would take for a formula gets an apostrophe before it, also behind blanks and in full width.</summary>
    public static string Cell(string? value)
    {
        value = Readings.Leave(value ?? "");
        if (string.IsNullOrEmpty(value))
            return "";
        var first = value.TrimStart() is [var c, ..] ? c : ' ';
        var safe = first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || value[0] is '\t' or '\r' or '\n' ? "'" + value : value;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
