using System.Text;
using HelloWork.Domain.Jobs.Import;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

/// <summary>Encodings and files that are refused as a whole.</summary>
public sealed class ImportFilesTests : ImportTest
{
    private const string Japanese = "髙橋㈱　①カイゴ～ｶｲｺﾞ";

    [Theory]
    [InlineData("utf-8", false, false)]
    [InlineData("utf-8", true, false)]
    [InlineData("shift_jis", false, false)]
    [InlineData("utf-8", false, true)]
    [InlineData("utf-8", true, true)]
    [InlineData("shift_jis", false, true)]
    public async Task AFile_InUtf8OrShiftJis_ReadsTheSame(string encoding, bool mark, bool csv)
    {
        var record = Record(changes: ("jgshmei", Japanese));
        var text = csv ? ImportFixture.Csv(record) : ImportFixture.Xml(record).Replace("UTF-8", encoding);

        await Import.ImportAsync(text, encoding: encoding == "utf-8" ? new UTF8Encoding(mark) : ImportFixture.ShiftJis);

        Assert.Equal(Japanese, (await Import.GetAsync()).Card.Office.Name);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?>")]
    [InlineData("")]
    public async Task Xml_ThatSaysNoEncoding_IsReadByItsBytes(string declaration)
    {
        var text = ImportFixture.Xml(Record(changes: ("jgshmei", Japanese))).Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", declaration);

        await Import.ImportAsync(text, encoding: ImportFixture.ShiftJis);

        Assert.Equal(Japanese, (await Import.GetAsync()).Card.Office.Name);
    }

    [Theory]
    [InlineData("windows-31j")]
    [InlineData("Shift_JIS")]
    [InlineData("x-sjis")]
    [InlineData("CP932")]
    public async Task Xml_InAnyNameOfShiftJis_IsRead(string name)
    {
        await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("jgshmei", Japanese))).Replace("UTF-8", name), encoding: ImportFixture.ShiftJis);

        Assert.Equal(Japanese, (await Import.GetAsync()).Card.Office.Name);
    }

    [Fact]
    public async Task Xml_WithTheInterfacesOwnRootAround_IsRead()
    {
        var text = ImportFixture.Xml(Record()).Replace("<kyujin>", "<root><result>0</result><kyujin>").Replace("</kyujin>", "</kyujin></root>");

        var outcome = await Import.ImportAsync(text);

        Assert.Equal(1, outcome.Result.Added);
    }

    [Fact]
    public async Task Csv_WithQuotesLineBreaksAndSpareColumns_IsRead()
    {
        var record = Record(changes: ("shigoto_ny", "一行目、\"引用\"\n二行目,続き"));

        var outcome = await Import.ImportAsync("\r\n" + ImportFixture.Csv(record).Replace("\r\n", ",\r\n") + "\r\n\r\n");

        Assert.Equal("一行目、\"引用\"\n二行目,続き", (await Import.GetAsync()).Card.Work.Description);
        Assert.Equal(1, outcome.Result.Records);
    }

    public static TheoryData<FileRefusal, string> Refusals => new()
    {
        { FileRefusal.Empty, "" },
        { FileRefusal.Empty, "  \r\n \n" },
        { FileRefusal.BrokenXml, "<kyujin><data><kjno>13010-1</kjno></data>" },
        { FileRefusal.BrokenXml, "<kyujin><data><kjno>13010-1</sksu></data></kyujin>" },
        { FileRefusal.BrokenXml, "<kyujin><data><kjno>&unknown;</kjno></data></kyujin>" },
        { FileRefusal.BrokenXml, "<kyujin><data><kjno>\u0007</kjno></data></kyujin>" },
        { FileRefusal.DocumentType, "<!DOCTYPE k [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><kyujin><data><sksu>&b;</sksu></data></kyujin>" },
        { FileRefusal.DocumentType, "<?xml version='1.0'?><!-- c --><!DOCTYPE kyujin SYSTEM \"file:///etc/passwd\"><kyujin/>" },
        { FileRefusal.WrongRoot, "<html><body/></html>" },
        { FileRefusal.WrongRoot, "<kyujin_list><data/></kyujin_list>" },
        { FileRefusal.NoRecords, "<kyujin></kyujin>" },
        { FileRefusal.NoRecords, "<root><kyujin><count>0</count></kyujin></root>" },
        { FileRefusal.NoRecords, "kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n" },
        { FileRefusal.HeaderMissing, "kjno,jgshmei,sksu\r\n1,2,3\r\n" },
        { FileRefusal.HeaderMissing, "求人番号,職種\r\n1,2\r\n" },
        { FileRefusal.HeaderTwice, "kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n,KJNO\r\n1,2,3,4,5,6\r\n" },
        { FileRefusal.BrokenCsv, "kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n13010-1,2026/03/01,\"見本\"製作所,事務,正社員\r\n" },
        { FileRefusal.BrokenCsv, "kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n13010-1,2026/03/01,見本\"製作所,事務,正社員\r\n" },
        { FileRefusal.BrokenCsv, "kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n13010-1,2026/03/01,\"見本製作所,事務,正社員\r\n" },
        { FileRefusal.FieldTooLong, $"<kyujin><data><sksu>{new string('あ', 70_000)}</sksu></data></kyujin>" },
        { FileRefusal.FieldTooLong, $"kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n13010-1,2026/03/01,{new string('あ', 70_000)},事務,正社員\r\n" },
        { FileRefusal.NotTheLayout, "<kyujin><data>" + string.Concat(Enumerable.Range(0, 1_100).Select(i => $"<t{i}>x</t{i}>")) + "</data></kyujin>" },
        { FileRefusal.NotTheLayout, "<kyujin><data>" + string.Concat(Enumerable.Repeat("<sksu>", 40)) },
        { FileRefusal.EncodingNotSupported, "<?xml version=\"1.0\" encoding=\"EUC-JP\"?><kyujin/>" },
        { FileRefusal.EncodingDoesNotFit, "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><kyujin><data><sksu>日本語</sksu></data></kyujin>" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task AFile_ThatIsBrokenAnywhere_IsRefusedAndNothingGoesIn(FileRefusal expected, string text)
    {
        var outcome = await Import.ImportAsync(text);

        Assert.Equal(expected, outcome.Result.Problem?.Refusal);
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task AFile_BrokenAfterManyGoodRecords_IsRefusedBeforeAnyGoesIn()
    {
        var good = ImportFixture.Xml(Enumerable.Range(1, 700).Select(i => Record($"13010-{i:00000000}")));

        var outcome = await Import.ImportAsync(good.Replace("</kyujin>", "<data><kjno>"));

        Assert.Equal(FileRefusal.BrokenXml, outcome.Result.Problem?.Refusal);
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task AFile_WhoseBytesAreNeitherEncoding_NamesTheLine()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n1,2,"), 0x83, 0x0A, 0xFF, 0xFD, 0x85, 0x20];

        var outcome = await Import.ImportAsync(bytes);

        Assert.Equal((FileRefusal.EncodingUnknown, 2), (outcome.Result.Problem?.Refusal, outcome.Result.Problem?.Line));
    }

    [Theory]
    [InlineData("UTF-8", 3)]
    [InlineData("Shift_JIS", 3)]
    public async Task Xml_WithBytesThatArentInItsEncoding_NamesTheLine(string declared, int line)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?>\n<kyujin>\n<data><sksu>"), 0x82, 0x20, 0xFF, .. "</sksu></data></kyujin>"u8];

        var outcome = await Import.ImportAsync(bytes);

        Assert.Equal((FileRefusal.EncodingDoesNotFit, line), (outcome.Result.Problem?.Refusal, outcome.Result.Problem?.Line));
    }

    [Fact]
    public async Task AFile_InUtf16_IsRefusedByName()
    {
        var outcome = await Import.ImportAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(ImportFixture.Xml(Record()))).ToArray());

        Assert.Equal(FileRefusal.EncodingNotSupported, outcome.Result.Problem?.Refusal);
    }

    [Fact]
    public async Task AUtf8File_WithCharactersOnEveryChunksEdge_IsTakenForUtf8()
    {
        // 256 KB are checked at a time; the shift by one puts every part of a character on the edge once.
        for (var shift = 0; shift < 3; shift++)
        {
            var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("shigoto_ny", new string('a', shift))), Record("13010-00000102", ("hynakikntshsi", null)))
                .Replace("</kyujin>", $"<!--{new string('あ', 60_000)}--><!--{new string('い', 60_000)}--></kyujin>"));
            Assert.Null(outcome.Result.Problem);
        }
    }

    [Fact]
    public async Task AFileThatIsNotThere_OrAFolder_IsSaidSo()
    {
        var missing = await Import.ImportAsync(ImportSource.File(Path.Combine(Path.GetTempPath(), "no-such-file.xml")));
        var folder = await Import.ImportAsync(ImportSource.File(Path.GetTempPath()));

        Assert.Equal(FileRefusal.NotFound, missing.Result.Problem?.Refusal);
        Assert.Equal(FileRefusal.IsFolder, folder.Result.Problem?.Refusal);
    }

    [Fact]
    public async Task ADevice_IsNoFile()
    {
        if (OperatingSystem.IsWindows())
            return;
        var device = await Import.ImportAsync(ImportSource.File("/dev/null"));

        Assert.Contains(device.Result.Problem?.Refusal, new FileRefusal?[] { FileRefusal.NotAFile, FileRefusal.Empty });
    }

    [Fact]
    public async Task AFile_ThatFailsWhileItIsRead_IsSaidSo()
    {
        var outcome = await Import.ImportAsync(new ImportSource(() => throw new UnauthorizedAccessException("no right")));

        Assert.Equal(FileRefusal.NotReadable, outcome.Result.Problem?.Refusal);
    }

    [Fact]
    public async Task AFile_ThatIsWrittenToMeanwhile_StopsAndSaysSo()
    {
        var good = Encoding.UTF8.GetBytes(ImportFixture.Xml(Enumerable.Range(1, 1_200).Select(i => Record($"13010-{i:00000000}"))));
        var opened = 0;
        // Head, encoding and check see a sound file; the import itself doesn't.
        var source = new ImportSource(() => new MemoryStream(++opened <= 3 ? good : good[..^400]));

        var outcome = await Import.ImportAsync(source);

        Assert.Equal(FileRefusal.ChangedWhileReading, outcome.Result.Problem?.Refusal);
        Assert.Equal(1_000, outcome.Result.Added);
    }

    [Theory, Trait("Category", "Slow")]
    [InlineData("<kyujin><data><kjno>13010-1</kjno><shigoto_ny>", "</shigoto_ny></data></kyujin>")]
    [InlineData("<kyujin><data><shigoto_ny><![CDATA[<<>>", "]]></shigoto_ny></data></kyujin>")]
    [InlineData("<kyujin><data><sksu naiyo=\"", "\">x</sksu></data></kyujin>")]
    [InlineData("<kyujin><!-- ", " --><data/></kyujin>")]
    [InlineData("<kyujin><data><", "/></data></kyujin>")]
    [InlineData("kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n13010-1,2026/03/01,", ",事務,正社員\r\n")]
    [InlineData("kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n13010-1,2026/03/01,\"", "\",事務,正社員\r\n")]
    [InlineData("kjno,", ",sksu\r\n")]
    public async Task AGigabyteInOneField_IsRefusedWithoutTakingTheMemory(string before, string after)
    {
        const long gigabyte = 1L << 30;
        // What is allocated is known of the whole process only: the least of a few times, since other tests run beside this one.
        var least = long.MaxValue;
        for (var times = 0; times < 3 && least > 64L << 20; times++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var outcome = await Import.ImportAsync(new ImportSource(() => new EndlessStream(Encoding.UTF8.GetBytes(before), (byte)'a', gigabyte, Encoding.UTF8.GetBytes(after))));
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - allocated);
            Assert.Equal(FileRefusal.FieldTooLong, outcome.Result.Problem?.Refusal);
        }
        Assert.InRange(least, 0, 64L << 20);
        await AssertEmptyAsync();
    }

    private async Task AssertEmptyAsync()
    {
        await using var db = Import.Db();
        Assert.False(await db.JobOffers.AnyAsync() || await db.Offices.AnyAsync() || await db.AuditEntries.AnyAsync());
    }

    /// <summary>A file with a very long run of one byte in it, made while it is read.</summary>
    private sealed class EndlessStream(byte[] before, byte filling, long times, byte[] after) : Stream
    {
        private long _position;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => before.Length + times + after.Length;
        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int count;
            if (_position >= before.Length && _position < before.Length + times)
            {
                count = (int)Math.Min(before.Length + times - _position, buffer.Length);
                buffer[..count].Fill(filling);
            }
            else
            {
                var part = _position < before.Length ? before.AsSpan((int)_position) : after.AsSpan((int)(_position - before.Length - times));
                count = Math.Min(part.Length, buffer.Length);
                part[..count].CopyTo(buffer);
            }
            _position += count;
            return count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
