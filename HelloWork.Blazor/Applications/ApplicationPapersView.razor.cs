using HelloWork.Domain.Applications;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Applications;

public sealed partial class ApplicationPapersView : ComponentBase
{
    [Parameter, EditorRequired] public ApplicationPapers Papers { get; set; } = null!;

    /// <summary>The day on which the age is told.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>Where the motivation can still be mended.</summary>
    [Parameter] public string? MotivationHref { get; set; }

    /// <summary>On the employer's page.</summary>
    [Parameter] public bool Employer { get; set; }

    /// <summary>Those of the files that can still be read; null: all, since they aren't sent yet.</summary>
    [Parameter] public IReadOnlyCollection<Guid>? Readable { get; set; }

    private bool HasCareer => Papers.PastWork.Count > 0 || Papers.Licences.Count > 0
        || new[] { Papers.Education, Papers.DrivingLicence, Papers.Expertise }.Any(text => !string.IsNullOrWhiteSpace(text));

    private int Age => Today.Year - Papers.BirthDate.Year - (Today < Papers.BirthDate.AddYears(Today.Year - Papers.BirthDate.Year) ? 1 : 0);

    private string Address => string.Join('\n', new[] { Papers.PostalCode is { } code ? T["Papers.Address.PostalCode", code].Value : null, Papers.Address }.OfType<string>());

    private string WorkLine(PastWork work)
    {
        var line = work.Months is { } months ? T["Papers.PastWork.Line", work.Work, Span(months)].Value : work.Work;
        return string.IsNullOrWhiteSpace(work.Details) ? line : $"{line}\n{work.Details}";
    }

    private string Span(int months) => (months / 12, months % 12) switch
    {
        (0, var rest) => T["Papers.PastWork.Months", rest],
        (var years, 0) => T["Papers.PastWork.Years", years],
        var (years, rest) => T["Papers.PastWork.YearsMonths", years, rest],
    };
}
