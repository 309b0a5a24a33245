using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>認証キーの再発行 (AC-02)</summary>
public sealed partial class KeyReissuePage(HalfSignIn half, ReissueAuthenticationKey reissue, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private HalfSignIn.State? state;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        state = await half.ReadAsync(Http.RequestAborted);
        if (state is not { Step: SignInStep.Key })
            navigation.NavigateTo("/account/login?next=key");
    }

    private async Task ReissueAsync()
    {
        if (await reissue.RunAsync(new(state!.Account), Http.RequestAborted) is { } refusal)
            errors.Add(T[$"Reissue.Refused.{refusal}"]);
        else
            navigation.NavigateTo("/account/key?sent=1");
    }
}
