using System.Collections.Frozen;
using System.Text;

namespace HelloWork.Blazor.Languages;

/// <summary>
/// ローマ字 of place names, in the Hepburn way of road signs: without marks for long vowels (トウキョウ: Tokyo), a doubled consonant before ッ.
/// It goes by letters and knows no words, so a long vowel that only seems one (松浦: Matsuura) is told from a true one by what stands before it.
/// </summary>
internal static class Romaji
{
    private static readonly FrozenDictionary<string, string> Sounds = Table(
        "ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no "
        + "ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n "
        + "ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po "
        + "キャ kya キュ kyu キョ kyo シャ sha シュ shu ショ sho チャ cha チュ chu チョ cho ニャ nya ニュ nyu ニョ nyo ヒャ hya ヒュ hyu ヒョ hyo ミャ mya ミュ myu ミョ myo "
        + "リャ rya リュ ryu リョ ryo ギャ gya ギュ gyu ギョ gyo ジャ ja ジュ ju ジョ jo ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo ヴ vu");

    /// <param name="kana">Full-width katakana.</param>
    /// <returns>With a capital: Chuo.</returns>
    public static string Of(string kana)
    {
        var text = new StringBuilder(kana.Length * 2);
        var doubled = false;
        for (var i = 0; i < kana.Length; i++)
        {
            if (kana[i] is 'ッ') { doubled = true; continue; }
            if (kana[i] is 'ー') continue;
            var two = i + 1 < kana.Length ? Sounds.GetValueOrDefault(kana.Substring(i, 2)) : null;
            if ((two ?? Sounds.GetValueOrDefault(kana.Substring(i, 1))) is not { } sound) continue;
            if (doubled) text.Append(sound.StartsWith("ch", StringComparison.Ordinal) ? 't' : sound[0]);
            doubled = false;
            if (i > 0 && kana[i - 1] is 'ン' && sound[0] is 'a' or 'i' or 'u' or 'e' or 'o' or 'y') text.Append('\'');
            if (!IsLongAfter(text, kana, i, sound)) text.Append(sound);
            if (two is not null) i++;
        }
        if (text.Length > 0) text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    // オウ, オオ, ユウ and ュウ are one long vowel; ツウ and the like are two.
    private static bool IsLongAfter(StringBuilder text, string kana, int i, string sound) =>
        i > 0 && ((sound is "u" or "o" && text[^1] == 'o') || (sound is "u" && kana[i - 1] is 'ュ' or 'ユ'));

    private static FrozenDictionary<string, string> Table(string pairs)
    {
        var words = pairs.Split(' ');
        return Enumerable.Range(0, words.Length / 2).ToFrozenDictionary(i => words[2 * i], i => words[2 * i + 1]);
    }
}
