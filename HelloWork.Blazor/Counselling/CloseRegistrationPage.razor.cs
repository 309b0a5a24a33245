using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>求職登録を終える: what it does to all that hangs on the registration is counted and said first (CO-01, Q4).</summary>
public sealed partial class CloseRegistrationPage(CurrentActor current, OpenRegistrationRecord open, PreviewClosing look, CloseRegistration close, NavigationManager navigation) : ComponentBase
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<Choice> reasons = [];
    private CounselorActor counselor = null!;
    private RegistrationRecord? record;
    private ClosingPreview? preview;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "close")] private CloseInput? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private IEnumerable<string> Effects => new[]
    {
        preview!.OpenRequests > 0 ? T["Close.What.Requests", preview.OpenRequests].Value : null,
        preview.ShownToEmployers ? T["Close.What.Employers"].Value : null,
        preview.ShownToProviders ? T["Close.What.Providers"].Value : null,
        preview.Applications > 0 ? T["Close.What.Applications", preview.Applications].Value : null,
        preview.Referrals > 0 ? T["Close.What.Referrals", preview.Referrals].Value : null,
        preview.Conversations > 0 ? T["Close.What.Conversations", preview.Conversations].Value : null,
        preview.Consultations > 0 ? T["Close.What.Consultations", preview.Consultations].Value : null,
        T["Close.What.Account"].Value,
    }.OfType<string>();

    protected override async Task OnInitializedAsync()
    {
        // Nothing on the page stays up to date by itself; the menu's numbers alone are no opening.
        if (Http.IsLive())
            return;
        counselor = await current.CounselorAsync();
        reasons = [.. new[] { RegistrationEndReason.Employed, RegistrationEndReason.Withdrawn, RegistrationEndReason.Other }.Select(r => new Choice(r.ToString(), T[$"Close.Reason.{r}"]))];
        record = await open.RunAsync(new(counselor, new SeekerRegistrationId(Id)), Leaving);
        preview = await look.RunAsync(new(counselor, new SeekerRegistrationId(Id)), Leaving);
        if (record is null)
            navigation.NotFound();
        else if (preview is null)
            // Closed by somebody else meanwhile: the record says so.
            navigation.NavigateTo($"/desk/seekers/{Id}");
    }

    private async Task CloseAsync()
    {
        var reason = Enum.TryParse<RegistrationEndReason>(Input?.Reason, out var chosen) ? chosen : default;
        switch (await close.RunAsync(new(counselor, new SeekerRegistrationId(Id), reason), Leaving))
        {
            case null:
                navigation.NavigateTo($"/desk/seekers/{Id}?done=closed");
                break;
            case RegistrationRefusal.ReasonMissing:
                errors.Add("Input.Reason", T["Refused.ReasonMissing"]);
                break;
            case { } refusal:
                errors.Add(T[$"Refused.{refusal}"]);
                break;
        }
    }

    private sealed class CloseInput
    {
        public string? Reason { get; set; }
    }
}
