using HelloWork.Blazor.Controls;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>The address of the list of sent requests: /employer/requests?state=&amp;job=&amp;page=.</summary>
public static class SentRequestsAddress
{
    private static readonly Dictionary<DirectRequestState, string> Words = new()
    {
        [DirectRequestState.Unread] = "unread",
        [DirectRequestState.Read] = "read",
        [DirectRequestState.Applied] = "applied",
        [DirectRequestState.Declined] = "declined",
        [DirectRequestState.Lapsed] = "lapsed",
        [DirectRequestState.JobEnded] = "job-ended",
        [DirectRequestState.RegistrationEnded] = "registration-ended",
    };

    public static string Word(DirectRequestState? state) => state is { } s ? Words[s] : "";

    public static DirectRequestState? ReadState(string? word) => Words.FirstOrDefault(w => w.Value == word) is { Value: not null } known ? known.Key : null;

    public static string Of(DirectRequestState? state, JobNumber? job)
    {
        var parts = new[] { state is null ? null : $"state={Word(state)}", job is null ? null : $"job={job}" }.OfType<string>().ToList();
        return parts.Count == 0 ? "/employer/requests" : $"/employer/requests?{string.Join('&', parts)}";
    }

    /// <summary>Counts by state, each leading to its list.</summary>
    public static IReadOnlyList<Stat> Stats(IReadOnlyDictionary<DirectRequestState, int> counts, IStringLocalizer<RequestStateText> text, JobNumber? job) =>
        [.. counts.OrderBy(c => c.Key).Select(c => new Stat(text[$"State.{c.Key}"], c.Value, Of(c.Key, job)))];
}
