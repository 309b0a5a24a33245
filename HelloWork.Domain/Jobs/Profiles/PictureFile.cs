using System.Buffers.Binary;

namespace HelloWork.Domain.Jobs.Profiles;

/// <summary>
/// 写真のファイル: JPEG or PNG, told by its content, with its size in pixels from the header and nothing in it but the picture. It is never
/// decoded here: what a camera or an editor adds (place, time, names, thumbnails, anything after the end) is left out part by part, and the
/// one thing a reader needs of it, which way is up, is written anew.
/// </summary>
public sealed record PictureFile(PictureType Type, int Width, int Height, byte[] Bytes)
{
    public const int MostBytes = 2 * 1024 * 1024;
    public const int LongestSide = 8_000;
    public const int MostPixels = 24_000_000;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What of a PNG makes the picture; texts, times and all else are left out.</summary>
    private static readonly string[] PngParts = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "IDAT", "IEND"];

    /// <param name="mostBytes">Where a picture may be larger than those of an office.</param>
    public static (PictureFile? Picture, PictureRefusal? Refusal) Read(ReadOnlySpan<byte> file, int mostBytes = MostBytes)
    {
        if (file.Length > mostBytes)
            return (null, PictureRefusal.TooLarge);
        var picture = file.StartsWith(PngSignature) ? ReadPng(file) : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ReadJpeg(file) : null;
        if (picture is null)
            return (null, PictureRefusal.NotAPicture);
        return picture.Width > LongestSide || picture.Height > LongestSide || (long)picture.Width * picture.Height > MostPixels ? (null, PictureRefusal.TooManyPixels) : (picture, null);
    }

    private static PictureFile? ReadPng(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(PngSignature);
        var (width, height, data) = (0, 0, false);
        for (var at = PngSignature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
                return null;
            var part = file.Slice(at, (int)length + 12);
            var name = System.Text.Encoding.ASCII.GetString(part.Slice(4, 4));
            // The header comes first and once: another one could say another size.
            if (name == "IHDR" != (at == PngSignature.Length) || (name == "IHDR" && length != 13))
                return null;
            if (name == "IHDR")
                (width, height) = (Side(part[8..]), Side(part[12..]));
            data |= name == "IDAT";
            if (PngParts.Contains(name))
                kept.Write(part);
            if (name == "IEND")
                return width > 0 && height > 0 && data ? new(PictureType.Png, width, height, kept.ToArray()) : null;
            at += part.Length;
        }
        return null;

        static int Side(ReadOnlySpan<byte> of) => BinaryPrimitives.ReadUInt32BigEndian(of) is > 0 and <= int.MaxValue and var side ? (int)side : 0;
    }

    private static PictureFile? ReadJpeg(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        var (width, height, turned) = (0, 0, 1);
        using var tables = new MemoryStream();
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF)
                return null;
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
                return null;
            var part = file.Slice(at, length + 2);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (width > 0 || length < 8)
                    return null;
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(part[5..]), BinaryPrimitives.ReadUInt16BigEndian(part[7..]));
                if (width == 0 || height == 0)
                    return null;
            }
            if (marker == 0xE1)
                turned = OrientationOf(part[4..]) ?? turned;
            // Tables and frames; of what applications add only Adobe's word on the colours, without which they are wrong.
            if (marker is < 0xE0 or (> 0xEF and not 0xFE) || marker == 0xEE)
                tables.Write(part);
            at += part.Length;
            if (marker != 0xDA)
                continue;
            if (width == 0)
                return null;
            kept.Write([0xFF, 0xD8]);
            if (turned is > 1 and <= 8)
                kept.Write(OrientationOnly(turned));
            kept.Write(tables.ToArray());
            if (!WriteScans(kept, file[at..]))
                return null;
            return new(PictureType.Jpeg, turned > 4 ? height : width, turned > 4 ? width : height, kept.ToArray());
        }
        return null;
    }

    /// <summary>
    /// The picture's own data through its end; what stands behind that is no part of it. A progressive one has tables between its scans,
    /// and may have comments there: those go as well.
    /// </summary>
    private static bool WriteScans(MemoryStream kept, ReadOnlySpan<byte> scans)
    {
        for (var at = 0; at + 1 < scans.Length;)
        {
            if (scans[at] != 0xFF || scans[at + 1] is 0x00 or 0xFF or (>= 0xD0 and <= 0xD7))
            {
                kept.WriteByte(scans[at++]);
                continue;
            }
            if (scans[at + 1] == 0xD9)
            {
                kept.Write([0xFF, 0xD9]);
                return true;
            }
            if (at + 4 > scans.Length)
                return false;
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(scans[(at + 2)..]);
            if (length < 4 || at + length > scans.Length)
                return false;
            // Another frame could say another size.
            if (scans[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return false;
            if (scans[at + 1] is not ((>= 0xE0 and <= 0xEF) or 0xFE))
                kept.Write(scans.Slice(at, length));
            at += length;
        }
        return false;
    }

    private static int? OrientationOf(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 14)
            return null;
        var tiff = exif[6..];
        var little = tiff[0] == 'I';
        var directory = Number4(tiff[4..], little);
        if (directory > tiff.Length - 2)
            return null;
        var count = Number2(tiff[(int)directory..], little);
        for (var i = 0; i < count; i++)
        {
            var at = (int)directory + 2 + 12 * i;
            if (at + 12 > tiff.Length)
                return null;
            if (Number2(tiff[at..], little) == 0x0112)
                return Number2(tiff[(at + 8)..], little) is >= 1 and <= 8 and var turned ? turned : null;
        }
        return null;

        static ushort Number2(ReadOnlySpan<byte> of, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(of) : BinaryPrimitives.ReadUInt16BigEndian(of);
        static uint Number4(ReadOnlySpan<byte> of, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(of) : BinaryPrimitives.ReadUInt32BigEndian(of);
    }

    private static byte[] OrientationOnly(int turned) =>
    [
        0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0,
    ];
}

public enum PictureType : byte
{
    Jpeg = 1,
    Png = 2,
}

/// <summary>Why a picture isn't taken.</summary>
public enum PictureRefusal
{
    /// <summary>Neither JPEG nor PNG, or broken.</summary>
    NotAPicture = 1,
    TooLarge = 2,
    TooManyPixels = 3,
    CaptionMissing = 4,
    CaptionTooLong = 5,
    /// <summary>Ten are there already.</summary>
    TooMany = 6,
}
