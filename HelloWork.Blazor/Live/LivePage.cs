using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Live;

/// <summary>What the page at hand shows that may change while it is open: collected while it is rendered, read by <see cref="LiveMark"/>.</summary>
public sealed class LivePage
{
    /// <summary>Lists are paged; a page that names more than this has a mistake.</summary>
    public const int MostTopics = 60;

    private readonly Dictionary<LiveTopic, long> _versions = [];

    /// <summary>With the versions the page was rendered with.</summary>
    public IReadOnlyDictionary<LiveTopic, long> Versions => _versions;

    /// <summary>The next instant (UTC) at which the page changes by itself.</summary>
    public DateTime? Due { get; private set; }

    public event Action? Changed;

    /// <summary>The page changes by itself at this instant, for instance at a deadline; the nearest one counts.</summary>
    public void ChangesAt(DateTime? utc)
    {
        if (utc is null || Due <= utc)
            return;
        Due = utc;
        Changed?.Invoke();
    }

    internal void Add(IReadOnlyDictionary<LiveTopic, long> versions)
    {
        foreach (var (topic, version) in versions)
            _versions.TryAdd(topic, version);
        if (_versions.Count > MostTopics)
            throw new InvalidOperationException($"The page watches {_versions.Count} topics; at most {MostTopics} may be watched.");
        Changed?.Invoke();
    }
}
