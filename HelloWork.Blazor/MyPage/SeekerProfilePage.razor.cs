using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Common;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.MyPage;

/// <summary>登録情報: own data, what employers see of it, who looked, and whether they may.</summary>
public sealed partial class SeekerProfilePage(CurrentActor current, ViewOwnRegistration viewRegistration, ListProfileViews listViews, ChangePublication change, NavigationManager navigation,
    TimeProvider clock, IStringLocalizer<MyPageText> T, IStringLocalizer<WhenText> W) : ComponentBase
{
    private readonly FormErrors errors = new();
    private SeekerActor seeker = null!;
    private OwnRegistration? own;
    private Page<ProfileOpening> views = Page<ProfileOpening>.Empty(ListProfileViews.PageSize);
    private DateOnly today;

    /// <summary>What has just been done: stopped, started.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromQuery(Name = "views")] private int? ViewsPage { get; set; }

    [SupplyParameterFromForm(FormName = "publish")] private PublicationForm? Publication { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool IsOpen => own!.Registration is { IsOpen: true };

    private string? Success => (Done, own!.IsShownToEmployers) switch
    {
        ("stopped", false) => T["Publication.Stopped"].Value,
        ("started", true) => T["Publication.Started"].Value,
        _ => null,
    };

    private string SuccessDetail => T[own!.IsShownToEmployers ? "Publication.Started.What" : "Publication.Stopped.What"];

    private string Address => string.Join('\n', new[] { own!.Person.PostalCode is { } code ? T["Person.PostalCode", code].Value : null, own.Person.Address }.OfType<string>());

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        seeker = await current.SeekerAsync();
        own = await viewRegistration.RunAsync(new(seeker), Leaving);
        views = await listViews.RunAsync(new(seeker, ViewsPage ?? 1), Leaving);
    }

    private async Task ChangeAsync()
    {
        var shown = Publication?.Shown ?? false;
        if (await change.RunAsync(new(seeker, shown), Leaving) is { } refusal)
            errors.Add(T[$"Refused.{refusal}"]);
        else
            navigation.NavigateTo($"/seeker/profile?done={(shown ? "started" : "stopped")}");
    }

    private sealed class PublicationForm
    {
        public bool Shown { get; set; }
    }
}
