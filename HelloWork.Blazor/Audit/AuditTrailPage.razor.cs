using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Audit;

/// <summary>監査記録 (OV-05): who did what to which record and when, newest first; every search is an address.</summary>
public sealed partial class AuditTrailPage(CurrentActor actor, SearchAuditTrail search)
{
    private readonly FormErrors errors = new();
    private AuditQuery query = null!;
    private AuditPlace? before;
    private SearchAuditTrail.Result? found;

    [SupplyParameterFromQuery] private string? Who { get; set; }
    [SupplyParameterFromQuery] private string? Record { get; set; }
    [SupplyParameterFromQuery] private string? Type { get; set; }
    [SupplyParameterFromQuery] private string? Act { get; set; }
    [SupplyParameterFromQuery] private string? From { get; set; }
    [SupplyParameterFromQuery] private string? To { get; set; }
    [SupplyParameterFromQuery] private string? Auto { get; set; }
    [SupplyParameterFromQuery] private string? Before { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private string Count => Math.Min(found!.Count, SearchAuditTrail.MostCounted).ToString("N0", CultureInfo.CurrentCulture);

    protected override async Task OnInitializedAsync()
    {
        var officer = await actor.BureauAsync();
        query = new AuditQuery(Who, Record, Type, Act, From, To, Auto is not null);
        before = AuditPlace.TryParse(Before, out var place) ? place : null;
        var filter = query.ToFilter(errors, T);
        // The menu's numbers alone are no search.
        if (errors.Any || Http.IsLive())
            return;
        found = await search.RunAsync(new(officer, filter, before), Http?.RequestAborted ?? default);
        if (found.Fault is { } fault)
            errors.Add("who", T[$"Fault.{fault}"]);
    }
}
