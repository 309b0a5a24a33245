using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>問い合わせ: from the employer's question to the answer they see, in three steps (CO-03).</summary>
public sealed partial class DeskInquiryPage(CurrentActor current, OpenDeskInquiry open, CheckInquiry check, RecordSeekerTold tell, AnswerInquiry answer, ReadDeskDraft readDraft,
    FindDesk find, LiveWatch live, NavigationManager navigation, TimeProvider clock) : ComponentBase
{
    private readonly FormErrors checkErrors = new();
    private readonly FormErrors toldErrors = new();
    private readonly FormErrors answerErrors = new();
    private IReadOnlyList<Choice> ways = [];
    private IReadOnlyList<Choice> results = [];
    private CounselorActor counselor = null!;
    private DeskInquiry? shown;
    private DateOnly today;
    private DateTimeOffset? savedAt;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: checked, told, answered.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "told")] private ToldForm? Told { get; set; }

    [SupplyParameterFromForm(FormName = "answer")] private AnswerForm? Answer { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private FormErrors Errors => toldErrors.Any ? toldErrors : answerErrors.Any ? answerErrors : checkErrors;

    private ContactInquiryId Key => new(Id);

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        counselor = await current.CounselorAsync();
        ways = [.. Enum.GetValues<TellingWay>().Select(w => new Choice(w.ToString(), T[$"Way.{w}"]))];
        results = [.. Enum.GetValues<InquiryResult>().Select(r => new Choice(r.ToString(), T[$"Result.{r}"]))];
        await live.OnDeskAsync(find, counselor, Leaving);
        shown = await open.RunAsync(new(counselor, Key, Again: !Http.IsLive()), Leaving);
        if (shown is null)
            navigation.NotFound();
        Told ??= new ToldForm { On = DateParts.From(today) };
        var kept = await readDraft.RunAsync(new(counselor, DeskDraftForm.InquiryAnswer, Id), Leaving);
        savedAt = kept is null ? null : new DateTimeOffset(kept.SavedAt);
        Answer ??= new AnswerForm { Text = kept?.Text };
    }

    private async Task CheckAsync() => End(await check.RunAsync(new(counselor, Key), Leaving), "checked", checkErrors);

    private async Task TellAsync()
    {
        if (!Enum.TryParse<TellingWay>(Told!.Way, out var way))
            toldErrors.Add("Told.Way", T[$"Refused.{InquiryRefusal.WayMissing}"]);
        if (!Told.On.TryToDate(out var day))
            toldErrors.Add("Told.On", T[$"Refused.{InquiryRefusal.DayImpossible}"]);
        if (!toldErrors.Any)
            End(await tell.RunAsync(new(counselor, Key, way, day), Leaving), "told", toldErrors);
    }

    private async Task AnswerAsync()
    {
        var result = Enum.TryParse<InquiryResult>(Answer!.Result, out var chosen) ? chosen : default;
        if (result == default)
            answerErrors.Add("Answer.Result", T[$"Refused.{InquiryRefusal.ResultMissing}"]);
        if (string.IsNullOrWhiteSpace(Answer.Text))
            answerErrors.Add("Answer.Text", T[$"Refused.{InquiryRefusal.AnswerMissing}"]);
        if (!answerErrors.Any)
            End(await answer.RunAsync(new(counselor, Key, result, Answer.Text), Leaving), "answered", answerErrors);
    }

    private void End(InquiryRefusal? refusal, string done, FormErrors errors)
    {
        if (refusal is null)
            navigation.NavigateTo($"/desk/inquiries/{Id}?done={done}");
        else if (refusal is InquiryRefusal.DayImpossible or InquiryRefusal.WayMissing)
            errors.Add(refusal is InquiryRefusal.WayMissing ? "Told.Way" : "Told.On", T[$"Refused.{refusal}"]);
        else if (refusal is InquiryRefusal.AnswerMissing or InquiryRefusal.AnswerTooLong)
            errors.Add("Answer.Text", T[$"Refused.{refusal}"]);
        else
            errors.Add(T[$"Refused.{refusal}"]);
    }

    private sealed class ToldForm
    {
        public string? Way { get; set; }
        public DateParts On { get; set; } = new();
    }

    private sealed class AnswerForm
    {
        public string? Result { get; set; }
        public string? Text { get; set; }
    }
}
