using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands;

/// <summary>How far a long command is: a bar where somebody watches, a line now and then where a log does.</summary>
internal sealed class ProgressLine(TextWriter error, bool terminal, TimeProvider clock) : IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan LogPace = TimeSpan.FromSeconds(5);

    private long _lastLine = clock.GetTimestamp();
    private bool _barStands;

    /// <param name="part">0 to 1.</param>
    public void Show(double part, string words)
    {
        if (terminal)
        {
            var full = (int)(Math.Clamp(part, 0, 1) * BarWidth);
            error.Write($"\r[{new string('#', full)}{new string('.', BarWidth - full)}] {words}\u001b[K");
            error.Flush();
            _barStands = true;
        }
        else if (clock.GetElapsedTime(_lastLine) >= LogPace)
        {
            _lastLine = clock.GetTimestamp();
            error.WriteLine(words);
        }
    }

    /// <summary>How fast, and how long it will take.</summary>
    public static string Rate(IStringLocalizer text, int done, int all, TimeSpan since)
    {
        if (since < TimeSpan.FromSeconds(1) || done == 0)
            return "";
        var rate = done / since.TotalSeconds;
        var left = (all - done) / rate;
        return text["Import.Progress.Rate", rate, left < 90 ? text["Import.Seconds", left].Value : text["Import.Minutes", Math.Ceiling(left / 60)].Value];
    }

    /// <summary>Takes the bar away, so that other lines can be written.</summary>
    public void Clear()
    {
        if (!_barStands)
            return;
        error.Write("\r\u001b[K");
        error.Flush();
        _barStands = false;
    }

    public void Dispose() => Clear();
}
