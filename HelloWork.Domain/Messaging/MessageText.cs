using HelloWork.Domain.Common;
using HelloWork.Domain.Privacy;

namespace HelloWork.Domain.Messaging;

/// <summary>件名と本文の決まり: the same for both sides, asked before the confirmation and again on sending (MS-06).</summary>
public static class MessageText
{
    /// <param name="Refusal">Null: the text may be sent.</param>
    /// <param name="Findings">With <see cref="TextRefusal.Identifying"/>: where and what, in the tidied text.</param>
    public sealed record Judgement(string Text, TextRefusal? Refusal, IReadOnlyList<Finding> Findings);

    public static Judgement JudgeSubject(string? typed) => Judge(WrittenText.Tidy(typed).ReplaceLineEndings(" "), Message.LongestSubject);

    public static Judgement JudgeBody(string? typed) => Judge(WrittenText.Tidy(typed), Message.LongestBody);

    private static Judgement Judge(string text, int most)
    {
        if (text.Length == 0)
            return new(text, TextRefusal.Missing, []);
        if (!WrittenText.Fits(text, most))
            return new(text, TextRefusal.TooLong, []);
        var findings = IdentifyingText.Find(text);
        return new(text, findings.Count > 0 ? TextRefusal.Identifying : null, findings);
    }
}

/// <summary>Why a text isn't sent.</summary>
public enum TextRefusal
{
    Missing = 1,
    /// <summary>Over its length, or with characters that can't be shown.</summary>
    TooLong = 2,
    /// <summary>Text that identifies a person (PV-04, MS-06): who the seeker is may be told only in step 6.</summary>
    Identifying = 3,
}
