using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

/// <summary>求人をくらべる: up to four jobs by the same lines of their cards. Whoever reads sees of each what its own page shows (JO-02).</summary>
public sealed partial class ComparePage(ViewJob view, CurrentActor actor, IStringLocalizer<FindingText> T, IStringLocalizer<JobsText> J) : ComponentBase
{
    private const int LongestTyped = 20;

    private readonly List<JobView> jobs = [];
    private readonly List<string> unknown = [];
    private bool tooMany;

    [SupplyParameterFromQuery(Name = "n")] private string[]? Numbers { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var reader = (await actor.SeekerOrNullAsync())?.Account;
        var typed = (Numbers ?? []).Select(n => n.Trim()).Where(n => n.Length > 0).Distinct().ToList();
        tooMany = typed.Count > CompareAddress.Most;
        foreach (var text in typed.Take(CompareAddress.Most))
            if (JobNumber.TryParse(text, out var number) && await view.RunAsync(number, reader, Http?.RequestAborted ?? default) is { } job)
                jobs.Add(job);
            else
                unknown.Add(text.Length <= LongestTyped ? text : $"{text[..LongestTyped]}…");
    }
}
