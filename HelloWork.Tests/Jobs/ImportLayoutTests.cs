using System.Text.Json;
using System.Text.Json.Nodes;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Import;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

/// <summary>Every tag of the layout with the field of the job card it fills. One file holds one record for each row of the table.</summary>
public sealed class ImportLayoutTests(ImportLayoutTests.OneFile file) : IClassFixture<ImportLayoutTests.OneFile>
{
    // Tag, value, path in the card («@» a column of the offer or its office), value there; further tags as «tag=value|…», «tag=» without it.
    private static readonly string[][] Table =
    [
        ["kjno", "１３０１０－99887766", "@Number", "13010-99887766"],
        ["uktkymd_seireki", "2026/03/02", "@AcceptedOn", "2026-03-02"],
        ["uktkymd_wareki", "令和8年3月3日", "@AcceptedOn", "2026-03-03", "uktkymd_seireki="],
        ["kjyukoymd", "2026/04/30", "@LastDay", "2026-04-30"],
        ["shokaikigenymd", "令和8年4月15日", "@LastDay", "2026-04-15"],
        ["kjkbn1_n", "季節", "Header.Kind", "季節"],
        ["kjkbn1_c", "2", "Header.Kind", "新卒・既卒"],
        ["kjkbn2_n", "パート", "Header.FullOrPart", "パート"],
        ["kjkbn2_c", "1", "Header.FullOrPart", "フルタイム"],
        ["kokaikibo", "3", "Header.Disclosure", "3"],
        ["kokaikibo_n", "求人情報を公開しない", "Header.Disclosure", "4"],
        ["onlinejishuobo_uktkkahi_n", "可", "Header.AcceptsSelfApplication", "true"],
        ["onlinejishuobo_uktkkahi_c", "1", "Header.AcceptsSelfApplication", "true"],
        ["sngbrui_c", "854", "Header.IndustryCode", "85"],
        ["sngbrui_n", "医療業", "Header.IndustryName", "医療業"],
        ["trialkoyoheiyo_kibo_n", "希望する", "Header.TrialEmployment", "希望する"],
        ["trialkoyoheiyo_kibo_c", "1", "Header.TrialEmployment", "あり"],
        ["jgshno", "1301-700001-2", "@Office.Number", "1301-700001-2"],
        ["jgshmei", "有限会社みなと商店", "Office.Name", "有限会社みなと商店", "jgshno=1301-700002-3"],
        ["jgshmeikana", "ミナトショウテン", "Office.NameKana", "ミナトショウテン"],
        ["jgshyubinno", "１０１００５１", "Office.PostalCode", "101-0051"],
        ["jgshszci", "大阪府大阪市北区梅田1-1", "Office.Address", "大阪府大阪市北区梅田1-1"],
        ["jgshjusho_c", "27127", "@Office.MunicipalityCode", "27127", "jgshno=1301-700003-4"],
        ["jgshjusho_n", "福岡県福岡市中央区", "@Office.MunicipalityCode", "40133", "jgshno=1301-700004-5"],
        ["jgshhp", "https://www.example.jp/", "Office.Homepage", "https://www.example.jp/"],
        ["sksu", "看護師", "Work.Title", "看護師"],
        ["shigoto_ny", "病棟での看護。\r\n夜勤は月4回。", "Work.Description", "病棟での看護。\n夜勤は月4回。"],
        ["shigoto_ny_henkohani", "変更なし", "Work.ScopeOfChange", "変更なし"],
        ["skgybrui1_c", "02301", "Work.OccupationCode", "023-01"],
        ["skgybrui2_c", "023-02", "Work.FurtherOccupationCodes.0", "023-02", "skgybrui1_c=023-01"],
        ["skgybrui3_c", "024", "Work.FurtherOccupationCodes.1", "024", "skgybrui1_c=023-01|skgybrui2_c=023-02"],
        ["koyokeitai_n", "パート労働者", "Work.EmploymentType", "5"],
        ["koyokeitai_c", "4", "Work.EmploymentType", "4", "koyokeitai_n="],
        ["koyokeitaissinigainomeisho", "嘱託社員", "Work.NonRegularName", "嘱託社員"],
        ["ssintoyo_umu_n", "あり", "Work.PromotionToRegular", "あり"],
        ["ssintoyo_umu_c", "2", "Work.PromotionToRegular", "なし"],
        ["ssintoyo_jisseki", "過去3年間に4名", "Work.PromotionRecord", "過去3年間に4名"],
        ["hakenukeoitoshgkeitai", "請負", "Work.Staffing", "2"],
        ["hakenukeoitoshgkeitai_c", "1", "Work.Staffing", "1"],
        ["hakenukeoitordsha", "派13-000000", "Work.DispatchLicence", "派13-000000"],
        ["koyokikan_sadame_n", "あり", "Work.TermLimit", "あり"],
        ["koyokikan_sadame_c", "1", "Work.TermLimit", "雇用期間の定めなし"],
        ["koyokikan", "6か月", "Work.Term", "6か月"],
        ["koyokikansu", "12か月", "Work.Term", "12か月"],
        ["koyokikanymd", "2027年3月31日まで", "Work.Term", "2027年3月31日まで"],
        ["koyokikankeiyakuksnnoknsi", "原則更新", "Work.Renewal", "原則更新"],
        ["koyokikankeiyakuksnnojkn", "通算5年まで", "Work.RenewalConditions", "通算5年まで"],
        ["shgbsjusho1_c", "13112", "Work.Workplaces.0.MunicipalityCode", "13112"],
        ["shgbsjusho1_n", "神奈川県横浜市西区", "Work.Workplaces.0.MunicipalityCode", "14103"],
        ["shgbsjusho2_c", "27", "Work.Workplaces.1.PrefectureCode", "27", "shgbsjusho1_c=13112"],
        ["shgbsjusho2_n", "千葉県柏市", "Work.Workplaces.1.Address", "千葉県柏市", "shgbsjusho1_c=13112"],
        ["shgbsjusho3_c", "011011", "Work.Workplaces.1.MunicipalityCode", "01101", "shgbsjusho1_c=13112"],
        ["shgbsjusho3_n", "沖縄県那覇市", "Work.Workplaces.1.MunicipalityCode", "47201", "shgbsjusho1_c=13112"],
        ["shgbsjusho4_c", "14100", "Work.Workplaces.1.PrefectureCode", "14", "shgbsjusho1_c=13112"],
        ["shgbsjusho4_n", "京都府", "Work.Workplaces.1.PrefectureCode", "26", "shgbsjusho1_c=13112"],
        ["shgbsyubinno", "〒156-0044", "Work.Workplaces.0.PostalCode", "156-0044", "shgbsjusho1_c=13112"],
        ["shgbsjusho", "東京都世田谷区赤堤9-9-9", "Work.Workplaces.0.Address", "東京都世田谷区赤堤9-9-9", "shgbsjusho1_c=13112"],
        ["shgbs", "入館証が要ります", "Work.WorkplaceRemarks", "入館証が要ります"],
        ["shgbs_henkohani", "会社の定める場所", "Work.WorkplaceScopeOfChange", "会社の定める場所"],
        ["shgbs_myre", "経堂駅", "Work.NearestStation", "経堂駅"],
        ["shgbs_myremjr", "松原駅", "Work.NearestStation", "松原駅"],
        ["shgbs_jgshmade_kotsushudan_n", "徒歩", "Work.AccessMeans", "徒歩"],
        ["shgbs_jgshmade_shoyojn", "８分", "Work.AccessMinutes", "8"],
        ["ztkkimmu_n", "あり", "Work.WorkFromHome", "あり"],
        ["ztkkimmu_c", "0", "Work.WorkFromHome", "なし"],
        ["okni_jdktentisk_n", "あり（屋内禁煙）", "Work.SmokePrevention", "あり（屋内禁煙）"],
        ["okni_jdktentisk_c", "1", "Work.SmokePrevention", "あり"],
        ["okni_jdktentisk_tkjk", "敷地内は禁煙", "Work.SmokePreventionRemarks", "敷地内は禁煙"],
        ["mycartsknkahi_n", "可", "Work.CarCommuting", "可"],
        ["mycartsknkahi_c", "2", "Work.CarCommuting", "不可"],
        ["chushajo_umu_n", "あり（無料）", "Work.CarPark", "あり（無料）"],
        ["chushajo_umu_c", "1", "Work.CarPark", "あり"],
        ["tenkin_knsi_n", "なし", "Work.Transfer", "なし"],
        ["tenkin_knsi_c", "1", "Work.Transfer", "あり"],
        ["tenkin_hani", "関東の支店", "Work.TransferArea", "関東の支店"],
        ["uijturnkange_n", "歓迎", "Work.ReturnToRegion", "歓迎"],
        ["uijturnkange_c", "1", "Work.ReturnToRegion", "あり"],
        ["nenrei", "制限あり", "Work.Age", "制限あり"],
        ["nenreisegn_n", "あり", "Work.Age", "あり"],
        ["nenreisegnari_kagen", "18歳", "Work.AgeFrom", "18"],
        ["nenreisegnari_jgn", "59", "Work.AgeTo", "59"],
        ["nenreisegngaitojiyu", "定年を上限", "Work.AgeLimitGround", "定年を上限"],
        ["nenreisegnnory", "定年が60歳のため", "Work.AgeLimitReason", "定年が60歳のため"],
        ["grki", "必須", "Work.Education", "必須"],
        ["grkiijo", "高校以上", "Work.Education", "必須 高校以上", "grki=必須"],
        ["grkisnkni", "電気科", "Work.EducationMajor", "電気科"],
        ["hynakiknt", "あれば尚可", "Work.Experience", "あれば尚可"],
        ["hynakikntshsi", "経理の実務1年", "Work.ExperienceDetails", "経理の実務1年"],
        ["hynapcskill", "表計算", "Work.ComputerSkills", "表計算"],
        ["futsumenkyo", "必須", "Work.DrivingLicence", "必須"],
        ["menkyo_skku1_n", "看護師", "Work.Licences.0.Name", "看護師"],
        ["menkyo_skku1_c", "2004", "Work.Licences.0.Code", "2004", "menkyo_skku1_n=看護師"],
        ["menkyo_skkuyohi1_n", "必須", "Work.Licences.0.Necessity", "必須", "menkyo_skku1_n=看護師"],
        ["menkyo_skkuyohi1_c", "2", "Work.Licences.0.Necessity", "あれば尚可", "menkyo_skku1_n=看護師"],
        ["menkyo_skku2_n", "保健師", "Work.Licences.0.Name", "保健師"],
        ["menkyo_skku2_c", "2006", "Work.Licences.0.Code", "2006", "menkyo_skku2_n=保健師"],
        ["menkyo_skkuyohi2_n", "助産師 必須", "Work.Licences.0.Name", "助産師 必須"],
        ["menkyo_skkuyohi2_c", "1", "Work.Licences.0.Necessity", "必須", "menkyo_skku2_n=保健師"],
        ["menkyo_skku3_n", "調理師", "Work.Licences.1.Name", "調理師", "menkyo_skku1_n=栄養士"],
        ["menkyo_skku3_c", "9001", "Work.Licences.0.Code", "9001", "menkyo_skku3_n=調理師"],
        ["menkyo_skkuyohi3_n", "必須", "Work.Licences.0.Necessity", "必須", "menkyo_skku3_n=調理師"],
        ["menkyo_skkuyohi3_c", "1", "Work.Licences.0.Necessity", "必須", "menkyo_skku3_n=調理師"],
        ["hynamenkyo_snta", "フォークリフト", "Work.OtherLicences", "フォークリフト"],
        ["sykkn", "あり", "Work.TrialPeriod", "あり"],
        ["trialkikankikan", "3か月", "Work.TrialPeriodLength", "3か月"],
        ["sykknchu_rodojoken", "同条件", "Work.TrialConditions", "同条件"],
        ["chgnkeitai_n", "月給", "Pay.Form", "月給"],
        ["chgnkeitai_c", "3", "Pay.Form", "時給"],
        ["chgnkeitai_kagen", "9,000円", "Pay.FormRemarks", "日給の額 9,000円〜12,000円", "chgnkeitai_n=日給|chgnkeitai_jgn=12000|sikg_aplusbkagen=189000"],
        ["chgnkeitai_jgn", "1300", "Pay.TotalTo", "1300", "chgnkeitai_kagen=1200"],
        ["chgn", "210,000円〜260,000円", "Pay.TotalFrom", "210000"],
        ["sikg_aplusbkagen", "２４５，０００円", "Pay.TotalFrom", "245000"],
        ["sikg_aplusbjgn", "310000", "Pay.TotalTo", "310000", "sikg_aplusbkagen=245000"],
        ["khky", "180,000円〜250,000円", "Pay.BaseTo", "250000"],
        ["khkykagen", "200000", "Pay.BaseFrom", "200000"],
        ["khkyjgn", "240000", "Pay.BaseTo", "240000", "khkykagen=200000"],
        ["tgktat1", "5,000円〜10,000円", "Pay.FixedAllowances.0.To", "10000", "tgktat1_mei=職務手当"],
        ["tgktat1_mei", "職務手当", "Pay.FixedAllowances.0.Name", "職務手当"],
        ["tgktat1_kagen", "5000", "Pay.FixedAllowances.0.From", "5000", "tgktat1_mei=職務手当"],
        ["tgktat1_jgn", "9000", "Pay.FixedAllowances.0.To", "9000", "tgktat1_mei=職務手当"],
        ["tgktat2", "資格により加算", "Pay.FixedAllowances.0.Name", "資格手当 資格により加算", "tgktat2_mei=資格手当"],
        ["tgktat2_mei", "資格手当", "Pay.FixedAllowances.0.Name", "資格手当"],
        ["tgktat2_kagen", "3000", "Pay.FixedAllowances.0.From", "3000"],
        ["tgktat2_jgn", "8000", "Pay.FixedAllowances.0.To", "8000"],
        ["tgktat3", "4,000円", "Pay.FixedAllowances.0.From", "4000"],
        ["tgktat3_mei", "皆勤手当", "Pay.FixedAllowances.0.Name", "皆勤手当"],
        ["tgktat3_kagen", "5000", "Pay.FixedAllowances.0.From", "5000"],
        ["tgktat3_jgn", "5000", "Pay.FixedAllowances.0.To", "5000"],
        ["tgktat4", "2000", "Pay.FixedAllowances.0.From", "2000"],
        ["tgktat4_mei", "地域手当", "Pay.FixedAllowances.0.Name", "地域手当"],
        ["tgktat4_kagen", "4000", "Pay.FixedAllowances.0.From", "4000"],
        ["tgktat4_jgn", "6000", "Pay.FixedAllowances.0.To", "6000"],
        ["koteizngykbn", "なし", "Pay.FixedOvertime", "なし"],
        ["ktizangydi", "30,000円〜45,000円", "Pay.FixedOvertimeTo", "45000"],
        ["ktizangydi_kagen", "28000", "Pay.TotalFrom", "228000", "sikg_aplusbkagen=200000"],
        ["ktizangydi_jgn", "42000", "Pay.FixedOvertimeTo", "42000", "ktizangydi_kagen=28000"],
        ["ktizangydaitkjk", "20時間分", "Pay.FixedOvertimeRemarks", "20時間分"],
        ["sntatatfukijk", "扶養手当", "Pay.OtherAllowances", "扶養手当"],
        ["thkinrodonissu", "20.5日", "Pay.MonthlyWorkingDays", "20.5"],
        ["tskntat", "実費支給（上限あり）", "Pay.CommutingAllowance", "実費支給（上限あり）"],
        ["tskntattsuki", "月額", "Pay.CommutingAllowanceAmount", "月額 20,000円", "tskntatgaku=20,000円"],
        ["tskntatgaku", "20,000円", "Pay.CommutingAllowanceAmount", "20,000円"],
        ["chgnskbi", "固定", "Pay.ClosingDay", "固定"],
        ["chgnskbimitk", "毎月20日", "Pay.ClosingDay", "固定 毎月20日", "chgnskbi=固定"],
        ["chgnsrbi", "固定", "Pay.PayDay", "固定"],
        ["chgnsrbitsuki", "翌月", "Pay.PayDay", "翌月"],
        ["chgnsrbihi", "25日", "Pay.PayDay", "翌月 25日", "chgnsrbitsuki=翌月"],
        ["shkyumu_n", "あり", "Pay.PayRise", "あり"],
        ["shkyumu_c", "2", "Pay.PayRise", "なし"],
        ["shkyrt", "3,000円", "Pay.PayRiseRecord", "3,000円"],
        ["shokyumaenendojisseki", "あり", "Pay.PayRiseRecord", "あり"],
        ["shoyoumu_n", "あり", "Pay.Bonus", "あり"],
        ["shoyoumu_c", "1", "Pay.Bonus", "あり"],
        ["shoyo", "年2回・3.5か月分", "Pay.BonusRecord", "年2回・3.5か月分"],
        ["shoyomaenendoumu", "あり", "Pay.BonusRecord", "あり"],
        ["shoyomaenendkaisu", "年2回", "Pay.BonusRecord", "年2回"],
        ["shoyokingaku", "計3か月分", "Pay.BonusRecord", "計3か月分"],
        ["shgjn1_open", "8:30", "Hours.Shifts.0.From", "08:30", "shgjn1_close=17:15"],
        ["shgjn1_close", "17時15分", "Hours.Shifts.0.To", "17:15", "shgjn1_open=8:30"],
        ["shgjn1_open_close", "８：３０〜１７：３０", "Hours.Shifts.0.To", "17:30"],
        ["shgjn2_open", "1630", "Hours.Shifts.0.From", "16:30", "shgjn2_close=翌9:00"],
        ["shgjn2_close", "翌9:00", "Hours.Shifts.0.To", "09:00", "shgjn2_open=16:30"],
        ["shgjn2_open_close", "10:00~19:00", "Hours.Shifts.1.From", "10:00", "shgjn1_open_close=8:00-17:00"],
        ["shgjn3_open", "22:00", "Hours.Shifts.0.From", "22:00", "shgjn3_close=24:00"],
        ["shgjn3_close", "24:00", "Hours.Shifts.0.To", "24:00", "shgjn3_open=22:00"],
        ["shgjn3_open_close", "21時～6時", "Hours.Shifts.0.From", "21:00"],
        ["shgjn", "交替制（シフト制）", "Hours.FlexibleSystem", "交替制（シフト制）"],
        ["shgjnor", "9時から18時の間の6時間", "Hours.OrBetween", "9時から18時の間の6時間"],
        ["henkeirdtani", "1か月単位", "Hours.FlexibleSystem", "1か月単位"],
        ["shgjn_tkjk", "早番あり", "Hours.Remarks", "早番あり"],
        ["shurdnisu", "週3日", "Hours.DaysPerWeek", "週3日"],
        ["shurdnisusodanka", "相談可", "Hours.DaysPerWeek", "週3日 相談可", "shurdnisu=週3日"],
        ["jkgi_umu_n", "あり", "Hours.Overtime", "あり"],
        ["jkgi_umu_c", "2", "Hours.Overtime", "なし"],
        ["jkgi_thkinjn_ji_n", "月平均12.5時間", "Hours.OvertimeHoursPerMonth", "13"],
        ["sanrokukyotei", "あり", "Hours.SpecialOvertimeClause", "あり"],
        ["tkbsnajijo", "決算の月", "Hours.SpecialOvertimeCircumstances", "決算の月"],
        ["kyukeijn_n", "60分", "Hours.BreakMinutes", "60"],
        ["nenkankjsu_n", "124日", "Hours.DaysOffPerYear", "124"],
        ["kyjs", "土日祝", "Hours.DaysOff", "土日祝"],
        ["kyjs_mon", "1", "Hours.DaysOff", "月"],
        ["kyjs_tue", "○", "Hours.DaysOff", "火"],
        ["kyjs_wed", "水", "Hours.DaysOff", "水"],
        ["kyjs_thu", "あり", "Hours.DaysOff", "木"],
        ["kyjs_fri", "１", "Hours.DaysOff", "金"],
        ["kyjs_sat", "1", "Hours.DaysOff", "土、日", "kyjs_sun=1|kyjs_mon=0"],
        ["kyjs_sun", "1", "Hours.DaysOff", "日"],
        ["kyjs_holiday", "祝", "Hours.DaysOff", "祝日"],
        ["sk2sei_n", "毎週", "Hours.TwoDaysOffAWeek", "毎週"],
        ["sk2sei_c", "2", "Hours.TwoDaysOffAWeek", "その他"],
        ["kyjstosnta", "夏季3日", "Hours.DaysOffRemarks", "夏季3日"],
        ["sixmonth_yukyukyuka_n", "10日", "Hours.PaidLeaveAfterSixMonths", "10"],
        ["knyhkn", "雇用・労災・健康", "Conditions.Insurance.2", "健康"],
        ["knyhkn_koyo", "1", "Conditions.Insurance.0", "雇用"],
        ["knyhkn_rosai", "1", "Conditions.Insurance.0", "労災"],
        ["knyhkn_kenko", "健康保険", "Conditions.Insurance.0", "健康"],
        ["knyhkn_kosei", "厚生", "Conditions.Insurance.0", "厚生年金"],
        ["knyhkn_komusaigai", "1", "Conditions.Insurance.0", "公務災害補償"],
        ["knyhkn_zaikei", "1", "Conditions.Insurance.0", "財形"],
        ["kigyonenkin", "確定拠出年金", "Conditions.CompanyPension", "確定拠出年金"],
        ["tskinksi", "加入", "Conditions.RetirementMutualAid", "加入"],
        ["tiskkin_seido", "あり", "Conditions.RetirementAllowance", "あり"],
        ["tskinsdkinzokunensu", "3年以上", "Conditions.RetirementAllowanceAfterYears", "3年以上"],
        ["tnsei", "あり", "Conditions.RetirementAge", "あり"],
        ["tnnenrei", "65歳", "Conditions.RetirementAge", "あり 65歳", "tnsei=あり"],
        ["saikoyo", "あり", "Conditions.Reemployment", "あり"],
        ["saikoyo_jgnnenrei", "70歳まで", "Conditions.Reemployment", "70歳まで"],
        ["knmencho", "なし", "Conditions.ExtendedEmployment", "なし"],
        ["knmencho_jgnnenrei", "68歳", "Conditions.ExtendedEmployment", "68歳"],
        ["nkj", "単身用あり", "Conditions.Housing", "単身用あり"],
        ["tkjshsetu_n", "あり", "Conditions.Childcare", "あり"],
        ["tkjshsetu_c", "2", "Conditions.Childcare", "なし"],
        ["tkjshsetu_tkjk", "1歳から", "Conditions.ChildcareRemarks", "1歳から"],
        ["jgis_kigyozentai_n", "1,250人", "Company.EmployeesInCompany", "1250"],
        ["jgis_shgbs_n", "36", "Company.EmployeesAtWorkplace", "36"],
        ["jgis_uchijosei_n", "20人", "Company.WomenAtWorkplace", "20"],
        ["jgis_uchipart_n", "12人", "Company.PartTimersAtWorkplace", "12"],
        ["sogyostrt_nen_seireki", "1985年", "Company.FoundedYear", "1985"],
        ["sogyostrt_nen_wareki", "昭和60年", "Company.FoundedYear", "1985"],
        ["shihonkin", "1,000万円", "Company.Capital", "1,000万円"],
        ["rodokumiai", "あり", "Company.LabourUnion", "あり"],
        ["jigyony", "部品の製造", "Company.Business", "部品の製造"],
        ["kaishatokucho", "創業60年", "Company.Features", "創業60年"],
        ["yshk", "代表取締役", "Company.RepresentativeTitle", "代表取締役"],
        ["dhsyamei", "見本 太郎", "Company.Representative", "見本 太郎"],
        ["honinno", "７０００012050002", "Company.CorporateNumber", "7000012050002"],
        ["fltmshgkisoku", "あり", "Company.WorkRulesFullTime", "あり"],
        ["partshgkisoku", "なし", "Company.WorkRulesPartTime", "なし"],
        ["ikujikyugyostkjissekiumu_n", "あり", "Company.ChildcareLeaveRecord", "あり"],
        ["kaigokyugyostkjissekiumu_n", "なし", "Company.FamilyCareLeaveRecord", "なし"],
        ["kangokyukastkjissekiumu_n", "あり", "Company.NursingLeaveRecord", "あり"],
        ["gkjnkoyojissekiumu_n", "あり", "Company.ForeignEmployeesRecord", "あり"],
        ["shokumukyusd_umu_n", "なし", "Company.JobBasedPay", "なし"],
        ["fukushokusd_umu_n", "あり", "Company.ReturnToWork", "あり"],
        ["saiyoninzu_n", "3人", "Selection.Headcount", "3"],
        ["boshury_n", "増員", "Selection.Reason", "増員"],
        ["boshury_c", "1", "Selection.Reason", "欠員補充"],
        ["snta_boshury", "新しい店を開くため", "Selection.Reason", "その他：新しい店を開くため", "boshury_n=その他"],
        ["snkhoho", "面接（予定2回）、適性検査", "Selection.Methods.1", "適性検査"],
        ["snkhoho_mensetsu_c", "1", "Selection.Methods.0", "面接"],
        ["snkhoho_shrisnko_c", "1", "Selection.Methods.0", "書類選考"],
        ["snkhoho_hkkskn_c", "1", "Selection.Methods.0", "筆記試験"],
        ["snkhoho_snta_c", "1", "Selection.Methods.0", "その他"],
        ["mensetsuyoteikaisu", "2回", "Selection.Interviews", "2"],
        ["selectkekkatsuch", "面接選考後", "Selection.ResultTiming", "面接選考後"],
        ["shoruiselectkekka", "7日以内", "Selection.DaysToDocumentResult", "7"],
        ["mensetsuselectkekka", "10日", "Selection.DaysToInterviewResult", "10"],
        ["ksshenotsuchihoho", "電話", "Selection.NotificationMeans", "電話"],
        ["selectnichijito", "随時", "Selection.Schedule", "随時"],
        ["selectbsyubinno", "1010051", "Selection.PlacePostalCode", "101-0051"],
        ["selectbsjusho", "本社", "Selection.PlaceAddress", "本社"],
        ["selectbsmyoreki", "神保町駅", "Selection.PlaceStation", "神保町駅"],
        ["oboshoruitou", "履歴書、職務経歴書", "Selection.Documents.1", "職務経歴書"],
        ["obshri_hwshkijo", "1", "Selection.Documents.0", "ハローワーク紹介状"],
        ["obshri_rrksh", "履歴書", "Selection.Documents.0", "履歴書（写真貼付）"],
        ["obshri_shkmkeireki", "1", "Selection.Documents.0", "職務経歴書"],
        ["obshri_jobcard", "1", "Selection.Documents.0", "ジョブ・カード"],
        ["oboshri_snta", "作品", "Selection.Documents.0", "作品"],
        ["oboshoruinosofuhoho", "郵送", "Selection.DocumentsBy", "郵送"],
        ["obohen", "返却", "Selection.DocumentsReturn", "返却"],
        ["ttsykm", "総務課", "Selection.ContactPosition", "総務課"],
        ["ttsttskana", "サトウ", "Selection.ContactNameKana", "サトウ"],
        ["ttstts", "佐藤", "Selection.ContactName", "佐藤"],
        ["snktts_tel", "03-0000-1234", "Selection.ContactPhone", "03-0000-1234"],
        ["ttsnaisen", "21", "Selection.ContactExtension", "21"],
        ["snktts_fax", "03-0000-1235", "Selection.ContactFax", "03-0000-1235"],
        ["snktts_mail", "saiyo@example.jp", "Selection.ContactEmail", "saiyo@example.jp"],
        ["selecttkjk", "筆記用具を持参", "Selection.Remarks", "筆記用具を持参"],
        ["kjjknktkjk", "入社日は相談できます", "Remarks.Remarks", "入社日は相談できます"],
        ["jgshkaranomsg", "見学歓迎", "Remarks.MessageFromOffice", "見学歓迎"],
        ["shtnkssu", "3か所", "Remarks.Branches", "3か所"],
        ["shtn1", "本店", "Remarks.Branches", "3か所\n本店", "shtnkssu=3か所"],
        ["shtn2", "東支店", "Remarks.Branches", "東支店"],
        ["shtn3", "西支店", "Remarks.Branches", "西支店"],
        ["stsk1", "県内の小売店", "Remarks.MainCustomers", "県内の小売店"],
        ["stsk2", "学校", "Remarks.MainCustomers", "学校"],
        ["stsk3", "病院", "Remarks.MainCustomers", "病院"],
        ["nensho1", "2025年 3億円", "Remarks.YearlySales", "2025年 3億円"],
        ["nensho2", "2024年 2億円", "Remarks.YearlySales", "2024年 2億円"],
        ["nensho3", "2023年 2億円", "Remarks.YearlySales", "2023年 2億円"],
        ["kksh1", "見本運輸", "Remarks.AffiliatedCompanies", "見本運輸"],
        ["kksh2", "見本商事", "Remarks.AffiliatedCompanies", "見本商事"],
        ["kksh3", "見本企画", "Remarks.AffiliatedCompanies", "見本企画"],
        ["fukurikoseinony", "健康診断", "Remarks.Welfare", "健康診断"],
        ["knssdny", "入社時研修", "Remarks.Training", "入社時研修"],
        ["knssdnossinigainoriyo", "パートも対象", "Remarks.Training", "パートも対象"],
        ["rrtshienny", "時短の勤務", "Remarks.WorkLifeSupport", "時短の勤務"],
        ["elevator", "1", "Remarks.Accessibility.0", "エレベーター"],
        ["tenjisetsubi", "1", "Remarks.Accessibility.0", "点字設備"],
        ["kaidantesuri", "あり", "Remarks.Accessibility.0", "階段手すり"],
        ["tesurisechi", "1", "Remarks.Accessibility.0", "手すり"],
        ["barrierfree", "1", "Remarks.Accessibility.0", "バリアフリートイレ"],
        ["tatemonokrmisuido", "可", "Remarks.Accessibility.0", "建物内の車いす移動"],
        ["kyukeishitsu", "1", "Remarks.Accessibility.0", "休憩室"],
        ["kigyoziskkatajobumu", "あり", "Remarks.JobCoach", "あり"],
    ];

    public static TheoryData<string> Tags => [.. Table.Select(row => row[0])];

    [Theory, MemberData(nameof(Tags)), Trait("Rule", "JO-06")]
    public void ATag_EndsUpInItsFieldOfTheJobCard(string tag)
    {
        var row = Table.Single(r => r[0] == tag);

        Assert.Equal(row[3], file.Read(tag, row[2]));
    }

    [Fact]
    public void EveryTagOfTheLayout_HasARowInTheTable() =>
        Assert.Equal(LayoutTags.All.Select(t => t.Name).Order(), Table.Select(row => row[0]).Order());

    [Fact]
    public void EverySpelling_LeadsToOneTag() =>
        Assert.All(LayoutTags.All, tag => Assert.Same(tag, LayoutTags.Find(tag.Name.ToUpperInvariant())));

    /// <summary>All rows of the table, imported once.</summary>
    public sealed class OneFile : IAsyncLifetime
    {
        private readonly Dictionary<string, JobOffer> _offers = [];
        private readonly Dictionary<OfficeId, Office> _offices = [];

        public async Task InitializeAsync()
        {
            await using var import = await ImportFixture.CreateAsync();
            var outcome = await import.ImportAsync(ImportFixture.Xml(Table.Select(Written)));
            Assert.Empty(outcome.Refused);
            Assert.Null(outcome.Result.Problem);

            await using var db = import.Db();
            var byNumber = await db.JobOffers.AsNoTracking().ToDictionaryAsync(j => j.Number.Value);
            foreach (var (row, index) in Table.Select((row, index) => (row, index)))
                _offers.Add(row[0], byNumber[row[0] == "kjno" ? row[3] : Number(index)]);
            foreach (var office in await db.Offices.AsNoTracking().ToListAsync())
                _offices.Add(office.Id, office);
        }

        public Task DisposeAsync() => Task.CompletedTask;

        /// <summary>What stands in a field of the offer made from a tag's record, as text.</summary>
        public string? Read(string tag, string path)
        {
            var offer = _offers[tag];
            switch (path)
            {
                case "@Number": return offer.Number.Value;
                case "@AcceptedOn": return offer.AcceptedOn.ToString("O");
                case "@LastDay": return offer.LastDay.ToString("O");
                case "@Office.Number": return _offices[offer.OfficeId].Number.Value;
                case "@Office.MunicipalityCode": return _offices[offer.OfficeId].MunicipalityCode;
            }
            JsonNode? node = JsonSerializer.SerializeToNode(offer.Card, JsonDocuments.Options);
            foreach (var step in path.Split('.'))
                node = node is JsonArray list ? list.ElementAtOrDefault(int.Parse(step)) : node?[step];
            return node?.ToString();
        }

        private static Dictionary<string, string?> Written(string[] row, int index)
        {
            var record = ImportFixture.Record(Number(index));
            foreach (var further in row.Skip(4).SelectMany(f => f.Split('|')).Select(f => f.Split('=', 2)))
                record[further[0]] = further[1] == "" ? null : further[1];
            record[row[0]] = row[1];
            return record;
        }

        private static string Number(int index) => $"13010-{index + 1:00000000}";
    }
}
