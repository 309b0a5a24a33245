using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>求職者の記録: looked up by the registration number, with the choice of providers that only a counselor changes (PV-02).</summary>
public sealed partial class SeekerRecordPage(CurrentActor current, OpenRegistrationRecord open, ChangeProvisionChoice change, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<Choice> choices = [];
    private CounselorActor counselor = null!;
    private RegistrationRecord? record;

    [SupplyParameterFromQuery(Name = "number")] private string? Number { get; set; }

    [SupplyParameterFromQuery] private string? Saved { get; set; }

    [SupplyParameterFromForm(FormName = "choice")] private ChoiceInput? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        counselor = await current.CounselorAsync();
        // In the leaflet's order.
        choices = [.. new[] { ProvisionChoice.Both, ProvisionChoice.LocalGovernmentsOnly, ProvisionChoice.PrivateAgenciesOnly, ProvisionChoice.Neither }.Select(c => new Choice(c.ToString(), T[$"Choice.{c}"]))];
        if (RegistrationNumber.TryParse(Number, out var number))
            record = await open.RunAsync(new(counselor, number), Leaving);
    }

    private async Task SaveAsync()
    {
        if (Input?.Choice is not { } choice)
            errors.Add("Input.Choice", T["Choice.Missing"]);
        else if (await change.RunAsync(new(counselor, record!.Number, choice), Leaving) is { } refusal)
            errors.Add(T[$"Refused.{refusal}"]);
        else
            navigation.NavigateTo($"/desk/seekers?number={record.Number}&saved=1");
    }

    private sealed class ChoiceInput
    {
        public ProvisionChoice? Choice { get; set; }
    }
}
