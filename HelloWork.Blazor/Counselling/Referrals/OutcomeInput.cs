using HelloWork.Blazor.Controls;
using HelloWork.Domain.Counselling;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Counselling.Referrals;

/// <summary>What the form of <see cref="OutcomeForm"/> posts.</summary>
public sealed class OutcomeInput
{
    public string? Result { get; set; }
    public string? Reason { get; set; }

    public ReferralOutcome Chosen => Enum.TryParse<ReferralOutcome>(Result, out var chosen) ? chosen : default;

    /// <summary>Says at its field why it wasn't recorded.</summary>
    public static void Explain(OutcomeRefusal refusal, FormErrors errors, IStringLocalizer<ReferralsText> text)
    {
        var said = text[$"OutcomeRefused.{refusal}"].Value;
        switch (refusal)
        {
            case OutcomeRefusal.OutcomeMissing or OutcomeRefusal.NotTakenUp:
                errors.Add("Outcome.Result", said);
                break;
            case OutcomeRefusal.ReasonMissing or OutcomeRefusal.ReasonTooLong:
                errors.Add("Outcome.Reason", said);
                break;
            default:
                errors.Add(said);
                break;
        }
    }
}
