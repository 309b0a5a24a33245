using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>パスキー: adding takes a script (the browser makes them), removing doesn't.</summary>
public sealed partial class AccountPasskeys(ChangePasskeys change, TimeProvider clock, NavigationManager navigation)
{
    private DateOnly Today => clock.TodayInJapan();
    [Parameter, EditorRequired] public AccountView Account { get; set; } = default!;
    [Parameter, EditorRequired] public Guid Id { get; set; }
    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    private async Task RemoveAsync(string credential)
    {
        await change.RunAsync(new ChangePasskeys.Remove(Id, credential), Http.RequestAborted);
        navigation.NavigateTo("/account?changed=passkey-removed");
    }
}
