using System.Globalization;
using System.Text;

namespace HelloWork.Domain.Privacy;

/// <summary>
/// A text as the guard reads it: NFKC, lower case, without hidden characters, with one kind of hyphen and of digit. Each of its characters knows
/// where it stood in the text as typed. Reading outside gives '\0', so that finders may look around freely.
/// </summary>
internal sealed class FoldedText
{
    private const int LongestFold = 6;

    private readonly List<char> _letters;
    private readonly List<char> _cased;
    private readonly List<int> _starts;
    private readonly List<int> _ends;
    private readonly bool[] _taken;
    private readonly List<Finding> _findings = [];

    public FoldedText(string typed)
    {
        _letters = new(typed.Length);
        _cased = new(typed.Length);
        _starts = new(typed.Length);
        _ends = new(typed.Length);
        for (var i = 0; i < typed.Length;)
        {
            var whole = Rune.TryGetRuneAt(typed, i, out var rune);
            var length = whole ? rune.Utf16SequenceLength : 1;
            Add(whole && !IsNoCharacter(rune) ? rune : Rune.ReplacementChar, i, i + length);
            i += length;
        }
        UnifyHyphens();
        _taken = new bool[_letters.Count];
    }

    public int Length => _letters.Count;

    /// <summary>Work done so far.</summary>
    public long CharactersRead { get; private set; }

    public char this[int i]
    {
        get
        {
            CharactersRead++;
            return i >= 0 && i < _letters.Count ? _letters[i] : '\0';
        }
    }

    /// <summary>Whether a Latin capital was typed here.</summary>
    public bool IsCapital(int i) => i >= 0 && i < _cased.Count && char.IsAsciiLetterUpper(_cased[i]);

    /// <summary>The value of an ASCII digit or of a kanji one (〇, 零, 一…九), or -1.</summary>
    public int Digit(int i) => this[i] is var c && char.IsAsciiDigit(c) ? c - '0' : KanjiDigit(c);

    public bool IsAt(int i, string word)
    {
        for (var k = 0; k < word.Length; k++)
            if (this[i + k] != word[k])
                return false;
        return true;
    }

    /// <summary>The first of the words that stands here, or null. Lists put the longer word first.</summary>
    public string? WordAt(int i, string[] words)
    {
        var first = this[i];
        foreach (var word in words)
            if (word[0] == first && IsAt(i, word))
                return word;
        return null;
    }

    /// <summary>The first of the words that ends before this index, or null.</summary>
    public string? WordBefore(int end, string[] words)
    {
        foreach (var word in words)
            if (IsAt(end - word.Length, word))
                return word;
        return null;
    }

    /// <summary>Whether one of the words stands between the two, which callers keep a few characters apart.</summary>
    public bool Mentions(int from, int to, string[] words)
    {
        for (var i = Math.Max(from, 0); i < Math.Min(to, Length); i++)
            if (WordAt(i, words) is { } word && i + word.Length <= to)
                return true;
        return false;
    }

    /// <summary>Where the sentence before this index begins, at most so many characters back.</summary>
    public int SentenceStart(int i, int most)
    {
        var start = i;
        while (start > 0 && i - start < most && this[start - 1] is not ('。' or '\n' or '!' or '?'))
            start--;
        return start;
    }

    /// <summary>Where the sentence at this index ends, at most so many characters on.</summary>
    public int SentenceEnd(int i, int most)
    {
        var end = i;
        while (end < Length && end - i < most && this[end] is not ('。' or '\n' or '!' or '?'))
            end++;
        return end;
    }

    public int SkipSpaces(int i, int most = 2)
    {
        for (var k = 0; k < most && this[i] == ' '; k++)
            i++;
        return i;
    }

    public bool IsTaken(int from, int to)
    {
        for (var i = Math.Max(from, 0); i < Math.Min(to, Length); i++)
            if (_taken[i])
                return true;
        return false;
    }

    /// <summary>Keeps a place unless part of it is somebody's already.</summary>
    public bool Take(int from, int to, IdentifyingKind kind)
    {
        if (from < 0 || to > Length || from >= to || IsTaken(from, to))
            return false;

        _taken.AsSpan(from, to - from).Fill(true);
        _findings.Add(new(_starts[from], _ends[to - 1] - _starts[from], kind));
        CharactersRead += to - from;
        return true;
    }

    public IReadOnlyList<Finding> FindingsInOrder()
    {
        _findings.Sort((a, b) => a.Start.CompareTo(b.Start));

        // One typed character may fold to several ((株) from ㈱), of which two findings can claim a part each.
        var kept = new List<Finding>(_findings.Count);
        foreach (var finding in _findings)
            if (kept.Count == 0 || kept[^1].End <= finding.Start)
                kept.Add(finding);
        return kept;
    }

    public static bool IsKanji(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '々' or '〆' or >= '\uD840' and <= '\uD87F' or >= '\uDC00' and <= '\uDFFF';

    public static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゖ';

    public static bool IsKatakana(char c) => c is >= 'ァ' and <= 'ヺ' or 'ー';

    public static bool IsJapanese(char c) => IsKanji(c) || IsHiragana(c) || IsKatakana(c);

    private static int KanjiDigit(char c) => c switch
    {
        '〇' or '零' => 0, '一' => 1, '二' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '七' => 7, '八' => 8, '九' => 9, _ => -1,
    };

    private void Add(Rune rune, int start, int end)
    {
        if (IsPlain(rune))
        {
            Put((char)rune.Value, start, end);
            return;
        }
        if (IsHidden(rune))
            return;

        var folded = rune.ToString().Normalize(NormalizationForm.FormKC);
        // A few signs (ﷺ) stand for whole phrases; no number or name hides in them, and a text of them would grow eighteenfold.
        if (folded.Length > LongestFold)
            folded = " ";
        foreach (var c in folded)
            if (c is '\u3099' or '\u309A' && _letters.Count > 0)
                Voice(c, end);
            else if (!IsHidden(c))
                Put(c, start, end);
    }

    private void Put(char c, int start, int end)
    {
        if (c != '\n' && (char.IsWhiteSpace(c) || char.IsControl(c)))
            c = ' ';
        else if (char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber)
            c = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
        _cased.Add(c);
        _letters.Add(c switch
        {
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '─' or '━' or '﹘' or '⁻' => '-',
            '〜' or '∼' or '～' => '~',
            '[' or '{' or '<' or '〔' or '【' or '「' or '『' or '≪' or '〈' or '《' => '(',
            ']' or '}' or '>' or '〕' or '】' or '」' or '』' or '≫' or '〉' or '》' => ')',
            'ヶ' => 'ケ',
            _ => char.ToLowerInvariant(c),
        });
        _starts.Add(start);
        _ends.Add(end);
    }

    // ｶﾞ comes as two: the mark joins the letter before it.
    private void Voice(char mark, int end)
    {
        var joined = string.Concat(_letters[^1], mark);
        if (!char.IsSurrogate(_letters[^1]))
            joined = joined.Normalize(NormalizationForm.FormC);
        if (joined.Length == 1)
        {
            _letters[^1] = _cased[^1] = joined[0];
            _ends[^1] = end;
        }
    }

    // A long mark, and even the kanji one, serve as hyphens between digits: 03ー1234, 090一1234.
    private void UnifyHyphens()
    {
        for (var i = 1; i + 1 < _letters.Count; i++)
            if (_letters[i] == 'ー' && Digit(i - 1) >= 0 && Digit(i + 1) >= 0
                || _letters[i] == '一' && char.IsAsciiDigit(_letters[i - 1]) && char.IsAsciiDigit(_letters[i + 1]))
                _letters[i] = '-';
    }

    // U+FFFE and its like, on which Normalize throws as it does on half a surrogate pair.
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsPlain(Rune rune) => rune.Value is >= 0x20 and < 0x7F or '\n' or >= 0x3041 and <= 0x3096 or >= 0x30A1 and <= 0x30FA or >= 0x4E00 and <= 0x9FFF;

    private static bool IsHidden(Rune rune) => rune.IsBmp ? IsHidden((char)rune.Value) : rune.Value is >= 0xE0000 and <= 0xE0FFF;

    // Format characters, variation selectors, marks laid over a letter (the key cap among them), and letters that show nothing.
    private static bool IsHidden(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && c is not ('\u3099' or '\u309A')
        || c is '\u115F' or '\u1160' or '\u3164' or '\u2800';
}
