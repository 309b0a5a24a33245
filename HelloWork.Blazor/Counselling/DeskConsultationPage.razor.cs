using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>相談: a seeker's question about a job, and the answer they read in MyPage (AP-04).</summary>
public sealed partial class DeskConsultationPage(CurrentActor current, OpenDeskConsultation open, AnswerConsultation answer, ReadDeskDraft readDraft, FindDesk find, LiveWatch live, NavigationManager navigation, TimeProvider clock) : ComponentBase
{
    private readonly FormErrors errors = new();
    private CounselorActor counselor = null!;
    private DeskConsultation? shown;
    private DateOnly today;
    private DateTimeOffset? savedAt;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "answer")] private AnswerForm? Answer { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool RequestIsOpen => shown!.RequestState is DirectRequestState.Unread or DirectRequestState.Read;

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        counselor = await current.CounselorAsync();
        await live.OnDeskAsync(find, counselor, Leaving);
        shown = await open.RunAsync(new(counselor, new ConsultationId(Id), Again: !Http.IsLive()), Leaving);
        if (shown is null)
            navigation.NotFound();
        var kept = await readDraft.RunAsync(new(counselor, DeskDraftForm.ConsultationAnswer, Id), Leaving);
        savedAt = kept is null ? null : new DateTimeOffset(kept.SavedAt);
        Answer ??= new AnswerForm { Text = kept?.Text };
    }

    private async Task AnswerAsync()
    {
        DateOnly? contacted = null;
        if (!Answer!.Contacted.IsEmpty)
        {
            if (Answer.Contacted.TryToDate(out var day))
                contacted = day;
            else
                errors.Add("Answer.Contacted", T[$"Refused.{ConsultationRefusal.DayImpossible}"]);
        }
        if (string.IsNullOrWhiteSpace(Answer.Text))
            errors.Add("Answer.Text", T[$"Refused.{ConsultationRefusal.AnswerMissing}"]);
        if (errors.Any)
            return;
        switch (await answer.RunAsync(new(counselor, new ConsultationId(Id), Answer.Text, contacted), Leaving))
        {
            case null:
                navigation.NavigateTo($"/desk/inquiries/consultations/{Id}?done=answered");
                break;
            case ConsultationRefusal.DayImpossible:
                errors.Add("Answer.Contacted", T[$"Refused.{ConsultationRefusal.DayImpossible}"]);
                break;
            case (ConsultationRefusal.AnswerMissing or ConsultationRefusal.AnswerTooLong) and var refusal:
                errors.Add("Answer.Text", T[$"Refused.{refusal}"]);
                break;
            case { } refusal:
                errors.Add(T[$"Refused.{refusal}"]);
                break;
        }
    }

    private sealed class AnswerForm
    {
        public string? Text { get; set; }
        public DateParts Contacted { get; set; } = new();
    }
}
