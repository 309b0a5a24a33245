using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Live;

/// <summary>One open page that waits for changes.</summary>
public sealed class LiveListener : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LiveListeners _all;
    private readonly Dictionary<LiveTopic, long> _known;
    private DateTime? _due;
    private bool _changed;
    private bool _account;
    private TaskCompletionSource _woken = Fresh();

    internal LiveListener(LiveListeners all, LiveGrant grant)
    {
        (_all, Account, _due) = (all, grant.Account, grant.Due);
        _known = new(grant.Versions);
        Topics = [.. grant.Versions.Keys];
    }

    public Guid Account { get; }
    public IReadOnlyCollection<LiveTopic> Topics { get; }

    /// <summary>A version it knows already says nothing, so that reading twice is harmless.</summary>
    public void Tell(LiveTopic topic, long version)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(topic, out var known) || version <= known)
                return;
            _known[topic] = version;
            _account |= topic == LiveTopic.Account(Account);
            Wake();
        }
    }

    /// <summary>At the instant at which the page changes by itself.</summary>
    public void TellTime(DateTime now)
    {
        lock (_gate)
        {
            if (!(_due <= now))
                return;
            _due = null;
            Wake();
        }
    }

    /// <returns>Whether something changed, and whether it concerned the account itself; neither after <paramref name="longest"/>.</returns>
    /// <exception cref="OperationCanceledException">The page is gone or the portal stops.</exception>
    public async Task<(bool Changed, bool Account)> WaitAsync(TimeSpan longest, CancellationToken ct)
    {
        Task woken;
        lock (_gate)
            woken = _woken.Task;
        try
        {
            await woken.WaitAsync(longest, ct);
        }
        catch (TimeoutException)
        {
        }
        lock (_gate)
        {
            var what = (_changed, _account);
            if (_woken.Task.IsCompleted)
                _woken = Fresh();
            _changed = _account = false;
            return what;
        }
    }

    public void Dispose() => _all.Remove(this);

    private void Wake()
    {
        _changed = true;
        _woken.TrySetResult();
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
