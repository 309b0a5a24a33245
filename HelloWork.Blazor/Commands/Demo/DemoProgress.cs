using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>How many records are generated.</summary>
internal sealed class DemoProgress(IStringLocalizer text, TextWriter error, bool terminal, int all, TimeProvider clock) : IProgress<int>, IDisposable
{
    private readonly ProgressLine _line = new(error, terminal, clock);
    private readonly long _started = clock.GetTimestamp();

    public void Report(int value) =>
        _line.Show((double)value / Math.Max(1, all), text["Demo.Progress", value, all].Value + ProgressLine.Rate(text, value, all, clock.GetElapsedTime(_started)));

    public void Dispose() => _line.Dispose();
}
