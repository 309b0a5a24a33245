using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>求職者をさがす (CO-01). What is searched for is personal: it is posted and never stands in an address.</summary>
public sealed partial class DeskSeekersPage(CurrentActor current, FindRegistrations find, NavigationManager navigation) : ComponentBase
{
    private readonly FormErrors numberErrors = new();
    private readonly FormErrors nameErrors = new();
    private IReadOnlyList<FoundRegistration>? found;

    [SupplyParameterFromForm(FormName = "number")] private NumberInput? ByNumber { get; set; }

    [SupplyParameterFromForm(FormName = "name")] private NameInput? ByName { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override void OnInitialized() => ByName ??= new NameInput();

    private async Task ByNumberAsync()
    {
        if (!RegistrationNumber.TryParse(ByNumber?.Number, out var number))
        {
            numberErrors.Add("ByNumber.Number", T["Search.Number.Missing"]);
            return;
        }
        found = await find.RunAsync(new(await current.CounselorAsync(), number), Leaving);
        if (found is [var one])
            navigation.NavigateTo($"/desk/seekers/{one.Id}");
    }

    private async Task ByNameAsync()
    {
        if (string.IsNullOrWhiteSpace(ByName!.Name))
            nameErrors.Add("ByName.Name", T["Search.Name.Missing"]);
        if (!ByName.Birth.TryToDate(out var born))
            nameErrors.Add("ByName.Birth", T["Search.Birth.Missing"]);
        if (!nameErrors.Any)
            found = await find.RunAsync(new(await current.CounselorAsync(), null, ByName.Name, born), Leaving);
    }

    private sealed class NumberInput
    {
        public string? Number { get; set; }
    }

    private sealed class NameInput
    {
        public string? Name { get; set; }
        public DateParts Birth { get; set; } = new();
    }
}
