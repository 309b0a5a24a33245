using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Desk;

/// <summary>受付一覧 (CO-06): the work of the counselor's placement office, the nearest due day first.</summary>
public sealed partial class DeskPage(CurrentActor current, FindDesk find, ListDeskItems list, ListDeskSelection select, AssignDeskItems assign, SetDeskShortcuts shortcuts,
    LiveWatch live, NavigationManager navigation, TimeProvider clock)
{
    private readonly FormErrors errors = new();
    private CounselorActor counselor = null!;
    private ListDeskItems.Query query = null!;
    private ListDeskItems.Result? desk;
    private IReadOnlyList<DeskRow> left = [];
    private IReadOnlyList<Tab> tabs = [];
    private IReadOnlyList<SelectOption> whos = [];
    private IReadOnlyList<SelectOption> dues = [];
    private IReadOnlyList<SelectOption> states = [];
    private DateOnly today;
    private string here = DeskAddress.Path;

    [SupplyParameterFromQuery] private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Words { get; set; }

    [SupplyParameterFromQuery] private string? Who { get; set; }

    [SupplyParameterFromQuery] private string? Due { get; set; }

    [SupplyParameterFromQuery] private string? State { get; set; }

    [SupplyParameterFromQuery] private int? Page { get; set; }

    /// <summary>What has just been done: taken, assigned, due, on, off.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    /// <summary>To how many.</summary>
    [SupplyParameterFromQuery(Name = "n")] private int? Count { get; set; }

    /// <summary>Which were left as they are.</summary>
    [SupplyParameterFromQuery(Name = "left")] private string[]? Left { get; set; }

    [SupplyParameterFromForm(FormName = "take")] private TakeInput? Take { get; set; }

    [SupplyParameterFromForm(FormName = DeskKeys.FormName)] private DeskKeys.SwitchInput? Switch { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool IsFiltered => query.Kind is not null || query.Assignee is not DeskAssignee.Anybody || query.Due is not DeskDue.Any || query.State is not DeskFilterState.Open || !string.IsNullOrWhiteSpace(Words);

    private string? DoneText => Done switch
    {
        "taken" => T["Done.taken"],
        "assigned" or "due" => T[$"Done.{Done}", Count ?? 0].Value,
        "on" or "off" => T[$"Keys.Done.{Done}"],
        _ => null,
    };

    private string Shown => desk!.Rows is { TotalCount: > 0 } rows
        ? T["Shown", rows.TotalCount, (rows.Number - 1) * rows.Size + 1, (rows.Number - 1) * rows.Size + rows.Items.Count, T[query.State is DeskFilterState.Done ? "Order.Done" : "Order.Due"].Value]
        : T["Shown.None"];

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        here = DeskAddress.Back("/" + navigation.ToBaseRelativePath(navigation.Uri));
        counselor = await current.CounselorAsync();
        var (assignee, colleague) = DeskAddress.ReadWho(Who);
        query = new(counselor)
        {
            Kind = DeskAddress.ReadKind(Kind), Words = Words, Assignee = assignee, Colleague = colleague, Due = DeskAddress.ReadDue(Due), State = DeskAddress.ReadState(State), Page = Page ?? 1,
        };
        await live.OnDeskAsync(find, counselor, Leaving);
        live.ChangesAt(Jst.EndOf(today));
        desk = await list.RunAsync(query, Leaving);
        if (Left is { Length: > 0 })
            left = (await select.RunAsync(new(counselor, [.. Left.Select(l => DeskItemId.TryParse(l, null, out var id) ? id : default)]), Leaving)).Rows;
        OfferChoices();
    }

    private void OfferChoices()
    {
        tabs =
        [
            new(T["Kind.All"], Without("kind"), query.Kind is null, desk!.Counts.Values.Sum()),
            .. Enum.GetValues<DeskItemKind>().Select(k => new Tab(T[$"Kind.{k}"], With("kind", DeskAddress.Word(k)), query.Kind == k, desk.Counts.GetValueOrDefault(k))),
        ];
        whos =
        [
            new("", T["Filter.Who.Anybody"]), new("me", T["Filter.Who.Me"]), new("none", T["Filter.Who.Nobody"]),
            .. desk.Colleagues.Where(c => c.Account != counselor.Account).Select(c => new SelectOption(c.Account.ToString(), c.Name, Group: T["Filter.Who.Colleagues"])),
        ];
        dues = [.. Enum.GetValues<DeskDue>().Select(d => new SelectOption(DeskAddress.Word(d), T[$"Filter.Due.{d}"]))];
        states = [.. Enum.GetValues<DeskFilterState>().Select(s => new SelectOption(DeskAddress.Word(s), T[$"Filter.State.{s}"]))];
    }

    private string With(string name, string? value) =>
        new Uri(navigation.GetUriWithQueryParameters(navigation.ToAbsoluteUri(here).ToString(), new Dictionary<string, object?> { [name] = value, ["page"] = null })).PathAndQuery;

    private string Without(string name) => With(name, null);

    private async Task TakeAsync()
    {
        if (!DeskPick.TryParse(Take?.Item, null, out var pick))
            return;
        var change = await assign.RunAsync(new(counselor, [pick], counselor.Account), Leaving);
        if (change.Changed == 1)
            navigation.NavigateTo(DeskAddress.Tell(here, "taken"));
        else
            errors.Add(T["Item.Changed"]);
    }

    private async Task SwitchAsync()
    {
        var on = await shortcuts.RunAsync(new(counselor, Switch?.On ?? false), Leaving);
        navigation.NavigateTo(DeskAddress.Tell(here, on ? "on" : "off"));
    }

    private sealed class TakeInput
    {
        public string? Item { get; set; }
    }
}
