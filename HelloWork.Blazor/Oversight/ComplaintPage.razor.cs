using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>One report at the office: what the seeker says and shows, what is known of the provider, and what is done about it (CO-05, OV-02).</summary>
public sealed partial class ComplaintPage(CurrentActor actor, OpenComplaint open, WorkOnComplaint work, ReadDeskDraft readDraft, FindDesk find, LiveWatch live, TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors closeErrors = new();
    private readonly FormErrors noteErrors = new();
    private CounselorActor counselor = null!;
    private OpenedComplaint? report;
    private DateOnly today;
    private DateTimeOffset? savedAt;

    [Parameter] public Guid Id { get; set; }
    /// <summary>What has just been done: ordered, closed, note.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }
    [SupplyParameterFromForm(FormName = "close")] private ClosingInput? Closing { get; set; }
    [SupplyParameterFromForm(FormName = "note")] private NotingInput? Noting { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;
    private ComplaintId Key => new(Id);

    protected override async Task OnInitializedAsync()
    {
        (counselor, today) = (await actor.CounselorAsync(), clock.TodayInJapan());
        var kept = await readDraft.RunAsync(new(counselor, DeskDraftForm.ComplaintNote, Id), Leaving);
        savedAt = kept is null ? null : new DateTimeOffset(kept.SavedAt);
        (Closing, Noting) = (Closing ?? new(), Noting ?? new() { Text = kept?.Text });
        await live.OnDeskAsync(find, counselor, Leaving);
        report = await open.RunAsync(new(counselor, Key), Leaving);
        if (report is null)
            navigation.NotFound();
    }

    private async Task CloseAsync()
    {
        if (await work.RunAsync(new WorkOnComplaint.NotAViolation(counselor, Key, Closing!.Reason ?? ""), Leaving) is { } refusal)
            Tell(closeErrors, "Closing.Reason", refusal);
        else
            navigation.NavigateTo($"/desk/complaints/{Id}?done=closed");
    }

    private async Task NoteAsync()
    {
        if (await work.RunAsync(new WorkOnComplaint.Note(counselor, Key, Noting!.Text ?? ""), Leaving) is { } refusal)
            Tell(noteErrors, "Noting.Text", refusal);
        else
            navigation.NavigateTo($"/desk/complaints/{Id}?done=note");
    }

    private void Tell(FormErrors errors, string field, ComplaintRefusal refusal)
    {
        if (refusal is ComplaintRefusal.TextMissing or ComplaintRefusal.TextTooLong)
            errors.Add(field, T[$"Refused.{refusal}"]);
        else
            errors.Add(T[$"Refused.{refusal}"]);
    }

    public sealed class ClosingInput
    {
        public string? Reason { get; set; }
    }

    public sealed class NotingInput
    {
        public string? Text { get; set; }
    }
}
