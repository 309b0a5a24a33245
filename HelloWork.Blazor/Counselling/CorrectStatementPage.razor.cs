using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Blazor.Seekers.Provision;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>求職情報を直す (CO-01): all of the statement on one page; shown as others will see it, then in force or the seeker's to review.</summary>
public sealed partial class CorrectStatementPage(CurrentActor current, OpenRegistrationRecord open, CorrectStatement correct, NavigationManager navigation) : ComponentBase
{
    private const string Form = "statement";
    private const string GoLook = "look", GoSave = "save";

    private readonly FormErrors errors = new();
    private CounselorActor counselor = null!;
    private RegistrationRecord? record;
    private StatementInput input = new();
    private SeekerStatement stated = new();
    private IReadOnlyList<StatementFinding> findings = [];
    private string? prefecture;
    private int version;
    private bool confirming, keeps, reviewed;

    [Parameter] public Guid Id { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        // Nothing on the page stays up to date by itself; the menu's numbers alone are no opening.
        if (Http.IsLive())
            return;
        counselor = await current.CounselorAsync();
        record = await open.RunAsync(new(counselor, new SeekerRegistrationId(Id)), Leaving);
        if (record is null)
        {
            navigation.NotFound();
            return;
        }
        // What has ended is corrected when it begins anew.
        if (!record.IsOpen && !Http.Posts(Form))
            navigation.NavigateTo($"/desk/seekers/{Id}");
        version = record.StatementVersion;
        input = StatementInput.Of(record.Statement ?? new());
        if (Http.Posts(Form))
        {
            var form = Http!.Request.Form;
            input = StatementInput.Read(form);
            version = int.TryParse(form["Input.Version"], CultureInfo.InvariantCulture, out var seen) ? seen : version;
            (keeps, reviewed) = (form.ContainsKey("Input.Keep"), form.ContainsKey("Input.Reviewed"));
            prefecture = form["Input.Go"] == ProfileStepPage.GoCities ? form["Input.AddPrefecture"].ToString() : null;
            if (form["Input.Go"].ToString().StartsWith($"{ProfileStepPage.GoAdd}past-", StringComparison.Ordinal) && input.PastWork.Count < StatementChecks.MostPastWork)
                input = input with { PastWork = [.. input.PastWork, new()] };
        }
        if (input.PastWork.Count == 0)
            input = input with { PastWork = [new()] };
        stated = input.ToStatement().Tidied();
        findings = stated.Identifying();
    }

    private async Task SaveAsync()
    {
        var form = Http!.Request.Form;
        var go = form["Input.Go"].ToString();
        // Adding a row or a place is nobody's wish to be told off.
        if (go == ProfileStepPage.GoCities || go.StartsWith(ProfileStepPage.GoAdd, StringComparison.Ordinal))
            return;
        foreach (var (field, typed) in input.Unread())
            errors.Add($"Input.{field}", P["Fault.Unread", P.Field(field), typed]);
        foreach (var fault in stated.Faults())
            errors.Add($"Input.{fault.Field}", P.Fault(fault));
        if (errors.Any)
            return;
        confirming = true;
        if (go != GoSave)
            return;
        var (refusal, awaits) = await correct.RunAsync(
            new(counselor, new SeekerRegistrationId(Id), version, stated, form["Input.Shown"].ToString(), keeps, reviewed), Leaving);
        if (refusal is null)
        {
            navigation.NavigateTo($"/desk/seekers/{Id}?done={(awaits ? "review" : "statement")}");
            return;
        }
        errors.Add(T[$"Correct.{refusal}"]);
        // What was said of another page doesn't hold for this one.
        if (refusal is CorrectionRefusal.NotAsShown)
            (keeps, reviewed) = (false, false);
        // The next press decides on what stands there now.
        version = record!.StatementVersion;
    }
}
