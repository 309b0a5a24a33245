using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Messaging;

/// <summary>メッセージ一覧 (MS-04, MS-05).</summary>
public sealed partial class InboxPage(CurrentActor current, ListInbox list, LiveWatch live, TimeProvider clock)
{
    private ProvisionActor seeker = null!;
    private ListInbox.Result? inbox;
    private InboxFilter filter;
    private InboxSort sort;
    private ProviderId? provider;
    private InboxProvider? about;
    private DateOnly today;
    private IReadOnlyList<SelectOption> filters = [];
    private IReadOnlyList<SelectOption> sorts = [];

    [SupplyParameterFromQuery] private string? State { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] private string? SortWord { get; set; }

    [SupplyParameterFromQuery] private int? Page { get; set; }

    /// <summary>What has just been done: blocked, lifted.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    /// <summary>To which provider.</summary>
    [SupplyParameterFromQuery] private string? About { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private string? DoneText => about is not null && Done is ("blocked" or "lifted") ? T[$"Done.{Done}", about!.Name].Value : null;

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        seeker = await current.ProvisionAsync();
        (filter, sort) = (InboxAddress.ReadFilter(State), InboxAddress.ReadSort(SortWord));
        provider = ProviderId.TryParse(From, null, out var from) ? from : null;
        await live.OnAsync(Leaving, LiveTopic.Account(seeker.Account));
        inbox = await list.RunAsync(new(seeker) { Filter = filter, Sort = sort, Provider = provider, Page = Page ?? 1 }, Leaving);
        about = ProviderId.TryParse(About, null, out var id) ? inbox.Providers.FirstOrDefault(p => p.Id == id) : null;
        filters = [.. Enum.GetValues<InboxFilter>().Select(f => new SelectOption(InboxAddress.Word(f), T[$"Filter.{f}"]))];
        sorts = [.. Enum.GetValues<InboxSort>().Select(s => new SelectOption(InboxAddress.Word(s), T[$"Sort.{s}"]))];
    }
}
