using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>What happened with a request, in order: for its line, its list and its CSV.</summary>
internal static class RequestEvents
{
    /// <summary>One event.</summary>
    /// <param name="At">UTC.</param>
    public sealed record Event(DateTime At, string Text);

    public static IReadOnlyList<Event> Of(ReceivedRequest request, IEnumerable<OwnConsultation> consultations, IStringLocalizer<ReceivedRequestsText> text)
    {
        var events = new List<Event> { new(request.SentAt, text["Flow.Arrived"]) };
        if (request.ReadAt is { } read)
            events.Add(new(read, text["Flow.Read"]));
        events.AddRange(consultations.Where(c => c.Request == request.Id).Select(c => new Event(c.AskedAt, text["Flow.Consulted"])));
        if (request is { IsOpen: false, EndedAt: { } ended })
            events.Add(new(ended, text[$"Flow.{request.State}"]));
        return [.. events.OrderBy(e => e.At)];
    }

    /// <summary>The events, and the deadline where it is still ahead.</summary>
    public static Figures Figures(ReceivedRequest request, IEnumerable<OwnConsultation> consultations, IStringLocalizer<ReceivedRequestsText> text)
    {
        var rows = Of(request, consultations, text).Select(IReadOnlyList<Figure> (e) => [Written(e.At), e.Text]).ToList();
        if (request.IsOpen)
            rows.Add([FormattableString.Invariant($"{request.LastDay:yyyy-MM-dd} 24:00"), text["Flow.Deadline"].Value]);
        return new([text["Csv.At"], text["Csv.Event"]], rows);
    }

    /// <summary>The columns of a list of requests.</summary>
    public static IReadOnlyList<string> Columns(IStringLocalizer<SentRequestsText> text) =>
        [text["Seeker"], text["Csv.Job"], text["Job"], text["SentAt"], text["Csv.ReadAt"], text["Deadline"], text["State"], text["Csv.EndedAt"]];

    /// <summary>A request with its moments.</summary>
    public static IReadOnlyList<Figure> Row(SentRequest r, IStringLocalizer<RequestStateText> states) =>
        [r.Seeker.Value, r.Job.Value, r.JobTitle, Written(r.SentAt), Written(r.ReadAt), FormattableString.Invariant($"{r.LastDay:yyyy-MM-dd} 24:00"), states[$"State.{r.State}"].Value, Written(r.EndedAt)];

    /// <summary>Japan's time, as a spreadsheet reads it.</summary>
    public static string Written(DateTime? utc) => utc is { } at ? FormattableString.Invariant($"{Jst.ToJapan(at):yyyy-MM-dd HH:mm}") : "";
}
