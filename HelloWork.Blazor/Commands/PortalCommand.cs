using HelloWork.Blazor.Hosting;

namespace HelloWork.Blazor.Commands;

/// <summary>What the program does instead of serving pages: the first argument is the command's name.</summary>
public sealed class PortalCommand(Func<IServiceProvider, string[], CancellationToken, Task<int>> run, string[] args)
{
    private static readonly Dictionary<string, Func<IServiceProvider, string[], CancellationToken, Task<int>>> Known = new(StringComparer.Ordinal)
    {
        ["migrate"] = MigrateAsync,
        ["demo"] = Demo.DemoCommand.RunAsync,
        ["account"] = AccountCommand.RunAsync,
        ["import"] = ImportJobs.RunAsync,
        ["audit"] = AuditCommand.RunAsync,
        ["verify"] = VerifyCommand.RunAsync,
    };

    /// <returns>Null: no command was named, the portal is to serve.</returns>
    public static PortalCommand? Find(string[] args) =>
        args.Length > 0 && Known.TryGetValue(args[0], out var run) ? new PortalCommand(run, args[1..]) : null;

    /// <summary>Runs until done or Ctrl+C.</summary>
    /// <returns>The process's exit code.</returns>
    public async Task<int> RunAsync(IServiceProvider services)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            await using var scope = services.CreateAsyncScope();
            return await run(scope.ServiceProvider, args, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var text = services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<CommandsText>>();
        var (applied, refreshed) = await services.MigrateAsync(ct);
        Console.WriteLine(text[applied ? "Migrate.Applied" : "Migrate.Current"]);
        if (refreshed > 0)
            Console.WriteLine(text["Migrate.Refreshed", refreshed]);
        return 0;
    }
}
