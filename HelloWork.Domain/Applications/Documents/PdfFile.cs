using System.IO.Compression;
using System.Text;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>
/// Looks through a PDF for what would run, open or carry something on the reader's side: scripts, programs to launch, files inside, forms that send. It isn't understood and
/// never shown here; every name in it is read, however it is written, also within whatever is compressed. A harmless file may be refused; what is made to deceive may pass all the same,
/// so what passes is handed out as a download only.
/// </summary>
internal static class PdfFile
{
    /// <summary>What all compressed parts together may come to: more is an attack on who unpacks it.</summary>
    private const int MostUnpacked = 32 * 1024 * 1024;

    /// <summary>More parts than five megabytes of a CV have; each costs a little, and there must be an end.</summary>
    private const int MostStreams = 20_000;

    private const int LongestName = 32;

    private static readonly HashSet<string> Active = new(StringComparer.Ordinal)
    {
        "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition", "Movie", "Sound", "XFA", "SubmitForm", "ImportData", "GoToE",
    };

    /// <summary>Ways of packing that aren't unpacked here: beside packed objects they could hide them.</summary>
    private static readonly string[] OtherPacking = ["ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "LZWDecode", "LZW", "RunLengthDecode", "Crypt"];

    /// <returns>Null: it may pass.</returns>
    public static DocumentRefusal? Check(byte[] file)
    {
        if (file.AsSpan(Math.Max(0, file.Length - 2048)).LastIndexOf("%%EOF"u8) < 0)
            return DocumentRefusal.Unreadable;
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(file, names);
        if (names.Contains("Encrypt"))
            return DocumentRefusal.Protected;
        if (!AddPackedNames(file, names))
            return names.Overlaps(Active) ? DocumentRefusal.ActiveContent : DocumentRefusal.Unreadable;
        if (names.Overlaps(Active))
            return DocumentRefusal.ActiveContent;
        return names.Contains("ObjStm") && names.Overlaps(OtherPacking) ? DocumentRefusal.Unreadable : null;
    }

    /// <returns>False: it can't all be looked through.</returns>
    private static bool AddPackedNames(byte[] file, HashSet<string> names)
    {
        // Walked once: what a part's dictionary may come to counts as well, or a file of nothing but the word «stream» would be read anew for each.
        var (left, described, streams, dictionary, part) = (MostUnpacked, MostUnpacked, 0, 0, new byte[64 * 1024]);
        for (var at = 0; file.AsSpan(at).IndexOf("stream"u8) is >= 0 and var found; at += found + 6)
        {
            var start = at + found + 6;
            if (file.AsSpan(at, found).LastIndexOf("obj"u8) is >= 0 and var begins)
                dictionary = at + begins;
            if (start >= 9 && file.AsSpan(start - 9, 9).SequenceEqual("endstream"u8))
                continue;
            if (++streams > MostStreams || (described -= start - 6 - dictionary) < 0)
                return false;
            var own = new HashSet<string>(StringComparer.Ordinal);
            AddNames(file.AsSpan(dictionary, start - 6 - dictionary), own);
            while (start < file.Length && file[start] is (byte)'\r' or (byte)'\n' or (byte)' ')
                start++;
            // Deflate's header; a picture's own data has none.
            var deflated = start + 2 <= file.Length && (file[start] & 0x0F) == 8 && ((file[start] << 8) | file[start + 1]) % 31 == 0;
            // Packed objects that are packed otherwise, or shuffled after unpacking.
            if (own.Contains("ObjStm") && (own.Contains("DecodeParms") || (own.Contains("Filter") && !deflated)))
                return false;
            // Pictures hold no names, and a scanned page unpacks to 26 MB. What packs objects says where the first is, whatever else it calls itself.
            if (!deflated || (own.Contains("Image") && !own.Contains("ObjStm") && !own.Contains("First")))
                continue;
            var content = Unpack(new MemoryStream(file, start, file.Length - start, writable: false), left, part);
            if (content is null)
                return false;
            left -= content.Length;
            AddNames(content, names);
        }
        return true;
    }

    /// <returns>Null: more than may be. What is broken counts as far as it can be read.</returns>
    private static byte[]? Unpack(MemoryStream packed, int most, byte[] part)
    {
        using var from = new ZLibStream(packed, CompressionMode.Decompress);
        using var to = new MemoryStream();
        try
        {
            while (from.Read(part) is > 0 and var read)
            {
                if (to.Length + read > most)
                    return null;
                to.Write(part, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // A reader would show what came so far, and so does this.
        }
        return to.ToArray();
    }

    /// <summary>Every /Name, with #4a read as J.</summary>
    private static void AddNames(ReadOnlySpan<byte> content, HashSet<string> names)
    {
        var name = new StringBuilder(LongestName);
        while (content.IndexOf((byte)'/') is >= 0 and var slash)
        {
            content = content[(slash + 1)..];
            name.Clear();
            var at = 0;
            for (; at < content.Length && name.Length < LongestName && IsRegular(content[at]); at++)
            {
                if (content[at] == '#' && at + 2 < content.Length && char.IsAsciiHexDigit((char)content[at + 1]) && char.IsAsciiHexDigit((char)content[at + 2]))
                {
                    name.Append((char)Convert.ToByte(Encoding.ASCII.GetString(content.Slice(at + 1, 2)), 16));
                    at += 2;
                }
                else
                    name.Append((char)content[at]);
            }
            if (name.Length > 0)
                names.Add(name.ToString());
        }
    }

    private static bool IsRegular(byte letter) => letter is > 0x20 and not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
