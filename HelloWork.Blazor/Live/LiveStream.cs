using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Live;

/// <summary>What one open page hears: «changed» without a word of what, a beat now and then, «ended» when its sign-in no longer stands.</summary>
public sealed class LiveStream(ReadLiveSignals read, LiveSettings settings, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    public async IAsyncEnumerable<SseItem<string>> OpenAsync(LiveListener listener, HttpContext http, [EnumeratorCancellation] CancellationToken ct = default)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct, http.RequestAborted, lifetime.ApplicationStopping);
        var checkedAt = clock.GetTimestamp();
        yield return Event("beat");
        // From here on nothing is missed: the reader tells what changes now, and what changed since the page was rendered is read here.
        if (!await CatchUpAsync(listener, leaving.Token))
            yield break;
        while (await NextAsync(listener, leaving.Token) is { } next)
        {
            if (next.Account || clock.GetElapsedTime(checkedAt) >= settings.CheckEvery)
            {
                checkedAt = clock.GetTimestamp();
                if (!await StandsAsync(http, leaving.Token))
                {
                    yield return Event("ended");
                    yield break;
                }
                if (!await CatchUpAsync(listener, leaving.Token))
                    yield break;
            }
            yield return Event(next.Changed ? "changed" : "beat");
        }
    }

    private async Task<bool> CatchUpAsync(LiveListener listener, CancellationToken ct)
    {
        try
        {
            foreach (var (topic, version) in await read.RunAsync(listener.Topics, ct))
                listener.Tell(topic, version);
            listener.TellTime(clock.UtcNow());
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<(bool Changed, bool Account)?> NextAsync(LiveListener listener, CancellationToken ct)
    {
        try
        {
            return await listener.WaitAsync(settings.BeatEvery, ct);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Read from the cookie this connection came with; one that was renewed elsewhere since then comes with the next connection.</summary>
    private async Task<bool> StandsAsync(HttpContext http, CancellationToken ct)
    {
        try
        {
            return await http.AuthenticateAsync(IdentityConstants.ApplicationScheme) is { Succeeded: true } signedIn
                && !(signedIn.Properties.ExpiresUtc <= clock.UtcNow())
                && await SessionCheck.StandsAsync(http.RequestServices, signedIn.Principal, signedIn.Properties, ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static SseItem<string> Event(string kind) => new("-", kind);
}
