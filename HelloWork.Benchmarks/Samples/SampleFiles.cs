using System.Globalization;
using System.Text;

namespace HelloWork.Benchmarks.Samples;

/// <summary>The files of <c>samples/</c>.</summary>
internal static class SampleFiles
{
    /// <summary>The day the files in the repository were made for.</summary>
    public const string UsualDay = "2026-11-20";

    private const int XmlOffers = 240;
    private const int CsvOffers = 40;

    public static void Write(string folder, DateOnly day)
    {
        Directory.CreateDirectory(folder);
        var made = new MadeOffers(day, offersPerOffice: 2);
        using (var xml = File.Create(Path.Combine(folder, "jobs-api2.xml")))
            LayoutFiles.WriteXml(xml, Enumerable.Range(0, XmlOffers).Select(made.Offer), indent: true);
        WriteCsv(folder, "jobs.csv", made, XmlOffers, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        WriteErrors(folder, day);
        WriteCsv(folder, "jobs.sjis.csv", made, XmlOffers + CsvOffers, CodePagesEncodingProvider.Instance.GetEncoding(932)!);
    }

    private static void WriteCsv(string folder, string name, MadeOffers made, int first, Encoding encoding)
    {
        using var stream = File.Create(Path.Combine(folder, name));
        LayoutFiles.WriteCsv(stream, Enumerable.Range(first, CsvOffers).Select(made.Offer).ToList(), encoding);
    }

    /// <summary>Two good rows, and one row for each kind of refusal that a single CSV file can show. The last column says which.</summary>
    private static void WriteErrors(string folder, DateOnly day)
    {
        List<(string What, (string Tag, string Value)[] Changes)> rows =
        [
            ("正しい行", []),
            ("Missing: 職種がない", [("sksu", "")]),
            ("ControlCharacters: 見えない文字", [("shigoto_ny", "請求書の\u0007作成")]),
            ("TooLong: 職種が長すぎる", [("sksu", string.Concat(Enumerable.Repeat("経理と総務と人事の事務", 12)))]),
            ("Shape: 求人番号の形", [("kjno", "13010/4000004")]),
            ("Shape: 事業所番号の形", [("jgshno", "1301-5000001")]),
            ("NotADate: ない日", [("uktkymd_seireki", "2026/11/31")]),
            ("NotANumber: 金額でない", [("sikg_aplusbkagen", "応相談")]),
            ("OutOfRange: 年間休日", [("nenkankjsu_n", "400")]),
            ("NotATime: 時刻でない", [("shgjn1_open", "朝8時ごろ")]),
            ("NotInList: 雇用形態", [("koyokeitai_n", "見習い社員")]),
            ("NotInList: 職業分類", [("skgybrui1_c", "999-01")]),
            ("NotInList: 市区町村コード", [("shgbsjusho1_c", "13999")]),
            ("LowerAboveUpper: 賃金", [("sikg_aplusbkagen", "310000"), ("sikg_aplusbjgn", "245000")]),
            ("LastDayBeforeAcceptance", [("kjyukoymd", day.AddDays(-30).ToString("yyyy/MM/dd", CultureInfo.InvariantCulture))]),
            ("LastDayPassed", [("uktkymd_seireki", day.AddDays(-50).ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)), ("kjyukoymd", day.AddDays(-20).ToString("yyyy/MM/dd", CultureInfo.InvariantCulture))]),
            ("SelfApplicationWithoutOfficeName", [("kokaikibo", "3"), ("onlinejishuobo_uktkkahi_n", "可")]),
            ("SelfApplicationWithoutWorkplace", [("hakenukeoitoshgkeitai", "派遣"), ("koyokeitai_n", "有期雇用派遣労働者"), ("shgbsjusho", ""), ("onlinejishuobo_uktkkahi_n", "可")]),
            ("TwiceInFile: 1件目と番号が同じ", [("kjno", "13010-40000001"), ("sksu", "総務事務")]),
            ("正しい行（法人番号の検査数字だけ合わない）", [("honinno", "8999012345678")]),
        ];
        var offers = rows.Select((row, index) => Row(index, row.What, row.Changes, day)).ToList();
        var file = Path.Combine(folder, "jobs-with-errors.csv");
        using (var stream = File.Create(file))
            LayoutFiles.WriteCsv(stream, offers, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        File.AppendAllText(file, "13010-40000099,列が足りない行（ColumnCount）\r\n");
    }

    private static List<(string Tag, string Value)> Row(int index, string what, (string Tag, string Value)[] changes, DateOnly day)
    {
        List<(string Tag, string Value)> row =
        [
            ("kjno", $"13010-{40_000_001 + index}"), ("uktkymd_seireki", day.AddDays(-5).ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)), ("kjyukoymd", ""),
            ("kokaikibo", "1"), ("onlinejishuobo_uktkkahi_n", "不可"), ("jgshno", "1301-500900-1"), ("jgshmei", "株式会社ためし商会"), ("jgshszci", "東京都千代田区神田神保町1-0-0"),
            ("sksu", "経理事務"), ("shigoto_ny", "伝票の入力と請求書の作成をお願いします。"), ("koyokeitai_n", "正社員"), ("hakenukeoitoshgkeitai", "派遣・請負ではない"), ("skgybrui1_c", "038-01"),
            ("shgbsjusho1_c", "13101"), ("shgbsjusho", "東京都千代田区神田神保町1-0-0"), ("chgnkeitai_n", "月給"), ("sikg_aplusbkagen", "245000"), ("sikg_aplusbjgn", "310000"),
            ("shgjn1_open", "9:00"), ("shgjn1_close", "17:45"), ("nenkankjsu_n", "124"), ("honinno", ""), ("memo", what),
        ];
        foreach (var (tag, value) in changes)
            row[row.FindIndex(field => field.Tag == tag)] = (tag, value);
        return row;
    }
}
