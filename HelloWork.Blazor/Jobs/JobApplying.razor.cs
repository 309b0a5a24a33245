using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobApplying(IStringLocalizer<JobsText> T) : ComponentBase
{
    [Parameter, EditorRequired] public JobView Job { get; set; } = null!;

    /// <summary>Why nobody can apply online, in words; null where it is possible.</summary>
    private string? Bar => Job.Card.Header.AcceptsSelfApplication ? null
        : JobOffer.BarToSelfApplication(Job.Card) is { } bar ? T[$"Bar.{bar}"].Value
        : T["Bar.NotAccepted"].Value;

    private PlacementOffice? Office => PlacementOffices.Find(Job.Number.PlacementOfficeCode);
}
