using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>求職情報の入力 (PV-03): one step of five. What is typed is saved as it stands, right or wrong; only going on asks for what is wrong to be mended.</summary>
public sealed partial class ProfileStepPage(CurrentActor current, ViewProvision view, ReadStatement readStatement, SaveStatementDraft save, NavigationManager navigation)
{
    internal const string GoNext = "next", GoBack = "back", GoCities = "cities", GoAdd = "add:";
    private const string Form = "statement";

    private readonly FormErrors errors = new();
    private ReadStatement.Result? read;
    private StatementStep step;
    private StatementInput input = new();
    private SeekerStatement shown = new();
    private DateTimeOffset? savedAt;

    [Parameter] public string? StepWord { get; set; }

    /// <summary>Shows one more empty row.</summary>
    [SupplyParameterFromQuery] private bool? Add { get; set; }

    /// <summary>Whose municipalities are offered.</summary>
    [SupplyParameterFromQuery(Name = "pref")] private string? Prefecture { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        var seeker = await current.ProvisionAsync();
        if ((await view.RunAsync(new(seeker), Leaving)).State is null)
            navigation.NavigateTo("/provision");
        else if (StepWord is null)
            navigation.NavigateTo(StatementWords.PathOf(StatementStep.Work));
        else if (!StatementWords.TryParse(StepWord, out step))
            navigation.NotFound();
        else
            await ReadAsync(seeker);
    }

    private async Task ReadAsync(ProvisionActor seeker)
    {
        read = await readStatement.RunAsync(new(seeker), Leaving);
        shown = read.InHand.Statement;
        savedAt = read.InHand.DraftSavedAt is { } at ? new DateTimeOffset(at) : null;
        input = Http.Posts(Form) ? StatementInput.Read(Http!.Request.Form) : StatementInput.Of(shown);
        if (input.PastWork.Count == 0 || (Add is true && input.PastWork.Count < StatementChecks.MostPastWork))
            input = input with { PastWork = [.. input.PastWork, new()] };
    }

    private async Task SaveAsync()
    {
        var seeker = await current.ProvisionAsync();
        var saved = await save.RunAsync(new(seeker, step, input.ToStatement()), Leaving);
        savedAt = saved is { } at ? new DateTimeOffset(at) : savedAt;
        shown = shown.With(step, input.ToStatement().Tidied());
        var go = Http!.Request.Form["Input.Go"].ToString();
        Check(saved is null);
        // Going back or adding a row is nobody's wish to be told off; what couldn't be saved keeps the page in any case.
        if (errors.Any && (saved is null || go is GoNext or "" || input.Unread().Any()))
            return;
        navigation.NavigateTo(go switch
        {
            GoBack when step > StatementStep.Work => StatementWords.PathOf(step - 1),
            GoCities => $"{StatementWords.PathOf(step)}?pref={Uri.EscapeDataString(Http.Request.Form["Input.AddPrefecture"].ToString())}#AddMunicipality",
            _ when go.StartsWith(GoAdd, StringComparison.Ordinal) => $"{StatementWords.PathOf(step)}?add=true#{Uri.EscapeDataString(go[GoAdd.Length..])}",
            _ => step is StatementStep.Appeal ? StatementWords.ReviewPath : StatementWords.PathOf(step + 1),
        });
    }

    private void Check(bool noRoom)
    {
        foreach (var (field, typed) in input.Unread())
            errors.Add($"Input.{field}", T["Fault.Unread", T.Field(field), typed]);
        foreach (var fault in shown.Faults().Where(f => f.Step == step))
            errors.Add($"Input.{fault.Field}", T.Fault(fault));
        if (noRoom && !errors.Any)
            errors.Add(T["Fault.NoRoom"]);
    }
}
