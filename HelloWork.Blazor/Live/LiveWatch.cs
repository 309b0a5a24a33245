using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Live;

/// <summary>How a page says what it shows. Before it reads it, so that a change between reading and connecting isn't missed.</summary>
public sealed class LiveWatch(LivePage page, ReadLiveSignals read)
{
    public async Task OnAsync(CancellationToken ct, params LiveTopic[] topics)
    {
        LiveTopic[] more = [.. topics.Where(t => !page.Versions.ContainsKey(t)).Distinct()];
        if (more.Length == 0)
            return;
        var versions = await read.RunAsync(more, ct);
        page.Add(more.ToDictionary(t => t, t => versions.GetValueOrDefault(t)));
    }

    /// <inheritdoc cref="LivePage.ChangesAt"/>
    public void ChangesAt(DateTime? utc) => page.ChangesAt(utc);
}
