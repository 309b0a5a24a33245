using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace HelloWork.Blazor.Jobs.Machines;

/// <summary>What is long, the same for everybody and seldom changes: made at most once an hour on a node, one at a time, and kept compressed.</summary>
public sealed class MadeOnce(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>A site map of 50,000 jobs is some 400 KB.</summary>
    private const int MostKept = 60;

    private readonly ConcurrentDictionary<string, Made> _made = new();
    private readonly SemaphoreSlim _turn = new(1);

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
            using var kept = new MemoryStream();
            await using (var gzip = new GZipStream(kept, CompressionLevel.Optimal, leaveOpen: true))
                await write(gzip, ct);
            var compressed = kept.ToArray();
            var made = new Made(compressed, $"W/\"{Convert.ToHexStringLower(SHA256.HashData(compressed))[..32]}\"", clock.GetUtcNow());
            Forget();
            return _made[key] = made;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private Made? Fresh(string key) => _made.TryGetValue(key, out var made) && clock.GetUtcNow() - made.At < Kept ? made : null;

    private void Forget()
    {
        foreach (var (key, _) in _made.Where(m => clock.GetUtcNow() - m.Value.At >= Kept).Concat(_made.OrderBy(m => m.Value.At).Take(_made.Count - MostKept + 1)).ToList())
            _made.TryRemove(key, out _);
    }
}
