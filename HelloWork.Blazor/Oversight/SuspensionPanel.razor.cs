using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

public sealed partial class SuspensionPanel(DecideSuspension decide, NavigationManager navigation)
{
    private readonly FormErrors shortenErrors = new();

    [Parameter, EditorRequired] public IReadOnlyList<HeldSuspension> Suspensions { get; set; } = [];
    [Parameter, EditorRequired] public BureauActor Officer { get; set; } = null!;
    /// <summary>The page around.</summary>
    [Parameter, EditorRequired] public string Back { get; set; } = "";
    [Parameter, EditorRequired] public FormErrors Errors { get; set; } = null!;
    [Parameter, EditorRequired] public DateOnly Today { get; set; }
    [SupplyParameterFromForm(FormName = "confirm")] private SuspensionInput? Confirm { get; set; }
    [SupplyParameterFromForm(FormName = "shorten")] private SuspensionInput? Shorten { get; set; }
    [SupplyParameterFromForm(FormName = "lift")] private SuspensionInput? Lift { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;
    private HeldSuspension? Waiting => Suspensions.FirstOrDefault(s => s.AwaitsConfirmation);
    private HeldSuspension? Last => Waiting ?? Suspensions.LastOrDefault();

    private async Task ConfirmAsync() => Answer(await decide.RunAsync(new DecideSuspension.Confirm(Officer, Confirm!.Suspension), Leaving), Errors, "confirmed");

    private async Task ShortenAsync()
    {
        if (!Shorten!.Through.TryToDate(out var through))
            shortenErrors.Add("Shorten.Through", T[$"Refused.Suspension.{SuspensionRefusal.DayOutside}"]);
        else
            Answer(await decide.RunAsync(new DecideSuspension.Shorten(Officer, Shorten.Suspension, through), Leaving), shortenErrors, "shortened");
    }

    private async Task LiftAsync() => Answer(await decide.RunAsync(new DecideSuspension.Lift(Officer, Lift!.Suspension), Leaving), Errors, "lifted");

    private void Answer(SuspensionRefusal? refusal, FormErrors errors, string done)
    {
        if (refusal is null)
            navigation.NavigateTo($"{Back}?done={done}");
        else if (refusal is SuspensionRefusal.DayOutside)
            errors.Add("Shorten.Through", T[$"Refused.Suspension.{refusal}"]);
        else
            errors.Add(T[$"Refused.Suspension.{refusal}"]);
    }

    public sealed class SuspensionInput
    {
        public Guid Suspension { get; set; }
        public DateParts Through { get; set; } = new();
    }
}
