using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Desk;

/// <summary>One item of the queue (CO-06): who does it, until when, how far it is, notes, and the way to its record.</summary>
public sealed partial class DeskItemPage(CurrentActor current, FindDesk find, OpenDeskItem open, AssignDeskItems assign, ChangeDeskDueDay changeDue, MoveDeskItem move, WriteDeskNote write, ReadDeskDraft readDraft,
    SetDeskShortcuts shortcuts, LiveWatch live, NavigationManager navigation, TimeProvider clock)
{
    private readonly FormErrors assignErrors = new();
    private readonly FormErrors dueErrors = new();
    private readonly FormErrors moveErrors = new();
    private readonly FormErrors noteErrors = new();
    private CounselorActor counselor = null!;
    private OpenDeskItem.Result? desk;
    private DateOnly today;
    private DateTimeOffset? savedAt;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: assign, due, move, note, on, off.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "assign")] private AssignInput? Assign { get; set; }

    [SupplyParameterFromForm(FormName = "due")] private DueInput? Due { get; set; }

    [SupplyParameterFromForm(FormName = "move")] private MoveInput? Move { get; set; }

    [SupplyParameterFromForm(FormName = "note")] private NoteInput? Note { get; set; }

    [SupplyParameterFromForm(FormName = DeskKeys.FormName)] private DeskKeys.SwitchInput? Switch { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private DeskItemId Item => new(Id);

    private bool IsPosted => Http.Posts("assign") || Http.Posts("due") || Http.Posts("move");

    private FormErrors AnyErrors => new[] { assignErrors, dueErrors, moveErrors, noteErrors }.FirstOrDefault(e => e.Any) ?? noteErrors;

    private string? DoneText => Done switch
    {
        "assign" or "due" or "move" or "note" => T[$"Item.Done.{Done}"].Value,
        "on" or "off" => T[$"Keys.Done.{Done}"],
        _ => null,
    };

    /// <summary>Newest first.</summary>
    private IEnumerable<(string When, string Text)> Steps
    {
        get
        {
            if (desk!.Item.ClosedAt is { } closed)
                yield return (W.Moment(closed, today), T["Item.Step.Closed"]);
            foreach (var step in desk.Steps)
                yield return (T["Item.Step.By", W.Moment(step.At, today), step.By], InWords(step));
            yield return (W.Moment(desk.Item.OpenedAt, today), T["Item.Step.Opened"]);
        }
    }

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        counselor = await current.CounselorAsync();
        await live.OnDeskAsync(find, counselor, Leaving);
        desk = await open.RunAsync(new(counselor, Item), Leaving);
        if (desk is null)
            navigation.NotFound();
        Assign ??= new();
        Due ??= new();
        Move ??= new();
        var kept = await readDraft.RunAsync(new(counselor, DeskDraftForm.ItemNote, Id), Leaving);
        savedAt = kept is null ? null : new DateTimeOffset(kept.SavedAt);
        Note ??= new() { Text = kept?.Text };
    }

    private string InWords(DeskStepRow step) => step.Kind switch
    {
        DeskStepKind.Assigned => step.Assignee is { } name ? T["Item.Step.Assigned", name] : T["Item.Step.GivenBack"],
        DeskStepKind.DueChanged => T["Item.Step.DueChanged", W.Day(step.DueOn!.Value, today)],
        _ => T["Item.Step.Moved", T[$"State.{step.State}"].Value],
    };

    private async Task AssignAsync()
    {
        var account = Assign!.Take ? counselor.Account : Guid.TryParse(Assign.Account, out var chosen) ? chosen : (Guid?)null;
        Tell(assignErrors, "assign", await assign.RunAsync(new(counselor, [new(Item, Assign.Version)], account), Leaving));
    }

    private async Task DueAsync()
    {
        if (!DateOnly.TryParseExact(Due!.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            dueErrors.Add("Due.Day", T["Change.DueMissing"]);
        else
            Tell(dueErrors, "due", await changeDue.RunAsync(new(counselor, [new(Item, Due.Version)], day), Leaving));
    }

    private async Task MoveAsync()
    {
        if (Move!.State is { } state && state is not DeskItemState.Done)
            Tell(moveErrors, "move", await move.RunAsync(new(counselor, new(Item, Move.Version), state), Leaving));
    }

    private async Task NoteAsync()
    {
        if (await write.RunAsync(new(counselor, Item, Note!.Text ?? ""), Leaving) is { } refusal)
            noteErrors.Add("Note.Text", T[$"Item.Note.{refusal}"]);
        else
            navigation.NavigateTo($"{DeskAddress.Of(Item)}?done=note#notes");
    }

    private async Task SwitchAsync()
    {
        var on = await shortcuts.RunAsync(new(counselor, Switch?.On ?? false), Leaving);
        navigation.NavigateTo($"{DeskAddress.Of(Item)}?done={(on ? "on" : "off")}");
    }

    private void Tell(FormErrors errors, string done, DeskChange change)
    {
        if (change.Refusal is { } refusal)
            errors.Add(T[$"Refused.{refusal}"]);
        else if (change.Changed == 0)
            errors.Add(T["Item.Changed"]);
        else
            navigation.NavigateTo($"{DeskAddress.Of(Item)}?done={done}");
    }

    public sealed class AssignInput
    {
        public string? Account { get; set; }
        public bool Take { get; set; }
        public int Version { get; set; }
    }

    public sealed class DueInput
    {
        public string? Day { get; set; }
        public int Version { get; set; }
    }

    public sealed class MoveInput
    {
        public DeskItemState? State { get; set; }
        public int Version { get; set; }
    }

    public sealed class NoteInput
    {
        public string? Text { get; set; }
    }
}
