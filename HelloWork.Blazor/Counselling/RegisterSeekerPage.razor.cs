using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>求職者を登録する: at the window, somebody new or somebody who comes back (CO-01).</summary>
public sealed partial class RegisterSeekerPage(CurrentActor current, OpenRegistrationRecord open, RegisterSeeker register, NavigationManager navigation) : ComponentBase
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<Choice> styles = [];
    private IReadOnlyList<Choice> choices = [];
    private CounselorActor counselor = null!;
    private RegistrationRecord? former;

    /// <summary>The registration that is over, of somebody who comes back.</summary>
    [SupplyParameterFromQuery(Name = "former")] private Guid? FormerId { get; set; }

    [SupplyParameterFromForm(FormName = "register")] private RegisterInput? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        counselor = await current.CounselorAsync();
        styles = [.. Enum.GetValues<WorkingStyle>().Select(s => new Choice(s.ToString(), T[$"Style.{s}"]))];
        choices = [.. new[] { ProvisionChoice.Both, ProvisionChoice.LocalGovernmentsOnly, ProvisionChoice.PrivateAgenciesOnly, ProvisionChoice.Neither }.Select(c => new Choice(c.ToString(), T[$"Choice.{c}"]))];
        if (!Http.IsLive() && (FormerId ?? Input?.Former) is { } id)
            former = await open.RunAsync(new(counselor, new SeekerRegistrationId(id)), Leaving);
        if (Input is not null)
            return;
        Input = new RegisterInput { Former = former?.Id.Value, Work = former?.Statement?.WishedWork, Style = former?.Statement?.Style.ToString() };
        if (former is not null)
            Input.Fill(former.Details);
    }

    private async Task RegisterAsync()
    {
        // An unchosen radio is no value of its enum.
        var choice = Enum.TryParse<ProvisionChoice>(Input!.Choice, out var provision) && Input.Shown is "on" or "off" ? provision : (ProvisionChoice)(-1);
        var style = Enum.TryParse<WorkingStyle>(Input.Style, out var wished) ? wished : default;
        var result = await register.RunAsync(new(counselor, Input.Former is { } id ? new SeekerRegistrationId(id) : null, Input.ToDetails(), RegistrationKind.VerifiedAtOffice, Input.Shown == "on", choice, Input.Work, style), Leaving);
        if (result.Refusal is { } refusal)
            errors.Add(DetailsInput.FieldOf(refusal), T[$"Register.{refusal}"]);
        else
            navigation.NavigateTo($"/desk/seekers/{result.Registered}?done=registered");
    }

    private sealed class RegisterInput : DetailsInput
    {
        public Guid? Former { get; set; }
        public string? Work { get; set; }
        public string? Style { get; set; }
        public string? Shown { get; set; }
        public string? Choice { get; set; }
    }
}
