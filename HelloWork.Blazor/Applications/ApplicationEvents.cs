using HelloWork.Blazor.Controls;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Applications;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

/// <summary>What happened with an application, in order: for its line, its list and its CSV. Both sides read the same (AP-05).</summary>
internal sealed class ApplicationEvents(IStringLocalizer<ApplicationsText> text, IStringLocalizer<InterviewsText> interviews, IStringLocalizer<WhenText> when)
{
    /// <summary>One event.</summary>
    /// <param name="At">UTC.</param>
    public sealed record Event(DateTime At, string Text, string? Note);

    public IReadOnlyList<Event> Of(ApplicationHistory application, bool employer, DateOnly today)
    {
        var events = application.Steps.Select(s => new Event(s.At, text[$"Step.{s.Status}"], s.Note)).ToList();
        if (application.ReadAt is { } read)
            events.Add(new(read, text[employer ? "Flow.Read.Employer" : "Flow.Read"], null));
        foreach (var step in application.Interviews.SelectMany(i => i.Steps))
        {
            var note = string.Join('\n', new[] { step.StartsAt is { } at ? when.Moment(at, today) : null, step.Words }.OfType<string>());
            events.Add(new(step.At, interviews[$"Step.{step.Kind}{(step.FromSeeker != employer ? ".Own" : "")}"], note.Length > 0 ? note : null));
        }
        return [.. events.OrderBy(e => e.At)];
    }

    public Figures Figures(ApplicationHistory application, bool employer, DateOnly today) => new(
        [text["Csv.At"], text["Csv.Event"], text["Csv.Note"]],
        [.. Of(application, employer, today).Select(IReadOnlyList<Figure> (e) => [RequestEvents.Written(e.At), e.Text, e.Note ?? ""])]);
}
