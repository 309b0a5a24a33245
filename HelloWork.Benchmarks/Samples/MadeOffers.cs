using System.Globalization;
using HelloWork.Domain.Common;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Benchmarks.Samples;

/// <summary>
/// Job offers in the official layout, made from our own words: the n-th is always the same for the same day. Offices, people, telephone
/// numbers and corporate numbers are made up (exchange 0000, registry 9990).
/// </summary>
internal sealed class MadeOffers(DateOnly today, int offersPerOffice = 3)
{
    private sealed record Office(Sector Sector, string Number, string Name, string Kana, Municipality Municipality, string Town, string Station, string Postal, string Street, int Staff, int Founded)
    {
        public string Address => $"{Municipality.FullName}{Town}{Street}";
    }

    /// <summary>Tags and values in the order of the layout.</summary>
    public List<(string Tag, string Value)> Offer(int n)
    {
        var dice = new Random(unchecked(n * 7919 + 17));
        var office = OfficeOf(n / offersPerOffice);
        var kind = office.Sector.Kinds[(n + n / offersPerOffice) % office.Sector.Kinds.Length];
        var fields = new List<(string, string)>(140);
        var agency = office.Sector.Industry == "91";
        var part = dice.Next(10) < 3;
        var workplace = office;
        if (agency || dice.Next(12) == 0)
            workplace = OfficeOf(n / offersPerOffice + 1);
        // A staffing agency's workplace is named in two of three; where it isn't, nobody can apply online (JO-03).
        var named = !agency || n % 3 != 0;
        var disclosure = dice.Next(20) switch { 0 or 1 => 3, 2 or 3 => 2, _ => 1 };
        var online = named && disclosure != 3 && dice.Next(10) < 7;

        Header(n, dice, fields, office, part, disclosure, online);
        OfficeBlock(fields, office);
        Work(n, dice, fields, office, kind, workplace, agency, part, named);
        Pay(dice, fields, kind, part);
        Hours(dice, fields, kind, part);
        Conditions(dice, fields, part);
        Company(dice, fields, office);
        Selection(dice, fields, office, online);
        Remarks(dice, fields);
        return fields;
    }

    private void Header(int n, Random dice, List<(string, string)> f, Office office, bool part, int disclosure, bool online)
    {
        var accepted = today.AddDays(-dice.Next(0, 18));
        var last = Jst.EndOfMonthAfterNext(accepted);
        f.Add(("kjno", $"{PlacementOffices.Serving(office.Municipality.Code)!.Code}-{n + 1:000000}{today.Year % 10}1"));
        if (n % 11 == 5)
            f.Add(("uktkymd_wareki", $"令和{accepted.Year - 2018}年{accepted.Month}月{accepted.Day}日"));
        else
            f.Add(("uktkymd_seireki", Day(accepted)));
        f.Add(("kjyukoymd", Day(last)));
        f.AddRange([("kjkbn1_c", "1"), ("kjkbn1_n", "一般"), ("kjkbn2_c", part ? "2" : "1"), ("kjkbn2_n", part ? "パート" : "フルタイム")]);
        f.AddRange([("kokaikibo", $"{disclosure}"), ("onlinejishuobo_uktkkahi_c", online ? "1" : "2"), ("onlinejishuobo_uktkkahi_n", online ? "可" : "不可")]);
        f.AddRange([("sngbrui_c", office.Sector.Industry), ("sngbrui_n", Industries.Find(office.Sector.Industry)!.Name), ("trialkoyoheiyo_kibo_n", dice.Next(9) == 0 ? "あり" : "なし")]);
    }

    private static void OfficeBlock(List<(string, string)> f, Office office) => f.AddRange(
    [
        ("jgshno", office.Number), ("jgshmei", office.Name), ("jgshmeikana", office.Kana), ("jgshyubinno", office.Postal), ("jgshszci", office.Address),
        ("jgshhp", $"https://www.office-{office.Number[5..11]}.example.jp/"),
    ]);

    private static void Work(int n, Random dice, List<(string, string)> f, Office office, JobKind kind, Office workplace, bool agency, bool part, bool named)
    {
        f.AddRange([("sksu", kind.Titles[n % kind.Titles.Length]), ("shigoto_ny", $"{kind.Duties[n % kind.Duties.Length]}\n{Words.Messages[dice.Next(Words.Messages.Length)]}")]);
        f.AddRange([("shigoto_ny_henkohani", dice.Next(3) == 0 ? "会社の定める業務" : "変更なし"), ("skgybrui1_c", kind.Occupation), ("skgybruicode1_dai_c", Occupations.Covering(kind.Occupation)[0].Code)]);
        var contract = agency && kind.Titles[0].Contains("請負");
        var (code, type) = (agency && !contract, part) switch
        {
            (true, false) => ("3", "有期雇用派遣労働者"),
            (true, true) => ("6", "有期雇用派遣パート"),
            (false, true) => ("5", "パート労働者"),
            _ => dice.Next(4) == 0 ? ("2", "正社員以外") : ("1", "正社員"),
        };
        if (n % 7 != 3)
            f.Add(("koyokeitai_c", code));
        if (n % 7 != 4)
            f.Add(("koyokeitai_n", type));
        if (code == "2")
            f.AddRange([("koyokeitaissinigainomeisho", dice.Next(2) == 0 ? "契約社員" : "嘱託社員"), ("ssintoyo_umu_n", "あり"), ("ssintoyo_jisseki", $"あり（過去3年間に{dice.Next(1, 9)}名）")]);
        f.Add(("hakenukeoitoshgkeitai", contract ? "請負" : agency ? "派遣" : "派遣・請負ではない"));
        if (agency && !contract)
            f.Add(("hakenukeoitordsha", $"派00-{300_000 + n % 1000:000000}"));
        var fixedTerm = code is not "1" && dice.Next(3) > 0;
        f.Add(("koyokikan_sadame_n", fixedTerm ? "雇用期間の定めあり（4か月以上）" : "雇用期間の定めなし"));
        if (fixedTerm)
            f.AddRange([("koyokikan", $"{dice.Next(1, 3) * 6}か月"), ("koyokikankeiyakuksnnoknsi", "契約更新の可能性あり（条件付き）"), ("koyokikankeiyakuksnnojkn", "勤務の成績と会社の経営の状況により判断します。更新の上限は通算5年です。")]);
        Place(dice, f, workplace, named, n);
        f.AddRange([("ztkkimmu_n", office.Sector.Industry == "39" ? "あり" : "なし"), ("okni_jdktentisk_n", dice.Next(5) == 0 ? "あり（喫煙室設置）" : "あり（屋内禁煙）")]);
        f.AddRange([("mycartsknkahi_n", dice.Next(3) > 0 ? "可" : "不可"), ("chushajo_umu_n", dice.Next(3) > 0 ? "あり（無料）" : "なし"), ("tenkin_knsi_n", dice.Next(6) == 0 ? "あり" : "なし")]);
        if (f[^1].Item2 == "あり")
            f.Add(("tenkin_hani", $"{workplace.Municipality.Prefecture.Name}内の営業所"));
        f.AddRange([("uijturnkange_n", dice.Next(4) == 0 ? "UIJターン歓迎" : ""), ("nenrei", "年齢不問")]);
        if (dice.Next(3) == 0)
        {
            f[^1] = ("nenrei", "制限あり");
            f.AddRange([("nenreisegnari_jgn", "64"), ("nenreisegngaitojiyu", "定年を上限"), ("nenreisegnnory", "定年が65歳のため")]);
        }
        f.AddRange([("grki", dice.Next(4) == 0 ? "必須" : "不問")]);
        if (f[^1].Item2 == "必須")
            f.Add(("grkiijo", "高校以上"));
        f.Add(("hynakiknt", kind.Experience == "不問" ? "不問" : "あれば尚可"));
        if (kind.Experience != "不問")
            f.Add(("hynakikntshsi", kind.Experience));
        f.Add(("hynapcskill", kind.Occupation[..2] is "03" or "04" or "00" or "01" ? "文書の作成と表計算の基本の操作" : ""));
        for (var i = 0; i < kind.Licences.Length; i++)
            f.AddRange([($"menkyo_skku{i + 1}_n", kind.Licences[i].Name), ($"menkyo_skku{i + 1}_c", Licences.ByName(kind.Licences[i].Name)!.Code), ($"menkyo_skkuyohi{i + 1}_n", kind.Licences[i].Need)]);
        f.AddRange([("sykkn", "あり"), ("trialkikankikan", $"{dice.Next(1, 7)}か月"), ("sykknchu_rodojoken", dice.Next(4) == 0 ? "異なる（時給1,080円）" : "同条件")]);
    }

    private static void Place(Random dice, List<(string, string)> f, Office workplace, bool named, int n)
    {
        if (n % 5 != 1)
            f.Add(("shgbsjusho1_c", workplace.Municipality.Code));
        f.Add(("shgbsjusho1_n", workplace.Municipality.FullName));
        if (dice.Next(9) == 0)
        {
            var (code, _, _) = Words.Places[dice.Next(Words.Places.Length)];
            f.AddRange([("shgbsjusho2_c", code), ("shgbsjusho2_n", Municipalities.Find(code)!.FullName)]);
        }
        if (named)
            f.AddRange([("shgbsyubinno", workplace.Postal), ("shgbsjusho", workplace.Address)]);
        f.AddRange([("shgbs_henkohani", dice.Next(3) == 0 ? "会社の定める事業所" : "変更なし"), ("shgbs_myre", workplace.Station)]);
        f.AddRange([("shgbs_jgshmade_kotsushudan_n", dice.Next(3) == 0 ? "バス" : "徒歩"), ("shgbs_jgshmade_shoyojn", $"{dice.Next(3, 21)}分")]);
    }

    private static void Pay(Random dice, List<(string, string)> f, JobKind kind, bool part)
    {
        var allowance = Words.Allowances[dice.Next(Words.Allowances.Length)];
        if (part)
        {
            var hour = Math.Max(1_060, kind.Wage.From / 165 / 10 * 10) + dice.Next(0, 12) * 10;
            f.AddRange([("chgnkeitai_c", "3"), ("chgnkeitai_n", "時給"), ("sikg_aplusbkagen", $"{hour}"), ("sikg_aplusbjgn", $"{hour + 150}"), ("khky", $"{hour:#,0}円〜{hour + 150:#,0}円")]);
        }
        else
        {
            var from = kind.Wage.From + dice.Next(0, 15) * 1_000;
            var to = Math.Max(from + 10_000, kind.Wage.To + dice.Next(-8, 12) * 1_000);
            var form = dice.Next(14) switch { 0 => ("4", "年俸制"), 1 => ("2", "日給"), _ => ("1", "月給") };
            f.AddRange([("chgnkeitai_c", form.Item1), ("chgnkeitai_n", form.Item2), ("sikg_aplusbkagen", Yen(dice, from + allowance.From)), ("sikg_aplusbjgn", Yen(dice, to + allowance.To))]);
            f.AddRange([("khkykagen", Yen(dice, from)), ("khkyjgn", Yen(dice, to)), ("tgktat1_mei", allowance.Name), ("tgktat1_kagen", $"{allowance.From}"), ("tgktat1_jgn", $"{allowance.To}")]);
            if (dice.Next(6) == 0)
                f.AddRange([("koteizngykbn", "あり"), ("ktizangydi_kagen", "28000"), ("ktizangydi_jgn", "42000"), ("ktizangydaitkjk", "時間外の労働の有無にかかわらず20時間分を支給し、超えた分は別に支給します。")]);
            else
                f.Add(("koteizngykbn", "なし"));
            f.Add(("thkinrodonissu", $"{dice.Next(195, 221) / 10m:0.0}日"));
        }
        f.AddRange([("sntatatfukijk", dice.Next(2) == 0 ? "扶養手当：子1人につき5,000円" : "夜勤手当：1回6,000円（夜勤のある職種のみ）")]);
        f.AddRange([("tskntat", "実費支給（上限あり）"), ("tskntattsuki", "月額"), ("tskntatgaku", $"{dice.Next(10, 31)},000円"), ("chgnskbi", dice.Next(2) == 0 ? "固定（月末）" : "固定（毎月20日）"), ("chgnsrbi", "固定（翌月25日）")]);
        f.AddRange([("shkyumu_n", "あり"), ("shkyrt", $"1月あたり{dice.Next(2, 9)},000円（前年度の実績）")]);
        if (dice.Next(5) > 0)
            f.AddRange([("shoyoumu_n", "あり"), ("shoyo", $"年2回・{dice.Next(18, 42) / 10m:0.0}か月分（前年度の実績）")]);
        else
            f.Add(("shoyoumu_n", "なし"));
    }

    private static void Hours(Random dice, List<(string, string)> f, JobKind kind, bool part)
    {
        for (var i = 0; i < (part ? 1 : kind.Shifts.Length); i++)
        {
            var times = kind.Shifts[(i + (part ? dice.Next(kind.Shifts.Length) : 0)) % kind.Shifts.Length].Split('-');
            if (dice.Next(4) == 0)
                f.Add(($"shgjn{i + 1}_open_close", $"{times[0]}〜{times[1]}"));
            else
                f.AddRange([($"shgjn{i + 1}_open", times[0]), ($"shgjn{i + 1}_close", times[1])]);
        }
        if (part)
            f.AddRange([("shgjnor", "8時00分〜20時00分の間の4時間以上"), ("shurdnisu", $"週{dice.Next(2, 6)}日"), ("shurdnisusodanka", "相談できます")]);
        if (kind.Shifts.Length > 1)
            f.AddRange([("henkeirdtani", "1か月単位の変形労働時間制"), ("shgjn_tkjk", "勤務表は前の月の20日までに決めます。希望の休みは月3日まで出せます。")]);
        var overtime = dice.Next(0, 22);
        f.Add(("jkgi_umu_n", overtime == 0 ? "なし" : "あり"));
        if (overtime > 0)
            f.AddRange([("jkgi_thkinjn_ji_n", $"{overtime}時間"), ("sanrokukyotei", "なし")]);
        f.AddRange([("kyukeijn_n", part ? "45分" : "60分"), ("nenkankjsu_n", $"{dice.Next(105, 128)}")]);
        if (kind.Weekends)
            f.AddRange([("kyjstosnta", "勤務表による。希望の休みに応じます。"), ("sk2sei_n", "その他")]);
        else
            f.AddRange([("kyjs_sat", "1"), ("kyjs_sun", "1"), ("kyjs_holiday", "1"), ("sk2sei_n", "毎週"), ("kyjstosnta", "夏季（8月13日から3日）、年末年始（12月29日から1月3日）")]);
        f.Add(("sixmonth_yukyukyuka_n", part ? "7日" : "10日"));
    }

    private static void Conditions(Random dice, List<(string, string)> f, bool part)
    {
        f.AddRange([("knyhkn_koyo", "1"), ("knyhkn_rosai", "1")]);
        if (!part || dice.Next(2) == 0)
            f.AddRange([("knyhkn_kenko", "1"), ("knyhkn_kosei", "1")]);
        if (!part)
            f.AddRange([("tiskkin_seido", "あり"), ("tskinsdkinzokunensu", "3年以上"), ("tskinksi", dice.Next(2) == 0 ? "加入" : "未加入")]);
        f.AddRange([("tnsei", "あり"), ("tnnenrei", dice.Next(3) == 0 ? "60歳" : "65歳"), ("saikoyo", "あり"), ("saikoyo_jgnnenrei", "70歳まで"), ("knmencho", "なし")]);
        f.AddRange([("nkj", dice.Next(8) == 0 ? "単身用あり" : "なし"), ("tkjshsetu_n", dice.Next(10) == 0 ? "あり" : "なし")]);
    }

    private static void Company(Random dice, List<(string, string)> f, Office office)
    {
        var here = Math.Max(3, office.Staff / 2);
        f.AddRange([("jgis_kigyozentai_n", $"{office.Staff}人"), ("jgis_shgbs_n", $"{here}人"), ("jgis_uchijosei_n", $"{here / 2}人"), ("jgis_uchipart_n", $"{here / 3}人")]);
        f.AddRange([("sogyostrt_nen_seireki", $"{office.Founded}"), ("shihonkin", $"{dice.Next(3, 50) * 100:#,0}万円"), ("rodokumiai", dice.Next(5) == 0 ? "あり" : "なし")]);
        f.AddRange([("jigyony", office.Sector.Business[office.Founded % office.Sector.Business.Length]), ("kaishatokucho", office.Sector.Features[office.Staff % office.Sector.Features.Length])]);
        var (name, _) = Words.Contacts[office.Staff % Words.Contacts.Length];
        f.AddRange([("yshk", "代表"), ("dhsyamei", $"{name} {"一二三実誠恵明茂"[office.Founded % 8]}"), ("honinno", Corporate(office.Number))]);
        f.AddRange([("fltmshgkisoku", "あり"), ("partshgkisoku", "あり"), ("ikujikyugyostkjissekiumu_n", "あり"), ("kaigokyugyostkjissekiumu_n", dice.Next(2) == 0 ? "あり" : "なし"), ("gkjnkoyojissekiumu_n", dice.Next(3) == 0 ? "あり" : "なし")]);
    }

    private static void Selection(Random dice, List<(string, string)> f, Office office, bool online)
    {
        f.AddRange([("saiyoninzu_n", $"{dice.Next(1, 5)}人"), ("boshury_n", dice.Next(3) switch { 0 => "増員", 1 => "欠員補充", _ => "新規事業所設立" })]);
        f.AddRange([("snkhoho_mensetsu_c", "1"), ("mensetsuyoteikaisu", $"{dice.Next(1, 3)}回"), ("snkhoho_shrisnko_c", dice.Next(2) == 0 ? "1" : "0")]);
        f.AddRange([("selectkekkatsuch", "面接選考後"), ("mensetsuselectkekka", $"{dice.Next(3, 15)}日以内"), ("ksshenotsuchihoho", online ? "求職者マイページ" : "電話")]);
        f.AddRange([("selectnichijito", Words.Schedules[dice.Next(Words.Schedules.Length)]), ("selectbsyubinno", office.Postal), ("selectbsjusho", office.Address)]);
        f.AddRange([("obshri_rrksh", "1"), ("obshri_hwshkijo", online ? "0" : "1"), ("obshri_shkmkeireki", dice.Next(2) == 0 ? "1" : "0"), ("oboshoruinosofuhoho", online ? "求職者マイページ、郵送" : "郵送"), ("obohen", dice.Next(2) == 0 ? "求人者の責任にて廃棄" : "返却")]);
        var (name, kana) = Words.Contacts[dice.Next(Words.Contacts.Length)];
        f.AddRange([("ttsykm", Words.Positions[dice.Next(Words.Positions.Length)]), ("ttsttskana", kana), ("ttstts", name), ("snktts_tel", $"0{office.Number[..2].TrimStart('0')}-0000-{dice.Next(1000, 10000)}")]);
    }

    private static void Remarks(Random dice, List<(string, string)> f) => f.AddRange(
    [
        ("kjjknktkjk", Words.Remarks[dice.Next(Words.Remarks.Length)]), ("jgshkaranomsg", Words.Messages[dice.Next(Words.Messages.Length)]), ("fukurikoseinony", Words.Welfare[dice.Next(Words.Welfare.Length)]),
        ("knssdny", dice.Next(2) == 0 ? "入社時の研修、年2回の社内の勉強会" : ""), ("elevator", dice.Next(3) == 0 ? "1" : ""), ("barrierfree", dice.Next(4) == 0 ? "1" : ""),
    ]);

    private static Office OfficeOf(int m)
    {
        var dice = new Random(unchecked(m * 104_729 + 5));
        var sector = Sectors.All[m % Sectors.All.Length];
        var (word, kana) = Words.OfficeWords[(m / Sectors.All.Length + m) % Words.OfficeWords.Length];
        var (code, town, station) = Words.Places[dice.Next(Words.Places.Length)];
        var municipality = Municipalities.Find(code) ?? throw new InvalidOperationException($"No municipality {code}.");
        // Beyond the number of words, offices of one name are told apart as branches.
        var branch = m / Sectors.All.Length / Words.OfficeWords.Length is > 0 and var round ? $" 第{round + 1}事業所" : "";
        var pattern = sector.OfficeNames[dice.Next(sector.OfficeNames.Length)];
        var reading = Words.Readings.Aggregate(pattern, (text, r) => text.Replace(r.Written, r.Kana)).Replace("{0}", kana).Trim();
        return new(
            sector, $"{code[..2]}{dice.Next(1, 10):00}-{500_000 + m % 400_000:000000}-{m % 10}", pattern.Replace("{0}", word) + branch,
            reading, municipality, town, station, PostalCodes.ExampleIn(municipality), $"{dice.Next(1, 9)}-{dice.Next(1, 30)}-{dice.Next(1, 20)}", dice.Next(6, 240), dice.Next(1948, 2022));
    }

    // 9990 is no registry office, so that no real corporation has such a number.
    private static string Corporate(string officeNumber)
    {
        var base12 = $"9990{officeNumber.Replace("-", "")[^8..]}";
        return Enumerable.Range(1, 9).Select(check => $"{check}{base12}").First(Domain.Jobs.CorporateNumber.IsValid);
    }

    private static string Yen(Random dice, int amount) => dice.Next(4) == 0 ? amount.ToString("#,0円", CultureInfo.InvariantCulture) : $"{amount}";

    private static string Day(DateOnly day) => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
}
