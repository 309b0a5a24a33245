using System.Diagnostics;
using HelloWork.Tests.Data.Feed;
using HelloWork.Tests.DirectRequests;
using HelloWork.Tests.Notifications;
using HelloWork.Tests.Scheduling;

namespace HelloWork.Tests.Support;

/// <summary>
/// This assembly run as a program of its own, for what only shows between two processes: races for one database file, and kills.
/// It speaks one line at a time with the test that started it.
/// </summary>
public sealed class OtherProcess : IAsyncDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    /// <summary>True in the program, false in the test that started it.</summary>
    public static bool IsThis { get; private set; }

    public static Task<int> Main(string[] args)
    {
        IsThis = true;
        return args switch
        {
            ["send-requests", .. var rest] => RaceTests.SendInThisProcessAsync(rest),
            ["schedule", .. var rest] => PortalSchedulingTests.ScheduleInThisProcessAsync(rest),
            ["sweep", .. var rest] => KilledSweepTests.SweepInThisProcessAsync(rest),
            ["write-jobs", .. var rest] => KilledWritersTests.WriteInThisProcessAsync(rest),
            ["send-mail", .. var rest] => KilledSenderTests.SendInThisProcessAsync(rest),
            _ => throw new ArgumentException("This program is started by the tests, which tell it what to do.", nameof(args)),
        };
    }

    public static OtherProcess Start(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(OtherProcess).Assembly.Location);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return new OtherProcess(Process.Start(start)!);
    }

    /// <summary>The next line it says; null when it has ended.</summary>
    public async Task<string?> HearAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3));

    public async Task TellAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>In the other process: says where it is, and waits there until the test lets it go on or kills it.</summary>
    public static void SayAndWait(string line)
    {
        Console.WriteLine(line);
        Console.ReadLine();
    }

    /// <summary>kill -9 at the very place where it has said so many lines.</summary>
    public async Task KillAtAsync(int lines)
    {
        for (var heard = 1; heard <= lines; heard++)
        {
            Assert.NotNull(await HearAsync());
            if (heard < lines)
                await TellAsync("go on");
        }
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Lets it go on to its end, which must be a good one.</summary>
    public async Task EndedAsync()
    {
        while (await HearAsync() is not null)
            await TellAsync("go on");
        await _process.WaitForExitAsync();
        Assert.Equal(0, _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}
