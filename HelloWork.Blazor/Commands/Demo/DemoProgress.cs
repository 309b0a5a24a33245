using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>How far the generator is: a bar where somebody watches, a line now and then where a log does.</summary>
internal sealed class DemoProgress(IStringLocalizer text, TextWriter error, bool terminal, int all, TimeProvider clock) : IProgress<int>, IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan LogPace = TimeSpan.FromSeconds(5);

    private readonly long _started = clock.GetTimestamp();
    private long _lastLine = clock.GetTimestamp();

    public void Report(int value)
    {
        var seconds = Math.Max(0.001, clock.GetElapsedTime(_started).TotalSeconds);
        var rate = value / seconds;
        var left = (all - value) / Math.Max(1, rate);
        var line = text["Demo.Progress", value, all].Value
            + text["Import.Progress.Rate", rate, left < 90 ? text["Import.Seconds", left].Value : text["Import.Minutes", Math.Ceiling(left / 60)].Value];
        if (terminal)
        {
            var full = (int)((long)value * BarWidth / Math.Max(1, all));
            error.Write($"\r[{new string('#', full)}{new string('.', BarWidth - full)}] {line}\u001b[K");
            error.Flush();
        }
        else if (clock.GetElapsedTime(_lastLine) >= LogPace || value >= all)
        {
            _lastLine = clock.GetTimestamp();
            error.WriteLine(line);
        }
    }

    /// <summary>Leaves the line, so that others can be written.</summary>
    public void Dispose()
    {
        if (terminal)
            error.WriteLine();
    }
}
