using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobCardBlocks(IStringLocalizer<JobsText> T, NavigationManager navigation) : ComponentBase
{
    private IReadOnlyList<JobCardBlock> blocks = [];

    [Parameter, EditorRequired] public JobView Job { get; set; } = null!;

    protected override void OnParametersSet() => blocks = new JobCardRows(T).Of(Job.Card, Job.OfficeNumber);

    private static string IdOf(JobCardBlock block) => $"b{block.Number}";
}
