using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>The bureau ends a violation without an order, with a note.</summary>
public sealed partial class CloseViolationPage(CurrentActor actor, OpenProviderRecord open, CloseViolation close, OpenFormDraft openDraft, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private BureauActor officer = null!;
    private ViolationRow? violation;
    private OpenFormDraft.Result? kept;
    private string name = "";

    [Parameter] public Guid Id { get; set; }
    [Parameter] public Guid Violation { get; set; }
    [SupplyParameterFromForm(FormName = "close")] private CloseInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;
    private string Back => $"/bureau/providers/{Id}";

    protected override async Task OnInitializedAsync()
    {
        officer = await actor.BureauAsync();
        var opened = await open.RunAsync(new(officer, new ProviderId(Id)), Leaving);
        (violation, name) = (opened?.Violations.FirstOrDefault(v => v.Id.Value == Violation), opened?.Record.Name ?? "");
        if (violation is null)
            navigation.NotFound();
        else
            kept = await openDraft.RunAsync(new(officer.Account, DraftForm.ViolationEnd, $"{Violation}", Http.Posted("close")), Leaving);
        Input ??= kept?.Fields.Into<CloseInput>(nameof(Input)) ?? new CloseInput();
    }

    private async Task CloseAsync()
    {
        if (await close.RunAsync(new(officer, new ViolationId(Violation), Input!.Note ?? "", Input.Dismissed), Leaving) is not { } refusal)
            navigation.NavigateTo($"{Back}?done=closed");
        else if (refusal is CloseRefusal.NoteMissing or CloseRefusal.NoteTooLong)
            errors.Add("Input.Note", T[$"Refused.Close.{refusal}"]);
        else
            errors.Add(T[$"Refused.Close.{refusal}"]);
    }

    public sealed class CloseInput
    {
        public string? Note { get; set; }
        public bool Dismissed { get; set; }
    }
}
