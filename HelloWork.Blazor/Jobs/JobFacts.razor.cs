using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobFacts(IStringLocalizer<JobsText> T, IStringLocalizer<WhenText> when, TimeProvider clock) : ComponentBase
{
    private readonly JobWords words = new(T);

    [Parameter, EditorRequired] public JobSummary Job { get; set; } = null!;

    private DateOnly Today => clock.TodayInJapan();

    private string? Experience => JobWords.Filled(Job.Card.Work.Experience)?.Here() is { } experience ? T["Needed.Experience", experience].Value : null;

    private string? Licences => JobWords.Joined(T["Join"], words.Licences(Job.Card.Work));

    private string? Needed => Experience ?? Licences;

    private string? NeededNote => Experience is null ? null : Licences;
}
