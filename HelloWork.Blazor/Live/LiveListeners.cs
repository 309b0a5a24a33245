using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Live;

/// <summary>The open pages of this node, by what they wait for.</summary>
public sealed class LiveListeners(LiveSettings settings)
{
    private readonly Lock _gate = new();
    private readonly HashSet<LiveListener> _all = [];
    private readonly Dictionary<LiveTopic, List<LiveListener>> _byTopic = [];
    private readonly Dictionary<Guid, int> _perAccount = [];
    private TaskCompletionSource _somebody = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count
    {
        get
        {
            lock (_gate)
                return _all.Count;
        }
    }

    /// <returns>Null: the account has as many pages open as one may.</returns>
    public LiveListener? Add(LiveGrant grant)
    {
        lock (_gate)
        {
            var open = _perAccount.GetValueOrDefault(grant.Account);
            if (open >= settings.MostPerAccount)
                return null;
            _perAccount[grant.Account] = open + 1;
            var listener = new LiveListener(this, grant);
            _all.Add(listener);
            foreach (var topic in listener.Topics)
            {
                if (!_byTopic.TryGetValue(topic, out var those))
                    _byTopic[topic] = those = new(1);
                those.Add(listener);
            }
            _somebody.TrySetResult();
            return listener;
        }
    }

    public void Tell(IReadOnlyDictionary<LiveTopic, long> versions, DateTime now)
    {
        lock (_gate)
        {
            foreach (var (topic, version) in versions)
                foreach (var listener in _byTopic.GetValueOrDefault(topic) ?? [])
                    listener.Tell(topic, version);
            foreach (var listener in _all)
                listener.TellTime(now);
        }
    }

    /// <summary>Returns when somebody listens.</summary>
    public Task SomebodyAsync(CancellationToken ct)
    {
        lock (_gate)
            return _somebody.Task.WaitAsync(ct);
    }

    internal void Remove(LiveListener listener)
    {
        lock (_gate)
        {
            if (!_all.Remove(listener))
                return;
            foreach (var topic in listener.Topics)
                if (_byTopic[topic] is var those && those.Remove(listener) && those.Count == 0)
                    _byTopic.Remove(topic);
            if (--_perAccount[listener.Account] == 0)
                _perAccount.Remove(listener.Account);
            if (_all.Count == 0)
                _somebody = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
