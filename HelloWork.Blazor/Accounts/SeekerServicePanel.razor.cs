using System.Security.Claims;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>サービスの開設: for a seeker who has an account.</summary>
public sealed partial class SeekerServicePanel(OpenSeekerService open, CurrentActor current, NavigationManager navigation)
{
    private FormErrors errors = new();

    [Parameter, EditorRequired] public SeekerServices Service { get; set; }
    /// <summary>The page's, so that its title tells of errors too.</summary>
    [Parameter, EditorRequired] public FormErrors Errors { get; set; } = default!;
    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "service")] private ServiceInput? Input { get; set; }

    protected override void OnParametersSet()
    {
        Input ??= new();
        errors = Errors;
    }

    private async Task OpenAsync()
    {
        var account = Guid.Parse((await current.UserAsync()).FindFirstValue(ClaimTypes.NameIdentifier)!);
        if (await open.RunAsync(new(account, Service, Input!.Agreed), Http.RequestAborted) is { } refusal)
        {
            if (refusal is OpenServiceRefusal.TermsNotAgreed)
                errors.Add("Input.Agreed", T["Register.Refused.TermsNotAgreed"]);
            else
                errors.Add(T[$"Service.Refused.{refusal}"]);
        }
        else
        {
            navigation.NavigateTo(Service is SeekerServices.Provision ? "/provision" : "/seeker");
        }
    }

    public sealed class ServiceInput
    {
        public bool Agreed { get; set; }
    }
}
