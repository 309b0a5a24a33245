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
    private sealed record Office(Sector Sector, string Number, string Name, string Kana, string Business, Municipality Municipality, string Town, string Station, string Postal, string Street, int Staff, int Founded)
    {
        public string Address => $"{Municipality.FullName}{Town}{Street}";

        public int WomenPercent => Sector.Industry switch { "83" or "85" or "60" => 75, "06" or "08" or "24" or "44" or "89" => 15, _ => 50 };
    }

    /// <summary>Everything about one offer that its other parts have to agree with.</summary>
    private sealed record Draft(int N, Random Dice, Office Office, JobKind Kind, Post Post, Office Workplace, bool Part)
    {
        public List<(string Tag, string Value)> Fields { get; } = new(140);
        public bool Agency => Office.Sector.Industry == "91";
        public bool Contract => Post.Title.Contains("請負");
        public bool AtNight => Post.Shifts.Any(IsNight);
        /// <summary>正社員</summary>
        public bool Regular { get; init; }
        public bool FixedTerm { get; init; }
        public int RetirementAge { get; init; }
        public bool AgeFree { get; init; }
        public int Overtime { get; init; }
        public bool ByCar { get; init; }
        public bool FreeParking { get; init; }
        public string Reason { get; init; } = "";

        public void Add(params ReadOnlySpan<(string, string)> fields) => Fields.AddRange(fields);
    }

    /// <summary>Tags and values in the order of the layout.</summary>
    public List<(string Tag, string Value)> Offer(int n)
    {
        var draft = DraftOf(n);
        // A staffing agency's workplace is named in two of three; where it isn't, nobody can apply online (JO-03).
        var named = !draft.Agency || n % 3 != 0;
        var disclosure = draft.Dice.Next(20) switch { 0 or 1 => 3, 2 or 3 => 2, _ => 1 };
        var online = named && disclosure != 3 && draft.Dice.Next(10) < 7;

        Header(draft, disclosure, online);
        OfficeBlock(draft);
        Work(draft);
        Place(draft, named);
        Terms(draft);
        Pay(draft);
        Hours(draft);
        Conditions(draft);
        Company(draft);
        Selection(draft, online);
        Remarks(draft);
        return draft.Fields;
    }

    private Draft DraftOf(int n)
    {
        var dice = new Random(unchecked(n * 7919 + 17));
        var m = n / offersPerOffice;
        var office = OfficeOf(m);
        // Offices of one line of business go on where the one before them stopped, so that their openings differ.
        var turn = m / Sectors.All.Length * offersPerOffice + n % offersPerOffice;
        var kind = office.Sector.Kinds[turn % office.Sector.Kinds.Length];
        var post = kind.Posts[turn / office.Sector.Kinds.Length % kind.Posts.Length];
        var part = post.Hire is Hire.PartTime || (post.Hire is Hire.Either && dice.Next(10) < 4);
        var regular = !part && office.Sector.Industry != "91" && dice.Next(5) > 0;
        var byCar = !IsCity(office) || dice.Next(3) == 0;
        return new(n, dice, office, kind, post, kind.WorkedAt is { } industry ? Beside(office, OfficeOf(NextOf(industry, m))) : office, part)
        {
            Regular = regular,
            FixedTerm = !regular && dice.Next(3) > 0,
            RetirementAge = dice.Next(3) == 0 ? 60 : 65,
            // An age limit needs a term without end.
            AgeFree = !regular || dice.Next(2) == 0,
            Overtime = part ? 0 : dice.Next(0, 20),
            ByCar = byCar,
            FreeParking = byCar && !IsCity(office),
            Reason = dice.Next(6) switch { 0 => "新規事業所設立", 1 or 2 => "増員", _ => "欠員補充" },
        };
    }

    private static Office Beside(Office agency, Office client) =>
        client with { Municipality = agency.Municipality, Town = agency.Town, Station = agency.Station, Postal = agency.Postal };

    private static int NextOf(string industry, int m)
    {
        for (m++; Sectors.All[m % Sectors.All.Length].Industry != industry;)
            m++;
        return m;
    }

    private void Header(Draft d, int disclosure, bool online)
    {
        var accepted = today.AddDays(-d.Dice.Next(0, 18));
        d.Add(("kjno", $"{PlacementOffices.Serving(d.Office.Municipality.Code)!.Code}-{d.N + 1:000000}{today.Year % 10}1"));
        if (d.N % 11 == 5)
            d.Add(("uktkymd_wareki", $"令和{accepted.Year - 2018}年{accepted.Month}月{accepted.Day}日"));
        else
            d.Add(("uktkymd_seireki", Day(accepted)));
        d.Add(("kjyukoymd", Day(Jst.EndOfMonthAfterNext(accepted))));
        d.Add(("kjkbn1_c", "1"), ("kjkbn1_n", "一般"), ("kjkbn2_c", d.Part ? "2" : "1"), ("kjkbn2_n", d.Part ? "パート" : "フルタイム"));
        d.Add(("kokaikibo", $"{disclosure}"), ("onlinejishuobo_uktkkahi_c", online ? "1" : "2"), ("onlinejishuobo_uktkkahi_n", online ? "可" : "不可"));
        d.Add(("sngbrui_c", d.Office.Sector.Industry), ("sngbrui_n", Industries.Find(d.Office.Sector.Industry)!.Name),
            ("trialkoyoheiyo_kibo_n", d.Kind.Experience == "不問" && d.Dice.Next(6) == 0 ? "あり" : "なし"));
    }

    private static void OfficeBlock(Draft d) => d.Add(
        ("jgshno", d.Office.Number), ("jgshmei", d.Office.Name), ("jgshmeikana", d.Office.Kana), ("jgshyubinno", d.Office.Postal), ("jgshszci", d.Office.Address),
        ("jgshhp", $"https://www.office-{d.Office.Number[5..11]}.example.jp/"));

    private static void Work(Draft d)
    {
        d.Add(("sksu", d.Post.Title), ("shigoto_ny", d.Post.Duties), ("shigoto_ny_henkohani", d.Regular && d.Dice.Next(3) == 0 ? "会社の定める業務" : "変更なし"));
        d.Add(("skgybrui1_c", d.Kind.Occupation), ("skgybruicode1_dai_c", Occupations.Covering(d.Kind.Occupation)[0].Code));
        var (code, type) = (d.Agency && !d.Contract, d.Part) switch
        {
            (true, false) => ("3", "有期雇用派遣労働者"),
            (true, true) => ("6", "有期雇用派遣パート"),
            (false, true) => ("5", "パート労働者"),
            _ => d.Regular ? ("1", "正社員") : ("2", "正社員以外"),
        };
        if (d.N % 7 != 3)
            d.Add(("koyokeitai_c", code));
        if (d.N % 7 != 4)
            d.Add(("koyokeitai_n", type));
        if (code == "2")
            d.Add(("koyokeitaissinigainomeisho", "契約社員"), ("ssintoyo_umu_n", "あり"), ("ssintoyo_jisseki", $"あり（過去3年間に{d.Dice.Next(1, 5)}名）"));
        d.Add(("hakenukeoitoshgkeitai", d.Contract ? "請負" : d.Agency ? "派遣" : "派遣・請負ではない"));
        if (d.Agency && !d.Contract)
            d.Add(("hakenukeoitordsha", $"派00-{300_000 + d.N % 1000:000000}"));
        var limited = d.FixedTerm || code is "3" or "6";
        d.Add(("koyokikan_sadame_n", limited ? "雇用期間の定めあり（4か月以上）" : "雇用期間の定めなし"));
        if (limited)
            d.Add(("koyokikan", $"{d.Dice.Next(1, 3) * 6}か月"), ("koyokikankeiyakuksnnoknsi", "契約更新の可能性あり（条件付き）"),
                ("koyokikankeiyakuksnnojkn", d.Agency ? "働く場所の業務の量により判断します。" : "勤務の成績と会社の経営の状況により判断します。更新の上限は通算5年です。"));
    }

    private static void Place(Draft d, bool named)
    {
        if (d.N % 5 != 1)
            d.Add(("shgbsjusho1_c", d.Workplace.Municipality.Code));
        d.Add(("shgbsjusho1_n", d.Workplace.Municipality.FullName));
        if (named)
            d.Add(("shgbsyubinno", d.Workplace.Postal), ("shgbsjusho", d.Workplace.Address));
        var bus = d.Dice.Next(3) == 0;
        d.Add(("shgbs_henkohani", d.Regular && d.Dice.Next(4) == 0 ? "会社の定める事業所" : "変更なし"), ("shgbs_myre", d.Workplace.Station),
            ("shgbs_jgshmade_kotsushudan_n", bus ? "バス" : "徒歩"), ("shgbs_jgshmade_shoyojn", $"{(bus ? d.Dice.Next(8, 26) : d.Dice.Next(3, 19))}分"));
    }

    private static void Terms(Draft d)
    {
        d.Add(("ztkkimmu_n", d.Office.Sector.Industry == "39" ? "あり" : "なし"), ("okni_jdktentisk_n", d.Office.Sector.Industry is "82" or "83" or "85" || d.Dice.Next(5) > 0 ? "あり（屋内禁煙）" : "あり（喫煙室設置）"));
        d.Add(("mycartsknkahi_n", d.ByCar ? "可" : "不可"), ("chushajo_umu_n", d.FreeParking ? "あり（無料）" : "なし"));
        var moves = d.Regular && d.Office.Staff > 60 && d.Dice.Next(3) == 0;
        d.Add(("tenkin_knsi_n", moves ? "あり" : "なし"));
        if (moves)
            d.Add(("tenkin_hani", $"{d.Workplace.Municipality.Prefecture.Name}内の事業所"));
        if (!d.Part && d.Dice.Next(4) == 0)
            d.Add(("uijturnkange_n", "UIJターン歓迎"));
        d.Add(("nenrei", d.AgeFree ? "年齢不問" : "制限あり"));
        if (!d.AgeFree)
            d.Add(("nenreisegnari_jgn", $"{d.RetirementAge - 1}"), ("nenreisegngaitojiyu", "定年を上限"), ("nenreisegnnory", $"定年が{d.RetirementAge}歳のため"));
        var school = !d.Part && d.Kind.Wage.From >= 215_000 && d.Dice.Next(3) == 0;
        d.Add(("grki", school ? "必須" : "不問"));
        if (school)
            d.Add(("grkiijo", "高校以上"));
        var experience = d.Kind.Experience;
        d.Add(("hynakiknt", experience == "不問" ? "不問" : experience.Contains("尚可") || experience.Contains("優遇") ? "あれば尚可" : "必須"));
        if (experience != "不問")
            d.Add(("hynakikntshsi", experience));
        if (d.Kind.Occupation[..3] is "033" or "034" or "038" or "039" or "040" or "043")
            d.Add(("hynapcskill", "文書の作成と表計算の基本の操作"));
        for (var i = 0; i < d.Kind.Licences.Length; i++)
            d.Add(($"menkyo_skku{i + 1}_n", d.Kind.Licences[i].Name), ($"menkyo_skku{i + 1}_c", Licences.ByName(d.Kind.Licences[i].Name)!.Code), ($"menkyo_skkuyohi{i + 1}_n", d.Kind.Licences[i].Need));
        d.Add(("sykkn", "あり"), ("trialkikankikan", d.Part ? "1か月" : "3か月"), ("sykknchu_rodojoken", "同条件"));
    }

    private static void Pay(Draft d)
    {
        var least = LeastWage(d.Workplace.Municipality.PrefectureCode);
        if (d.Part)
        {
            var hour = Math.Max(least, d.Kind.Wage.From / 160 / 10 * 10) + d.Dice.Next(0, 6) * 10;
            d.Add(("chgnkeitai_c", "3"), ("chgnkeitai_n", "時給"), ("sikg_aplusbkagen", $"{hour}"), ("sikg_aplusbjgn", $"{hour + 100}"), ("khky", $"{hour:#,0}円〜{hour + 100:#,0}円"));
        }
        else
            Month(d, least);
        d.Add(("sntatatfukijk", d.AtNight ? "夜勤手当：1回6,000円" : d.Part ? "土日祝手当：1時間につき50円" : "扶養手当：子1人につき5,000円"));
        if (d.Part && d.Kind.Rest is not Rest.Roster)
            d.Fields.RemoveAt(d.Fields.Count - 1);
        d.Add(("tskntat", "実費支給（上限あり）"), ("tskntattsuki", "月額"), ("tskntatgaku", $"{d.Dice.Next(10, 31)},000円"), ("chgnskbi", d.Dice.Next(2) == 0 ? "固定（月末）" : "固定（毎月20日）"), ("chgnsrbi", d.Fields[^1].Item2.Contains("月末") ? "固定（翌月25日）" : "固定（翌月5日）"));
        d.Add(("shkyumu_n", d.Part && d.FixedTerm ? "なし" : "あり"));
        if (d.Fields[^1].Value == "あり")
            d.Add(("shkyrt", d.Part ? $"1時間あたり{d.Dice.Next(1, 4) * 10}円（前年度の実績）" : $"1月あたり{d.Dice.Next(2, 8)},000円（前年度の実績）"));
        d.Add(("shoyoumu_n", d.Regular || (!d.Part && !d.Agency) ? "あり" : "なし"));
        if (d.Fields[^1].Value == "あり")
            d.Add(("shoyo", d.Regular ? $"年2回・{d.Dice.Next(20, 40) / 10m:0.0}か月分（前年度の実績）" : $"年2回・{d.Dice.Next(8, 16) / 10m:0.0}か月分（前年度の実績）"));
    }

    private static void Month(Draft d, int least)
    {
        // No month's pay lies below the least hour's for all its hours.
        var from = Math.Max(d.Kind.Wage.From, (least * 168 / 1_000 + 1) * 1_000) + d.Dice.Next(0, 8) * 1_000;
        var to = Math.Max(from + 15_000, d.Kind.Wage.To + d.Dice.Next(-8, 12) * 1_000);
        var (name, lower, upper) = AllowanceFor(d);
        var form = d.Kind.Occupation is "092-01" or "059-02" or "091-01" && d.Dice.Next(2) == 0 ? ("2", "日給") : ("1", "月給");
        d.Add(("chgnkeitai_c", form.Item1), ("chgnkeitai_n", form.Item2), ("sikg_aplusbkagen", Yen(d.Dice, from + lower)), ("sikg_aplusbjgn", Yen(d.Dice, to + upper)));
        d.Add(("khkykagen", Yen(d.Dice, from)), ("khkyjgn", Yen(d.Dice, to)), ("tgktat1_mei", name), ("tgktat1_kagen", $"{lower}"), ("tgktat1_jgn", $"{upper}"));
        // What twenty hours beyond the usual ones cost, a quarter on top.
        static int TwentyHours(int month) => (month * 25 / 168 / 1_000 + 1) * 1_000;
        if (d is { Overtime: >= 12, Regular: true, Kind.Wage.To: >= 330_000, Office.Sector.Industry: "06" or "39" or "55" or "58" } && d.Kind.Occupation != "091-01")
            d.Add(("koteizngykbn", "あり"), ("ktizangydi_kagen", $"{TwentyHours(from + lower)}"), ("ktizangydi_jgn", $"{TwentyHours(to + upper)}"),
                ("ktizangydaitkjk", "時間外の労働の有無にかかわらず20時間分を支給し、超えた分は別に支給します。"));
        else
            d.Add(("koteizngykbn", "なし"));
        d.Add(("thkinrodonissu", d.Kind.Rest is Rest.Weekends ? $"{d.Dice.Next(198, 206) / 10m:0.0}日" : $"{d.Dice.Next(210, 218) / 10m:0.0}日"));
    }

    private static (string Name, int From, int To) AllowanceFor(Draft d) => d switch
    {
        { Office.Sector.Industry: "85" } when d.Kind.Occupation[..3] is "050" or "051" or "049" && d.Kind.Occupation != "049-02" => ("処遇改善手当", 12_000, 28_000),
        { Kind.Licences: [(_, "必須"), ..] } when d.Kind.Licences[0].Name != "普通自動車運転免許" => ("資格手当", 5_000, 15_000),
        { Kind.Rest: Rest.Roster } or { Office.Sector.Industry: "24" or "09" or "44" } => ("皆勤手当", 5_000, 5_000),
        _ => ("職務手当", 5_000, 20_000),
    };

    /// <summary>Yen an hour, some above what the law asked for in each prefecture.</summary>
    private static int LeastWage(string prefecture) => prefecture switch
    {
        "13" or "14" => 1_240,
        "27" => 1_190,
        "11" or "12" or "23" => 1_160,
        "26" or "28" => 1_140,
        "01" or "08" or "22" or "24" or "25" or "34" => 1_110,
        _ => 1_080,
    };

    private static void Hours(Draft d)
    {
        var shifts = d.Part ? d.Post.Shifts[..1] : d.Post.Shifts;
        for (var i = 0; i < shifts.Length; i++)
        {
            var times = shifts[i].Split('-');
            if (d.Dice.Next(4) == 0)
                d.Add(($"shgjn{i + 1}_open_close", $"{times[0]}〜{times[1]}"));
            else
                d.Add(($"shgjn{i + 1}_open", times[0]), ($"shgjn{i + 1}_close", times[1]));
        }
        var minutes = Minutes(shifts[0]);
        if (d.Part)
        {
            // Where the day is long, part of it will do.
            if (minutes > 7 * 60)
                d.Add(("shgjnor", $"{Clock(shifts[0], 0)}〜{Clock(shifts[0], 1)}の間の5時間以上"));
            d.Add(("shurdnisu", $"週{d.Dice.Next(3, 6)}日"), ("shurdnisusodanka", "相談できます"));
        }
        if (shifts.Length > 1)
            d.Add(("henkeirdtani", "1か月単位の変形労働時間制"), ("shgjn_tkjk", "勤務表は前の月の20日までに決めます。希望の休みは月3日まで出せます。"));
        d.Add(("jkgi_umu_n", d.Overtime == 0 ? "なし" : "あり"));
        if (d.Overtime > 0)
            d.Add(("jkgi_thkinjn_ji_n", $"{d.Overtime}時間"), ("sanrokukyotei", "なし"));
        d.Add(("kyukeijn_n", minutes <= 6 * 60 ? minutes <= 5 * 60 ? "0分" : "15分" : minutes <= 8 * 60 ? "45分" : minutes > 10 * 60 ? "120分" : "60分"));
        if (d.Kind.Rest is Rest.Roster)
            d.Add(("nenkankjsu_n", $"{d.Dice.Next(107, 116)}"), ("kyjstosnta", "勤務表による。希望の休みに応じます。"), ("sk2sei_n", "その他"));
        else if (d.Kind.Rest is Rest.Sundays)
            d.Add(("nenkankjsu_n", $"{d.Dice.Next(103, 110)}"), ("kyjs_sun", "1"), ("kyjs_holiday", "1"), ("sk2sei_n", "その他"), ("kyjstosnta", "土曜は月2回休み。夏季3日、年末年始5日"));
        else
            d.Add(("nenkankjsu_n", $"{d.Dice.Next(122, 127)}"), ("kyjs_sat", "1"), ("kyjs_sun", "1"), ("kyjs_holiday", "1"), ("sk2sei_n", "毎週"), ("kyjstosnta", "夏季（8月13日から3日）、年末年始（12月29日から1月3日）"));
        d.Add(("sixmonth_yukyukyuka_n", d.Part ? "7日" : "10日"));
    }

    private static bool IsNight(string shift) => TimeOf(shift, 1) < TimeOf(shift, 0);

    private static int Minutes(string shift) => TimeOf(shift, 1) - TimeOf(shift, 0) + (IsNight(shift) ? 24 * 60 : 0);

    private static int TimeOf(string shift, int end) => shift.Split('-')[end].Split(':') is [var hour, var minute]
        ? int.Parse(hour, CultureInfo.InvariantCulture) * 60 + int.Parse(minute, CultureInfo.InvariantCulture) : 0;

    private static string Clock(string shift, int end) => $"{TimeOf(shift, end) / 60}時{TimeOf(shift, end) % 60:00}分";

    private static void Conditions(Draft d)
    {
        var few = d.Part && Minutes(d.Post.Shifts[0]) <= 5 * 60;
        d.Add(("knyhkn_koyo", few ? "0" : "1"), ("knyhkn_rosai", "1"));
        if (!d.Part)
            d.Add(("knyhkn_kenko", "1"), ("knyhkn_kosei", "1"));
        if (d.Regular)
            d.Add(("tiskkin_seido", "あり"), ("tskinsdkinzokunensu", "3年以上"), ("tskinksi", d.Dice.Next(2) == 0 ? "加入" : "未加入"));
        d.Add(("tnsei", "あり"), ("tnnenrei", $"{d.RetirementAge}歳"), ("saikoyo", "あり"), ("saikoyo_jgnnenrei", "70歳まで"), ("knmencho", "なし"));
        d.Add(("nkj", d.Office.Sector.Industry == "75" ? "単身用あり" : "なし"), ("tkjshsetu_n", d.Office.Sector is { Industry: "83", Staff.From: > 50 } ? "あり" : "なし"));
    }

    private static void Company(Draft d)
    {
        var office = d.Office;
        var here = Math.Max(3, office.Staff * 2 / 3);
        d.Add(("jgis_kigyozentai_n", $"{office.Staff}人"), ("jgis_shgbs_n", $"{here}人"), ("jgis_uchijosei_n", $"{here * office.WomenPercent / 100}人"), ("jgis_uchipart_n", $"{here / 3}人"));
        d.Add(("sogyostrt_nen_seireki", $"{office.Founded}"));
        // Foundations, hospitals and shops of one person have none.
        if (office.Name.Contains("会社"))
            d.Add(("shihonkin", $"{(office.Founded % 5 + 1) * 500:#,0}万円"));
        d.Add(("rodokumiai", office.Staff > 100 ? "あり" : "なし"), ("jigyony", office.Business), ("kaishatokucho", office.Sector.Features[office.Staff % office.Sector.Features.Length]));
        var (name, _) = Words.Contacts[office.Staff % Words.Contacts.Length];
        d.Add(("yshk", HeadOf(office)), ("dhsyamei", $"{name} {Words.GivenNames[office.Founded % Words.GivenNames.Length]}"), ("honinno", Corporate(office.Number)));
        d.Add(("fltmshgkisoku", "あり"), ("partshgkisoku", "あり"), ("ikujikyugyostkjissekiumu_n", office.Staff > 20 ? "あり" : "なし"), ("kaigokyugyostkjissekiumu_n", office.Staff > 60 ? "あり" : "なし"),
            ("gkjnkoyojissekiumu_n", office.Founded % 3 == 0 ? "あり" : "なし"));
    }

    private static string HeadOf(Office office) =>
        office.Name.Contains("会社") ? "代表取締役" : office.Sector.Head is "代表取締役" ? "代表" : office.Sector.Head;

    private static void Selection(Draft d, bool online)
    {
        d.Add(("saiyoninzu_n", $"{d.Dice.Next(1, d.Office.Staff > 30 ? 4 : 3)}人"), ("boshury_n", d.Reason));
        var papers = !d.Part && d.Dice.Next(2) == 0;
        d.Add(("snkhoho_mensetsu_c", "1"), ("mensetsuyoteikaisu", d.Part ? "1回" : $"{d.Dice.Next(1, 3)}回"), ("snkhoho_shrisnko_c", papers ? "1" : "0"));
        d.Add(("selectkekkatsuch", papers ? "書類選考後、面接選考後" : "面接選考後"), ("mensetsuselectkekka", $"{d.Dice.Next(3, 15)}日以内"), ("ksshenotsuchihoho", online ? "求職者マイページ" : "電話"));
        d.Add(("selectnichijito", papers ? "書類の到着から1週間以内に日時をお知らせします" : Words.Schedules[d.Dice.Next(Words.Schedules.Length)]), ("selectbsyubinno", d.Office.Postal), ("selectbsjusho", d.Office.Address));
        d.Add(("obshri_rrksh", "1"), ("obshri_hwshkijo", online ? "0" : "1"), ("obshri_shkmkeireki", papers ? "1" : "0"), ("oboshoruinosofuhoho", online ? "求職者マイページ、郵送" : "郵送"),
            ("obohen", d.Dice.Next(2) == 0 ? "求人者の責任にて廃棄" : "返却"));
        var (name, kana) = Words.Contacts[d.Dice.Next(Words.Contacts.Length)];
        d.Add(("ttsykm", d.Office.Sector.Contact), ("ttsttskana", kana), ("ttstts", name), ("snktts_tel", $"0{d.Office.Number[..2].TrimStart('0')}-0000-{d.Dice.Next(1000, 10000)}"));
    }

    private static void Remarks(Draft d)
    {
        List<string> remarks = [.. Words.Remarks], messages = [.. Words.Messages];
        if (d.FreeParking)
            remarks.Add("車で通う方には、敷地内の駐車場を無料で貸します。");
        if (d.AgeFree && d.FixedTerm)
            remarks.Add("60歳以上の方も歓迎します。");
        if (d.Overtime > 10)
            remarks.Add("時間外の労働は、月によって増減します。賃金は1分ごとに計算します。");
        if (d.Kind.Experience == "不問")
            messages.Add("経験のない方には、担当者が3か月付いて教えます。");
        if (d.Kind.Licences is [(_, "必須"), ..] && d.Kind.Experience == "不問")
            messages.Add("ブランクのある方も、安心して始められます。昨年は復職した方がいます。");
        if (d.Part)
            messages.Add("短い時間から始めて、慣れたら延ばすこともできます。");
        messages.Add(d.Reason switch
        {
            "新規事業所設立" => "新しい拠点を開くための募集です。立ち上げから加わっていただけます。",
            "増員" => "仕事が増えたため、新しい仲間を迎えます。",
            _ => "長く勤めた人が退きます。時間をかけて引き継ぎます。",
        });
        d.Add(("kjjknktkjk", remarks[d.Dice.Next(remarks.Count)]), ("jgshkaranomsg", messages[d.Dice.Next(messages.Count)]), ("fukurikoseinony", Words.Welfare[d.Dice.Next(Words.Welfare.Length)]));
        d.Add(("knssdny", d.Part ? "" : "入社時の研修、年2回の社内の勉強会"), ("elevator", d.Office.Staff > 60 ? "1" : ""), ("barrierfree", d.Office.Sector.Industry is "83" or "85" ? "1" : ""));
    }

    // Where people come by train.
    private static bool IsCity(Office office) => office.Municipality.PrefectureCode is "13" or "14" or "27" || office.Municipality.Name.EndsWith('区');

    private static Office OfficeOf(int m)
    {
        var dice = new Random(unchecked(m * 104_729 + 5));
        var sector = Sectors.All[m % Sectors.All.Length];
        var (word, kana) = Words.OfficeWords[(m / Sectors.All.Length + m) % Words.OfficeWords.Length];
        var (code, town, station) = Words.Places[dice.Next(Words.Places.Length)];
        var municipality = Municipalities.Find(code) ?? throw new InvalidOperationException($"No municipality {code}.");
        // Beyond the number of words, offices of one name are told apart as branches.
        var branch = m / Sectors.All.Length / Words.OfficeWords.Length is > 0 and var round ? $" 第{round + 1}事業所" : "";
        var (pattern, business) = sector.Offices[dice.Next(sector.Offices.Length)];
        var reading = Words.Readings.Aggregate(pattern, (text, r) => text.Replace(r.Written, r.Kana)).Replace("{0}", kana).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(
            sector, $"{code[..2]}{dice.Next(1, 10):00}-{500_000 + m % 400_000:000000}-{m % 10}", pattern.Replace("{0}", word) + branch,
            string.Join(' ', reading), business, municipality, town, station, PostalCodes.ExampleIn(municipality), $"{dice.Next(1, 9)}-{dice.Next(1, 30)}-{dice.Next(1, 20)}", dice.Next(sector.Staff.From, sector.Staff.To + 1), dice.Next(1958, 2019));
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
