using HelloWork.Blazor.Controls;
using HelloWork.Domain.Applications.Interviews;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Applications;

/// <summary>The applicant's answers to an interview.</summary>
public sealed partial class OwnApplicationPage
{
    private readonly FormErrors pickErrors = new();
    private readonly FormErrors turnDownErrors = new();
    private readonly FormErrors callOffErrors = new();

    [SupplyParameterFromForm(FormName = "pick")] private PickForm? Pick { get; set; }

    [SupplyParameterFromForm(FormName = "turndown")] private TurnDownForm? TurnDown { get; set; }

    [SupplyParameterFromForm(FormName = "calloff")] private CallOffForm? CallOff { get; set; }

    private async Task PickAsync()
    {
        if (application is null)
            return;
        _ = int.TryParse(Pick!.Time, out var number);
        var refusal = await pick.RunAsync(new(seeker, new InterviewId(Pick.Interview), number), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/seeker/applications/{Id}?done=picked#interview");
        else if (refusal is PickRefusal.TimeMissing or PickRefusal.TimePassed or PickRefusal.TimeTaken)
            pickErrors.Add("Time", I[$"Pick.Refused.{refusal}"]);
        else
            pickErrors.Add(I[$"Pick.Refused.{refusal}"]);
    }

    private async Task TurnDownAsync()
    {
        if (application is null)
            return;
        var refusal = await turnDown.RunAsync(new(seeker, new InterviewId(TurnDown!.Interview), TurnDown.Words ?? ""), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/seeker/applications/{Id}?done=turneddown#interview");
        else if (refusal is PickRefusal.WordsMissing or PickRefusal.WordsTooLong)
            turnDownErrors.Add("Words", I[$"Pick.Refused.{refusal}"]);
        else
            turnDownErrors.Add(I[$"Pick.Refused.{refusal}"]);
    }

    private async Task CallOffAsync()
    {
        if (application is null)
            return;
        var refusal = await callOff.RunAsync(new CallOffInterview.FromSeeker(seeker, new InterviewId(CallOff!.Interview), CallOff.Reason ?? ""), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/seeker/applications/{Id}?done=calledoff#interview");
        else
            refusal.Value.AddTo(callOffErrors, I);
    }
}
