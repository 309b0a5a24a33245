using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>公開前の確認 (PV-03): the very page providers will see, and its publishing: what stands here and nothing else.</summary>
public sealed partial class ReviewPage(CurrentActor current, ViewProvision view, ReadStatement readStatement, PublishProfile publish, NavigationManager navigation)
{
    private const string Form = "publish";

    private readonly FormErrors errors = new();
    private ReadStatement.Result? read;
    private IReadOnlyList<StatementFinding> findings = [];
    private IReadOnlyList<StatementFault> faults = [];

    [SupplyParameterFromForm(FormName = Form)] private PublishInput? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        var seeker = await current.ProvisionAsync();
        if ((await view.RunAsync(new(seeker), Leaving)).State is null)
        {
            navigation.NavigateTo("/provision");
            return;
        }
        read = await readStatement.RunAsync(new(seeker), Leaving);
        findings = read.InHand.Statement.Identifying();
        faults = read.InHand.Statement.Faults();
    }

    private async Task PublishAsync()
    {
        var refusal = await publish.RunAsync(new(await current.ProvisionAsync(), Input?.Reviewed ?? "", Input?.Keep ?? false), Leaving);
        if (refusal is PublishRefusal.IdentifyingText)
            errors.Add("Keep", T["Publish.Refused.IdentifyingText"]);
        else if (refusal is not null)
            errors.Add(T[$"Publish.Refused.{refusal}"]);
        else
            navigation.NavigateTo("/provision?done=published");
    }

    private sealed class PublishInput
    {
        public string? Reviewed { get; set; }
        public bool Keep { get; set; }
    }
}
