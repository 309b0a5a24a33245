using System.Diagnostics;
using HelloWork.Domain.Privacy;

namespace HelloWork.Benchmarks;

/// <summary>How long the guard against identifying text reads 2,000 characters: an everyday text, one full of what it looks for, and hostile ones.</summary>
internal static class GuardBenchmark
{
    private const int Characters = 2000, WarmUp = 300, Runs = 201;

    private const string Everyday =
        "大学卒業後、2008年4月に食品メーカーに入社し、営業を7年、その後は本社で需給管理を5年担当しました。担当店舗は30-40店、売上は前年比108%まで伸ばしました。"
        + "現在は週3-4日、1日5時間程度の仕事を探しています。希望勤務地は千葉県船橋市または市川市、月給は22万円以上でお願いします。日商簿記検定2級（2017年6月）を取得。";

    private const string Telling =
        "氏名：山田太郎、昭和55年4月1日生まれ、〒150-0043東京都渋谷区道玄坂1-2-3コーポ101。電話090-1234-5678、taro@example.com、https://example.jp/、LINE ID：taro_1234。";

    public static void Run()
    {
        Console.WriteLine($"{Characters:#,0} characters, median of {Runs} runs after {WarmUp}, {Environment.ProcessorCount} cores");
        Measure("everyday text", Everyday);
        Measure("full of findings", Telling);
        foreach (var hostile in new[] { "0", "0 ", "1-", "0120-", "a@", "a.", "と申", "氏名", "line ", "1丁目", "京都", "昭和1.", "マンション1", "\u200B0", "ﷺ" })
            Measure($"hostile «{hostile}»", hostile);
    }

    private static void Measure(string what, string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, Characters / part.Length + 1))[..Characters];
        for (var i = 0; i < WarmUp; i++)
            IdentifyingText.Find(text);

        var times = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            IdentifyingText.Find(text);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        Console.WriteLine($"{what,-24} {times[Runs / 2],6:0.00} ms   {IdentifyingText.Find(text, out var read).Count,4} findings {read,9:#,0} characters read");
    }
}
