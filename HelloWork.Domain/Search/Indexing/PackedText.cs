using System.Text;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// Normalised Japanese in about 1.4 bytes a letter: kana, digits and Latin letters in one byte, the 2,965 kanji of JIS level 1 in two,
/// anything else in three. As in UTF-8 a first byte is never a following one, so finding bytes is finding letters.
/// </summary>
internal static class PackedText
{
    public const int MostBytes = 3;
    private const int FirstOfTwo = 0x80, FirstOfThree = 0xB0, Following = 0xC0, Two = 0x8000, Three = 0xFFFF, MostTwos = (FirstOfThree - FirstOfTwo) * 64;

    private static readonly ushort[] Codes = new ushort[char.MaxValue + 1];
    private static readonly char[] Ones = new char[FirstOfTwo], Twos = new char[MostTwos];

    static PackedText()
    {
        Codes.AsSpan().Fill(Three);
        var ones = 0;
        foreach (var letter in (char[])[.. From('ぁ', 'ゖ'), .. From('0', '9'), .. From('a', 'z'), ' ', 'ー', '、', '。', '・', '-'])
            (Codes[letter], Ones[ones]) = ((ushort)ones, Ones[ones++] = letter);
        var twos = 0;
        foreach (var letter in Jis(16, 47).Concat(From('!', '~')).Concat(Jis(1, 2)).Where(letter => Codes[letter] == Three).Distinct().Take(MostTwos).ToList())
            (Codes[letter], Twos[twos]) = ((ushort)(Two | twos), Twos[twos++] = letter);
    }

    /// <returns>How many bytes were written.</returns>
    public static int Pack(ReadOnlySpan<char> text, Span<byte> into)
    {
        var at = 0;
        foreach (var letter in text)
        {
            int code = Codes[letter];
            if (code < FirstOfTwo)
                into[at++] = (byte)code;
            else if (code != Three)
            {
                into[at++] = (byte)(FirstOfTwo | (code & 0xFFF) >> 6);
                into[at++] = (byte)(Following | code & 63);
            }
            else
            {
                into[at++] = (byte)(FirstOfThree | letter >> 12);
                into[at++] = (byte)(Following | letter >> 6 & 63);
                into[at++] = (byte)(Following | letter & 63);
            }
        }
        return at;
    }

    public static byte[] Pack(string word)
    {
        var bytes = new byte[word.Length * MostBytes];
        return bytes[..Pack(word, bytes)];
    }

    public static string Unpack(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var at = 0; at < bytes.Length;)
        {
            var first = bytes[at];
            (var letter, var length) = first switch
            {
                < FirstOfTwo => (Ones[first], 1),
                < FirstOfThree => (Twos[(first - FirstOfTwo) << 6 | bytes[at + 1] & 63], 2),
                _ => ((char)((first & 15) << 12 | (bytes[at + 1] & 63) << 6 | bytes[at + 2] & 63), 3),
            };
            text.Append(letter);
            at += length;
        }
        return text.ToString();
    }

    private static IEnumerable<char> From(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    private static IEnumerable<char> Jis(int firstRow, int lastRow)
    {
        var euc = CodePagesEncodingProvider.Instance.GetEncoding(51932)!;
        for (var row = firstRow; row <= lastRow; row++)
            for (var cell = 1; cell <= 94; cell++)
                if (euc.GetString([(byte)(0xA0 + row), (byte)(0xA0 + cell)]) is [var letter] && letter is not ('\uFFFD' or '?' or '\u30FB'))
                    yield return letter;
    }
}
