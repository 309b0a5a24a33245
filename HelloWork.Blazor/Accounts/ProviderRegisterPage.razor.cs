using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>アカウントの開設（利用団体） (AC-01)</summary>
public sealed partial class ProviderRegisterPage(OpenProviderAccount open, PasswordGate gate, NavigationManager navigation)
{
    private readonly FormErrors errors = new();

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "register")] private ProviderOpeningInput? Input { get; set; }

    protected override void OnInitialized() => Input ??= new();

    private async Task OpenAsync()
    {
        if (string.IsNullOrWhiteSpace(Input!.Licence))
            errors.Add("Input.Licence", T["Register.Licence.Missing"]);
        else if (!LicenceNumber.TryParse(Input.Licence, out _))
            errors.Add("Input.Licence", T["Register.Licence.Shape"]);
        if (string.IsNullOrWhiteSpace(Input.Code))
            errors.Add("Input.Code", T["Register.Code.Missing"]);
        OpeningFields.Check(Input, errors, T);
        if (errors.Any)
            return;

        var command = new OpenProviderAccount.Command(Input.Licence!, Input.Code!, Input.Email!, Input.Password!, Input.Agreed, Http.Network()) { Language = LanguageChoice.Chosen(Http.Request) };
        if (await gate.PassAsync(() => open.RunAsync(command, Http.RequestAborted), Http.RequestAborted) is { } refusal)
            OpeningFields.Explain(refusal, refusal is OpeningRefusal.NotFound ? T["Register.ProviderCodeNotFound"].Value : null, errors, T);
        else
            navigation.NavigateTo("/account/register/sent");
    }

    public sealed class ProviderOpeningInput : OpeningInput
    {
        public string? Licence { get; set; }
        public string? Code { get; set; }
    }
}
