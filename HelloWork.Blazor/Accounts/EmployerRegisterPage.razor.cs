using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>アカウントの開設（求人者） (AC-01)</summary>
public sealed partial class EmployerRegisterPage(OpenEmployerAccount open, PasswordGate gate, NavigationManager navigation)
{
    private readonly FormErrors errors = new();

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "register")] private EmployerOpeningInput? Input { get; set; }

    protected override void OnInitialized() => Input ??= new();

    private async Task OpenAsync()
    {
        if (string.IsNullOrWhiteSpace(Input!.Office))
            errors.Add("Input.Office", T["Register.Office.Missing"]);
        else if (!OfficeNumber.TryParse(Input.Office, out _))
            errors.Add("Input.Office", T["Register.Office.Shape"]);
        if (string.IsNullOrWhiteSpace(Input.Code))
            errors.Add("Input.Code", T["Register.Code.Missing"]);
        OpeningFields.Check(Input, errors, T);
        if (errors.Any)
            return;

        var command = new OpenEmployerAccount.Command(Input.Office!, Input.Code!, Input.Email!, Input.Password!, Input.Agreed, Http.Network()) { Language = LanguageChoice.Chosen(Http.Request) };
        if (await gate.PassAsync(() => open.RunAsync(command, Http.RequestAborted), Http.RequestAborted) is { } refusal)
            OpeningFields.Explain(refusal, refusal is OpeningRefusal.NotFound ? T["Register.CodeNotFound"].Value : null, errors, T);
        else
            navigation.NavigateTo("/account/register/sent");
    }

    public sealed class EmployerOpeningInput : OpeningInput
    {
        public string? Office { get; set; }
        public string? Code { get; set; }
    }
}
