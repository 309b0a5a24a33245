using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>本人の情報を直す (CO-01): on the person's word at the window.</summary>
public sealed partial class CorrectDetailsPage(CurrentActor current, OpenRegistrationRecord open, CorrectPersonalDetails correct, NavigationManager navigation) : ComponentBase
{
    private readonly FormErrors errors = new();
    private CounselorActor counselor = null!;
    private RegistrationRecord? record;
    private string seen = "";

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "details")] private CorrectInput? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        // Nothing on the page stays up to date by itself; the menu's numbers alone are no opening.
        if (Http.IsLive())
            return;
        counselor = await current.CounselorAsync();
        record = await open.RunAsync(new(counselor, new SeekerRegistrationId(Id)), Leaving);
        if (record is null)
        {
            navigation.NotFound();
            return;
        }
        // What has ended is corrected when it begins anew.
        if (!record.IsOpen && !Http.Posts("details"))
            navigation.NavigateTo($"/desk/seekers/{Id}");
        seen = Input?.Seen ?? record.Details.Fingerprint();
        if (Input is null)
            (Input = new CorrectInput()).Fill(record.Details);
    }

    private async Task SaveAsync()
    {
        if (await correct.RunAsync(new(counselor, new SeekerRegistrationId(Id), seen, Input!.ToDetails()), Leaving) is not { } refusal)
        {
            navigation.NavigateTo($"/desk/seekers/{Id}?done=details");
            return;
        }
        if (refusal is RegisterRefusal.NotFound or RegisterRefusal.Ended or RegisterRefusal.ChangedSince)
            errors.Add(T[$"Register.{refusal}"]);
        else
            errors.Add(DetailsInput.FieldOf(refusal), T[$"Register.{refusal}"]);
        // Who is told that a colleague was faster sees it on the record; the next press decides on what stands there now.
        if (refusal is RegisterRefusal.ChangedSince)
            seen = record!.Details.Fingerprint();
    }

    private sealed class CorrectInput : DetailsInput
    {
        public string? Seen { get; set; }
    }
}
