using System.Runtime.CompilerServices;

namespace HelloWork.Domain.Data.Feed;

/// <summary>
/// Reads the feed as it grows: at once after a commit of this process, and otherwise as often as <see cref="Pace"/> says, since other
/// nodes can't be heard.
/// </summary>
public sealed class FollowChanges(ReadChanges read, FeedBell bell, TimeProvider clock)
{
    /// <summary>A quarter of the two seconds in which a change has to be in search on every node.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    /// <summary>Parts with changes, one after the other, until cancelled. After one that says <see cref="ChangesRead.Lost"/> it ends.</summary>
    public async IAsyncEnumerable<ChangesRead> FromAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            // Before reading: a commit in between is heard.
            var rung = bell.Next;
            var part = await read.RunAsync(after, ReadChanges.Usually, ct);
            if (part.Lost)
            {
                yield return part;
                yield break;
            }
            after = part.Through;
            if (part.Changes.Count > 0)
                yield return part;
            if (!part.HasMore)
                await Task.WhenAny(rung, Task.Delay(Pace, clock, ct));
            ct.ThrowIfCancellationRequested();
        }
    }
}
