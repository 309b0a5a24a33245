namespace HelloWork.Blazor.Live;

/// <summary>The section «Live» of the settings.</summary>
public sealed class LiveSettings
{
    /// <summary>How often changes are read while anybody listens.</summary>
    public TimeSpan ReadEvery { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A sign of life, so that proxies and browsers keep the connection.</summary>
    public TimeSpan BeatEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a connection asks whether its sign-in still stands, and its topics by themselves.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Open pages of one account on one node.</summary>
    public int MostPerAccount { get; init; } = 20;
}
