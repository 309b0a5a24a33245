using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers;

/// <summary>求職情報詳細 (SS-03 to SS-06). Each showing of this page is an opening that is recorded and counted.</summary>
public sealed partial class SeekerProfilePage(
    CurrentActor actor, OpenSeekerProfile open, ListAttachableJobs attachable, FindEarlierRequests findEarlier, ReadRequestDraft readDraft,
    ListOwnInquiries ownInquiries, LiveWatch live, NavigationManager navigation)
{
    private SeekerWords words = null!;
    private IReadOnlyList<Crumb> crumbs = [];
    private OpenRefusal? refused;
    private DateTime? freesUpAt;
    private SeenProfile? profile;
    private IReadOnlyList<AttachableJob> jobs = [];
    private IReadOnlyList<SentRequest> earlier = [];
    private IReadOnlyList<ListOwnInquiries.Inquiry> inquiries = [];
    private DateTime? draftSavedAt;

    [Parameter] public string Number { get; set; } = "";
    [CascadingParameter] private HttpContext? Http { get; set; }

    private SeekerSummary Seeker => profile!.Summary;

    protected override async Task OnInitializedAsync()
    {
        words = new SeekerWords(T);
        crumbs = [new(T["Home"], "/employer"), new(T["Search.Title"], SeekerSearchAddress.Path)];
        if (!PublicNumber.TryParse(Number, out var number))
        {
            navigation.NotFound();
            return;
        }

        var leaving = Http?.RequestAborted ?? default;
        var viewer = await actor.EmployerAsync();
        var opened = await open.RunAsync(new(viewer, number, Again: !Http.IsLive()), leaving);
        (profile, refused, freesUpAt) = (opened.Profile, opened.Refusal, opened.FreesUpAt);
        if (profile is null && refused is null)
            navigation.NotFound();
        if (profile is null)
            return;

        await live.OnAsync(leaving, LiveTopic.Profile(opened.Seeker!.Value.Value), LiveTopic.Organisation(viewer.Office.Value));
        earlier = [.. (await findEarlier.RunAsync(viewer, [number], leaving))[number]];
        if (Seeker.HasMyPage)
        {
            jobs = await attachable.RunAsync(viewer, number, leaving) ?? [];
            draftSavedAt = (await readDraft.RunAsync(viewer, number, leaving))?.SavedAt;
        }
        else
            inquiries = await ownInquiries.RunAsync(viewer, number, leaving);
    }
}
