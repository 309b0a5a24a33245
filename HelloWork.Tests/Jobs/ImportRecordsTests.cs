using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Import;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

/// <summary>Records that are refused one by one, and what is told about them.</summary>
public sealed class ImportRecordsTests : ImportTest
{
    public static TheoryData<RecordRefusal, string, string?, string> Refusals => new()
    {
        { RecordRefusal.Missing, "kjno", null, "" },
        { RecordRefusal.Missing, "uktkymd_seireki", null, "" },
        { RecordRefusal.Missing, "jgshmei", "　 ", "" },
        { RecordRefusal.Missing, "sksu", null, "" },
        { RecordRefusal.Missing, "koyokeitai_n", null, "" },
        { RecordRefusal.Missing, "shgjn1_close", null, "shgjn1_open=9:00" },
        { RecordRefusal.TooLong, "sksu", new string('職', 101), "" },
        { RecordRefusal.TooLong, "shigoto_ny", new string('あ', 4_001), "" },
        { RecordRefusal.TooLong, "jgshmei", new string('社', 201), "" },
        { RecordRefusal.Shape, "kjno", "1301-12345678", "" },
        { RecordRefusal.Shape, "kjno", "13010-123456789", "" },
        { RecordRefusal.Shape, "jgshno", "1301-1234567-8", "" },
        { RecordRefusal.Shape, "jgshyubinno", "101-005", "" },
        { RecordRefusal.NotADate, "uktkymd_seireki", "2026/02/30", "" },
        { RecordRefusal.NotADate, "uktkymd_seireki", "03/10/2026", "" },
        { RecordRefusal.NotADate, "kjyukoymd", "来月末", "" },
        { RecordRefusal.NotADate, "sogyostrt_nen_seireki", "むかし", "" },
        { RecordRefusal.NotANumber, "sikg_aplusbkagen", "応相談", "" },
        { RecordRefusal.NotANumber, "khkykagen", "-200000", "" },
        { RecordRefusal.OutOfRange, "sikg_aplusbkagen", "0", "" },
        { RecordRefusal.OutOfRange, "sikg_aplusbjgn", "123456789", "" },
        { RecordRefusal.OutOfRange, "nenkankjsu_n", "400", "" },
        { RecordRefusal.OutOfRange, "saiyoninzu_n", "0人", "" },
        { RecordRefusal.NotATime, "shgjn1_open", "25:00", "shgjn1_close=17:00" },
        { RecordRefusal.NotATime, "shgjn1_open_close", "朝から夕方", "" },
        { RecordRefusal.NotInList, "koyokeitai_n", "社長", "" },
        { RecordRefusal.NotInList, "koyokeitai_c", "9", "koyokeitai_n=" },
        { RecordRefusal.NotInList, "kokaikibo", "5", "" },
        { RecordRefusal.NotInList, "chgnkeitai_c", "77", "" },
        { RecordRefusal.NotInList, "skgybrui1_c", "999-01", "" },
        { RecordRefusal.NotInList, "sngbrui_c", "XX", "" },
        { RecordRefusal.NotInList, "shgbsjusho1_c", "99999", "" },
        { RecordRefusal.NotInList, "onlinejishuobo_uktkkahi_n", "たぶん", "" },
        { RecordRefusal.NotInList, "kyjs_mon", "5", "" },
        { RecordRefusal.LowerAboveUpper, "sikg_aplusbkagen", "310000", "sikg_aplusbjgn=245000" },
        { RecordRefusal.LowerAboveUpper, "khky", "300,000円〜250,000円", "" },
        { RecordRefusal.LowerAboveUpper, "tgktat2_kagen", "9000", "tgktat2_jgn=3000" },
        { RecordRefusal.LowerAboveUpper, "nenreisegnari_kagen", "60", "nenreisegnari_jgn=18" },
        { RecordRefusal.LastDayBeforeAcceptance, "kjyukoymd", "2026/03/09", "" },
        { RecordRefusal.LastDayPassed, "kjyukoymd", "2026/03/21", "" },
        { RecordRefusal.SelfApplicationWithoutOfficeName, "onlinejishuobo_uktkkahi_n", "可", "kokaikibo=3" },
        { RecordRefusal.SelfApplicationWithoutWorkplace, "onlinejishuobo_uktkkahi_c", "1", "hakenukeoitoshgkeitai=派遣|shgbsjusho1_c=13112" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task ABadRecord_IsRefusedWithLineFieldValueAndReason_AndTheRestGoesIn(RecordRefusal expected, string tag, string? value, string further)
    {
        var bad = Record("13010-00000666");
        foreach (var pair in further.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
            bad[pair[0]] = pair[1] == "" ? null : pair[1];
        bad[tag] = value;

        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(), bad, Record("13010-00000103")));

        Assert.Equal((3, 2, 1), (outcome.Result.Records, outcome.Result.Added, outcome.Result.Refused));
        var problem = outcome.OnlyProblem;
        Assert.Equal((expected, tag), (problem.Refusal, problem.Tag));
        Assert.Equal(LayoutTags.Find(tag)!.Japanese, problem.Japanese);
        Assert.InRange(problem.Line, 10, 22);
        if (expected is not RecordRefusal.Missing)
            Assert.Equal(value!.Length > 40 ? value[..40] + "…" : value, problem.Value);
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task SelfApplication_WithoutTheOfficesName_IsRefused()
    {
        foreach (var disclosure in new[] { "3", "4" })
        {
            var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: [("kokaikibo", disclosure), ("onlinejishuobo_uktkkahi_c", "1")])));
            Assert.Equal(RecordRefusal.SelfApplicationWithoutOfficeName, outcome.OnlyProblem.Refusal);
        }
    }

    [Theory, Trait("Rule", "JO-03")]
    [InlineData("派遣")]
    [InlineData("請負")]
    public async Task SelfApplication_ForADispatchOrContractJob_NeedsTheWorkplacesAddress(string staffing)
    {
        var without = Record(changes: [("hakenukeoitoshgkeitai", staffing), ("onlinejishuobo_uktkkahi_c", "1"), ("shgbsjusho1_n", "東京都新宿区")]);
        var with = Record("13010-00000102", [.. without.Where(f => f.Key != "kjno").Select(f => (f.Key, f.Value)), ("shgbsjusho", "東京都新宿区西新宿2-0-0 見本ビル")]);

        var outcome = await Import.ImportAsync(ImportFixture.Xml(without, with));

        Assert.Equal(RecordRefusal.SelfApplicationWithoutWorkplace, outcome.OnlyProblem.Refusal);
        Assert.True((await Import.GetAsync("13010-00000102")).AcceptsSelfApplication);
    }

    [Fact, Trait("Rule", "JO-06")]
    public async Task Numbers_InFullWidthAndWithAnyHyphen_AreTaken()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record("１３０１０‐００００００７７", ("jgshno", "１３０１－６００００１－１"))));

        Assert.Equal("1301-600001-1", (await Import.OfficeOfAsync("13010-00000077")).Number.Value);
    }

    [Fact]
    public async Task AllReasonsOfOneRecord_AreTold()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: [("kjyukoymd", "いつか"), ("khkykagen", "たくさん"), ("sksu", null)])));

        Assert.Equal(
            [("kjyukoymd", RecordRefusal.NotADate), ("sksu", RecordRefusal.Missing), ("khkykagen", RecordRefusal.NotANumber)],
            Assert.Single(outcome.Refused).Problems.Select(p => (p.Tag!, p.Refusal)));
    }

    [Fact]
    public async Task AValue_ThatWouldMoveTheCursor_IsShownHarmless()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Csv(Record(changes: ("sksu", "事務\u001b[2J\u202e員"))));

        Assert.Equal((RecordRefusal.ControlCharacters, "事務␛[2J<U+202E>員"), (outcome.OnlyProblem.Refusal, outcome.OnlyProblem.Value));
    }

    [Fact]
    public async Task InXml_TheLineIsTheFields_InCsvTheRows()
    {
        var xml = "<kyujin>\n<data>\n<kjno>13010-1</kjno>\n<uktkymd_seireki>2026/03/10</uktkymd_seireki><jgshmei>x</jgshmei>\n<koyokeitai_n>正社員</koyokeitai_n>\n<sksu>事務</sksu>\n<khkykagen>？</khkykagen></data></kyujin>";
        var csv = ImportFixture.Csv(Record("13010-00000101", ("shigoto_ny", "一行目\n二行目"), ("khkykagen", "1")), Record("13010-00000102", ("shigoto_ny", "x"), ("khkykagen", "？")));

        Assert.Equal(7, (await Import.ImportAsync(xml)).OnlyProblem.Line);
        Assert.Equal(4, (await Import.ImportAsync(csv)).OnlyProblem.Line);
    }

    [Theory]
    [InlineData("13010-00000101,2026/03/10,見本,事務\r\n", "4")]
    [InlineData("13010-00000101,2026/03/10,見本,事務,正社員,,\r\n", "7")]
    public async Task ARow_WithTheWrongNumberOfColumns_IsRefused(string row, string columns)
    {
        var outcome = await Import.ImportAsync("kjno,uktkymd_seireki,jgshmei,sksu,koyokeitai_n\r\n" + row + "13010-00000102,2026/03/10,見本,事務,正社員\r\n");

        Assert.Equal((RecordRefusal.ColumnCount, columns, "5"), (outcome.OnlyProblem.Refusal, outcome.OnlyProblem.Value, outcome.OnlyProblem.Limit));
        Assert.Equal(1, outcome.Result.Added);
    }

    [Fact]
    public async Task ATagTwice_IsRefusedWhereItContradictsItself()
    {
        var xml = ImportFixture.Xml(Record(), Record("13010-00000102"));

        var outcome = await Import.ImportAsync(xml.Replace("<sksu>経理事務</sksu>", "<sksu>経理事務</sksu><sksu>経理事務</sksu>"));
        var contradiction = await Import.ImportAsync(ImportFixture.Xml(Record("13010-00000103")).Replace("<sksu>", "<sksu>総務</sksu><sksu>"));

        Assert.Equal(2, outcome.Result.Added);
        Assert.Equal(RecordRefusal.TagTwice, contradiction.OnlyProblem.Refusal);
    }

    [Fact]
    public async Task ElementsInsideAField_AreRefused()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record()).Replace("経理事務", "経理<b>事務</b>"));

        Assert.Equal((RecordRefusal.NotPlainText, "sksu"), (outcome.OnlyProblem.Refusal, outcome.OnlyProblem.Tag));
    }

    [Fact]
    public async Task UnknownTags_AreCountedAndTheRestGoesIn()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Xml(
            Record(changes: [("mirai_no_tag", "値"), ("skbtrn1", "A"), ("juriatsmei", "ハローワーク飯田橋")]), Record("13010-00000102", ("mirai_no_tag", "値"))));

        Assert.Equal([new UnknownTag("mirai_no_tag", 2), new UnknownTag("skbtrn1", 1)], outcome.Result.UnknownTags);
        Assert.Equal(2, outcome.Result.Added);
    }

    [Fact]
    public async Task TheSameNumberTwice_IsRefusedOnlyWhereItSaysOtherThings()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(), Record(), Record(changes: ("sksu", "総務事務"))));

        Assert.Equal((RecordRefusal.TwiceInFile, "kjno"), (outcome.OnlyProblem.Refusal, outcome.OnlyProblem.Tag));
        Assert.Equal((3, 1, 1, 1), (outcome.Result.Records, outcome.Result.Added, outcome.Result.Unchanged, outcome.Result.Refused));
        Assert.Equal("経理事務", (await Import.GetAsync()).Title);
    }

    [Fact]
    public async Task ACorporateNumberWithAWrongCheckDigit_IsLeftOutAndTold()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("honinno", "8000012050002"))));

        Assert.Null((await Import.GetAsync()).Card.Company.CorporateNumber);
        Assert.Equal((ImportRemark.CorporateNumberLeftOut, 1), (outcome.Result.Remarks.Single().Remark, outcome.Result.Remarks.Single().Count));
    }

    [Fact]
    public async Task OfficesWithoutANumber_AreToldByNameAndAddressAndKeepAProvisionalOne()
    {
        Dictionary<string, string?>[] records =
        [
            Record("13010-00000101", ("jgshno", null), ("jgshszci", "東京都中野区中野1-0-0")),
            Record("13010-00000102", ("jgshno", null), ("jgshszci", "東京都中野区中野１－０－０")),
            Record("13010-00000103", ("jgshno", null), ("jgshszci", "大阪府大阪市北区梅田1-0-0")),
        ];

        var first = await Import.ImportAsync(ImportFixture.Xml(records));
        var second = await Import.ImportAsync(ImportFixture.Xml(records));

        Assert.Equal((2, 0), (first.Result.OfficesAdded, second.Result.OfficesAdded));
        Assert.Equal(3, second.Result.Unchanged);
        Assert.Equal((await Import.GetAsync("13010-00000101")).OfficeId, (await Import.GetAsync("13010-00000102")).OfficeId);
        Assert.True((await Import.OfficeOfAsync("13010-00000103")).Number.IsProvisional);
        Assert.Equal(3, first.Result.Remarks.Single(r => r.Remark is ImportRemark.OfficeNumberProvisional).Count);
    }

    [Fact]
    public async Task ARecordThatIsRefused_LeavesNoOfficeBehind()
    {
        await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("kjyukoymd", "2026/03/20")), Record("13010-00000102", ("jgshno", null), ("kjyukoymd", "2026/03/20"))));

        await using var db = Import.Db();
        Assert.False(await db.Offices.AnyAsync());
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task ALastDayBeyondTheMonthAfterNext_IsShortenedAndTold()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("kjyukoymd", "2026/12/31"))));

        Assert.Equal(new DateOnly(2026, 5, 31), (await Import.GetAsync()).LastDay);
        Assert.Equal(ImportRemark.LastDayShortened, outcome.Result.Remarks.Single().Remark);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task AJobOnItsLastDay_StillGoesIn()
    {
        var outcome = await Import.ImportAsync(ImportFixture.Xml(Record(changes: ("kjyukoymd", "2026/03/22"))), publish: true);

        Assert.Equal(1, outcome.Result.Added);
        Assert.True((await Import.GetAsync()).IsActiveOn(new DateOnly(2026, 3, 22)));
    }

    [Fact]
    public async Task AWorkplaceThatIsntSaid_IsTheOffice_ButNotForADispatchJob()
    {
        await Import.ImportAsync(ImportFixture.Xml(
            Record(changes: ("jgshszci", "愛知県名古屋市中区栄1-0-0")), Record("13010-00000102", ("koyokeitai_n", "有期雇用派遣労働者"))));

        Assert.Equal("23106", (await Import.GetAsync()).Places.Single().MunicipalityCode);
        Assert.Empty((await Import.GetAsync("13010-00000102")).Places);
        Assert.Equal(StaffingKind.Dispatch, (await Import.GetAsync("13010-00000102")).Staffing);
    }

    [Theory]
    [InlineData("時給", "1200", WageUnit.Hour, 1_200)]
    [InlineData("月給", "245000", WageUnit.Month, 245_000)]
    [InlineData("日給", "10000", WageUnit.Month, 200_000)]
    [InlineData("年俸制", "4800000", WageUnit.Month, 400_000)]
    public async Task TheWage_IsSearchableWhateverItsForm(string form, string amount, WageUnit unit, int from)
    {
        await Import.ImportAsync(ImportFixture.Xml(Record(changes: [("chgnkeitai_n", form), ("sikg_aplusbkagen", amount), ("thkinrodonissu", "20")])));

        var job = await Import.GetAsync();
        Assert.Equal((unit, from), (job.WageUnit, job.WageFrom));
    }
}
