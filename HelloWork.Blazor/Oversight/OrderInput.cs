using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Oversight;

/// <summary>What an office or the bureau types into the one form for the two measures; the first press shows it once more, the second does it (OV-02).</summary>
public sealed class OrderInput
{
    public const string Check = "check";
    public const string Do = "do";

    public string? Kind { get; set; }
    public string? Text { get; set; }
    public DateParts AnswerBy { get; set; } = new();
    public DateParts Through { get; set; } = new();
    /// <summary>Which button was pressed.</summary>
    public string? Step { get; set; }

    /// <summary>Before anybody has typed.</summary>
    public static OrderInput Usual(DateOnly today) => new() { AnswerBy = DateParts.From(today.AddDays(14)), Through = DateParts.From(today.AddDays(30)) };

    /// <summary>What was typed, and what of it can't be so; the domain says the same again.</summary>
    public OrderCorrection.Measures? Read(FormErrors errors, IStringLocalizer<OrderText> text, DateOnly today, bool withKind)
    {
        var (hasAnswerBy, hasThrough) = (AnswerBy.TryToDate(out var answerBy), Through.TryToDate(out var through));
        if (withKind && !Enum.TryParse<ViolationKind>(Kind, out _))
            Add(OrderRefusal.KindMissing);
        if (WrittenText.Tidy(Text) is var typed && typed.Length == 0)
            Add(OrderRefusal.TextMissing);
        else if (!WrittenText.Fits(typed, CorrectionOrder.LongestText))
            Add(OrderRefusal.TextTooLong);
        var last = today.AddDays(OrderCorrection.LongestSuspensionDays);
        if (!hasAnswerBy || answerBy <= today || answerBy > last)
            Add(OrderRefusal.AnswerByOutside);
        if (!hasThrough || through < today || through > last)
            Add(OrderRefusal.SuspensionOutside);
        return errors.Any ? null : new(Text!, answerBy, through);

        void Add(OrderRefusal refusal) => Tell(errors, text, refusal);
    }

    public static void Tell(FormErrors errors, IStringLocalizer<OrderText> text, OrderRefusal refusal)
    {
        var field = refusal switch
        {
            OrderRefusal.TextMissing or OrderRefusal.TextTooLong => "Input.Text",
            OrderRefusal.AnswerByOutside => "Input.AnswerBy",
            OrderRefusal.SuspensionOutside => "Input.Through",
            OrderRefusal.KindMissing => "Input.Kind",
            _ => null,
        };
        if (field is null)
            errors.Add(text[$"Refused.{refusal}"]);
        else
            errors.Add(field, text[$"Refused.{refusal}"]);
    }
}
