using System.Text;
using System.Text.RegularExpressions;
using Utf8Bytes = System.Text.Unicode.Utf8;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>What kind of file it is and how its bytes are to be read.</summary>
internal sealed record FileForm(bool IsXml, Encoding Encoding);

/// <summary>
/// Finds out a file's form before anything is read as text: byte order mark, XML declaration, and whether every byte fits.
/// Strict throughout, since text read in the wrong encoding would be stored as rubbish.
/// </summary>
internal static partial class FileEncoding
{
    private const int HeadSize = 64 * 1024;
    private const int ChunkSize = 256 * 1024;

    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Shift_JIS as it is written in Japan: code page 932, with ①, ㈱ and 髙.</summary>
    public static readonly Encoding ShiftJis =
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <exception cref="ImportFileException">Empty, or not in an encoding that is read here.</exception>
    public static FileForm Find(ImportSource source, CancellationToken ct)
    {
        byte[] head;
        using (var stream = source.Open())
        {
            head = new byte[HeadSize];
            head = head[..stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false)];
        }
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..])
            throw new ImportFileException(FileRefusal.EncodingNotSupported, detail: "UTF-16 / UTF-32");

        var marked = head is [0xEF, 0xBB, 0xBF, ..];
        // Both encodings agree with Latin-1 on what is looked for here.
        var text = Encoding.Latin1.GetString(head, marked ? 3 : 0, head.Length - (marked ? 3 : 0));
        if (text.AsSpan().Trim(" \t\r\n").IsEmpty && head.Length < HeadSize)
            throw new ImportFileException(FileRefusal.Empty);

        var isXml = text.AsSpan().TrimStart(" \t\r\n") is ['<', ..];
        if (isXml && DocumentType.IsMatch(text))
            throw new ImportFileException(FileRefusal.DocumentType);
        return new(isXml, Choose(source, marked, isXml ? Declared(text) : null, ct));
    }

    private static Encoding Choose(ImportSource source, bool marked, string? declared, CancellationToken ct)
    {
        var known = declared is null ? null : Named(declared) ?? throw new ImportFileException(FileRefusal.EncodingNotSupported, detail: declared);
        if (marked && known == ShiftJis)
            throw new ImportFileException(FileRefusal.EncodingDoesNotFit, 1, declared);

        var (brokenAt, beyondAscii) = CheckUtf8(source, ct);
        // Japanese in Shift_JIS is next to never valid UTF-8: what is valid UTF-8 beyond ASCII isn't what it says.
        if (known == ShiftJis && brokenAt is null && beyondAscii)
            throw new ImportFileException(FileRefusal.EncodingDoesNotFit, detail: declared);
        if (brokenAt is null)
            return Utf8;
        if (marked || known == Utf8)
            throw new ImportFileException(FileRefusal.EncodingDoesNotFit, brokenAt, declared ?? "UTF-8");
        if (CheckShiftJis(source, ct) is not { } line)
            return ShiftJis;
        throw known == ShiftJis
            ? new ImportFileException(FileRefusal.EncodingDoesNotFit, line, declared)
            : new ImportFileException(FileRefusal.EncodingUnknown, line);
    }

    private static (int? BrokenAtLine, bool BeyondAscii) CheckUtf8(ImportSource source, CancellationToken ct)
    {
        using var stream = source.Open();
        var buffer = new byte[ChunkSize];
        int kept = 0, line = 1;
        var beyondAscii = false;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var read = Read(stream, buffer.AsSpan(kept));
            var bytes = buffer.AsSpan(0, kept + read);
            // The last character may go on in the next chunk.
            var whole = read == 0 ? bytes.Length : bytes.Length - OpenEnd(bytes);
            if (!Utf8Bytes.IsValid(bytes[..whole]))
                return (line + BreakLines(bytes[..whole]), true);
            beyondAscii = beyondAscii || !Ascii.IsValid(bytes[..whole]);
            line += bytes[..whole].Count((byte)'\n');
            if (read == 0)
                return (null, beyondAscii);
            bytes[whole..].CopyTo(buffer);
            kept = bytes.Length - whole;
        }
    }

    private static int BreakLines(ReadOnlySpan<byte> bytes)
    {
        var lines = 0;
        while (bytes.IndexOf((byte)'\n') is var end and >= 0 && Utf8Bytes.IsValid(bytes[..end]))
        {
            lines++;
            bytes = bytes[(end + 1)..];
        }
        return lines;
    }

    // How many bytes at the end begin a character that isn't complete.
    private static int OpenEnd(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
                return 0;
            if (b >= 0xC0)
                return (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) > back ? back : 0;
        }
        return 0;
    }

    private static int? CheckShiftJis(ImportSource source, CancellationToken ct)
    {
        using var stream = source.Open();
        var decoder = ShiftJis.GetDecoder();
        var buffer = new byte[ChunkSize];
        var chars = new char[ShiftJis.GetMaxCharCount(ChunkSize)];
        var line = 1;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var read = Read(stream, buffer);
            try
            {
                var count = decoder.GetChars(buffer, 0, read, chars, 0, flush: read == 0);
                // Bytes without a meaning come out as C1 controls.
                if (chars.AsSpan(0, count).IndexOfAnyInRange('\u0080', '\u009F') is var control and >= 0)
                    return line + chars.AsSpan(0, control).Count('\n');
                line += chars.AsSpan(0, count).Count('\n');
            }
            catch (DecoderFallbackException e)
            {
                return line + buffer.AsSpan(0, Math.Clamp(e.Index, 0, read)).Count((byte)'\n');
            }
            if (read == 0)
                return null;
        }
    }

    private static int Read(Stream stream, Span<byte> buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (IOException e)
        {
            throw new ImportFileException(FileRefusal.NotReadable, detail: e.Message);
        }
    }

    private static string? Declared(string text) =>
        Declaration().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    private static Encoding? Named(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => Utf8,
        "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "ms932" or "cp932" or "ms_kanji" or "csshiftjis" => ShiftJis,
        _ => null,
    };

    [GeneratedRegex("""\A<\?xml\s[^>]{0,200}?encoding\s*=\s*["'](?<name>[^"']{1,60})["']""")]
    private static partial Regex Declaration();

    // Only blanks, declarations and comments may stand before it.
    private static readonly Regex DocumentType =
        new(@"\A(?:\s|<\?(?:[^?]|\?[^>])*\?>|<!--(?:[^-]|-[^-])*-->)*<!DOCTYPE", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
