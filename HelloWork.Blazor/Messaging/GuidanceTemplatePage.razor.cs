using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Messaging;

/// <summary>案内の定型 (MS-02): may be kept incomplete; what is missing is told.</summary>
public sealed partial class GuidanceTemplatePage(CurrentActor actor, ViewOwnProvider viewOwn, ReadGuidanceTemplate read, SaveGuidanceTemplate save, OpenFormDraft openDraft, TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private ProviderActor editor = null!;
    private OwnProvider? own;
    private ReadGuidanceTemplate.Result? template;
    private OpenFormDraft.Result? kept;
    private IReadOnlyList<DisclosureField> missing = [];
    private IReadOnlyList<Choice> fees = [];
    private DateOnly today;

    [SupplyParameterFromQuery] private string? Saved { get; set; }
    [SupplyParameterFromForm(FormName = "template")] private TemplateInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        editor = await actor.ProviderAsync();
        own = await viewOwn.RunAsync(new(editor), Leaving);
        if (own.Standing is not ProviderStanding.Good)
        {
            // A form that isn't shown can't be posted to: the address itself says why.
            if (Input is not null)
                navigation.NavigateTo(GuidanceAddress.Template);
            return;
        }
        today = clock.TodayInJapan();
        fees = [.. Enum.GetValues<FeeKind>().Select(fee => new Choice($"{fee}", D[$"Fee.{fee}"]))];
        template = await read.RunAsync(new(editor), Leaving);
        missing = [.. template.Disclosures.Faults().Select(f => f.Field)];
        var inForce = TemplateInput.Of(template.Disclosures);
        kept = (await openDraft.RunAsync(new(editor.Account, DraftForm.GuidanceTemplate, "", Http.Posted("template")), Leaving)).Unless(nameof(Input), inForce);
        Input ??= kept?.Fields.Into<TemplateInput>(nameof(Input)) ?? inForce;
    }

    private async Task SaveAsync()
    {
        if (template is null)
            return;
        var result = await save.RunAsync(new(editor, Input!.Read()), Leaving);
        if (result.Refusal is null)
            navigation.NavigateTo($"{GuidanceAddress.Template}?saved=1");
        foreach (var (field, _) in result.Faults.Where(f => f.TooLong))
            errors.Add($"Input.{field}", T["Template.TooLong", D[$"{field}"], field is DisclosureField.PersonalDataOfficer or DisclosureField.ComplaintsOfficer ? Disclosures.LongestOfficer : Disclosures.LongestText]);
        if (result.Refusal is TemplateRefusal.NotInGoodStanding)
            errors.Add(T["Refused.NotInGoodStanding"]);
    }

    public sealed class TemplateInput
    {
        public string? PlacementRecord { get; set; }
        public string? JobsHandled { get; set; }
        public string? Fee { get; set; }
        public string? FeeDetails { get; set; }
        public string? PersonalDataOfficer { get; set; }
        public string? ComplaintsOfficer { get; set; }
        public string? ApplicationProcedure { get; set; }

        internal static TemplateInput Of(Disclosures d) => new()
        {
            PlacementRecord = d.PlacementRecord, JobsHandled = d.JobsHandled, Fee = d.Fee?.ToString(), FeeDetails = d.FeeDetails,
            PersonalDataOfficer = d.PersonalDataOfficer, ComplaintsOfficer = d.ComplaintsOfficer, ApplicationProcedure = d.ApplicationProcedure,
        };

        internal Disclosures Read() => new()
        {
            PlacementRecord = PlacementRecord ?? "", JobsHandled = JobsHandled ?? "", Fee = Enum.TryParse<FeeKind>(Fee, out var fee) && Enum.IsDefined(fee) ? fee : null, FeeDetails = FeeDetails ?? "",
            PersonalDataOfficer = PersonalDataOfficer ?? "", ComplaintsOfficer = ComplaintsOfficer ?? "", ApplicationProcedure = ApplicationProcedure ?? "",
        };
    }
}
