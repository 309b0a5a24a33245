using System.Text;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Audit;

/// <summary>The trail as CSV (RFC 4180, UTF-8 with BOM), written while it is read.</summary>
public static class AuditCsv
{
    private static readonly string[] Columns = ["Id", "At", "AtUtc", "UserId", "DisplayName", "Act", "ActCode", "Type", "Number", "Key", "Detail"];

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<AuditLine> lines, IStringLocalizer<AuditText> text, CancellationToken ct)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Columns.Select(c => Csv.Cell(text[$"Csv.{c}"]))).AsMemory(), ct);
        await foreach (var line in lines.WithCancellation(ct))
            await writer.WriteLineAsync(string.Join(',', new[]
            {
                FormattableString.Invariant($"{line.Id}"), FormattableString.Invariant($"{Jst.ToJapan(line.At):yyyy-MM-dd HH:mm:ss.fff}"), FormattableString.Invariant($"{line.At:yyyy-MM-ddTHH:mm:ss.fffffff}Z"),
                line.UserId, line.DisplayName, text.Act(line.Act), line.Act, text.RecordType(line.RecordType), line.RecordNumber, line.RecordId, line.Detail,
            }.Select(Csv.Cell)).AsMemory(), ct);
    }
}
