using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>The demo providers with names: two private agencies, one with and one without Privacy Mark, and a local government.</summary>
internal static class DemoProviders
{
    internal sealed record Organisation(string UserId, string Licence, ProviderKind Kind, string Name, string About, string? PrivacyMark, Handling Handling, Disclosures Disclosures);

    public static readonly IReadOnlyList<Organisation> All =
    [
        new("provider01", "13-ユ-300001", ProviderKind.PaidAgency, "見本人材紹介株式会社", "東京都千代田区。経理・総務・ITの正社員の仕事を中心に紹介しています。", "10820001(05)",
            new(["11", "12", "13", "14"], ["E", "G", "I", "L", "P"], ["01", "02", "03", "04", "05", "07"]), new Disclosures
            {
                PlacementRecord = "2025年度の就職者数 412人（うち無期雇用 371人）。6か月以内に離職した人 18人。",
                JobsHandled = "東京・神奈川・埼玉・千葉の、経理、総務、システム開発、医療事務の求人。正社員が約9割です。",
                Fee = FeeKind.NoneFromSeekers, FeeDetails = "求職者のみなさんから手数料はいただきません。",
                PersonalDataOfficer = "個人情報管理責任者 管理部長 佐伯（電話 03-0000-1101）", ComplaintsOfficer = "苦情処理責任者 お客様相談室長 野村（電話 03-0000-1102）",
                ApplicationProcedure = "1. 電話（03-0000-1100、平日9時から18時）またはメール（entry@mihon.example.jp）で、この案内の提供番号をお知らせください。\n2. 面談の日を決めます（オンラインでもできます）。\n3. 面談のときに求職申込書を書いていただきます。費用はかかりません。",
            }),
        new("provider02", "13-ユ-300002", ProviderKind.PaidAgency, "例示キャリア株式会社", "東京都新宿区。介護・保育・販売の仕事を紹介しています。", null,
            new(["13"], ["I", "M", "N", "P"], ["04", "05", "06", "07"]), new Disclosures
            {
                PlacementRecord = "2025年度の就職者数 96人（うち無期雇用 61人）。6か月以内に離職した人 9人。", JobsHandled = "東京都内の介護職、保育士、販売員の求人。",
                Fee = FeeKind.NoneFromSeekers, PersonalDataOfficer = "個人情報管理責任者 総務課 大谷（電話 03-0000-1201）", ComplaintsOfficer = "苦情処理責任者 代表 河合（電話 03-0000-1202）",
                ApplicationProcedure = "メール（hello@reiji.example.jp）でご連絡ください。申込書をお送りします。",
            }),
        new("localgov01", "13-地-000001", ProviderKind.LocalGovernment, "見本市役所 就労支援課", "見本市が市民と、市内で働きたい人のために開いている無料の職業紹介の窓口です。", null,
            Handling.Everything with { Prefectures = ["13"] }, new Disclosures
            {
                PlacementRecord = "2025年度の就職者数 58人（うち無期雇用 40人）。", JobsHandled = "見本市とその周りの事業所の求人。子育て中の人向けの短い時間の仕事もあります。",
                Fee = FeeKind.NoneFromSeekers, FeeDetails = "市の事業です。費用はかかりません。", PersonalDataOfficer = "個人情報管理責任者 就労支援課長 三好（電話 042-000-1301）",
                ComplaintsOfficer = "苦情処理責任者 市民相談室長 浜田（電話 042-000-1302）", ApplicationProcedure = "市役所2階の就労支援課（平日8時30分から17時）に来ていただくか、電話（042-000-1300）でご予約ください。",
            }),
    ];
}
