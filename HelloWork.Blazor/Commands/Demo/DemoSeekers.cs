using HelloWork.Domain.Seekers;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>The demo seekers with names, and one who has no account yet.</summary>
internal static class DemoSeekers
{
    internal sealed record Person(string? UserId, string Number, string Name, string Kana, DateOnly BirthDate, string PostalCode, string Address,
        RegistrationKind Kind, bool Shown, ProvisionChoice Provision, SeekerStatement Statement);

    public static readonly IReadOnlyList<Person> All =
    [
        new("seeker01", "13010-00000001", "青木 花子", "アオキ ハナコ", new(1988, 6, 14), "156-0044", "東京都世田谷区赤堤4丁目99番9号",
            RegistrationKind.VerifiedAtOffice, true, ProvisionChoice.Both, new SeekerStatement
            {
                WishedWork = "経理事務、総務事務（正社員）", OccupationCodes = ["038-01", "033-01"], IndustryCodes = ["09", "50"], Style = WorkingStyle.FullTime,
                WantsRegular = true, WishedHours = "9時から18時ごろまで。残業は月10時間くらいまで", WishedDaysOff = "土日祝", WantsTwoDaysOffAWeek = true,
                Places = [new("13", "13101"), new("13", "13102"), new("13", "13103")], CommutingMeans = "電車", CommutingMinutes = 60,
                WishedMonthlyIncome = 240_000, OtherWishes = "年度末の繁忙期は残業できます。", Education = "大学（経済学部）卒業",
                DrivingLicence = "普通自動車第一種（AT限定）", Licences = ["日商簿記検定2級", "MOS Excel エキスパート"],
                PastWork = [new("卸売業の経理（請求・支払い・月次決算）", 72, "4人のチームで、年次決算の補助まで受け持ちました。"), new("建設会社の一般事務", 36)],
                LastMonthlyIncome = 262_000, Expertise = "会計ソフト3種類の実務経験。Excelのピボットテーブルと関数で月次の報告書を作れます。",
                Appeal = "締め日から3日で月次を締める流れを作りました。数字の理由を、経理以外の人にも分かる言葉で説明するように心がけています。",
                AppealExperience = "紙の請求書を電子化し、処理の時間を半分にしました。",
            }),
        new("seeker02", "13010-00000002", "伊藤 健", "イトウ ケン", new(1979, 11, 2), "143-0016", "東京都大田区大森北6丁目99番",
            RegistrationKind.VerifiedAtOffice, true, ProvisionChoice.Both, new SeekerStatement
            {
                WishedWork = "介護職員（施設）", OccupationCodes = ["050-01", "049-01"], IndustryCodes = ["85"], Style = WorkingStyle.FullTime, WantsRegular = true,
                WishedHours = "交替制もできます", WishedDaysOff = "シフト制", Places = [new("13", "13111"), new("13", "13109")], CommutingMeans = "自転車・電車", CommutingMinutes = 40,
                WishedMonthlyIncome = 250_000, Education = "高校卒業", DrivingLicence = "普通自動車第一種", Licences = ["介護福祉士", "介護職員実務者研修"],
                PastWork = [new("特別養護老人ホームの介護", 108, "夜勤、リーダー業務、新人の指導。"), new("飲食店の調理", 60)], LastMonthlyIncome = 268_000,
                Expertise = "認知症ケアの研修を修了。看取りのケアも経験しています。", Appeal = "ご本人のペースを待つ介護を大切にしています。",
            }),
        new("seeker03", "13010-00000003", "上田 さくら", "ウエダ サクラ", new(1994, 3, 28), "112-0002", "東京都文京区小石川5丁目99番",
            RegistrationKind.VerifiedAtOffice, true, ProvisionChoice.Both, new SeekerStatement
            {
                WishedWork = "業務システムの開発（在宅勤務のある職場）", OccupationCodes = ["009-01"], IndustryCodes = ["39"], Style = WorkingStyle.FullTime, WantsRegular = true,
                AcceptsContract = true, WishedHours = "フレックスタイムを希望", WishedDaysOff = "土日祝", WantsTwoDaysOffAWeek = true,
                Places = [new("13", null), new("14", "14103")], CommutingMeans = "電車", CommutingMinutes = 60, WishedMonthlyIncome = 320_000,
                Education = "大学（理工学部）卒業", Licences = ["基本情報技術者試験", "応用情報技術者試験"],
                PastWork = [new("業務システムの設計・開発（C#、SQL）", 84, "在庫管理と受発注のシステム。5人のチームの取りまとめ。")], LastMonthlyIncome = 338_000,
                Expertise = "C#、ASP.NET、SQL Server、テストの自動化。", Appeal = "使う人の仕事を横で見せてもらってから作ります。", CanRelocate = true,
            }),
        new("seeker04", "13010-00000004", "遠藤 実", "エンドウ ミノル", new(1985, 8, 19), "180-0004", "東京都武蔵野市吉祥寺本町1丁目99番",
            RegistrationKind.VerifiedAtOffice, true, ProvisionChoice.Neither, new SeekerStatement
            {
                WishedWork = "販売、売場の責任者", OccupationCodes = ["045-01", "044-01"], IndustryCodes = ["56", "58"], Style = WorkingStyle.Either, WantsRegular = true,
                WishedHours = "10時から20時の間で8時間", WishedDaysOff = "週2日（曜日は問いません）", Places = [new("13", "13203"), new("13", "13115")],
                CommutingMeans = "電車・バス", CommutingMinutes = 45, WishedMonthlyIncome = 230_000, WishedHourlyIncome = 1_350, Education = "専門学校卒業",
                Licences = ["販売士検定2級"], PastWork = [new("雑貨店の販売と発注", 96, "売場づくり、アルバイトの教育。"), new("書店の販売", 24)],
                Appeal = "常連のお客さまの名前と好みを覚えるのが得意です。",
            }),
        new("seeker05", "13010-00000005", "岡田 リカ", "オカダ リカ", new(1999, 1, 9), "332-0012", "埼玉県川口市本町4丁目99番",
            RegistrationKind.RegisteredOnline, true, ProvisionChoice.Neither, new SeekerStatement
            {
                WishedWork = "製造、組立、検査", OccupationCodes = ["074-01", "079-01"], IndustryCodes = ["28", "29"], Style = WorkingStyle.FullTime,
                AcceptsDispatch = true, WishedHours = "日勤（8時から17時ごろ）", WishedDaysOff = "土日", WantsTwoDaysOffAWeek = true,
                Places = [new("11", "11203"), new("13", "13117")], CommutingMeans = "電車・自転車", CommutingMinutes = 50, WishedMonthlyIncome = 215_000,
                Education = "高校卒業", DrivingLicence = "普通自動車第一種", Licences = ["フォークリフト運転技能者"],
                PastWork = [new("電子部品の組立と外観検査", 48)], Appeal = "細かい作業を長く続けても集中が切れません。",
            }),
        // Wishes provision and has no account: opens the one that the provision site's registration asks for.
        new(null, "13010-00000006", "加藤 空", "カトウ ソラ", new(1990, 4, 1), "170-0013", "東京都豊島区東池袋1丁目99番",
            RegistrationKind.VerifiedAtOffice, false, ProvisionChoice.Both, new SeekerStatement
            {
                WishedWork = "保育補助", OccupationCodes = ["030-01"], Style = WorkingStyle.PartTime, Places = [new("13", "13116")], WishedHourlyIncome = 1_250,
                PastWork = [new("学童保育の補助", 30)],
            }),
        new(null, DemoPeople.WithoutMyPage, "木村 正", "キムラ タダシ", new(1961, 12, 5), "120-0034", "東京都足立区千住2丁目99番",
            RegistrationKind.VerifiedAtOffice, true, ProvisionChoice.Neither, new SeekerStatement
            {
                WishedWork = "ビルの設備管理", OccupationCodes = ["057-02", "089-01"], IndustryCodes = ["92"], Style = WorkingStyle.FullTime,
                WishedHours = "日勤。月4回まで宿直もできます", Places = [new("13", "13121"), new("13", "13106")], CommutingMeans = "電車", CommutingMinutes = 60,
                WishedMonthlyIncome = 220_000, Education = "工業高校（電気科）卒業", DrivingLicence = "普通自動車第一種",
                Licences = ["第二種電気工事士", "危険物取扱者乙種第4類", "二級ボイラー技士"],
                PastWork = [new("オフィスビルの設備管理", 240, "空調、受変電設備、消防設備の点検と記録。"), new("電気工事", 120)],
                Appeal = "異音やにおいなど、数字に出る前の変化に気づくようにしています。",
            }),
    ];
}
