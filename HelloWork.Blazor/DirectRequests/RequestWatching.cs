using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>An open request also ends with its deadline and with its job, where nobody touches the request itself.</summary>
internal static class RequestWatching
{
    public static async Task OnRequestsAsync(this LiveWatch live, IEnumerable<ReceivedRequestItem> shown, CancellationToken ct)
    {
        var open = shown.Where(r => r.IsOpen).ToList();
        live.ChangesAt(open.Select(r => (DateTime?)Jst.EndOf(r.LastDay)).Min());
        await live.OnAsync(ct, [.. open.Select(r => LiveTopic.Job(r.JobOffer.Value))]);
    }
}
