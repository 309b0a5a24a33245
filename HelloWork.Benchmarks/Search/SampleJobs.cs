using System.Text;
using HelloWork.Benchmarks.Samples;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;

namespace HelloWork.Benchmarks.Search;

/// <summary>A made-up job as a search sees it, texts normalised.</summary>
internal sealed record SampleJob(long Id, string Title, string Office, string Place, string Description, string Prefecture, string Municipality, string Occupation,
    string Type, int WageFrom, int WageTo, int DaysOff, int Posted, int Flags);

/// <summary>Jobs as spread as real ones: few large places and many small, common and rare trades, 120,000 offices, about 270 letters each. The same for the same number.</summary>
internal static class SampleJobs
{
    public const int Days = 90, FlagCount = 12;
    private const int Offices = 120_000;

    private static readonly string[] Types = ["regular", "part", "nonregular", "fixed-dispatch", "permanent-dispatch", "part-fixed-dispatch", "part-permanent-dispatch"];
    private static readonly double[] TypeShares = [54, 31, 8, 3, 2, 1, 1];

    private static readonly (Sector Sector, JobKind Kind, Post Post)[] Posts =
        [.. Sectors.All.SelectMany(s => s.Kinds.SelectMany(k => k.Posts.Select(p => (s, k, p))))];

    private static readonly string[] NameForms =
        ["株式会社{0}", "{0}株式会社", "有限会社{0}", "社会福祉法人{0}会", "医療法人{0}会", "{0}クリニック", "合同会社{0}", "{0}工業株式会社", "{0}商事株式会社", "{0}建設", "{0}運輸", "{0}システムズ株式会社"];

    private static readonly string[] Sentences =
    [
        "未経験の方には先輩が{0}か月付いて教えます。", "年間休日は{1}日で、夏と年末年始に続けて休めます。", "残業は月に{2}時間ほどです。", "賞与は年2回、昨年の実績は{0}か月分でした。",
        "マイカーで通勤できます。無料の駐車場が{1}台分あります。", "最寄り駅から歩いて{2}分です。", "土日祝日はお休みです。", "夜勤は月に{0}回までです。", "制服をお貸しします。", "交通費は月{1}00円まで支給します。",
        "資格を取る費用は会社が負担します。", "パソコンはWordとExcelの基本の操作ができれば十分です。", "普通自動車運転免許（AT限定可）が必要です。", "育児休業から復帰した方が{2}名います。", "子どもの行事に合わせて休めます。",
        "扶養の範囲で働けます。", "経験不問、学歴不問です。", "60歳以上の方も{2}名働いています。", "車いすで入れるトイレがあります。", "社員食堂の昼食は{1}円です。", "転勤はありません。", "在宅勤務は週に{0}日までできます。",
        "フォークリフトの免許がある方を優遇します。", "応募の前に職場を見学できます。", "面接は1回、結果は{2}日以内にお知らせします。", "欠員を補うための募集です。", "増員のため{0}名を募集します。",
        "退職金制度は勤続{0}年からです。", "シフトは前の月の{2}日までに決まります。", "ダブルワークの方も応募できます。", "作業は立ってすることが中心です。", "冷暖房のある清潔な職場です。", "20代から70代まで幅広く働いています。",
        "入社の日は相談に応じます。", "JavaまたはC#の経験があれば活かせます。", "介護福祉士の資格に月{1}00円の手当が付きます。", "正社員への登用が昨年{0}名ありました。", "ヘルパーの経験がある方は歓迎します。", "訪問先までは社用車で移動します。",
    ];

    private const string Kanji = "山川田中村石井林森原野本松高橋佐藤鈴木伊渡辺小加吉斎清阿坂岡長谷後前近遠青赤白黒金銀東西南北春夏秋冬朝月星空海島浜浦岸沢江河泉水火風雲雪花草葉竹梅桜菊柳杉柏桐萩稲米麦栗柿茶美愛恵幸福寿和平安康健心真信義善正純新古永光明陽昭大太広洋豊富栄昌盛興進達成功優武王玉宝鏡城門宮寺町市道路車船馬鳥鶴亀龍虎鹿熊魚貝松丸千万八七五三共同協立開発技術産物流通信電気機製作加工食品薬局療祉学園化総研究企画環境資源保全";

    private static readonly (string Code, string Prefecture, string Name)[][] Places =
        [.. Prefectures.All.Select(p => Municipalities.InPrefecture(p).Select(m => (m.Code, p.Code, SearchText.Normalise(m.FullName))).ToArray())];

    // Roughly how many people live there, in hundred thousands.
    private static readonly double[] PrefectureShares =
        [52, 12, 12, 23, 9, 10, 18, 28, 19, 19, 73, 63, 140, 92, 22, 10, 11, 8, 8, 20, 20, 36, 75, 17, 14, 26, 88, 54, 13, 9, 5, 7, 19, 28, 13, 7, 9, 13, 7, 51, 8, 13, 17, 11, 11, 16, 15];

    public static IEnumerable<SampleJob> Make(int jobs)
    {
        var dice = new Random(20261126);
        var offices = Enumerable.Range(0, Offices).Select(_ => SearchText.Normalise(string.Format(Pick(NameForms, dice), OfficeWord(dice)))).ToArray();
        var posts = Sums(Posts.Select((_, at) => 1 / Math.Sqrt(1 + at * 7 % Posts.Length)));
        var prefectures = Sums(PrefectureShares);
        var places = Places.Select(some => Sums(some.Select((_, at) => 1 / Math.Pow(at + 1, 0.9)))).ToArray();
        var types = Sums(TypeShares);
        var text = new StringBuilder();
        for (var id = 1; id <= jobs; id++)
        {
            var (sector, kind, post) = Posts[Draw(posts, dice)];
            var prefecture = Draw(prefectures, dice);
            var place = Places[prefecture][Draw(places[prefecture], dice)];
            var type = Draw(types, dice);
            var office = offices[(int)(Math.Pow(dice.NextDouble(), 1.6) * Offices)];
            var wage = (int)((kind.Wage.From + (kind.Wage.To - kind.Wage.From) * (dice.NextDouble() + dice.NextDouble()) / 2) * (prefecture is 12 or 13 or 26 ? 1.1 : 0.95)) / 1000 * 1000;
            text.Clear().Append(Pick(sector.Offices, dice).Business).Append(post.Duties);
            var length = 120 + (int)(dice.NextDouble() * dice.NextDouble() * 420);
            if (dice.Next(3) == 0)
                text.Append("担当は").Append(OfficeWord(dice)).Append("です。");
            while (text.Length < length)
                text.AppendFormat(null, Pick(Sentences, dice), dice.Next(1, 6), dice.Next(80, 130), dice.Next(2, 30));
            var flags = Enumerable.Range(0, FlagCount).Where(flag => dice.NextDouble() < (flag < 4 ? 0.5 : flag < 8 ? 0.25 : 0.1)).Sum(flag => 1 << flag);
            yield return new(id, SearchText.Normalise(post.Title + (dice.Next(3) == 0 ? $"／{place.Name}" : "")), office, place.Name, SearchText.Normalise(text.ToString()), place.Prefecture,
                place.Code, kind.Occupation, Types[type], wage, wage + dice.Next(12) * 10_000, dice.Next(5) == 0 ? dice.Next(76, 105) : dice.Next(105, 131), (int)((id - 1L) * Days / jobs), flags);
        }
    }

    private static string OfficeWord(Random dice) => string.Concat(Enumerable.Range(0, 2 + dice.Next(2)).Select(_ => Kanji[dice.Next(Kanji.Length)]));

    private static T Pick<T>(T[] some, Random dice) => some[dice.Next(some.Length)];

    private static double[] Sums(IEnumerable<double> shares)
    {
        var sum = 0.0;
        return [.. shares.Select(share => sum += share)];
    }

    private static int Draw(double[] sums, Random dice)
    {
        var at = Array.BinarySearch(sums, dice.NextDouble() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at, sums.Length - 1);
    }
}
