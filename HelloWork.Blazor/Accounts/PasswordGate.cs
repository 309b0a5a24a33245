namespace HelloWork.Blazor.Accounts;

/// <summary>A password takes a core for a good part of a second: two at a time, so that a flood of sign-ins doesn't stop everyone's pages.</summary>
public sealed class PasswordGate : IDisposable
{
    private readonly SemaphoreSlim _places = new(2);

    public async Task<T> PassAsync<T>(Func<Task<T>> check, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            return await check();
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
