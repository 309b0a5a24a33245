using HelloWork.Blazor.Controls;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Domain.Applications;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

/// <summary>What happened with an application, in order: for its line, its list and its CSV. Both sides read the same (AP-05).</summary>
internal static class ApplicationEvents
{
    /// <summary>One event.</summary>
    /// <param name="At">UTC.</param>
    public sealed record Event(DateTime At, string Text, string? Note);

    public static IReadOnlyList<Event> Of(ApplicationView application, bool employer, IStringLocalizer<ApplicationsText> text)
    {
        var events = application.Steps.Select(s => new Event(s.At, text[$"Step.{s.Status}"], s.Note)).ToList();
        if (application.ReadAt is { } read)
            events.Add(new(read, text[employer ? "Flow.Read.Employer" : "Flow.Read"], null));
        return [.. events.OrderBy(e => e.At)];
    }

    public static Figures Figures(ApplicationView application, bool employer, IStringLocalizer<ApplicationsText> text) => new(
        [text["Csv.At"], text["Csv.Event"], text["Csv.Note"]],
        [.. Of(application, employer, text).Select(IReadOnlyList<Figure> (e) => [RequestEvents.Written(e.At), e.Text, e.Note ?? ""])]);
}
