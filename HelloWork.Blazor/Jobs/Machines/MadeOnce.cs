using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace HelloWork.Blazor.Jobs.Machines;

/// <summary>What is long, the same for everybody and seldom changes: made at most once an hour on a node, one at a time, and kept compressed.</summary>
public sealed class MadeOnce(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Made> _made = new();
    private readonly SemaphoreSlim _turn = new(1);
    private volatile FrozenSet<string> _expected = FrozenSet<string>.Empty;

    public sealed record Made(byte[] Compressed, string Tag, DateTimeOffset At);

    /// <param name="write">Writes it, uncompressed.</param>
    public async Task<Made> GetAsync(string key, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        if (Fresh(key) is { } known)
            return known;
        await _turn.WaitAsync(ct);
        try
        {
            if (Fresh(key) is { } meanwhile)
                return meanwhile;
            return _made[key] = await MakeAsync(write, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>For what nobody was told to ask for: made for the asker alone, who waits for nothing else that is being made.</summary>
    /// <returns>Null: something else is.</returns>
    public async Task<Made?> NowAsync(Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, ct))
            return null;
        try
        {
            return await MakeAsync(write, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What is asked for by those who were told to; everything else that was kept goes.</summary>
    public void Expect(IEnumerable<string> keys)
    {
        _expected = keys.ToFrozenSet();
        foreach (var key in _made.Keys.Where(key => !_expected.Contains(key)))
            _made.TryRemove(key, out _);
    }

    public bool Expects(string key) => _expected.Contains(key);

    public void Dispose() => _turn.Dispose();

    private async Task<Made> MakeAsync(Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        await using (var gzip = new GZipStream(kept, CompressionLevel.Optimal, leaveOpen: true))
            await write(gzip, ct);
        var compressed = kept.ToArray();
        return new(compressed, $"W/\"{Convert.ToHexStringLower(SHA256.HashData(compressed))[..32]}\"", clock.GetUtcNow());
    }

    private Made? Fresh(string key) => _made.TryGetValue(key, out var made) && clock.GetUtcNow() - made.At < Kept ? made : null;
}
