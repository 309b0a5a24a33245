using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>提供された求職情報 (PR-02, PV-08). Each showing of this page is an opening that is recorded and counted.</summary>
public sealed partial class ProvidedProfilePage(
    CurrentActor actor, ViewOwnProvider viewOwn, OpenProvidedProfile open, FindConversations find, ReadGuidanceTemplate readTemplate, ReadGuidanceDraft readDraft, LiveWatch live, TimeProvider clock, NavigationManager navigation)
{
    private SeekerWords words = null!;
    private IReadOnlyList<Crumb> crumbs = [];
    private OwnProvider? own;
    private AliasNumber number;
    private OpenRefusal? refused;
    private DateTime? freesUpAt;
    private ProvidedProfile? profile;
    private ConversationId? conversation;
    private bool incomplete;
    private DateTime? draftSavedAt;
    private DateTime changedAt;
    private DateOnly today;

    [Parameter] public string Number { get; set; } = "";
    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        words = new SeekerWords(T);
        crumbs = [new(P["Home"], "/provider"), new(P["Title"], SeekerSearchAddress.ProviderPath)];
        var leaving = Http?.RequestAborted ?? default;
        var viewer = await actor.ProviderAsync();
        own = await viewOwn.RunAsync(new(viewer), leaving);
        if (own.Standing is not ProviderStanding.Good)
            return;

        var opened = AliasNumber.TryParse(Number, out number) ? await open.RunAsync(new(viewer, number, Again: !Http.IsLive()), leaving) : new(own.Standing, null);
        (refused, freesUpAt) = (opened.Refusal, opened.FreesUpAt);
        if (opened.Profile is null && refused is null)
            navigation.NotFound();
        if (opened.Profile is null)
            return;

        // Gone with the next signal, wherever it is open (PV-08).
        await live.OnAsync(leaving, LiveTopic.Profile(opened.Seeker!.Value.Value));
        conversation = (await find.RunAsync(new(viewer, [number]), leaving)).TryGetValue(number, out var written) ? written : null;
        incomplete = (await readTemplate.RunAsync(new(viewer), leaving)).Disclosures.Faults().Count > 0;
        draftSavedAt = (await readDraft.RunAsync(new(viewer, [number]), leaving))?.SavedAt;
        (profile, changedAt, today) = (opened.Profile, opened.ChangedAt!.Value, clock.TodayInJapan());
    }
}
