using HelloWork.Blazor.Hosting;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary><c>demo --jobs N --seekers N [--audit N] [--desk N] [--seed S]</c>: fills a database with generated, repeatable data of that size.</summary>
public static class DemoCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var text = services.GetRequiredService<IStringLocalizer<CommandsText>>();
        if (!TryRead(args, out var jobs, out var seekers, out var audit, out var desk, out var seed))
        {
            Console.Error.WriteLine(text["Demo.Usage"]);
            return 1;
        }

        await services.MigrateAsync(ct);
        using (var progress = new DemoProgress(text, Console.Error, !Console.IsErrorRedirected, jobs + seekers, TimeProvider.System))
        {
            // Without any, only the rest is added to what is there.
            if (jobs + seekers > 0 && !await services.GetRequiredService<DemoData>().FillAsync(jobs, seekers, seed, progress, ct))
            {
                Console.Error.WriteLine(text["Demo.AlreadyThere"]);
                return 1;
            }
        }
        Console.WriteLine(text["Demo.Done", jobs, seekers, seed]);
        if (audit > 0)
        {
            await services.GetRequiredService<DemoAudit>().FillAsync(audit, seed, new Progress<int>(done => Console.Error.WriteLine(text["Demo.Progress", done, audit])), ct);
            Console.WriteLine(text["Demo.Audit", audit]);
        }
        if (desk > 0)
        {
            var office = await services.GetRequiredService<DemoDesk>().FillAsync(desk, seed, ct);
            Console.WriteLine(text["Demo.Desk.Done", office.Name, office.Code, desk]);
        }
        return 0;
    }

    private static bool TryRead(string[] args, out int jobs, out int seekers, out int audit, out int desk, out int seed)
    {
        (jobs, seekers, audit, desk, seed) = (0, 0, 0, 0, DemoData.DefaultSeed);
        if (args.Length == 0 || args.Length % 2 != 0)
            return false;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!int.TryParse(args[i + 1], out var value) || value < 0)
                return false;
            switch (args[i])
            {
                case "--jobs": jobs = value; break;
                case "--seekers": seekers = value; break;
                case "--audit": audit = value; break;
                case "--desk": desk = value; break;
                case "--seed": seed = value; break;
                default: return false;
            }
        }
        return true;
    }
}
