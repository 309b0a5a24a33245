using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>認証キーの入力: the second step of the first sign-in (AC-01).</summary>
public sealed partial class KeyPage(HalfSignIn half, KeyEntryDoors doors, ViewOpeningKey view, ReissueAuthenticationKey reissue, SignIn signIn, AccountHome home, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private readonly FormErrors reissueErrors = new();
    private HalfSignIn.State? state;
    private OpeningKey? opening;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "key")] private KeyInput? Input { get; set; }
    [SupplyParameterFromQuery(Name = "sent")] private string? Sent { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        state = await half.ReadAsync(Http.RequestAborted);
        if (state is not { Step: SignInStep.Key })
        {
            navigation.NavigateTo("/account/login?next=key");
            return;
        }
        opening = await view.RunAsync(state.Account, Http.RequestAborted);
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(Input!.Key))
        {
            errors.Add("Input.Key", T["Key.Missing"]);
            return;
        }
        var entry = await doors.EnterAsync(state!.Role, state.Account, Input.Key, Http.RequestAborted);
        if (entry.Refusal is { } refusal)
        {
            errors.Add("Input.Key", T[$"Key.Refused.{refusal}", entry.TriesLeft]);
            opening = await view.RunAsync(state.Account, Http.RequestAborted);
            return;
        }
        var next = await signIn.GoOnAfterKeyAsync(state, Http.RequestAborted) is SignInStep.SecondFactorSetup
            ? "/account/second/setup" : state.ReturnUrl ?? await home.OfAsync(state.Account, Http.RequestAborted);
        navigation.NavigateTo(next);
    }

    private async Task ReissueAsync()
    {
        if (await reissue.RunAsync(new(state!.Account), Http.RequestAborted) is { } refusal)
            reissueErrors.Add(T[$"Reissue.Refused.{refusal}"]);
        else
            navigation.NavigateTo("/account/key?sent=1");
    }

    public sealed class KeyInput
    {
        public string? Key { get; set; }
    }
}
