using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers;

/// <summary>ハローワークへの問い合わせ (SS-05): about a seeker who has no MyPage.</summary>
public sealed partial class InquiryPage(
    CurrentActor actor, OpenSeekerProfile open, ListOwnJobs ownJobs, ListOwnInquiries ownInquiries, AskPlacementOffice ask, OpenFormDraft openDraft, LiveWatch live, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private SeekerWords words = null!;
    private IReadOnlyList<Crumb> crumbs = [];
    private OpenRefusal? refused;
    private DateTime? freesUpAt;
    private SeekerSummary? seeker;
    private OpenFormDraft.Result? kept;
    private IReadOnlyList<ListOwnInquiries.Inquiry> inquiries = [];
    private IReadOnlyList<SelectOption> jobs = [];
    private EmployerActor sender = null!;

    [Parameter] public string Number { get; set; } = "";
    [SupplyParameterFromForm(FormName = "inquiry")] private InquiryInput? Input { get; set; }
    [SupplyParameterFromQuery(Name = "sent")] private string? Sent { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        words = new SeekerWords(T);
        sender = await actor.EmployerAsync();
        var opened = PublicNumber.TryParse(Number, out var number) ? await open.RunAsync(new(sender, number, Again: false), Leaving) : new(null);
        (seeker, refused, freesUpAt) = (opened.Profile?.Summary, opened.Refusal, opened.FreesUpAt);
        crumbs = [new(T["Home"], "/employer"), new(T["Search.Title"], SeekerSearchAddress.Path), new(T["Number", number], SeekerSearchAddress.Of(number))];
        // A form that isn't shown can't be posted to: the address itself says why.
        if (Input is not null && seeker is not { HasMyPage: false })
            navigation.NavigateTo($"{SeekerSearchAddress.Of(number)}/inquiry");
        // Who has a MyPage is asked directly.
        if ((seeker is null && refused is null) || seeker is { HasMyPage: true })
            navigation.NotFound();
        if (seeker is null or { HasMyPage: true })
            return;

        await live.OnAsync(Leaving, LiveTopic.Organisation(sender.Office.Value));
        inquiries = await ownInquiries.RunAsync(sender, number, Leaving);
        var active = (await ownJobs.RunAsync(new(sender, OwnJobState.Active), Leaving)).Jobs.Items;
        jobs = [.. active.Select(j => new SelectOption(j.Number.Value, T["Job", j.Title, j.Number], inquiries.Any(i => i.Job == j.Number) ? T["Inquiry.Asked"].Value : null))];
        if (Input is not null && jobs.All(j => j.Reason is not null))
            navigation.NavigateTo($"{SeekerSearchAddress.Of(number)}/inquiry{(inquiries.Any(i => i.Job.Value == Input.Job) ? "?sent=1" : "")}");
        // A single job is chosen by itself.
        var usual = new InquiryInput { Job = jobs is [var only] ? only.Value : null };
        kept = (await openDraft.RunAsync(new(sender.Account, DraftForm.Inquiry, number.Value, Http.Posted("inquiry")), Leaving)).Unless(nameof(Input), usual);
        Input ??= kept?.Fields.Into<InquiryInput>(nameof(Input)) ?? usual;
    }

    private async Task AskAsync()
    {
        if (seeker is null)
            return;
        if (!JobNumber.TryParse(Input!.Job, out var job))
            errors.Add("Input.Job", T["Inquiry.Job.Missing"]);
        if (string.IsNullOrWhiteSpace(Input.Message))
            errors.Add("Input.Message", T[$"Inquiry.Refused.{AskRefusal.MessageMissing}"]);
        if (errors.Any)
            return;

        var result = await ask.RunAsync(new(sender, seeker.PublicNumber, job, Input.Message!), Leaving);
        switch (result.Refusal)
        {
            case null:
            case AskRefusal.AlreadyAsked when inquiries.Any(i => i.Job == job && i.Message == HelloWork.Domain.Common.WrittenText.Tidy(Input.Message)):
                // A second press of the same form ends where the first one did.
                navigation.NavigateTo($"{SeekerSearchAddress.Of(seeker.PublicNumber)}/inquiry?sent=1");
                break;
            case AskRefusal.SeekerNotShown:
                navigation.NotFound();
                break;
            case AskRefusal.MessageMissing or AskRefusal.MessageTooLong:
                errors.Add("Input.Message", T[$"Inquiry.Refused.{result.Refusal}"]);
                break;
            case AskRefusal.JobNotFound or AskRefusal.JobNotActive or AskRefusal.AlreadyAsked:
                errors.Add("Input.Job", T[$"Inquiry.Refused.{result.Refusal}"]);
                break;
            default:
                errors.Add(T[$"Inquiry.Refused.{result.Refusal}"]);
                break;
        }
    }

    public sealed class InquiryInput
    {
        public string? Job { get; set; }
        public string? Message { get; set; }
    }
}
