using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>アカウントの開設（求職者） (AC-01, AC-05, PV-01): one form for both services.</summary>
public sealed partial class SeekerOpening(OpenSeekerAccount open, PasswordGate gate, CurrentActor current, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private bool signedIn;

    [Parameter, EditorRequired] public SeekerServices Service { get; set; }
    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "register")] private SeekerOpeningInput? Input { get; set; }

    private string TermsPath => Service is SeekerServices.Provision ? "/provision/terms" : "/account/terms";

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        signedIn = (await current.UserAsync()).IsInRole(RoleNames.Seeker);
    }

    private async Task OpenAsync()
    {
        if (string.IsNullOrWhiteSpace(Input!.Number))
            errors.Add("Input.Number", T["Register.Number.Missing"]);
        else if (!RegistrationNumber.TryParse(Input.Number, out _))
            errors.Add("Input.Number", T["Register.Number.Shape"]);
        if (!Input.Birth.TryToDate(out var birth))
            errors.Add("Input.Birth", T["Register.Birth.Missing"]);
        OpeningFields.Check(Input, errors, T);
        if (errors.Any)
            return;

        var command = new OpenSeekerAccount.Command(Service, Input.Number!, birth, Input.Email!, Input.Password!, Input.Agreed, Http.Network()) { Language = LanguageChoice.Chosen(Http.Request) };
        if (await gate.PassAsync(() => open.RunAsync(command, Http.RequestAborted), Http.RequestAborted) is { } refusal)
            OpeningFields.Explain(refusal, refusal is OpeningRefusal.NotFound ? T["Register.NotFound"].Value : null, errors, T);
        else
            navigation.NavigateTo("/account/register/sent");
    }

    public sealed class SeekerOpeningInput : OpeningInput
    {
        public string? Number { get; set; }
        public DateParts Birth { get; set; } = new();
    }
}
