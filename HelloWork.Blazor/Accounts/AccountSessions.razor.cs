using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>ログイン中の端末: one's own sessions, each of which can be ended.</summary>
public sealed partial class AccountSessions(ListSessions list, EndSession end, TimeProvider clock, NavigationManager navigation)
{
    private DateOnly Today => clock.TodayInJapan();
    private IReadOnlyList<SessionView> sessions = [];

    [Parameter, EditorRequired] public Guid Id { get; set; }
    /// <summary>The session this page is read in.</summary>
    [Parameter, EditorRequired] public Guid Here { get; set; }
    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    protected override async Task OnInitializedAsync() => sessions = await list.RunAsync(new(Id, SessionCheck.Idle), Http.RequestAborted);

    private async Task EndAsync(Guid session)
    {
        await end.RunAsync(new EndSession.One(Id, session), Http.RequestAborted);
        navigation.NavigateTo("/account?changed=session");
    }

    private async Task EndOthersAsync()
    {
        await end.RunAsync(new EndSession.AllBut(Id, Here), Http.RequestAborted);
        navigation.NavigateTo("/account?changed=sessions");
    }
}
