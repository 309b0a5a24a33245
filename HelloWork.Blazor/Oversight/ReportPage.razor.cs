using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Messaging;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>団体を通報する (OV-01): the provider's own complaints officer first, then the report to Hello Work.</summary>
public sealed partial class ReportPage(CurrentActor current, OpenConversation open, ReportProvider report, OpenFormDraft openDraft, TimeProvider clock, NavigationManager navigation)
{
    private const int MostOfBody = 80;

    private readonly FormErrors errors = new();
    private ProvisionActor seeker = null!;
    private SeekersConversation? talk;
    private OpenFormDraft.Result? kept;
    private IReadOnlyList<Choice> kinds = [];
    private IReadOnlyList<Choice> messages = [];

    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromForm(FormName = "report")] private ReportInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        seeker = await current.ProvisionAsync();
        var opened = await open.RunAsync(new OpenConversation.BySeeker(seeker, new ConversationId(Id)), Leaving);
        if (opened is null)
        {
            navigation.NotFound();
            return;
        }
        var today = clock.TodayInJapan();
        kept = await openDraft.RunAsync(new(seeker.Account, DraftForm.ProviderReport, $"{Id}", Http.Posted("report")), Leaving);
        if (Input is null)
        {
            Input = kept?.Fields.Into<ReportInput>(nameof(Input)) ?? new ReportInput();
            Input.Report = NewId.Next();
        }
        kinds = [.. ViolationKinds.Reportable.Select(k => new Choice($"{k}", V[$"Kind.{k}"], T[k.IsOfTheAct() ? "Kind.Act" : "Kind.Terms"]))];
        messages = [.. opened.Messages.Select(m => new Choice($"{m.Id}", T["Evidence.Of", W.Moment(m.SentAt, today), m.FromSeeker ? T["Evidence.Me"].Value : opened.ProviderName], Beginning(m)))];
        talk = opened;
    }

    private async Task ReportAsync()
    {
        if (talk is null)
            return;
        var evidence = (Input!.Evidence ?? []).ConvertAll(word => Guid.TryParse(word, out var id) ? id : Guid.Empty);
        var kind = Enum.TryParse<ViolationKind>(Input.Kind, out var chosen) ? chosen : (ViolationKind?)null;
        var result = await report.RunAsync(new(seeker, talk.Id, new ComplaintId(Input.Report), kind, Input.Situation ?? "", evidence), Leaving);
        // Both that are missing are said at once.
        if (result.Refusal is ReportRefusal.KindMissing && string.IsNullOrWhiteSpace(Input.Situation))
            errors.Add("Input.Situation", T[$"Refused.{ReportRefusal.SituationMissing}"]);
        if (result.Refusal is not { } refusal)
            navigation.NavigateTo($"{InboxAddress.Of(talk.Id)}?done=reported&number={result.Number}#reports");
        else if (FieldOf(refusal) is { } field)
            errors.Add(field, T[$"Refused.{refusal}"]);
        else
            errors.Add(T[$"Refused.{refusal}"]);
    }

    private static string? FieldOf(ReportRefusal refusal) => refusal switch
    {
        ReportRefusal.KindMissing => "Input.Kind",
        ReportRefusal.SituationMissing or ReportRefusal.SituationTooLong => "Input.Situation",
        ReportRefusal.EvidenceUnknown => "Input.Evidence",
        _ => null,
    };

    private static string Beginning(ConversationMessage message) =>
        message.Body.Length == 0 ? message.Subject : message.Body.Length <= MostOfBody ? message.Body : string.Concat(message.Body.AsSpan(0, MostOfBody), "…");

    public sealed class ReportInput
    {
        public Guid Report { get; set; }
        public string? Kind { get; set; }
        public string? Situation { get; set; }
        public List<string>? Evidence { get; set; }
    }
}
