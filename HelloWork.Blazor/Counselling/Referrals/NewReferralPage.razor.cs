using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling.Referrals;

/// <summary>職業紹介をする: by hand, or begun from an inquiry or a consultation; seen side by side before it is issued (CO-04, AP-04).</summary>
public sealed partial class NewReferralPage(CurrentActor current, PreviewReferral look, IssueReferral issue, OpenDeskInquiry openInquiry, OpenDeskConsultation openConsultation, OpenRegistrationRecord openRegistration,
    NavigationManager navigation) : ComponentBase
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<Choice> ways = [];
    private CounselorActor counselor = null!;
    private ReferralPreview? preview;
    private bool confirming;

    [SupplyParameterFromQuery] private Guid? Inquiry { get; set; }

    [SupplyParameterFromQuery] private Guid? Consultation { get; set; }

    [SupplyParameterFromQuery] private Guid? Registration { get; set; }

    [SupplyParameterFromForm(FormName = "refer")] private ReferInput? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        counselor = await current.CounselorAsync();
        ways = [.. Enum.GetValues<ReferralWay>().Select(w => new Choice(w.ToString(), T[$"Way.{w}"], T[$"Way.{w}.Note"]))];
        Input ??= Http.IsLive() ? new ReferInput() : await BegunAsync();
    }

    private async Task<ReferInput> BegunAsync()
    {
        DeskSeeker? seeker = null;
        DeskJob? job = null;
        if (Inquiry is { } inquiry && await openInquiry.RunAsync(new(counselor, new ContactInquiryId(inquiry)), Leaving) is { } asked)
            (seeker, job) = (asked.Seeker, asked.Job);
        else if (Consultation is { } consultation && await openConsultation.RunAsync(new(counselor, new ConsultationId(consultation)), Leaving) is { } consulted)
            (seeker, job) = (consulted.Seeker, consulted.Job);
        if (Registration is { } registration && await openRegistration.RunAsync(new(counselor, new SeekerRegistrationId(registration)), Leaving) is { } record)
            return new ReferInput { Seeker = record.Number.Value, Way = (record.HasMyPage ? ReferralWay.Online : ReferralWay.AtWindow).ToString() };
        return new ReferInput { Seeker = seeker?.Number.Value, Job = job?.Offer.Number.Value, Way = (seeker?.HasMyPage == true ? ReferralWay.Online : ReferralWay.AtWindow).ToString() };
    }

    private async Task ReferAsync()
    {
        if (Input!.Back is not null)
            return;
        if (!RegistrationNumber.TryParse(Input.Seeker, out var seeker))
            errors.Add("Input.Seeker", T[$"Refused.{ReferralRefusal.SeekerNotFound}"]);
        if (!JobNumber.TryParse(Input.Job, out var job))
            errors.Add("Input.Job", T[$"Refused.{ReferralRefusal.JobNotFound}"]);
        if (!Enum.TryParse<ReferralWay>(Input.Way, out var way))
            errors.Add("Input.Way", T[$"Refused.{ReferralRefusal.WayMissing}"]);
        if (!WrittenText.Fits(WrittenText.Tidy(Input.Note), Referral.LongestNote))
            errors.Add("Input.Note", T[$"Refused.{ReferralRefusal.NoteTooLong}"]);
        if (errors.Any)
            return;

        if (Input.Confirmed)
        {
            var seen = (Input.Seen ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.TryParse<ReferralWarning>(s, out var warning) ? warning : default).ToList();
            var result = await issue.RunAsync(new(counselor, seeker, job, way, Input.Note, seen), Leaving);
            if (result.Issued is { } issued)
                navigation.NavigateTo($"/desk/referrals/{issued}?done=issued");
            Explain(result.Refusal!.Value);
            if (result.Refusal is not ReferralRefusal.WarningsUnseen)
                return;
        }
        preview = await look.RunAsync(new(counselor, seeker, job), Leaving);
        if (preview.Refusal is { } refusal)
            Explain(refusal);
        else if (way is ReferralWay.Online && !preview.Seeker!.HasMyPage)
            Explain(ReferralRefusal.SeekerHasNoMyPage);
        else
            confirming = true;
    }

    private void Explain(ReferralRefusal refusal)
    {
        var said = T[$"Refused.{refusal}"].Value;
        switch (refusal)
        {
            case ReferralRefusal.SeekerNotFound or ReferralRefusal.RegistrationEnded:
                errors.Add("Input.Seeker", said);
                break;
            case ReferralRefusal.JobNotFound or ReferralRefusal.JobNotActive or ReferralRefusal.AlreadyReferred:
                errors.Add("Input.Job", said);
                break;
            case ReferralRefusal.SeekerHasNoMyPage or ReferralRefusal.WayMissing:
                errors.Add("Input.Way", said);
                break;
            case ReferralRefusal.NoteTooLong:
                errors.Add("Input.Note", said);
                break;
            default:
                errors.Add(said);
                break;
        }
    }

    private sealed class ReferInput
    {
        public string? Seeker { get; set; }
        public string? Job { get; set; }
        public string? Way { get; set; }
        public string? Note { get; set; }
        public string? Seen { get; set; }
        public bool Confirmed { get; set; }
        public string? Back { get; set; }
    }
}
