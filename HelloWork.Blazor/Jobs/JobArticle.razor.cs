using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobArticle(IStringLocalizer<JobsText> T) : ComponentBase
{
    private const int MostPoints = 5;
    private readonly JobWords words = new(T);

    /// <summary>As the reader may see it: SearchJobs and ViewJob hand it out so.</summary>
    [Parameter, EditorRequired] public JobSummary Job { get; set; } = null!;

    private string? Who => JobWords.Filled(Job.Card.Office.Name) ?? (Job.OfficeNameShown ? null : T["NameHidden"].Value);

    private List<string> Points => [.. JobPoints.Of(Job).Take(MostPoints).Select(point => T[$"Point.{point}"].Value)];
}
