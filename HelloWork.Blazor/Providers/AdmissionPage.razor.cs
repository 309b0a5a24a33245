using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Providers;
using HelloWork.Domain.ReferenceData;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Providers;

/// <summary>利用団体の承諾 (PR-01): who has been admitted, and the record of one more.</summary>
public sealed partial class AdmissionPage(CurrentActor actor, ListProviders list, AdmitProvider admit, OpenFormDraft openDraft, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private BureauActor officer = null!;
    private Page<AdmittedProvider>? providers;
    private OpenFormDraft.Result? kept;
    private IReadOnlyList<SelectOption> kinds = [];
    private IReadOnlyList<Choice> prefectures = [];
    private IReadOnlyList<Choice> industries = [];
    private IReadOnlyList<Choice> occupations = [];

    /// <summary>The licence number of the one just admitted.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private string? PageWord { get; set; }
    [SupplyParameterFromForm(FormName = "admit")] private AdmissionInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        officer = await actor.BureauAsync();
        Done = LicenceNumber.TryParse(Done, out var done) ? done.Value : null;
        kept = await openDraft.RunAsync(new(officer.Account, DraftForm.Admission, "", Http.Posted("admit")), Leaving);
        Input ??= kept?.Fields.Into<AdmissionInput>(nameof(Input)) ?? new AdmissionInput();
        kinds = [.. Enum.GetValues<ProviderKind>().Select(kind => new SelectOption($"{kind}", S[$"Kind.{kind}"]))];
        prefectures = [.. Prefectures.All.Select(p => new Choice(p.Code, p.Here()))];
        industries = [.. Industries.Divisions.Select(i => new Choice(i.Code, i.Here()))];
        occupations = [.. Occupations.Majors.Select(o => new Choice(o.Code, o.Here()))];
        providers = await list.RunAsync(new(officer, int.TryParse(PageWord, out var page) ? page : 1), Leaving);
    }

    private async Task AdmitAsync()
    {
        var kind = Enum.TryParse<ProviderKind>(Input!.Kind, out var chosen) ? chosen : default;
        var result = await admit.RunAsync(new(officer, Input.Licence ?? "", kind, Input.Name ?? "", Input.About ?? "", new Handling(Input.Prefectures ?? [], Input.Industries ?? [], Input.Occupations ?? []), Input.PrivacyMark, Input.Terms), Leaving);
        if (result.Admitted is not null)
            navigation.NavigateTo($"/bureau/providers?done={Uri.EscapeDataString(LicenceNumber.TryParse(Input.Licence, out var number) ? number.Value : "")}");
        foreach (var fault in result.Faults)
            errors.Add(FieldOf(fault), T[$"Fault.{fault}"]);
    }

    private static string FieldOf(AdmissionFault fault) => "Input." + fault switch
    {
        AdmissionFault.LicenceMalformed or AdmissionFault.AlreadyAdmitted => nameof(AdmissionInput.Licence),
        AdmissionFault.KindMissing => nameof(AdmissionInput.Kind),
        AdmissionFault.NameMissingOrTooLong => nameof(AdmissionInput.Name),
        AdmissionFault.AboutTooLong => nameof(AdmissionInput.About),
        AdmissionFault.HandlingUnknown => nameof(AdmissionInput.Prefectures),
        AdmissionFault.PrivacyMarkMalformed => nameof(AdmissionInput.PrivacyMark),
        AdmissionFault.TermsNotAccepted => nameof(AdmissionInput.Terms),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    private string Handled(Handling handling) => string.Join("\n", new[]
    {
        T["Handling.Prefectures", Named(handling.Prefectures, c => Prefectures.Find(c)?.Here())].Value,
        T["Handling.Industries", Named(handling.Industries, c => Industries.Find(c)?.Here())],
        T["Handling.Occupations", Named(handling.Occupations, c => Occupations.Find(c)?.Here())],
    });

    private string Named(IReadOnlyList<string> codes, Func<string, string?> find) => codes.Count == 0 ? T["All"] : string.Join(T["Join"], codes.Select(c => find(c) ?? c));

    public sealed class AdmissionInput
    {
        public string? Licence { get; set; }
        public string? Kind { get; set; }
        public string? Name { get; set; }
        public string? About { get; set; }
        // A form without a tick posts no list.
        public List<string>? Prefectures { get; set; }
        public List<string>? Industries { get; set; }
        public List<string>? Occupations { get; set; }
        public string? PrivacyMark { get; set; }
        public bool Terms { get; set; }
    }
}
