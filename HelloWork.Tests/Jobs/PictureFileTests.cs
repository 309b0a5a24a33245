using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using HelloWork.Domain.Jobs.Profiles;

namespace HelloWork.Tests.Jobs;

public sealed class PictureFileTests
{
    public static byte[] SmallPng { get; } = Png(2, 3);

    [Fact, Trait("Rule", "JO-04")]
    public void Png_KeepsThePictureAndNothingElse()
    {
        var file = Png(2, 3, ("tEXt", "Comment\0撮影：見本 太一"), ("eXIf", "GPS 35.69"));

        var (picture, refusal) = PictureFile.Read([.. file, .. "<script>alert(1)</script>"u8]);

        Assert.Null(refusal);
        Assert.Equal((PictureType.Png, 2, 3), (picture!.Type, picture.Width, picture.Height));
        Assert.Equal(SmallPng, picture.Bytes);
    }

    [Fact, Trait("Rule", "JO-04")]
    public void Jpeg_LosesPlaceTimeAndComments_AndStaysTheRightWayUp()
    {
        var (picture, _) = PictureFile.Read([.. Jpeg(40, 30, Exif(6, "GPSLatitude 35.69")), .. "trailer"u8]);

        Assert.Equal((PictureType.Jpeg, 30, 40), (picture!.Type, picture.Width, picture.Height));
        var text = Encoding.Latin1.GetString(picture.Bytes);
        Assert.DoesNotContain("GPS", text);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("trailer", text);
        Assert.Contains("Exif", text);
        Assert.Equal([0xFF, 0xD8], picture.Bytes[..2]);
        Assert.Equal([0xFF, 0xD9], picture.Bytes[^2..]);
        // What was cleaned is clean, and says the same.
        Assert.Equal(picture.Bytes, PictureFile.Read(picture.Bytes).Picture!.Bytes);
    }

    [Fact, Trait("Rule", "JO-04")]
    public void Size_IsReadFromTheHeaderBeforeAnythingIsDecoded()
    {
        Assert.Equal(PictureRefusal.TooManyPixels, PictureFile.Read(Png(100_000, 100_000)).Refusal);
        Assert.Equal(PictureRefusal.TooManyPixels, PictureFile.Read(Png(7_000, 7_000)).Refusal);
        Assert.Equal(PictureRefusal.TooManyPixels, PictureFile.Read(Jpeg(9_000, 10)).Refusal);
        Assert.Equal(PictureRefusal.TooLarge, PictureFile.Read(new byte[PictureFile.MostBytes + 1]).Refusal);
    }

    [Theory, Trait("Rule", "JO-04")]
    [InlineData("GIF89a.......")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("")]
    [InlineData("\x89PNG")]
    public void WhatIsNoJpegOrPng_IsRefused_WhateverItIsCalled(string content) =>
        Assert.Equal(PictureRefusal.NotAPicture, PictureFile.Read(Encoding.Latin1.GetBytes(content)).Refusal);

    [Fact, Trait("Rule", "JO-04")]
    public void ABrokenOrCutFile_IsRefused_AtEveryLength()
    {
        foreach (var whole in new[] { SmallPng, Jpeg(40, 30, Exif(6, "GPS")) })
            for (var length = 0; length < whole.Length; length++)
                Assert.Equal(PictureRefusal.NotAPicture, PictureFile.Read(whole.AsSpan(0, length)).Refusal);
    }

    private static byte[] Png(int width, int height, params (string Name, string Data)[] more)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Part("IHDR", header);
        foreach (var (name, data) in more)
            Part(name, Encoding.UTF8.GetBytes(data));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(new byte[Math.Min(width, 10) * 3 * Math.Min(height, 10) + Math.Min(height, 10)]);
        Part("IDAT", packed.ToArray());
        Part("IEND", []);
        return file.ToArray();

        void Part(string name, byte[] data)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            file.Write(number);
            file.Write(body);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
            file.Write(number);
        }
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    private static byte[] Jpeg(int width, int height, byte[]? exif = null) =>
    [
        0xFF, 0xD8, .. exif ?? [], 0xFF, 0xFE, 0, 8, .. "secret"u8,
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xFF, 0x00, 3, 0xFF, 0xFE, 0, 8, .. "secret"u8, 0xFF, 0xD9,
    ];

    private static byte[] Exif(int orientation, string more)
    {
        byte[] body = [.. "Exif\0\0"u8, .. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(more)];
        return [0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];
    }
}
