using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>求職者の記録: a registration of this office, with what only a counselor records: confirmation, renewal, consents and the choice of providers (CO-01, PV-02).</summary>
public sealed partial class SeekerRecordPage(CurrentActor current, OpenRegistrationRecord open, ChangeProvisionChoice change, ConfirmRegistration confirm, RenewRegistration renew,
    RecordPublicationConsent publish, NavigationManager navigation, TimeProvider clock) : ComponentBase
{
    private readonly FormErrors choiceErrors = new();
    private readonly FormErrors confirmErrors = new();
    private readonly FormErrors renewErrors = new();
    private readonly FormErrors publicationErrors = new();
    private IReadOnlyList<Choice> choices = [];
    private CounselorActor counselor = null!;
    private RegistrationRecord? record;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: choice, confirmed, renewed, publication, closed, registered, details, statement, review.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "choice")] private ChoiceInput? Input { get; set; }

    [SupplyParameterFromForm(FormName = "renew")] private RenewInput? Renew { get; set; }

    [SupplyParameterFromForm(FormName = "publication")] private PublicationInput? Publication { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private SeekerRegistrationId Key => new(Id);

    private bool WasDone => !Errors.Any && Done is "choice" or "confirmed" or "renewed" or "publication" or "closed" or "registered" or "details" or "statement" or "review";

    private FormErrors Errors => new[] { confirmErrors, renewErrors, publicationErrors, choiceErrors }.FirstOrDefault(e => e.Any) ?? choiceErrors;

    private DateOnly NextLastDay => new DateOnly(record!.LastDay.Year, record.LastDay.Month, 1).AddMonths(2).AddDays(-1);

    protected override async Task OnInitializedAsync()
    {
        // Nothing on the page stays up to date by itself; the menu's numbers alone are no opening.
        if (Http.IsLive())
            return;
        today = clock.TodayInJapan();
        counselor = await current.CounselorAsync();
        // In the leaflet's order.
        choices = [.. new[] { ProvisionChoice.Both, ProvisionChoice.LocalGovernmentsOnly, ProvisionChoice.PrivateAgenciesOnly, ProvisionChoice.Neither }.Select(c => new Choice(c.ToString(), T[$"Choice.{c}"]))];
        record = await open.RunAsync(new(counselor, Key), Leaving);
        if (record is null)
            navigation.NotFound();
    }

    private async Task ConfirmAsync() => End(await confirm.RunAsync(new(counselor, Key), Leaving), "confirmed", confirmErrors);

    private async Task RenewAsync()
    {
        var seen = DateOnly.TryParseExact(Renew?.Seen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : record!.LastDay;
        End(await renew.RunAsync(new(counselor, Key, seen), Leaving), "renewed", renewErrors);
    }

    private async Task SavePublicationAsync()
    {
        if (Publication?.Shown is "on" or "off")
            End(await publish.RunAsync(new(counselor, Key, Publication.Shown == "on"), Leaving), "publication", publicationErrors);
        else
            publicationErrors.Add("Publication.Shown", T["Publication.Missing"]);
    }

    private async Task SaveAsync()
    {
        if (Input?.Choice is not { } choice)
            choiceErrors.Add("Input.Choice", T["Choice.Missing"]);
        else if (await change.RunAsync(new(counselor, record!.Number, choice), Leaving) is { } refusal)
            choiceErrors.Add(T[$"Refused.{refusal}"]);
        else
            navigation.NavigateTo($"/desk/seekers/{Id}?done=choice");
    }

    private void End(RegistrationRefusal? refusal, string done, FormErrors errors)
    {
        if (refusal is null)
            navigation.NavigateTo($"/desk/seekers/{Id}?done={done}");
        else
            errors.Add(T[$"Refused.{refusal}"]);
    }

    private sealed class ChoiceInput
    {
        public ProvisionChoice? Choice { get; set; }
    }

    private sealed class RenewInput
    {
        public string? Seen { get; set; }
    }

    private sealed class PublicationInput
    {
        public string? Shown { get; set; }
    }
}
